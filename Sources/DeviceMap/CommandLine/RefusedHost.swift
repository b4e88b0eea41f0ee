/// A plan that puts parts on the cpu or on disk where the format of packed weights does not allow it: the reference
/// refuses to load it, so the answer is no.
struct RefusedHost {
  private let format: String
  private let devices: [Device]
  private let bytes: Int
  private let plan: Plan
  private let request: PlanRequest

  /// Nil when nothing is refused.
  init?(_ plan: Plan, _ request: PlanRequest) {
    self.plan = plan
    self.request = request
    for case .hostRefused(let format, let devices, let bytes) in plan.ledger.findings {
      (self.format, self.devices, self.bytes) = (format, devices, bytes)
      return
    }
    return nil
  }

  /// What would help, beside a map that is printed all the same.
  var note: Note { Note(code: "host-refused-remedy", remedy()) }

  func fail() throws {
    let places = devices.map(\.description).joined(separator: " and ")
    let isSpread = devices.contains(where: \.isAccelerator)
    throw Refusal(
      isSpread
        ? "\(format) weights are loaded on one device alone, but \(ByteText.size(bytes)) of the model would be on "
          + "\(places); name one GPU that holds all of it in --max-memory, or another checkpoint"
        : "\(format) weights cannot be on the cpu or on disk, but \(ByteText.size(bytes)) of the model would be on "
          + "\(places); " + remedy())
  }

  /// What would make the plan fit, tried with its policy.
  private func remedy() -> String {
    let accounts = plan.ledger.accounts.filter { $0.device.isAccelerator }
    guard !accounts.isEmpty else { return "name a GPU in --max-memory" }
    var advice = "larger budgets for the GPUs are needed"
    let more = PolicyTrial(plan, request).leastBytes(on: Set(accounts.map(\.device))) { plan in
      !plan.ledger.findings.contains { if case .hostRefused = $0 { true } else { false } }
    }
    if let more {
      let budgets = accounts.map { "\($0.device)=\(Self.text(($0.limit ?? 0) + more))" }
      advice = "it would fit with \(budgets.joined(separator: ","))"
      if let factor = plan.tree.quantization?.capFactor, factor < 1, plan.engine != .accelerate {
        advice += " (transformers uses \(Int(factor * 100)) % of each budget for this format)"
      }
    }
    if plan.tree.quantization?.source == .whileLoading { advice += ", or another --dtype" }
    return advice
  }

  /// Bytes in MiB, rounded up.
  private static func text(_ bytes: Int) -> String { "\((bytes + (1 << 20) - 1) >> 20)MiB" }
}
