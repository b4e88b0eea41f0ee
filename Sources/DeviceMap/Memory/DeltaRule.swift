/// The widths of a gated delta rule, as Qwen3-Next has it, on its path in plain operators: all in single precision.
struct DeltaRule: Hashable, Sendable {
  let keyHeads: Int
  let valueHeads: Int
  let keyWidth: Int
  let valueWidth: Int
  /// Queries, keys, values and gates come from one projection, which stays beside its parts.
  let splitsOneProjection: Bool

  /// Tokens that are worked on at once: a prompt is filled up to whole chunks.
  static let chunk = 64

  /// - Returns: nil for a config without one; what it leaves open is as Qwen3-Next has it.
  init?(_ config: ConfigFields) {
    guard let valueHeads = config.int("linear_num_value_heads") else { return nil }
    self.valueHeads = valueHeads
    splitsOneProjection = config.modelType == "qwen3_next"
    keyHeads = config.int("linear_num_key_heads") ?? valueHeads
    keyWidth = config.int("linear_key_head_dim") ?? 128
    valueWidth = config.int("linear_value_head_dim") ?? 128
    guard [valueHeads, keyHeads, keyWidth, valueWidth].allSatisfy({ (1..<1 << 24).contains($0) }) else { return nil }
  }

  /// Elements of a token between its projections and the rule: queries, keys, values and gates, before and after the
  /// convolution.
  private var projected: Int { (splitsOneProjection ? 4 : 2) *| (keyHeads *| keyWidth +| valueHeads *| valueWidth) }

  /// Bytes while a layer reads `new` tokens of each of `batch` sequences: an upper bound, at most 3 % above what was
  /// measured of 8 configs. A prompt or a piece of one goes in chunks: of each head queries and keys with their decay,
  /// values, corrections and results, the scores within a chunk and four states, before the scan over
  /// the chunks or within it. A step takes one token.
  func bytes(batch: Int, new: Int, isPrompt: Bool, hidden: Int, elementBytes: Int) -> Int {
    let perHead: Int
    let state = keyWidth *| valueWidth
    let isChunked = isPrompt || new > 1
    if isChunked {
      let filled = (new +| (Self.chunk - 1)) / Self.chunk *| Self.chunk
      let before = filled *| (4 *| keyWidth +| 5 *| valueWidth +| 4 * Self.chunk)
      let scan = filled *| (5 *| keyWidth +| 4 *| valueWidth +| 3 * Self.chunk +| 8)
      let within = scan +| 2 *| (Self.chunk *| valueWidth)
      perHead = max(within, before) +| 4 *| state
    } else {
      perHead = 7 *| keyWidth +| 6 *| valueWidth +| 3 *| state
    }
    // The convolution sees a few tokens before the first.
    let tokens = isChunked ? new +| 4 : new
    return 4 *| (batch *| valueHeads *| perHead)
      +| batch *| tokens *| (elementBytes *| (3 *| hidden +| projected +| 16 *| valueHeads))
  }
}
