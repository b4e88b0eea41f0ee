/// The layers of each stage that serve an objective best.
///
/// What is asked of all stages (so many units of cache, so little time) is possible if stages that take as many layers as
/// they may, one after the other, take all: who takes more leaves less to the rest, and fewer layers never need more. So
/// bisection is exact, and tells that nothing better is possible.
struct StageSearch {
  let model: SharedModel
  let cache: ServingCache?
  let budgets: [Int]
  /// Bytes per second that a GPU of each stage reads; empty where time is not asked for.
  var rates: [Int] = []
  /// Tokens whose cache is read beside the weights; nil for the weights alone.
  var context: Int?

  private var count: Int { model.layers.count }

  private func need(_ range: Range<Int>, _ stage: Int, _ units: Int) -> Int {
    let weights = model.bytes(of: range, stage: stage, of: budgets.count).max() ?? 0
    return weights +| (units > 0 ? cache?.bytes(of: range, units: units) ?? 0 : 0)
  }

  func holds(_ counts: [Int], units: Int) -> Bool {
    stages(counts).enumerated().allSatisfy { need($1, $0, units) <= budgets[$0] }
  }

  private func stages(_ counts: [Int]) -> [Range<Int>] {
    var first = 0
    return counts.map { count in
      defer { first += count }
      return first..<first + count
    }
  }

  /// The bytes that the stage which lacks most lacks.
  func missing(_ counts: [Int]) -> Int {
    stages(counts).enumerated().reduce(0) { max($0, need($1.element, $1.offset, 0) - budgets[$1.offset]) }
  }

  // MARK: - Tokens

  /// The most units that all stages hold; nil where the weights alone do not fit or nothing is kept.
  func units(_ counts: [Int]) -> Int? {
    guard let cache, holds(counts, units: 0) else { return nil }
    return stages(counts).enumerated().compactMap { stage, range in
      cache.units(of: range, bytes: budgets[stage] - need(range, stage, 0))
    }.min()
  }

  /// The most units that the stages hold with any layers.
  func mostUnits() -> Int? {
    guard let cache, cut(units: 0) != nil else { return nil }
    let most = (budgets.max() ?? 0) / max(1, cache.layers.map(\.tokenBytes).filter { $0 > 0 }.min() ?? 1)
    return Bisection.largest(upTo: most / cache.step + 1) { cut(units: $0) != nil } ?? 0
  }

  /// - Throws: ``ParallelError/tooLarge(missing:)`` where no cut fits.
  func best() throws(ParallelError) -> [Int] {
    guard budgets.count <= count else { throw .tooManyStages(budgets.count, layers: count) }
    guard let plain = cut(units: 0) else {
      let most = need(0..<count, 0, 0) +| need(0..<count, budgets.count - 1, 0)
      throw .tooLarge(missing: (Bisection.largest(upTo: most) { cut(units: 0, extra: $0) == nil } ?? 0) + 1)
    }
    return mostUnits().flatMap { cut(units: $0) } ?? plain
  }

  private func cut(units: Int, extra: Int = 0) -> [Int]? {
    cut { need($0, $1, units) <= budgets[$1] +| extra }
  }

  /// Layers of each stage, as many as it may have; nil if some are left over.
  private func cut(_ isAllowed: (_ layers: Range<Int>, _ stage: Int) -> Bool) -> [Int]? {
    var counts: [Int] = []
    var first = 0
    for stage in budgets.indices {
      let after = budgets.count - 1 - stage
      let most = count - first - after
      let taken =
        after == 0 ? most : Bisection.largest(upTo: most) { isAllowed(first..<first + $0, stage) } ?? 0
      guard taken > 0, isAllowed(first..<first + taken, stage) else { return nil }
      counts.append(taken)
      first += taken
    }
    return counts
  }

  // MARK: - Time

  /// Picoseconds in which a stage reads its weights once, what it looks up in the embedding aside, and the cache of one
  /// sequence.
  private func time(_ range: Range<Int>, _ stage: Int) -> Int {
    let cached = context.flatMap { tokens in cache.map { $0.readBytes(of: range, tokens: tokens) } } ?? 0
    let bytes = model.readBytes(of: range, stage: stage, of: budgets.count) +| cached
    return DeviceSpeeds.picoseconds(8 *| bytes, bytesPerSecond: rates[stage])
  }

  /// Picoseconds of the slowest stage; nil where speeds are not known.
  func slowest(_ counts: [Int]) -> Int? {
    guard rates.count == counts.count else { return nil }
    return stages(counts).enumerated().map { time($1, $0) }.max()
  }

  /// The layers with which the slowest stage is fastest.
  func fastest() throws(ParallelError) -> [Int] {
    let plain = try best()
    guard let start = slowest(plain) else { return plain }
    // The largest time that is too short for all cuts.
    let short = Bisection.largest(upTo: start) { cut(within: $0) == nil } ?? 0
    return cut(within: short + 1) ?? plain
  }

  private func cut(within picoseconds: Int) -> [Int]? {
    cut { need($0, $1, 0) <= budgets[$1] && time($0, $1) <= picoseconds }
  }

  /// llama.cpp without `-ts`: the layers and the output in proportion to the memory, in 32-bit floats.
  func proportional() -> [Int] {
    LlamaCppSplit.layers(shares: budgets.map { Float($0) }, items: count + 1, output: true)
  }
}
