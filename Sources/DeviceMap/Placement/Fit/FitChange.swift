/// One change with which a model fits, tried.
public enum FitChange: Hashable, Sendable {
  /// This many tokens of context.
  case context(Int)
  /// This many sequences at once.
  case batch(Int)
  /// The cache in another type.
  case cacheType(CacheType)
  /// So many tokens of the prompt read at a time.
  case prefill(Int)
  /// Weights in another dtype.
  case dtype(String)
  /// So many more GPUs like the last one, of so many bytes each.
  case moreGPUs(Int, bytes: Int)
  /// So many bytes of the cpu for what the accelerators do not hold.
  case cpu(Int)
}

extension FitChange: CustomStringConvertible {
  public var description: String {
    switch self {
    case .context(let tokens): "with a context of \(ByteText.tokens(tokens))"
    case .batch(let batch): "with a batch of \(batch)"
    case .cacheType(let type): "with the KV cache in \(type.rawValue)"
    case .prefill(let tokens): "with the prompt read \(ByteText.tokens(tokens)) at a time"
    case .dtype(let name): "with weights in \(name)"
    case .moreGPUs(let count, let bytes): "with \(count) more GPU\(count == 1 ? "" : "s") of \(ByteText.size(bytes))"
    case .cpu(let bytes): "with \(ByteText.size(bytes)) of the cpu"
    }
  }

  /// A stable identifier for programs.
  public var code: String {
    switch self {
    case .context: "context"
    case .batch: "batch"
    case .cacheType: "kv-dtype"
    case .prefill: "prefill"
    case .dtype: "dtype"
    case .moreGPUs: "gpus"
    case .cpu: "cpu"
    }
  }
}

extension ModelFit {
  /// The smallest changes with which the model fits, each tried on its own; empty when it fits, or when none does.
  ///
  /// - Parameters:
  ///   - devices: what the model does not fit on.
  ///   - running: what runs; nil for weights alone.
  ///   - dtypes: the same model in other dtypes, by name.
  /// - Complexity: about 40 answers, each as ``OptimalPolicy``.
  public func changes(
    _ devices: [DeviceBudget], running: RunningMemory?, dtypes: [(name: String, fit: ModelFit)] = []
  ) -> [FitChange] {
    guard !on(devices, running: running).fits else { return [] }
    var changes: [FitChange] = []
    if let running, running.work.context > 0 { changes += workloadChanges(devices, running) }
    if let dtype = dtypes.first(where: { $0.fit.fits(devices, like: running) }) { changes.append(.dtype(dtype.name)) }
    if let more = moreGPUs(devices, running) { changes.append(more) }
    if let cpu = cpuBytes(devices, running) { changes.append(.cpu(cpu)) }
    return changes
  }

  private func fits(_ devices: [DeviceBudget], like running: RunningMemory?) -> Bool {
    guard let running else { return on(devices).fits }
    guard running.work.context > 0 else {
      return on(devices, running: RunningMemory(keepingFree: running.reserve, of: memory)).fits
    }
    var fit = self
    (fit.reserve, fit.prefill) = (running.reserveParts.stated, running.prefill)
    return fit.on(devices, running.work).fits
  }

  private func workloadChanges(_ devices: [DeviceBudget], _ running: RunningMemory) -> [FitChange] {
    var changes: [FitChange] = []
    let work = running.work
    if let context = longestContext(on: devices, work), context < work.context { changes.append(.context(context)) }
    if work.batch > 1, let batch = largestBatch(on: devices, work), batch < work.batch { changes.append(.batch(batch)) }
    guard training == nil else { return changes }
    let smaller = [CacheType.fp8, .q4].first { type in
      type.quarterBits < work.cache.quarterBits && on(devices, running: running.with { $0.cacheType = type }).fits
    }
    if let smaller { changes.append(.cacheType(smaller)) }
    let pieces = [2048, 512].first { piece in
      piece < running.prefill ?? work.context
        && on(devices, running: RunningMemory(memory, work, reserve: running.reserveParts.stated, prefill: piece)).fits
    }
    if let pieces { changes.append(.prefill(pieces)) }
    return changes
  }

  private static let mostGPUs = 64

  /// The fewest GPUs like the last one with which the accelerators alone hold the model.
  private func moreGPUs(_ devices: [DeviceBudget], _ running: RunningMemory?) -> FitChange? {
    let gpus = devices.filter { if case .gpu = $0.device { true } else { false } }.sorted { $0.device < $1.device }
    guard let last = gpus.last, let bytes = last.limit, gpus.count == devices.count(where: \.device.isAccelerator),
      let feasibility = feasibility(gpus, running)
    else { return nil }
    let budgets = gpus.map { (running?.budget(of: $0) ?? $0).bytes ?? 0 }
    let reaches = feasibility.reaches(running, budgets: budgets)
    var start = reaches.reduce(0) { Int($1[$0]) }
    for count in 1...Self.mostGPUs {
      let end = Int(reaches[gpus.count - 1][start])
      guard end > start else { return nil }
      start = end
      if start == feasibility.partCount { return .moreGPUs(count, bytes: bytes) }
    }
    return nil
  }

  /// The least budget of the cpu, in whole MiB, for what the accelerators do not hold.
  private func cpuBytes(_ devices: [DeviceBudget], _ running: RunningMemory?) -> Int? {
    let accelerators = devices.filter(\.device.isAccelerator)
    guard training == nil, !accelerators.isEmpty, let feasibility = feasibility(accelerators, running),
      let bytes = feasibility.leastOffloadedBytes(running, anyOrder: anyOrder)
    else { return nil }
    let step = 1 << 20
    let budget = (bytes + step - 1) / step * step
    return on(accelerators + [DeviceBudget(.cpu, bytes: budget)], running: running).fits ? budget : nil
  }
}
