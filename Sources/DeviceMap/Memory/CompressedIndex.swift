/// The index over compressed tokens that DeepSeek V4 chooses from: each token scores all entries with all its heads.
struct CompressedIndex: Hashable, Sendable {
  let heads: Int
  let width: Int
  /// Tokens of an entry.
  let rate: Int
  /// Width of the experts that are chosen for a token, together.
  let chosenWidth: Int

  /// - Returns: nil for a config without one.
  init?(_ config: ConfigFields) {
    guard let heads = config.int("index_n_heads"),
      let rate = config.object("compress_rates")?.int("compressed_sparse_attention"), rate > 0
    else { return nil }
    self.rate = rate
    self.heads = max(0, heads)
    width = max(0, config.int("index_head_dim") ?? 128)
    let experts = ActiveExperts(config)
    chosenWidth = (experts?.perToken ?? 0) *| (experts?.width ?? 0)
    guard self.heads < 1 << 31, width < 1 << 31 else { return nil }
  }

  /// Bytes of a prompt's scores beside the hidden states, for `tokens` of all sequences that see `entries`: scores and the
  /// keys of the entries in single precision.
  func prompt(tokens: Int, entries: Int, isBatch: Bool) -> Int {
    tokens *| (entries *| (4 *| (heads +| width)) +| (isBatch ? 8 *| (heads *| width) +| 128 : 0))
  }

  /// The same of a step, with attention over the entries that were chosen.
  func step(batch: Int, entries: Int, attentionHeads: Int, headWidth: Int) -> Int {
    batch *| (entries *| (8 *| (heads +| width) +| 28 *| attentionHeads +| 2 *| headWidth))
  }
}
