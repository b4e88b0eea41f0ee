/// A model in an engine: what each rank holds, and how many tokens the rest of its memory caches.
///
///     let serving = try ServingPlan(tree, ParallelLayout(tensor: 4, stages: 2), engine: .vllm,
///                                   gpus: Array(repeating: 80 << 30, count: 8))
///     serving.units     // blocks of 16 tokens, those of the stage that has fewest
public struct ServingPlan: Sendable {
  /// What each rank holds.
  public let shares: ParallelShares
  /// What the engine is told of how the model is loaded.
  let loading: ModelLoading
  /// The machines and GPUs on which it runs; they change texts and no numbers.
  public var machines = ServingMachines()
  /// What of the ends of the model an engine has to be asked about.
  let ends: ServedEnds
  /// Bytes that a GPU of each stage may use for weights and cache.
  public let budgets: [Int]
  /// Nil where it is not known how the engine keeps what the layers keep.
  public let cache: ServingCache?
  /// Blocks or steps of the cache that all stages have; nil without a cache that grows.
  public let units: Int?
  /// The layers that the engine takes by itself, and what they would give; nil where they do not fit.
  public let engineLayers: [Int]
  /// What would be cached with the layers that the engine chooses by itself.
  public let engineUnits: Int?
  /// How good the layers per stage are for what they were chosen for; nil where that cannot be counted.
  public let certificate: StageCertificate?

  /// - Parameters:
  ///   - tree: the model.
  ///   - layout: ranks and stages. Layers per stage that it does not name are chosen so that the stage with fewest units
  ///     has as many as any choice gives it.
  ///   - engine: whose rules count.
  ///   - gpus: bytes that each GPU may use, the ranks of a stage one after the other.
  ///   - cacheType: what the cache's elements are stored as; nil for the model's dtype.
  ///   - keepsEngineLayers: whether the engine's own layers per stage are taken.
  ///   - rates: bytes per second that a GPU of each stage reads of its memory; where they are given, layers are chosen so
  ///     that the slowest stage is as fast as any choice makes it.
  ///   - context: tokens whose cache is read beside the weights, where rates are given; nil for the weights alone.
  /// - Throws: ``ParallelError``.
  /// - Complexity: O(tensors x ranks + layers x log bytes).
  public init(
    _ tree: ModuleTree, _ layout: ParallelLayout, engine: ParallelEngine, gpus: [Int], cacheType: CacheType? = nil,
    keepsEngineLayers: Bool = false, rates: [Int]? = nil, context: Int? = nil
  ) throws(ParallelError) {
    guard layout.deviceCount == gpus.count else { throw .devices(needed: layout.deviceCount, given: gpus.count) }
    ends = ServedEnds(tree)
    try ends.check(bytesOf: engine, stages: layout.stages)
    let model = try SharedModel(tree, layout, engine)
    let budgets = (0..<layout.stages).map { stage in
      gpus[stage * layout.tensor..<(stage + 1) * layout.tensor].min() ?? 0
    }
    let cache = ServingCache(tree, engine, ranks: layout.tensor, type: cacheType)
      .flatMap { $0.layers.count == model.layers.count ? $0 : nil }
    let search = StageSearch(model: model, cache: cache, budgets: budgets, rates: rates ?? [], context: context)
    let own =
      engine == .llamaCpp
      ? search.proportional() : engine.defaultSplit(layers: model.layers.count, stages: layout.stages)
    let given = layout.stageLayers != nil || keepsEngineLayers
    let counts =
      given
      ? (layout.stageLayers == nil ? own : try model.split()) : try rates == nil ? search.best() : search.fastest()
    shares = ParallelShares(model, layers: counts)
    loading = tree.loading
    self.budgets = budgets
    self.cache = cache
    units = search.units(counts)
    engineLayers = own
    engineUnits = search.units(own)
    certificate = StageCertificate(search, counts, own: own)
    if given, !search.holds(counts, units: 0) { throw .tooLarge(missing: search.missing(counts)) }
  }

  /// Tokens that the cache holds together; nil where nothing grows with them.
  public var tokens: Int? {
    guard let cache, cache.grows, let units else { return nil }
    return cache.isGrouped ? max(0, units - 1) / max(1, cache.groups.count) *| cache.step : units *| cache.step
  }

  /// Bytes that a GPU of each stage takes for a sequence of so many tokens, without what is kept; nil where it is not known
  /// how the engine caches, or where blocks are shared.
  public func peaks(of tokens: Int) -> [Peak]? {
    guard let cache, !cache.isGrouped else { return nil }
    let units = (tokens +| (cache.step - 1)) / cache.step
    return shares.stages.map { stage in
      let piece = cache.pieceBytes(of: stage.layers, tokens: units *| cache.step)
      return Peak(
        weights: stage.mostBytes, cache: cache.bytes(of: stage.layers, units: units) - piece, piece: piece)
    }
  }

  /// What a GPU holds when most is there.
  public struct Peak: Sendable, Hashable {
    /// Bytes of the weights.
    public var weights: Int
    /// Bytes of the cache.
    public var cache: Int
    /// Bytes that computing the last piece of the prompt takes.
    public var piece: Int

    /// Bytes of all of it.
    public var total: Int { weights +| cache +| piece }
  }

  /// Tokens that vLLM computes at once by default on GPUs of 70 GiB and more, which windows hold beside their own.
  public static let batchedTokens = 8192

  /// How many sequences of so many tokens the cache holds at once.
  ///
  /// - Complexity: O(groups of the cache).
  public func sequences(of tokens: Int) -> Int? {
    guard let cache, let units else { return nil }
    let usable = cache.isGrouped ? units - 1 : units
    return max(0, usable) / max(1, cache.units(ofSequence: tokens, batched: Self.batchedTokens))
  }

  /// The longest sequence that the cache holds; nil where nothing grows with it.
  ///
  /// - Complexity: O(groups of the cache), 32 times.
  public var longestSequence: Int? {
    guard let cache, cache.grows, let units else { return nil }
    let usable = cache.isGrouped ? units - 1 : units
    return Bisection.largest(upTo: ServingCache.mostTokens) {
      cache.units(ofSequence: $0, batched: Self.batchedTokens) <= usable
    } ?? 0
  }
}

/// How good the layers per stage are, and that no others are better.
public struct StageCertificate: Sendable, Hashable {
  /// What layers are chosen for.
  public enum Objective: String, Sendable, Hashable {
    /// The stage that caches fewest tokens caches as many as can be.
    case maxTokens = "max-tokens"
    /// The stage that takes longest to read its weights is as fast as can be.
    case stageTime = "stage-time"
  }

  /// What the layers were chosen for.
  public let objective: Objective
  /// Units of the cache, or picoseconds that the slowest stage reads its weights.
  public let value: Int
  /// The best of all layers per stage.
  public let bound: Int
  /// The value of the layers that the engine takes by itself; nil where they do not fit.
  public let engineValue: Int?

  init?(_ search: StageSearch, _ counts: [Int], own: [Int]) {
    if search.rates.isEmpty {
      guard let units = search.units(counts), let most = search.mostUnits() else { return nil }
      (objective, value, bound, engineValue) = (.maxTokens, units, most, search.units(own))
      return
    }
    guard let best = try? search.fastest(), let time = search.slowest(counts), let least = search.slowest(best) else {
      return nil
    }
    (objective, value, bound) = (.stageTime, time, least)
    engineValue = search.holds(own, units: 0) ? search.slowest(own) : nil
  }
}
