/// vLLM 0.33.0 and SGLang 0.5.23, and with whole ends mlx-lm and llama.cpp: what their layers do to the parameters of a
/// name.
///
/// Embedding and output by rows that are padded to multiples of 64, projections into heads and into the width of the MLP by
/// rows, those back by columns, key/value heads once a rank at least, norms and routers whole, experts by their width or by
/// their number. Names that are not known here are looked up in the plan of transformers.
struct ServingRules: SharingRules {
  private let engine: ParallelEngine
  private let layout: ParallelLayout
  private let ends: PipelineEnds

  /// Whether transformers has a plan for a model type.
  private let plans: [String: Bool]

  /// Bits of the dtype in which the model is loaded.
  private let loadedBits: Int?

  init(_ engine: ParallelEngine, _ layout: ParallelLayout, _ tree: ModuleTree) {
    self.engine = engine
    self.layout = layout
    ends = PipelineEnds(engine, architecture: tree.architecture ?? "")
    let types = Set(tree.configurations.map(\.fields.modelType)).sorted()
    loadedBits = tree.loadedDType?.bits
    plans = Dictionary(uniqueKeysWithValues: types.map { ($0, !TensorPlan(modelType: $0).isEmpty) })
  }

  private var ranks: Int { layout.tensor }

  /// Names of modules whose output is cut.
  private static let rows: Set<Substring> = [
    "gate_proj", "up_proj", "gate_up_proj", "w1", "w3", "fc1", "fc_in", "c_fc", "dense_h_to_4h", "q_proj", "q_b_proj",
    "kv_b_proj", "query", "wi", "wi_0", "wi_1", "in_proj_qkvz", "in_proj_ba", "in_proj_qkv", "in_proj_z", "in_proj_a",
    "in_proj_b", "output_gate", "g_proj", "b_proj", "f_b_proj", "g_b_proj",
  ]
  /// Names of modules whose input is cut.
  private static let columns: Set<Substring> = [
    "o_proj", "down_proj", "w2", "fc2", "fc_out", "c_proj", "dense", "dense_4h_to_h", "out_proj", "wo", "output_proj",
  ]
  /// Names of parameters of a recurrence, one element a head.
  private static let recurrences: Set<Substring> = ["A_log", "dt_bias", "D"]
  private static let keysAndValues: Set<Substring> = ["k_proj", "v_proj", "key", "value"]
  /// Names of modules whose output is queries, keys and values.
  private static let attention: Set<Substring> = [
    "query_key_value", "qkv_proj", "c_attn", "Wqkv", "W_pack", "qkv", "wqkv", "attn_qkv",
  ]

  func cut(of tensor: SharedTensor) throws(ParallelError) -> TensorCut {
    if tensor.isVocabulary, !tensor.path.contains("layers") { return try vocabulary(tensor) }
    guard ranks > 1, isShared(tensor) else { return .whole }
    if tensor.isExpert { return try expert(tensor) }
    let owner = tensor.owner
    if owner == "conv1d" || Self.recurrences.contains(tensor.name) { return try rows(tensor) }
    if Self.keysAndValues.contains(owner) { return try keyValues(tensor) }
    if Self.attention.contains(owner), let cut = try fused(tensor) { return cut }
    if Self.columns.contains(owner) { return try columns(tensor) }
    if Self.rows.contains(owner) { return try rows(tensor) }
    return .whole
  }

  /// vLLM shares what it runs with transformers' code only where a plan says how, or where it knows the projections that
  /// it makes one of.
  private func isShared(_ tensor: SharedTensor) -> Bool {
    engine != .vllm || ends.isNative || plans[tensor.config.modelType] == true || Self.usual.contains(tensor.owner)
  }

  private static let usual: Set<Substring> = [
    "q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj",
  ]

  func place(ofOutside tensor: SharedTensor) -> StagePlace {
    switch engine {
    case .mlx: .all
    case .llamaCpp where tensor.isVocabulary && tensor.isBeforeLayers: .host
    case _ where tensor.isBeforeLayers: ends.embedding ? .all : .first
    case _ where tensor.isVocabulary: ends.head ? .all : .last
    default: ends.norm ? .all : .last
    }
  }

  var bringsEmbeddingToLast: Bool { !ends.embedding }

  /// Model types whose routers vLLM makes in float32 whatever the dtype of the model (`params_dtype` of its `GateLinear`).
  private static let routersInFloat32: Set<String> = [
    "afmoe", "bailing_moe_v3", "ernie4_5_moe", "ernie4_5_vl_moe", "ernie4_5_moe_vl", "glm4_moe", "hy_v3", "minimax_m2",
    "param2moe", "step3p5",
  ]

  /// Some routers and the decay of recurrences are float32, and so is the bias that some routers learn.
  func bits(of tensor: SharedTensor, isParameter: Bool) -> Int? {
    let type = tensor.config.modelType
    if tensor.name == "e_score_correction_bias" {
      return type == "glm4_moe" || type == "ernie4_5_moe" || tensor.config.values["topk_method"] == .text("noaux_tc")
        ? 32 : 0
    }
    guard isParameter else { return 0 }
    // The bias of an output layer is no parameter of vLLM's.
    if engine == .vllm, tensor.isVocabulary, tensor.name == "bias" { return 0 }
    if engine == .vllm {
      if tensor.name == "A_log" || tensor.owner == "gate" && Self.routersInFloat32.contains(type) { return 32 }
    }
    // What transformers keeps in single precision is its own affair.
    return tensor.dtype == .f32 ? loadedBits : nil
  }

  // MARK: - Kinds of tensors

  private func vocabulary(_ tensor: SharedTensor) throws(ParallelError) -> TensorCut {
    guard engine == .vllm || engine == .sglang else { return .whole }
    let padded = (tensor.extents.rows +| 63) / 64 * 64
    // SGLang pads to a multiple of 64 for each rank instead.
    if padded % ranks != 0, engine == .sglang { return .paddedVocabulary }
    guard padded % ranks == 0 else {
      throw .indivisible(count: padded, what: "rows of the vocabulary (padded to 64)", ranks: ranks)
    }
    return .vocabulary
  }

  private func expert(_ tensor: SharedTensor) throws(ParallelError) -> TensorCut {
    if layout.keepsExpertsWhole {
      guard engine == .vllm || tensor.extents.outer % ranks == 0 else {
        throw .indivisible(count: tensor.extents.outer, what: "experts", ranks: ranks)
      }
      return .experts
    }
    let name = tensor.name.hasPrefix("weight") || tensor.name == "bias" ? tensor.owner : tensor.name
    if name.hasPrefix("gate_up_proj") {
      return try checked(.rows(groups: 2), tensor.extents.rows / 2, "rows of experts")
    }
    if name.hasPrefix("down_proj_bias") { return .whole }
    if name.hasPrefix("down_proj") || name == "w2" {
      return try checked(.columns(groups: 1), tensor.extents.columns, "columns of experts")
    }
    return try checked(.rows(groups: 1), tensor.extents.rows, "rows of experts")
  }

  private func keyValues(_ tensor: SharedTensor) throws(ParallelError) -> TensorCut {
    let heads = try? AttentionHeads(tensor.config, isFull: true)
    guard let heads, tensor.extents.rows % heads.cached == 0 else { return try rows(tensor) }
    try check(heads.cached)
    return .keyValues(heads: heads.cached)
  }

  private func check(_ keyValueHeads: Int) throws(ParallelError) {
    if engine == .mlx, keyValueHeads % ranks != 0 {
      throw .indivisible(count: keyValueHeads, what: "key/value heads", ranks: ranks)
    }
    guard keyValueHeads % ranks == 0 || ranks % keyValueHeads == 0 else {
      throw .keyValueHeads(keyValueHeads, ranks: ranks)
    }
  }

  /// Queries, keys and values in one; nil where the heads do not explain the rows.
  private func fused(_ tensor: SharedTensor) throws(ParallelError) -> TensorCut? {
    guard let heads = try? AttentionHeads(tensor.config, isFull: true), heads.keyWidth > 0 else { return nil }
    let all = tensor.extents.rows / heads.keyWidth
    guard all * heads.keyWidth == tensor.extents.rows, all > heads.all, (all - heads.all) % 2 == 0 else { return nil }
    let keyValueHeads = (all - heads.all) / 2
    try check(keyValueHeads)
    return .attention(heads: heads.all, keyValueHeads: keyValueHeads)
  }

  private func columns(_ tensor: SharedTensor) throws(ParallelError) -> TensorCut {
    if tensor.name == "bias" { return .whole }
    return try checked(.columns(groups: 1), tensor.extents.columns, "columns of \(tensor.owner)")
  }

  private func rows(_ tensor: SharedTensor) throws(ParallelError) -> TensorCut {
    try checked(.rows(groups: 1), tensor.extents.rows, "rows of \(tensor.owner)")
  }

  private func checked(_ cut: TensorCut, _ extent: Int, _ what: String) throws(ParallelError) -> TensorCut {
    guard extent % ranks == 0 else { throw .indivisible(count: extent, what: what, ranks: ranks) }
    return cut
  }

  /// Model types whose heads vLLM makes of the width of the model whatever `head_dim` says, which transformers heeds.
  private static let headsOfWidth: Set<String> = [
    "granitemoe", "jamba", "lfm2", "lfm2_moe", "olmoe", "qwen2", "qwen2_moe", "stablelm",
  ]

  private func checkHeads(_ tree: ModuleTree) throws(ParallelError) {
    for fields in tree.configurations.map(\.fields) where Self.headsOfWidth.contains(fields.modelType) {
      guard let each = fields.int("head_dim"), let width = fields.int("hidden_size"),
        let heads = fields.int("num_attention_heads"), heads > 0, each != width / heads
      else { continue }
      throw .notTogether(
        engine,
        what: "a head_dim of \(each): it makes the heads of \(fields.modelType) of \(width / heads), hidden_size / "
          + "num_attention_heads")
    }
  }

  /// Heads are a matter of the whole model: they are looked at before any tensor.
  func check(_ tree: ModuleTree) throws(ParallelError) {
    if engine == .vllm, let refusal = tree.quantization?.served?.refusal {
      throw .notTogether(engine, what: refusal + "; take a checkpoint without it")
    }
    if engine == .vllm { try checkHeads(tree) }
    if engine == .llamaCpp, ranks > 1 { throw .notTogether(engine, what: "--tp; it cuts between layers (--pp)") }
    for configuration in tree.configurations {
      guard let heads = try? AttentionHeads(configuration.fields, isFull: true) else { continue }
      guard heads.all % ranks == 0 else { throw .indivisible(count: heads.all, what: "heads", ranks: ranks) }
    }
  }
}
