/// The widths that the transients of a layer follow from.
public struct LayerShape: Hashable, Sendable {
  /// h
  public var hidden: Int
  /// I: width of the MLP; of the experts that a token passes, together.
  public var intermediate: Int
  /// n
  public var heads: Int
  /// n_kv
  public var keyValueHeads: Int
  /// d
  public var headWidth: Int
  /// V
  public var vocabulary: Int
  /// Rows of the head of a decoder that is used without its encoder, where they are not V.
  var decoderVocabulary: Int?
  /// Width of the keys and values that a latent cache is expanded to while a layer runs; 0 where it is not latent.
  public var expandedWidth: Int
  /// Experts that a token passes through; 0 without experts.
  var expertsPerToken = 0
  /// Width times state of a recurrence, as its scan stands in memory for each token; 0 without one.
  var recurrentWidth = 0
  /// Tokens of a chunk that the recurrence works on at once: a prompt is filled up to whole ones.
  var recurrentChunk = 1
  /// The gated delta rule of its recurrent layers, which takes chunks of the prompt; nil without one.
  var delta: DeltaRule?
  /// Streams of the hidden state that a layer mixes; 0 where there is one.
  var streams = 0
  /// An encoder runs before the decoder, and its output stays.
  var hasEncoder = false
  /// The encoder, where its config is another than the decoder's: one, or none.
  var encoders: [LayerShape] = []
  /// What the model around the decoder adds to its passes.
  package var surroundings = DecoderSurroundings()
  /// The index over compressed tokens that its attention chooses from; nil without one.
  var index: CompressedIndex?
  /// The formulas were recorded for this architecture, not only for similar ones.
  public var isRecorded: Bool
  /// What its layers keep for the backward pass, where that was measured for them; nil for a gated MLP as Llama's.
  var block: BlockActivations?
  /// What was recorded of the architecture's peaks; nil where nothing was.
  package var peaks: PeakTable?
  /// Positions of the encoder, where the config tells them.
  package var sourcePositions: Int?

  /// The sizes of a layer, as config.json names them.
  public init(
    hidden: Int, intermediate: Int, heads: Int, keyValueHeads: Int, headWidth: Int, vocabulary: Int,
    expandedWidth: Int = 0, isRecorded: Bool = false
  ) {
    self.hidden = hidden
    self.intermediate = intermediate
    self.heads = heads
    self.keyValueHeads = keyValueHeads
    self.headWidth = headWidth
    self.vocabulary = vocabulary
    self.expandedWidth = expandedWidth
    self.isRecorded = isRecorded
  }

  /// The widths that a config tells.
  ///
  /// - Parameter isEncoder: of a part that makes no logits.
  /// - Throws: ``StateError`` when one is missing or not positive.
  package init(_ config: ConfigFields, isEncoder: Bool = false) throws(StateError) {
    hidden = try config.size("hidden_size", "n_embd", "d_model", "dim")
    vocabulary = isEncoder ? 0 : try config.size("vocab_size", "padded_vocab_size")
    decoderVocabulary = config.int("decoder_vocab_size").map { max(1, min($0, 1 << 31)) }
    isRecorded = ["llama", "mistral", "qwen2"].contains(config.modelType)
    peaks = PeakReader(config).table()
    block = BlockActivations.of(config)
    sourcePositions = config.int("max_source_positions")
    expandedWidth = 0
    if let attention = try? AttentionHeads(config, isFull: true) {
      heads = attention.all
      keyValueHeads = attention.cached
      headWidth = attention.keyWidth
    } else {
      // A model without attention: its recurrence works on the hidden state in single precision.
      (heads, keyValueHeads, headWidth) = (1, 1, hidden)
    }
    intermediate = Self.intermediate(config, hidden: hidden)
    expertsPerToken = ActiveExperts(config)?.perToken ?? 0
    recurrentWidth = Self.recurrentWidth(config, hidden: hidden)
    delta = DeltaRule(config)
    streams = max(0, config.int("hc_mult") ?? 0)
    index = CompressedIndex(config)
    recurrentChunk = max(1, config.int("mamba_chunk_size", "chunk_size", "block_size") ?? 64)
    if config.int("kv_lora_rank") != nil {
      let plain = try config.size("qk_nope_head_dim")
      let rotated = config.int("qk_rope_head_dim") == 0 ? 0 : try config.size("qk_rope_head_dim")
      let value = try config.size("v_head_dim")
      expandedWidth = try product(heads, plain + value + plain + rotated)
    }
    let sizes = [hidden, intermediate, heads, keyValueHeads, headWidth, vocabulary, streams]
    guard sizes.allSatisfy({ $0 < 1 << 31 }) else {
      throw .tooLarge
    }
  }

  /// Elements of a token in the scan of a recurrence: each channel times its state.
  private static func recurrentWidth(_ config: ConfigFields, hidden: Int) -> Int {
    let channels =
      config.int("mamba_d_ssm") ?? config.int("lru_width")
      ?? (config.int("expand") == nil ? nil : config.int("intermediate_size"))
      ?? (config.int("mamba_expand", "expand").map { $0 *| hidden } ?? 2 *| hidden)
    if let state = config.int("mamba_d_state", "ssm_state_size", "state_size", "mamba_state_dim") {
      return max(0, channels) *| max(1, state)
    }
    return max(0, config.int("lru_width") ?? 0)
  }

  private static func intermediate(_ config: ConfigFields, hidden: Int) -> Int {
    let plain = config.int(
      "intermediate_size", "ffn_hidden_size", "ffn_dim", "n_inner", "decoder_ffn_dim", "d_ff", "dff",
      "inner_dim")
    let dense = plain.map { max(1, $0) } ?? 4 *| hidden
    guard let experts = ActiveExperts(config) else { return dense }
    return max(dense, experts.perToken *| (experts.width ?? dense) +| experts.sharedWidth)
  }
}
