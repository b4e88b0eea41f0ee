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
  /// Weights in another dtype, and so many tokens of the prompt read at a time.
  case dtypeAndPrefill(String, Int)
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
    case .dtypeAndPrefill(let name, let tokens):
      "with weights in \(name) and the prompt read \(ByteText.tokens(tokens)) at a time"
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
    case .dtypeAndPrefill: "dtype-prefill"
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
    let answer = on(devices, running: running)
    guard !answer.fits, answer.isKnown else { return [] }
    var changes: [FitChange] = []
    if let running, running.work.context > 0 { changes += workloadChanges(devices, running) }
    if let change = dtypeChange(devices, running, dtypes) { changes.append(change) }
    if let more = moreGPUs(devices, running) { changes.append(more) }
    if let cpu = cpuBytes(devices, running) { changes.append(.cpu(cpu)) }
    return changes
  }

  /// The widest of the dtypes with fewer bytes that fits, else the narrowest with more, which another device may take; where
  /// none does, the widest that fits with the prompt in pieces.
  private func dtypeChange(
    _ devices: [DeviceBudget], _ running: RunningMemory?, _ dtypes: [(name: String, fit: ModelFit)]
  ) -> FitChange? {
    let rising = dtypes.sorted { $0.fit.weightBytes < $1.fit.weightBytes }
    let candidates =
      rising.filter { $0.fit.weightBytes < weightBytes }.reversed() + rising.filter { $0.fit.weightBytes > weightBytes }
    if let dtype = candidates.first(where: { $0.fit.fits(devices, like: running, prefill: running?.prefill) }) {
      return .dtype(dtype.name)
    }
    guard let running, running.work.context > 0, training == nil else { return nil }
    for piece in Self.pieces where piece < running.prefill ?? running.work.context {
      if let dtype = candidates.first(where: { $0.fit.fits(devices, like: running, prefill: piece) }) {
        return .dtypeAndPrefill(dtype.name, piece)
      }
    }
    return nil
  }

  /// Tokens of a prompt that are tried at a time.
  private static let pieces = [2048, 512, 128]

  /// Whether a model in another dtype fits, with something of it on the accelerators where there are any.
  private func fits(_ devices: [DeviceBudget], like running: RunningMemory?, prefill: Int?) -> Bool {
    var fit = self
    var answer: FitAnswer
    if let running, running.work.context > 0 {
      (fit.reserve, fit.prefill) = (running.reserveParts.stated, prefill)
      var work = running.work
      work.dtype = memory.dtype
      answer = fit.on(devices, work)
    } else {
      answer = fit.on(devices, running: running.map { RunningMemory(keepingFree: $0.reserve, of: memory) })
    }
    return answer.fits && answer.usesAccelerators(of: devices)
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
    let pieces = Self.pieces.first { piece in
      piece < running.prefill ?? work.context
        && on(devices, running: RunningMemory(memory, work, reserve: running.reserveParts.stated, prefill: piece)).fits
    }
    if let pieces { changes.append(.prefill(pieces)) }
    return changes
  }

  /// The most GPUs that are advised beside those that there are: one machine has hardly more than eight.
  private static func mostGPUs(beside count: Int) -> Int { max(8, 2 *| count) - count }

  /// The fewest GPUs like the last one with which the accelerators alone hold the model.
  private func moreGPUs(_ devices: [DeviceBudget], _ running: RunningMemory?) -> FitChange? {
    let gpus = devices.filter { if case .gpu = $0.device { true } else { false } }.sorted { $0.device < $1.device }
    guard let last = gpus.last, let bytes = last.bytes, gpus.count == devices.count(where: \.device.isAccelerator),
      let feasibility = feasibility(gpus, running)
    else { return nil }
    let budgets = gpus.map { (running?.budget(of: $0) ?? $0).bytes ?? 0 }
    let reaches = feasibility.reaches(running, budgets: budgets)
    var start = reaches.reduce(0) { Int($1[$0]) }
    for count in 1...Self.mostGPUs(beside: gpus.count) {
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
      tree.quantization?.refused(of: accelerators.map(\.device) + [.cpu]).isEmpty ?? true,
      let bytes = feasibility.leastOffloadedBytes(running, anyOrder: anyOrder)
    else { return nil }
    let step = 1 << 20
    let fits = { (steps: Int) in
      on(accelerators + [DeviceBudget(.cpu, bytes: steps * step)], running: running).fits
    }
    let least = (bytes + step - 1) / step
    if fits(least) { return least * step }
    let all = weightBytes +| (running?.residentBytes ?? 0) +| (running?.transientBytes ?? 0)
    return Bisection.least(upTo: all / step + 1, fits).map { $0 * step }
  }
}
