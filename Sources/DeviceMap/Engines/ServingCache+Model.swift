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
    let isNative = engine != .vllm || PipelineEnds(.vllm, architecture: tree.architecture ?? "").isNative
    let reader = StateReader(
      config: config, engine: engine, ranks: ranks, type: type ?? CacheType(dtype: memory.dtype), isNative: isNative)
    var layers: [Layer] = []
    for state in states.layers {
      guard let layer = reader.layer(state) else { return nil }
      layers.append(layer)
    }
    self.init(
      layers: layers, step: engine.cacheStep, isGrouped: engine == .vllm, pieceTokens: engine == .mlx ? 2048 : nil)
  }
}

/// What the layers of a model keep on a rank of an engine.
private struct StateReader {
  let config: ConfigFields
  let engine: ParallelEngine
  let ranks: Int
  let type: CacheType
  /// Whether the engine has code of its own for the model, whose states are known.
  let isNative: Bool

  /// Nil for a state that the engine's rules are not known for.
  func layer(_ state: LayerState) -> ServingCache.Layer? {
    var layer = ServingCache.Layer(tokenBytes: 0)
    // Mamba 2 keeps one more, of where the prompt was last cut.
    if [.mamba2WithAttention, .mamba2BesideAttention].contains(StateFamily.of(config.modelType)) { layer.states = 3 }
    for term in state.terms {
      switch term.growth {
      case .fixed:
        guard let bytes = engine == .vllm ? shared(term) : whole(term) else { return nil }
        layer.fixedBytes = layer.fixedBytes +| bytes
      case .tokens where term.element == .cache && layer.tokenBytes == 0:
        layer.tokenBytes = bytes(elements(term, isFull: true))
        setScores(&layer, isFull: true)
      case .window(let window) where term.element == .cache && layer.tokenBytes == 0:
        layer.tokenBytes = bytes(elements(term, isFull: false))
        layer.window = window
        setScores(&layer, isFull: false)
      default: return nil
      }
    }
    if engine == .mlx {
      layer.piece.tokenBytes = activations
      // A cache that grows is copied, layer by layer.
      layer.piece.seenBytes = layer.piece.seenBytes +| layer.tokenBytes
    }
    return layer
  }

  // MARK: - What mlx computes a prompt with

  /// mlx 0.32 computes the attention of a piece in one kernel where heads have 64, 80 or 128 elements
  /// (`scaled_dot_product_attention.cpp`). Else it makes the matrix of all scores, in two bytes each, and one of a byte for
  /// what is seen: measured with mlx-lm 0.32.2 on a processor. Later kernels may do without; then it takes less.
  private func setScores(_ layer: inout ServingCache.Layer, isFull: Bool) {
    guard engine == .mlx, let heads = try? AttentionHeads(config, isFull: isFull) else { return }
    let count = max(1, heads.all / ranks)
    var (keys, values) = (heads.keyWidth, heads.valueWidth)
    let isLatent = config.int("kv_lora_rank") != nil
    if isLatent {
      (keys, values) = (config.int("qk_nope_head_dim") ?? keys, config.int("v_head_dim") ?? values)
      // Keys and values are made of the latent ones for all heads.
      layer.piece.seenBytes = 2 *| count *| (keys +| values)
    }
    let isFused = keys == values && [64, 80, 128].contains(keys)
    // The scores of the rotary part are a matrix whatever the kernel.
    let matrices = (isFused ? 0 : 1) + (isLatent ? 1 : 0)
    layer.piece.pairBytes = matrices *| 2 *| count +| 1
  }

  /// Bytes of what feed-forward and projections make of one token of a piece, in two bytes an element: three times what
  /// goes in and is within, for each expert of a token.
  private var activations: Int {
    let hidden = config.int("hidden_size", "n_embd", "d_model") ?? 0
    let dense = config.int("intermediate_size", "ffn_hidden_size", "n_inner") ?? 4 *| hidden
    let experts = ActiveExperts(config)
    return 6 *| max(hidden *| 2 +| dense, (experts?.perToken ?? 0) *| (hidden +| (experts?.width ?? dense)))
  }

  private func bytes(_ elements: Int) -> Int { (elements *| type.quarterBits +| 31) / 32 }

  private func elements(_ term: StateTerm, isFull: Bool) -> Int {
    guard config.int("kv_lora_rank") == nil, let heads = try? AttentionHeads(config, isFull: isFull) else {
      return term.elements
    }
    return term.elements / heads.cached *| max(1, heads.cached / ranks)
  }

  private func whole(_ term: StateTerm) -> Int { term.elements *| (term.element == .float32 ? 4 : 2) }

  // MARK: - States as vLLM keeps them

  /// A rank's part of a state: the inputs of the convolution but the newest, and the recurrence in the model's dtype
  /// where the config does not ask for another (`model_executor/layers/mamba/mamba_utils.py`).
  private func shared(_ term: StateTerm) -> Int? {
    guard isNative else { return nil }
    if term.element == .float32 { return term.elements / ranks *| (keepsRecurrenceInFloat32 ? 4 : 2) }
    let kernel = config.int(
      "linear_conv_kernel_dim", "short_conv_kernel_size", "mamba_d_conv", "conv_kernel", "conv_L_cache")
    guard let kernel, kernel > 0, term.elements % kernel == 0 else { return nil }
    return (term.elements / kernel +| repeatedGroups) / ranks *| (kernel - 1) *| 2
  }

  /// Groups of Mamba 2 that the ranks do not divide are there once a rank: the columns more.
  private var repeatedGroups: Int {
    guard let groups = config.int("mamba_n_groups", "mamba_ngroups", "n_groups"), groups % ranks != 0,
      let width = config.int("mamba_d_state", "state_size", "ssm_state_size")
    else { return 0 }
    return 2 *| (ranks - groups) *| width
  }

  private var keepsRecurrenceInFloat32: Bool {
    switch config.modelType {
    case "nemotron_h": config.values["mamba_ssm_cache_dtype"].map { $0 == .text("float32") } ?? true
    case let type where type.hasPrefix("qwen3_5"): config.values["mamba_ssm_dtype"] == .text("float32")
    case let type: type.hasPrefix("kimi_linear")
    }
  }
}
