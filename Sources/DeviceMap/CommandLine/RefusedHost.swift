/// A plan that puts parts on the cpu or on disk where the format of packed weights does not allow it: the reference
/// refuses to load it, so the answer is no.
struct RefusedHost {
  private let format: QuantizationFormat
  private let devices: [Device]
  private let bytes: Int
  private let plan: Plan
  private let request: PlanRequest

  /// Nil when nothing is refused.
  init?(_ plan: Plan, _ request: PlanRequest) {
    self.plan = plan
    self.request = request
    for case .hostRefused(let format, let devices, let bytes) in plan.violations {
      (self.format, self.devices, self.bytes) = (format, devices, bytes)
      return
    }
    return nil
  }

  func fail() throws {
    let places = devices.map(\.description).joined(separator: " and ")
    throw Refusal(
      "\(format.name) weights cannot be on the cpu or on disk, but \(ByteText.size(bytes)) of the model would be on "
        + "\(places); " + remedy())
  }

  /// What would make the plan fit.
  private func remedy() -> String {
    let loads = plan.usage.loads.filter { $0.device.isAccelerator }
    guard !loads.isEmpty else { return "name a GPU in --max-memory" }
    var advice = "larger budgets for the GPUs are needed"
    if let more = additionalBytes(loads) {
      let budgets = loads.map { "\($0.device)=\(Self.text(($0.budget ?? 0) + more))" }
      advice = "it would fit with \(budgets.joined(separator: ","))"
      if let factor = plan.tree.quantization?.capFactor, factor < 1, plan.engine == .transformers {
        advice += " (transformers uses \(Int(factor * 100)) % of each budget for this format)"
      }
    }
    if plan.tree.quantization?.source == .whileLoading { advice += ", or another --dtype" }
    return advice
  }

  /// The least number of MiB, in bytes, that every GPU needs more.
  private func additionalBytes(_ loads: [Usage.Load]) -> Int? {
    let step = 1 << 20
    var low = 0
    var high = 1
    while !fits(with: high * step, loads) {
      low = high
      high *= 2
      if high > 1 << 24 { return nil }
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(with: middle * step, loads) { high = middle } else { low = middle }
    }
    return high * step
  }

  private func fits(with more: Int, _ loads: [Usage.Load]) -> Bool {
    let limits = plan.usage.loads.filter { $0.device != .disk }.map { load in
      (device: load.device, limit: MaxMemory.Limit.bytes((load.budget ?? 0) + (load.device.isAccelerator ? more : 0)))
    }
    guard
      let plan = try? plan.tree.plan(
        request.policy, maxMemory: MaxMemory(limits), engine: request.engine, options: request.options)
    else { return false }
    return !plan.violations.contains { if case .hostRefused = $0 { true } else { false } }
  }

  /// Bytes in MiB, rounded up.
  private static func text(_ bytes: Int) -> String { "\((bytes + (1 << 20) - 1) >> 20)MiB" }
}
