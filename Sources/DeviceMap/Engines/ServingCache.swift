/// The KV cache of an engine on the ranks of a stage, as the engine's own planner counts it.
///
/// vLLM 0.33.0 gives it out in blocks: layers that see all tokens, layers with a window and states that do not grow stand in
/// groups of as many layers as the smallest kind has, a block is a page of every layer of a group, and all groups share one
/// pool (`v1/core/kv_cache_planning.py`). A block has 16 tokens; beside states as many that a page of attention is as large
/// as a state, which is filled up to it (`platforms/interface.py`). The others keep tokens layer by layer.
public struct ServingCache: Sendable, Hashable {
  /// What a layer keeps on one rank.
  public struct Layer: Sendable, Hashable {
    /// Bytes of a token.
    public var tokenBytes: Int
    /// The tokens that a window sees; nil where all are seen.
    public var window: Int?
    /// Bytes of a state that does not grow.
    public var fixedBytes: Int
    /// States that a sequence has at once where blocks are shared and attention stands beside.
    public var states: Int
    /// What the layer takes while it computes a piece of a prompt.
    public var piece = Piece()

    /// Bytes that a layer takes while it computes a piece of a prompt, and gives back.
    public struct Piece: Sendable, Hashable {
      /// Bytes of each pair of a token of the piece and a token that it sees.
      public var pairBytes = 0
      /// Bytes of each token that the piece sees.
      public var seenBytes = 0
      /// Bytes of each token of the piece.
      public var tokenBytes = 0

      /// Nothing.
      public init() {}
    }

    /// - Parameters:
    ///   - tokenBytes: bytes that a token takes.
    ///   - window: tokens that are kept at most; nil for all.
    ///   - fixedBytes: bytes of a state that does not grow.
    ///   - states: how many a sequence has at once.
    public init(tokenBytes: Int, window: Int? = nil, fixedBytes: Int = 0, states: Int = 2) {
      (self.tokenBytes, self.window, self.fixedBytes, self.states) = (tokenBytes, window, fixedBytes, states)
    }

    /// Bytes that the last piece of a prompt of so many tokens takes.
    func pieceBytes(of tokens: Int, most: Int) -> Int {
      let new = min(most, tokens)
      let seen = window.map { min(tokens, $0 +| new) } ?? tokens
      return new *| (piece.tokenBytes +| piece.pairBytes *| seen) +| piece.seenBytes *| seen
    }
  }

  /// What each layer keeps.
  public let layers: [Layer]
  /// Tokens by which the cache grows.
  public let step: Int
  /// Whether blocks are shared by groups of layers, as vLLM does.
  public let isGrouped: Bool
  /// The groups of a grouped cache.
  public let groups: [CacheGroup]
  /// How many tokens of a prompt are computed at once where what that takes is counted with the cache; nil elsewhere.
  public let pieceTokens: Int?

  /// - Parameters:
  ///   - layers: what each layer keeps, in order.
  ///   - step: tokens by which the cache grows; of a grouped cache the least.
  ///   - isGrouped: whether blocks are shared by groups of layers.
  ///   - pieceTokens: how many tokens of a prompt are computed at once, where that is counted.
  /// - Complexity: O(layers).
  public init(layers: [Layer], step: Int = 16, isGrouped: Bool = true, pieceTokens: Int? = nil) {
    self.layers = layers
    self.pieceTokens = pieceTokens
    self.isGrouped = isGrouped
    self.step = isGrouped ? CacheGroup.tokens(of: layers, least: step) : step
    groups = isGrouped ? CacheGroup.groups(of: layers, step: self.step) : []
  }

  /// Whether anything grows with the tokens.
  var grows: Bool { layers.contains { $0.tokenBytes > 0 } }

  /// Bytes that `units` blocks, or as many steps of one sequence, take on a stage, with what computing them takes where
  /// that is counted. Saturates.
  ///
  /// - Complexity: O(layers).
  public func bytes(of range: Range<Int>, units: Int) -> Int {
    guard isGrouped else {
      let held = range.reduce(0) { sum, number in
        let layer = layers[number]
        let tokens = layer.window.map { min(units *| step, ($0 +| step) / step *| step) } ?? units *| step
        return sum +| layer.tokenBytes *| tokens +| layer.fixedBytes
      }
      return held +| pieceBytes(of: range, tokens: units *| step)
    }
    return (groups.map { $0.bytes(of: range) }.max() ?? 0) *| units
  }

  /// Bytes that the layer of a stage which takes most takes while it computes the last piece of a prompt.
  ///
  /// - Complexity: O(layers).
  public func pieceBytes(of range: Range<Int>, tokens: Int) -> Int {
    guard let pieceTokens else { return 0 }
    return range.reduce(0) { max($0, layers[$1].pieceBytes(of: tokens, most: pieceTokens)) }
  }

  /// Bytes that a stage reads of the cache for the next token of a sequence of so many.
  ///
  /// - Complexity: O(layers).
  public func readBytes(of range: Range<Int>, tokens: Int) -> Int {
    range.reduce(0) { sum, number in
      let layer = layers[number]
      return sum +| layer.tokenBytes *| min(tokens, layer.window ?? tokens) +| layer.fixedBytes
    }
  }

  /// The most units that `bytes` hold on a stage; nil where nothing is kept.
  ///
  /// - Complexity: O(layers x log bytes).
  public func units(of range: Range<Int>, bytes: Int) -> Int? {
    guard range.contains(where: { layers[$0].tokenBytes > 0 || isGrouped && layers[$0].fixedBytes > 0 }) else {
      return nil
    }
    if isGrouped { return max(0, bytes) / max(1, self.bytes(of: range, units: 1)) }
    return Bisection.largest(upTo: Self.mostTokens / step) { self.bytes(of: range, units: $0) <= bytes } ?? 0
  }

  /// More tokens than any context has.
  static let mostTokens = 1 << 32

  /// Units that one sequence of so many tokens takes.
  ///
  /// - Parameters:
  ///   - tokens: tokens of the sequence.
  ///   - batched: tokens that are computed at once, which a window holds beside its own.
  /// - Complexity: O(groups).
  public func units(ofSequence tokens: Int, batched: Int) -> Int {
    guard isGrouped else { return (tokens +| (step - 1)) / step }
    return groups.reduce(0) { $0 +| $1.units(ofSequence: tokens, batched: batched) }
  }
}
