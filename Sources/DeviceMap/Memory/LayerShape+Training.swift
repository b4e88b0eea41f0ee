extension LayerShape {
  /// Bytes that one layer keeps for the backward pass, for `work.batch` sequences of `work.context` tokens.
  ///
  /// Recorded with Llama-type models in bfloat16: exact. With checkpointing a layer keeps its input only.
  public func savedActivations(_ work: Workload, checkpointing: Bool) -> Figure {
    let tokens = work.batch *| work.context
    let width = keyValueHeads *| headWidth
    let scale = work.elementBytes
    let confidence: Confidence = isRecorded && scale == 2 ? .exact : .derived
    if checkpointing {
      return Figure(tokens *| (scale *| hidden), "B S h e", confidence)
    }
    if let block, work.attention != .eager { return savedActivations(work, of: block) }
    // The factors are bytes for 2-byte elements; norms and softmax compute in 4 bytes whatever the dtype.
    let common = 8 *| intermediate +| 8
    if work.attention == .eager {
      let repeated = keyValueHeads == heads ? 0 : 4 *| width
      let perToken = 24 *| hidden +| common +| repeated
      let scores = 6 *| heads *| (tokens *| work.context)
      return Figure(
        scaled(tokens *| perToken, scale) +| scaled(scores, scale),
        "B S (24h + 8I\(repeated > 0 ? " + 4 n_kv d" : "") + 8) + 6 B n S^2", confidence)
    }
    let perToken = 20 *| hidden +| common +| 4 *| width +| 4 *| heads
    return Figure(
      scaled(tokens *| perToken, scale), "B S (20h + 8I + 4 n_kv d + 4n + 8)", confidence)
  }

  private func savedActivations(_ work: Workload, of block: BlockActivations) -> Figure {
    let perToken =
      block.hidden *| hidden +| block.intermediate *| intermediate +| block.heads *| heads +| block.constant
    let bias = block.bias *| heads *| (work.context *| work.context)
    let bytes = work.batch *| work.context *| perToken +| bias
    return Figure(scaled(bytes, work.elementBytes), block.formula(), .derived)
  }

  /// Bytes of the logits, the loss and what lies around the layers, at the peak.
  public func lossActivations(_ work: Workload) -> Figure {
    let tokens = work.batch *| work.context
    if let block {
      let perToken = block.outerVocabulary *| vocabulary +| block.outerHidden *| hidden +| block.outerConstant
      let bias = block.outerBias *| heads *| (work.context *| work.context)
      return Figure(
        scaled(tokens *| perToken +| bias, work.elementBytes),
        "\(block.outerVocabulary) B S V + \(block.outerHidden) B S h", .derived)
    }
    let perToken = 10 *| vocabulary +| 8 *| hidden
    return Figure(
      tokens *| perToken +| work.context *| (4 * headWidth + 8),
      "10 B S V + 8 B S h + S (4d + 8)", .derived)
  }

  private func scaled(_ bytes: Int, _ elementBytes: Int) -> Int {
    elementBytes == 2 ? bytes : bytes / 2 *| elementBytes
  }
}
