/// A model in an engine: what each rank holds, and how many tokens the rest of its memory caches.
///
///     let serving = try ServingPlan(tree, ParallelLayout(tensor: 4, stages: 2), engine: .vllm,
///                                   gpus: Array(repeating: 80 << 30, count: 8))
///     serving.units     // blocks of 16 tokens, those of the stage that has fewest
public struct ServingPlan: Sendable {
  public let shares: ParallelShares
  /// Bytes that a GPU of each stage may use for weights and cache.
  public let budgets: [Int]
  /// Nil where it is not known how the engine keeps what the layers keep.
  public let cache: ServingCache?
  /// Blocks or steps of the cache that all stages have; nil without a cache that grows.
  public let units: Int?
  /// The layers that the engine takes by itself, and what they would give; nil where they do not fit.
  public let engineLayers: [Int]
  public let engineUnits: Int?

  /// - Parameters:
  ///   - tree: the model.
  ///   - layout: ranks and stages. Layers per stage that it does not name are chosen so that the stage with fewest units
  ///     has as many as any choice gives it.
  ///   - engine: whose rules count.
  ///   - gpus: bytes that each GPU may use, the ranks of a stage one after the other.
  ///   - cacheType: what the cache's elements are stored as; nil for the model's dtype.
  ///   - keepsEngineLayers: whether the engine's own layers per stage are taken.
  /// - Throws: ``ParallelError``.
  /// - Complexity: O(tensors x ranks + layers x log bytes).
  public init(
    _ tree: ModuleTree, _ layout: ParallelLayout, engine: ParallelEngine, gpus: [Int], cacheType: CacheType? = nil,
    keepsEngineLayers: Bool = false
  ) throws(ParallelError) {
    guard layout.deviceCount == gpus.count else { throw .devices(needed: layout.deviceCount, given: gpus.count) }
    let model = try SharedModel(tree, layout, engine)
    let budgets = (0..<layout.stages).map { stage in
      gpus[stage * layout.tensor..<(stage + 1) * layout.tensor].min() ?? 0
    }
    let cache = ServingCache(tree, engine, ranks: layout.tensor, type: cacheType)
      .flatMap { $0.layers.count == model.layers.count ? $0 : nil }
    let search = StageSearch(model: model, cache: cache, budgets: budgets)
    let own =
      engine == .llamaCpp
      ? search.proportional() : engine.defaultSplit(layers: model.layers.count, stages: layout.stages)
    let given = layout.stageLayers != nil || keepsEngineLayers
    let counts = given ? (layout.stageLayers == nil ? own : try model.split()) : try search.best()
    shares = ParallelShares(model, layers: counts)
    self.budgets = budgets
    self.cache = cache
    units = search.units(counts)
    engineLayers = own
    engineUnits = search.units(own)
    if given, !search.holds(counts, units: 0) { throw .tooLarge(missing: search.missing(counts)) }
  }

  /// Tokens that the cache holds together.
  public var tokens: Int? {
    guard let cache, let units else { return nil }
    return cache.isGrouped ? max(0, units - 1) / max(1, cache.groups.count) *| cache.step : units *| cache.step
  }

  /// Tokens that vLLM computes at once by default on GPUs of 70 GiB and more, which windows hold beside their own.
  public static let batchedTokens = 8192

  /// How many sequences of so many tokens the cache holds at once.
  public func sequences(of tokens: Int) -> Int? {
    guard let cache, let units else { return nil }
    let usable = cache.isGrouped ? units - 1 : units
    return max(0, usable) / max(1, cache.units(ofSequence: tokens, batched: Self.batchedTokens))
  }

  /// The longest sequence that the cache holds.
  public var longestSequence: Int? {
    guard let cache, let units else { return nil }
    let usable = cache.isGrouped ? units - 1 : units
    return ServingCache.largest(atMost: ServingCache.mostTokens) {
      cache.units(ofSequence: $0, batched: Self.batchedTokens) <= usable
    }
  }
}

/// The layers of each stage with which the stage that caches least caches most.
///
/// A number of units is possible if stages that take as many layers as they hold, one after the other, take all: who takes
/// more leaves less to the rest, and less of the layers never needs more. So bisection over units is exact.
struct StageSearch {
  let model: SharedModel
  let cache: ServingCache?
  let budgets: [Int]

  private var count: Int { model.layers.count }

  private func need(_ range: Range<Int>, _ stage: Int, _ units: Int) -> Int {
    let weights = model.bytes(of: range, stage: stage, of: budgets.count).max() ?? 0
    return weights +| (units > 0 ? cache?.bytes(of: range, units: units) ?? 0 : 0)
  }

  func holds(_ counts: [Int], units: Int) -> Bool {
    var first = 0
    for (stage, count) in counts.enumerated() {
      guard need(first..<first + count, stage, units) <= budgets[stage] else { return false }
      first += count
    }
    return true
  }

  /// The bytes that the stage which lacks most lacks.
  func missing(_ counts: [Int]) -> Int {
    var (first, most) = (0, 0)
    for (stage, count) in counts.enumerated() {
      most = max(most, need(first..<first + count, stage, 0) - budgets[stage])
      first += count
    }
    return most
  }

  /// The most units that all stages hold; nil where the weights alone do not fit or nothing grows.
  func units(_ counts: [Int]) -> Int? {
    guard let cache, holds(counts, units: 0) else { return nil }
    var (first, least) = (0, Int?.none)
    for (stage, count) in counts.enumerated() {
      let range = first..<first + count
      first += count
      let room = budgets[stage] - need(range, stage, 0)
      guard let units = cache.units(of: range, bytes: room) else { continue }
      least = min(least ?? units, units)
    }
    return least
  }

  /// - Throws: ``ParallelError/tooLarge(missing:)`` where no cut fits.
  func best() throws(ParallelError) -> [Int] {
    guard budgets.count <= count else { throw .tooManyStages(budgets.count, layers: count) }
    guard let plain = cut(units: 0, extra: 0) else {
      let most = need(0..<count, 0, 0) +| need(0..<count, budgets.count - 1, 0)
      throw .tooLarge(missing: ServingCache.largest(atMost: most) { cut(units: 0, extra: $0) == nil } + 1)
    }
    guard let cache else { return plain }
    let most = (budgets.max() ?? 0) / max(1, cache.layers.map(\.tokenBytes).filter { $0 > 0 }.min() ?? 1)
    let units = ServingCache.largest(atMost: most / cache.step + 1) { cut(units: $0, extra: 0) != nil }
    return cut(units: units, extra: 0) ?? plain
  }

  /// Layers of each stage, as many as it holds; nil if some are left over.
  private func cut(units: Int, extra: Int) -> [Int]? {
    var counts: [Int] = []
    var first = 0
    for (stage, budget) in budgets.enumerated() {
      let after = budgets.count - 1 - stage
      let most = count - first - after
      let taken =
        after == 0
        ? most : ServingCache.largest(atMost: most) { need(first..<first + $0, stage, units) <= budget +| extra }
      guard taken > 0, need(first..<first + taken, stage, units) <= budget +| extra else { return nil }
      counts.append(taken)
      first += taken
    }
    return counts
  }

  /// llama.cpp without `-ts`: the layers and the output in proportion to the memory, in 32-bit floats.
  func proportional() -> [Int] {
    LlamaCppSplit.layers(shares: budgets.map { Float($0) }, items: count + 1, output: true)
  }
}

/// llama.cpp's rule: the device of item i is the first whose share of the sum is above i / items.
enum LlamaCppSplit {
  /// Items of each device; with `output` the last item is the output, and not counted.
  static func layers(shares: [Float], items: Int, output: Bool = false) -> [Int] {
    var ends: [Float] = []
    var sum: Float = 0
    for share in shares {
      sum += share
      ends.append(sum)
    }
    var counts = Array(repeating: 0, count: shares.count)
    for item in 0..<items - (output ? 1 : 0) {
      let place = Float(item) / Float(items)
      let device = ends.firstIndex { $0 / sum > place } ?? shares.count - 1
      counts[device] += 1
    }
    return counts
  }
}
