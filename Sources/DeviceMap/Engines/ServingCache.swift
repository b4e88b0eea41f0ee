/// The KV cache of an engine on the ranks of a stage, as the engine's own planner counts it.
///
/// vLLM 0.33.0 gives it out in blocks of 16 tokens: layers that see all tokens and layers with a window stand in groups of
/// as many layers as the smaller kind has, a block is a page of every layer of a group, and all groups share one pool
/// (`v1/core/kv_cache_planning.py`). The others keep tokens layer by layer.
public struct ServingCache: Sendable, Hashable {
  /// What a layer keeps on one rank.
  public struct Layer: Sendable, Hashable {
    /// Bytes of a token.
    public var tokenBytes: Int
    /// The tokens that a window sees; nil where all are seen.
    public var window: Int?
    /// Bytes of a sequence that do not grow.
    public var fixedBytes: Int

    public init(tokenBytes: Int, window: Int? = nil, fixedBytes: Int = 0) {
      (self.tokenBytes, self.window, self.fixedBytes) = (tokenBytes, window, fixedBytes)
    }
  }

  public let layers: [Layer]
  /// Tokens by which the cache grows.
  public let step: Int
  /// Whether blocks are shared by groups of layers, as vLLM does.
  public let isGrouped: Bool
  /// The groups of a grouped cache: numbers of layers.
  public let groups: [[Int]]

  /// - Parameters:
  ///   - layers: what each layer keeps, in order.
  ///   - step: tokens by which the cache grows.
  ///   - isGrouped: whether blocks are shared by groups of layers.
  /// - Complexity: O(layers).
  public init(layers: [Layer], step: Int = 16, isGrouped: Bool = true) {
    self.layers = layers
    self.step = step
    self.isGrouped = isGrouped
    groups = isGrouped ? Self.groups(layers) : []
  }

  /// Layers of one kind in parts of equal length, each part every so many layers.
  private static func groups(_ layers: [Layer]) -> [[Int]] {
    var kinds: [(layer: Layer, members: [Int])] = []
    for (number, layer) in layers.enumerated() where layer.tokenBytes > 0 {
      if let known = kinds.firstIndex(where: { $0.layer == layer }) {
        kinds[known].members.append(number)
      } else {
        kinds.append((layer, [number]))
      }
    }
    let counts = kinds.map(\.members.count)
    guard let least = counts.min(), let most = counts.max() else { return [] }
    let size = 2 * most < 3 * least ? most : least
    return kinds.flatMap { kind in
      let parts = (kind.members.count + size - 1) / size
      return (0..<parts).map { part in
        stride(from: part, to: kind.members.count, by: parts).map { kind.members[$0] }
      }
    }
  }

  /// Bytes that `units` blocks, or as many steps of one sequence, take on a stage. Saturates. O(layers).
  public func bytes(of range: Range<Int>, units: Int) -> Int {
    guard isGrouped else {
      return range.reduce(0) { sum, number in
        let layer = layers[number]
        let tokens = layer.window.map { min(units *| step, ($0 +| step) / step *| step) } ?? units *| step
        return sum +| layer.tokenBytes *| tokens +| layer.fixedBytes
      }
    }
    let pages = groups.map { group in
      group.reduce(0) { range.contains($1) ? $0 +| layers[$1].tokenBytes *| step : $0 }
    }
    return (pages.max() ?? 0) *| units
  }

  /// The most units that `bytes` hold on a stage; nil where nothing grows.
  ///
  /// - Complexity: O(layers x log bytes).
  public func units(of range: Range<Int>, bytes: Int) -> Int? {
    guard range.contains(where: { layers[$0].tokenBytes > 0 }) else { return nil }
    let limit = isGrouped ? bytes / max(1, self.bytes(of: range, units: 1)) : Self.mostTokens / step
    return Self.largest(atMost: max(0, limit)) { self.bytes(of: range, units: $0) <= bytes }
  }

  /// More tokens than any context has.
  static let mostTokens = 1 << 32

  /// The largest number from 0 to `limit` for which a condition holds that holds for all smaller ones; 0 if for none.
  static func largest(atMost limit: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, limit)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if holds(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  // MARK: - Sequences

  /// Units that one sequence of so many tokens takes.
  ///
  /// - Parameters:
  ///   - tokens: tokens of the sequence.
  ///   - batched: tokens that are computed at once, which a window holds beside its own.
  public func units(ofSequence tokens: Int, batched: Int) -> Int {
    let all = (tokens +| (step - 1)) / step
    guard isGrouped else { return all }
    return groups.reduce(0) { sum, group in
      guard let window = layers[group[0]].window else { return sum +| all }
      let seen = min(window - 1 +| batched, tokens)
      return sum +| min(all, (seen +| (step - 1)) / step +| 1)
    }
  }
}

extension ServingCache {
  /// The cache of a model on one rank.
  ///
  /// - Parameters:
  ///   - ranks: ranks that share the heads; a rank has one key/value head at least, and latent attention whole.
  ///   - type: what its elements are stored as; nil for the model's dtype.
  /// - Returns: nil where the states of a layer are none that the engine's rules are known for.
  init?(_ tree: ModuleTree, _ engine: ParallelEngine, ranks: Int, type: CacheType?) {
    let memory = ModelMemory(tree)
    guard let states = memory.states,
      let config = tree.configurations.first(where: { (try? ModelStates($0.fields)) == states })?.fields
    else { return nil }
    let type = type ?? CacheType(dtype: memory.dtype)
    var layers: [Layer] = []
    for state in states.layers {
      guard let layer = Self.layer(state, config, engine, ranks: ranks, type) else { return nil }
      layers.append(layer)
    }
    self.init(layers: layers, step: engine.cacheStep, isGrouped: engine == .vllm)
  }

  private static func layer(
    _ state: LayerState, _ config: ConfigFields, _ engine: ParallelEngine, ranks: Int, _ type: CacheType
  ) -> Layer? {
    var layer = Layer(tokenBytes: 0)
    for term in state.terms {
      switch term.growth {
      case .fixed where engine != .vllm:
        layer.fixedBytes = layer.fixedBytes +| term.elements *| (term.element == .float32 ? 4 : 2)
      case .tokens where term.element == .cache && layer.tokenBytes == 0:
        layer.tokenBytes = bytes(elements(term, config, isFull: true, ranks: ranks), type)
      case .window(let window) where term.element == .cache && layer.tokenBytes == 0:
        layer.tokenBytes = bytes(elements(term, config, isFull: false, ranks: ranks), type)
        layer.window = window
      default: return nil
      }
    }
    return layer
  }

  private static func bytes(_ elements: Int, _ type: CacheType) -> Int { (elements *| type.quarterBits +| 31) / 32 }

  private static func elements(_ term: StateTerm, _ config: ConfigFields, isFull: Bool, ranks: Int) -> Int {
    guard config.int("kv_lora_rank") == nil, let heads = try? AttentionHeads(config, isFull: isFull) else {
      return term.elements
    }
    return term.elements / heads.cached *| max(1, heads.cached / ranks)
  }
}
