/// The widths of a gated delta rule, as Qwen3-Next has it, on its path in plain operators: all in single precision.
struct DeltaRule: Hashable, Sendable {
  let keyHeads: Int
  let valueHeads: Int
  let keyWidth: Int
  let valueWidth: Int

  /// Tokens that are worked on at once: a prompt is filled up to whole chunks.
  static let chunk = 64

  /// - Returns: nil for a config without one; what it leaves open is as Qwen3-Next has it.
  init?(_ config: ConfigFields) {
    guard let valueHeads = config.int("linear_num_value_heads") else { return nil }
    self.valueHeads = valueHeads
    keyHeads = config.int("linear_num_key_heads") ?? valueHeads
    keyWidth = config.int("linear_key_head_dim") ?? 128
    valueWidth = config.int("linear_value_head_dim") ?? 128
    guard [valueHeads, keyHeads, keyWidth, valueWidth].allSatisfy({ (1..<1 << 24).contains($0) }) else { return nil }
  }

  /// Elements of a token between its projections and the rule: queries, keys, values and gates, before and after the
  /// convolution.
  private var projected: Int { 3 *| (keyHeads *| keyWidth +| valueHeads *| valueWidth) }

  /// Bytes while a layer reads `new` tokens of each of `batch` sequences: an upper bound. Of each head queries and keys
  /// with their decay, values, corrections and results; in a prompt also the scores within a chunk; three states.
  func bytes(batch: Int, new: Int, isPrompt: Bool, hidden: Int, elementBytes: Int) -> Int {
    let elements = 7 *| keyWidth +| 6 *| valueWidth +| (isPrompt ? 3 * Self.chunk : 0)
    let filled = isPrompt ? (new +| (Self.chunk - 1)) / Self.chunk *| Self.chunk : new
    return 4 *| (batch *| filled *| (valueHeads *| elements))
      +| 12 *| (batch *| valueHeads *| (keyWidth *| valueWidth))
      +| batch *| new *| (elementBytes *| (3 *| hidden +| projected))
  }
}
