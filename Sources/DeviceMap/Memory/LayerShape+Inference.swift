extension LayerShape {
  /// Bytes beside weights and cache while the model reads `new` tokens of each sequence that make `work.context`
  /// tokens in all: those of the layer that runs, or of the logits of the last position, whichever is more.
  ///
  /// Layers run one after the other, so their number is of no importance. Recorded with Llama-type models (gated MLP):
  /// SDPA and eager are exact to the byte.
  public func forward(_ work: Workload, new: Int) -> Figure {
    let layer = self.layer(work, new: new)
    let logits = self.logits(work)
    guard logits.bytes > layer.bytes else { return layer }
    return logits
  }

  /// Bytes of the layer that runs.
  public func layer(_ work: Workload, new: Int) -> Figure {
    let tokens = work.batch *| new
    let e = work.elementBytes
    let mlp = 4 *| hidden +| 3 *| intermediate
    let attention = 6 *| hidden +| 2 *| (keyValueHeads *| headWidth)
    let positions = new *| (4 * headWidth + 8)
    var formula = "B S e max(4h + 3I, 6h + 2 n_kv d) + S (4d + 8)"
    var bytes = tokens *| e *| max(mlp, attention) +| positions
    if work.attention == .eager {
      let eager = eagerScores(work, tokens: tokens) +| positions
      if eager > bytes { (bytes, formula) = (eager, eagerFormula) }
    }
    if expandedWidth > 0 {
      bytes = bytes +| work.batch *| work.context *| (expandedWidth *| e)
      formula += " + B T n (2 d_nope + d_v + d_rope) e"
    }
    return Figure(bytes, formula, isRecorded && e == 2 ? .exact : .derived)
  }

  /// The scores of all pairs of tokens, and the keys and values as they are repeated for the heads that share them.
  private func eagerScores(_ work: Workload, tokens: Int) -> Int {
    let e = work.elementBytes
    let pairs = tokens *| work.context
    let repeated =
      keyValueHeads == heads
      ? 0 : work.batch *| work.context *| (2 * heads *| headWidth)
    return pairs *| (10 * heads + 2) +| e *| (tokens *| (4 * hidden) +| repeated)
  }

  private var eagerFormula: String {
    keyValueHeads == heads
      ? "B S T (10n + 2) + 4 B S h e + S (4d + 8)" : "B S T (10n + 2) + B e (4 S h + 2 T n d) + S (4d + 8)"
  }

  /// Bytes of the logits of the last position of each sequence, with the hidden state that they come from.
  public func logits(_ work: Workload) -> Figure {
    let bytes = work.batch *| work.elementBytes *| (vocabulary +| hidden)
    return Figure(bytes, "B (V + h) e", isRecorded ? .exact : .derived)
  }

  /// Bytes of token ids and attention mask, on the device of the embedding.
  public func inputs(_ work: Workload) -> Figure {
    Figure(16 *| (work.batch *| work.context), "B T (8 + 8)", .derived)
  }

  /// Bytes that move between devices at a cut, for `new` tokens.
  public func boundary(_ work: Workload, new: Int) -> Figure {
    let bytes = work.batch *| new *| (hidden *| work.elementBytes)
    return Figure(bytes, "B S h e", .derived)
  }
}
