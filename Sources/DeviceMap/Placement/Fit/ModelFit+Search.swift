extension ModelFit {
  /// No longer contexts and no larger batches than this are looked for.
  public static let most = 1 << 24

  /// The longest context that fits, in tokens of each of `work.batch` sequences; its own context does not matter.
  ///
  /// - Returns: nil when not even an empty cache fits, or when only weights are known; ``most`` when the cache does not
  ///   grow.
  public func longestContext(on devices: [DeviceBudget], _ work: Workload) -> Int? {
    guard memory.states != nil else { return nil }
    return largest { context in
      var work = work
      work.context = context
      return fits(devices, work)
    }
  }

  /// The most sequences of `work.context` tokens that fit at once.
  ///
  /// - Returns: nil when not one fits, or when only weights are known.
  public func largestBatch(on devices: [DeviceBudget], _ work: Workload) -> Int? {
    guard memory.states != nil else { return nil }
    return largest { batch in
      var work = work
      work.batch = batch
      return fits(devices, work)
    }
  }

  /// The largest number from 1 to ``most`` for which `holds`, which holds for all below; nil when not for 1.
  private func largest(_ holds: (Int) -> Bool) -> Int? {
    guard holds(1) else { return nil }
    var (low, high) = (1, 2)
    while high < Self.most, holds(high) { (low, high) = (high, 2 * high) }
    if high >= Self.most, holds(Self.most) { return Self.most }
    high = min(high, Self.most)
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// The fewest GPUs of `bytes` each that hold the model; nil when more than `limit` do not.
  ///
  /// - Complexity: O(layers + GPUs x log layers).
  public func fewest(gpuBytes bytes: Int, _ work: Workload? = nil, limit: Int = 4096) -> Int? {
    let running = running(work)
    let budget = DeviceBudget(.gpu(0), bytes: bytes)
    let room = (running?.keepingFree(budget) ?? budget).bytes ?? 0
    let reach = reach(running)
    var (start, count) = (0, 0)
    while start < reach.count {
      let end = reach.end(from: start, room: room)
      guard end > start, count < limit else { return nil }
      (start, count) = (end, count + 1)
    }
    return count
  }

  /// A kind of GPU that can be had, and what one costs.
  public struct Offer: Hashable, Sendable {
    public var name: String
    public var bytes: Int
    public var price: Double

    public init(name: String, bytes: Int, price: Double) {
      self.name = name
      self.bytes = bytes
      self.price = price
    }
  }

  /// How many of each offer, and what that costs.
  public struct Mix: Hashable, Sendable {
    public var counts: [Int]
    public var price: Double
  }

  /// The cheapest GPUs that hold the model together, of equally cheap ones the fewest; nil when `limit` do not.
  ///
  /// - Complexity: O(mixes x offers x log layers); there are (limit + offers choose offers) mixes.
  public func cheapest(_ offers: [Offer], _ work: Workload? = nil, limit: Int = 16) -> Mix? {
    let running = running(work)
    let reach = reach(running)
    let rooms = offers.map { offer in
      let budget = DeviceBudget(.gpu(0), bytes: offer.bytes)
      return (running?.keepingFree(budget) ?? budget).bytes ?? 0
    }
    var best: Mix?
    // All mixes with n GPUs come from those with n - 1; only the furthest reach of each is of interest.
    var layer: [[Int]: Int] = [[Int](repeating: 0, count: offers.count): 0]
    for _ in 0..<max(0, limit) {
      var next: [[Int]: Int] = [:]
      for (counts, start) in layer {
        for kind in offers.indices {
          let end = reach.end(from: start, room: rooms[kind])
          var more = counts
          more[kind] += 1
          if end > next[more] ?? -1 { next[more] = end }
        }
      }
      for counts in next.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) where next[counts] == reach.count {
        let price = zip(counts, offers).reduce(0) { $0 + Double($1.0) * $1.1.price }
        if best.map({ price < $0.price }) ?? true { best = Mix(counts: counts, price: price) }
      }
      layer = next.filter { $0.value < reach.count }
    }
    return best
  }

  /// One line of the table of dtypes by GPUs.
  public struct Row: Hashable, Sendable {
    /// Bits of a weight.
    public var bits: Int
    public var weights: Int
    /// GPUs of each kind that are needed by bytes alone; nil when even the reserve of one does not fit.
    public var counts: [Int?]
  }

  /// How many GPUs of each kind hold the weights at 32, 16, 8 and 4 bits, with cache, states and transient of `work`.
  ///
  /// By bytes alone: a block is taken as divisible, so the count is the least there can be.
  public func table(gpuBytes: [Int], _ work: Workload? = nil) -> [Row] {
    let running = running(work)
    let states = running.map { $0.cacheBytes +| $0.leftoverBytes +| $0.inputBytes } ?? 0
    return [32, 16, 8, 4].map { bits in
      let weights = weightBytes(bits: bits)
      let need = weights +| states
      let counts = gpuBytes.map { bytes -> Int? in
        let budget = DeviceBudget(.gpu(0), bytes: bytes)
        let room = (running?.keepingFree(budget) ?? budget).bytes ?? 0
        return room > 0 ? (need - 1) / room + 1 : nil
      }
      return Row(bits: bits, weights: weights, counts: counts)
    }
  }
}
