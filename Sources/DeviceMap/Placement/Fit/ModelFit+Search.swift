extension ModelFit {
  /// No longer contexts and no larger batches than this are looked for.
  public static let most = 1 << 24

  /// The longest context that fits, in tokens of each of `work.batch` sequences.
  ///
  /// - Parameters:
  ///   - devices: what the model is to fit on.
  ///   - work: what runs beside the length of its context.
  ///   - onAcceleratorsOnly: nothing may be on the cpu.
  /// - Returns: nil when not even one token fits, or when only weights are known; the positions that the model has, or
  ///   ``most``, when nothing else ends it. Up to there never less than a context of `work` that fits.
  /// - Complexity: that of ``ModelFit/on(_:_:)`` for each of O(log of the answer) contexts.
  public func longestContext(
    on devices: [DeviceBudget], _ work: Workload, onAcceleratorsOnly: Bool = false
  ) -> Int? {
    let devices = onAcceleratorsOnly ? devices.filter(\.device.isAccelerator) : devices
    let most = min(Self.most, memory.positions ?? Self.most)
    return largest(on: devices, work, from: work.context, upTo: most) { $0.setContext($1) }
  }

  /// The most sequences of `work.context` tokens that fit at once.
  ///
  /// - Returns: nil when not one fits, or when only weights are known.
  /// - Complexity: that of ``ModelFit/on(_:_:)`` for each of O(log of the answer) batches.
  public func largestBatch(on devices: [DeviceBudget], _ work: Workload) -> Int? {
    largest(on: devices, work, from: work.batch) { $0.batch = $1 }
  }

  /// - Parameter asked: the number that is asked about; from where that fits, the search goes up.
  private func largest(
    on devices: [DeviceBudget], _ work: Workload, from asked: Int, upTo most: Int = Self.most,
    _ change: (inout Workload, Int) -> Void
  ) -> Int? {
    guard memory.states != nil, let running = running(work), let feasibility = feasibility(devices, running) else {
      return nil
    }
    func fits(_ number: Int) -> Bool { feasibility.fits(running.with { change(&$0, number) }, anyOrder: anyOrder) }
    // Where a model has positions for so many, they often fit all: one question instead of a search.
    if most < Self.most, fits(most) { return most }
    if asked > 1, let largest = Bisection.largest(from: asked, upTo: most, fits) { return largest }
    return Bisection.largest(upTo: most, fits)
  }

  func feasibility(_ devices: [DeviceBudget], _ running: RunningMemory?) -> Feasibility? {
    guard let task = try? task(devices, running) else { return nil }
    return try? Feasibility(task)
  }

  /// The fewest GPUs of `bytes` each that hold the model; nil when more than `limit` do not.
  ///
  /// - Complexity: O(modules + GPUs).
  public func fewest(gpuBytes bytes: Int, _ work: Workload? = nil, limit: Int = 4096) -> Int? {
    fewest(gpuBytes: bytes, running: running(work), limit: limit)
  }

  func fewest(gpuBytes bytes: Int, running: RunningMemory?, limit: Int = 4096) -> Int? {
    let budget = Self.budget(bytes, running)
    guard let feasibility = feasibility([DeviceBudget(.gpu(0), bytes: bytes)], running) else { return nil }
    let reach = feasibility.reaches(running, budgets: [budget])[0]
    var (start, count) = (0, 0)
    while start < feasibility.partCount {
      let end = Int(reach[start])
      guard end > start, count < limit else { return nil }
      (start, count) = (end, count + 1)
    }
    return count
  }

  private static func budget(_ bytes: Int, _ running: RunningMemory?) -> Int {
    let offer = DeviceBudget(.gpu(0), bytes: bytes)
    return (running?.budget(of: offer) ?? offer).bytes ?? 0
  }

  /// The cheapest GPUs that hold the model together, of equally cheap ones the fewest; nil when `limit` do not.
  ///
  /// - Complexity: O(mixes x offers); there are (limit + offers choose offers) mixes.
  public func cheapest(_ offers: [GPUOffer], _ work: Workload? = nil, limit: Int = 16) -> GPUMix? {
    cheapest(offers, running: running(work), limit: limit)
  }

  func cheapest(_ offers: [GPUOffer], running: RunningMemory?, limit: Int = 16) -> GPUMix? {
    guard let largest = offers.map(\.bytes).max(),
      let feasibility = feasibility([DeviceBudget(.gpu(0), bytes: largest)], running)
    else { return nil }
    let reaches = feasibility.reaches(running, budgets: offers.map { Self.budget($0.bytes, running) })
    var best: GPUMix?
    // All mixes with n GPUs come from those with n - 1; only the furthest reach of each is of interest.
    var layer: [[Int]: Int] = [[Int](repeating: 0, count: offers.count): 0]
    for _ in 0..<max(0, limit) {
      var next: [[Int]: Int] = [:]
      for (counts, start) in layer {
        for kind in offers.indices {
          let end = Int(reaches[kind][start])
          var more = counts
          more[kind] += 1
          if end > next[more] ?? -1 { next[more] = end }
        }
      }
      for counts in next.keys.sorted(by: { $0.lexicographicallyPrecedes($1) })
      where next[counts] == feasibility.partCount {
        let price = zip(counts, offers).reduce(0) { $0 + Double($1.0) * $1.1.price }
        if best.map({ price < $0.price }) ?? true { best = GPUMix(counts: counts, price: price) }
      }
      layer = next.filter { $0.value < feasibility.partCount }
    }
    return best
  }
}

/// A kind of GPU that can be had, and what one costs.
public struct GPUOffer: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// Its memory.
  public var bytes: Int
  /// Its price, in any unit.
  public var price: Double

  /// A GPU that can be had for a price.
  public init(name: String, bytes: Int, price: Double) {
    self.name = name
    self.bytes = bytes
    self.price = price
  }
}

/// How many of each offer, and what that costs.
public struct GPUMix: Hashable, Sendable {
  /// How many of each offer, in their order.
  public var counts: [Int]
  /// What they cost together.
  public var price: Double
}
