/// Layers of one kind that take the blocks of a sequence together, as vLLM 0.33.0 makes them.
public struct CacheGroup: Sendable, Hashable {
  /// Numbers of the layers, and the bytes that a block has in each.
  public let pages: [Page]
  /// Tokens that a block holds; nil for a state that does not grow.
  public let tokens: Int?
  /// The tokens that a window sees; nil where all are seen.
  public let window: Int?

  /// The block of one layer.
  public struct Page: Sendable, Hashable {
    /// The layer, by its number.
    public let layer: Int
    /// Bytes that the block takes of it.
    public let bytes: Int
  }

  /// Blocks that a sequence has of a state: the one that is computed, and beside attention those that a later prompt with
  /// the same beginning may use (`mamba_cache_mode` is `align` where prefixes are kept, as by default).
  let states: Int

  /// Bytes of a block on a stage. O(layers).
  func bytes(of range: Range<Int>) -> Int {
    pages.reduce(0) { range.contains($1.layer) ? $0 +| $1.bytes : $0 }
  }

  /// Blocks that one sequence takes.
  func units(ofSequence count: Int, batched: Int) -> Int {
    guard let tokens else { return states }
    let all = (count +| (tokens - 1)) / tokens
    guard let window else { return all }
    let seen = min(window - 1 +| batched, count)
    return (seen +| (tokens - 1)) / tokens +| 1
  }
}

extension CacheGroup {
  /// Tokens of a block: `least`, beside states the least multiple of it with which a page of attention is as large as the
  /// largest state.
  static func tokens(of layers: [ServingCache.Layer], least: Int) -> Int {
    let state = layers.map(\.fixedBytes).max() ?? 0
    let token = layers.map(\.tokenBytes).max() ?? 0
    guard state > 0, token > 0 else { return least }
    let piece = least *| token
    return max(least, (state +| (piece - 1)) / piece *| least)
  }

  /// What a layer asks blocks for; a layer with attention beside a recurrence asks for both.
  private struct Kind: Hashable {
    /// 0 for a state.
    let tokenBytes: Int
    let window: Int?
    let fixedBytes: Int
    let states: Int
  }

  private static func kinds(_ layer: ServingCache.Layer) -> [Kind] {
    let attention = Kind(tokenBytes: layer.tokenBytes, window: layer.window, fixedBytes: 0, states: 0)
    let state = Kind(tokenBytes: 0, window: nil, fixedBytes: layer.fixedBytes, states: layer.states)
    return (layer.tokenBytes > 0 ? [attention] : []) + (layer.fixedBytes > 0 ? [state] : [])
  }

  /// - Parameter step: tokens of a block.
  static func groups(of layers: [ServingCache.Layer], step: Int) -> [CacheGroup] {
    var buckets: [(kind: Kind, members: [Int])] = []
    for (number, layer) in layers.enumerated() {
      for kind in kinds(layer) {
        if let known = buckets.firstIndex(where: { $0.kind == kind }) {
          buckets[known].members.append(number)
        } else {
          buckets.append((kind, [number]))
        }
      }
    }
    guard let first = buckets.first?.kind else { return [] }
    // Layers of one type stand in one group, whatever the sizes of their pages.
    if buckets.allSatisfy({ $0.kind.window == first.window && $0.kind.tokenBytes > 0 }) {
      let pages = layers.enumerated().map { Page(layer: $0.offset, bytes: $0.element.tokenBytes *| step) }
      return [CacheGroup(pages: pages.filter { $0.bytes > 0 }, tokens: step, window: first.window, states: 0)]
    }
    return groups(of: buckets, step: step)
  }

  /// Layers of each kind in parts of equal length, each part every so many layers; all pages are as large as the largest.
  private static func groups(of buckets: [(kind: Kind, members: [Int])], step: Int) -> [CacheGroup] {
    let page = buckets.map { max($0.kind.tokenBytes *| step, $0.kind.fixedBytes) }.max() ?? 0
    let counts = buckets.map(\.members.count)
    guard let least = counts.min(), let most = counts.max() else { return [] }
    let hasAttention = buckets.contains { $0.kind.tokenBytes > 0 }
    let size = 2 * most < 3 * least ? most : least
    return buckets.flatMap { kind, members in
      let own = kind.tokenBytes *| step
      // A smaller page holds more tokens where it fits a whole number of times, else it is filled up.
      let tokens = own == 0 ? nil : page % own == 0 ? page / own *| step : step
      let parts = (members.count + size - 1) / size
      return (0..<parts).map { part in
        let pages = stride(from: part, to: members.count, by: parts).map { Page(layer: members[$0], bytes: page) }
        return CacheGroup(pages: pages, tokens: tokens, window: kind.window, states: hasAttention ? kind.states : 1)
      }
    }
  }
}
