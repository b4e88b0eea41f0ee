/// How the layers of related architectures keep their states.
enum StateFamily: Hashable {
  /// Keys and values of all, some or one head.
  case attention
  /// As `attention` when the model is a decoder, nothing when it is an encoder.
  case attentionIfDecoder
  /// Attention of a decoder over itself and over its encoder.
  case encoderDecoder
  /// One compressed vector for keys and values, and the rotated part of the keys.
  case latent
  /// Attention next to gated delta networks.
  case gatedDelta
  /// Latent attention next to Kimi's delta attention.
  case kimiDelta
  case mamba1
  case mamba1WithAttention
  case mamba2
  case mamba2WithAttention
  /// Mamba 2 and attention in each layer.
  case mamba2BesideAttention
  /// Attention next to short convolutions.
  case shortConvolution
  /// Attention next to lightning attention.
  case lightning
  /// A window of whole tokens and compressed ones before it.
  case compressed

  var isRecurrentOnly: Bool { self == .mamba1 || self == .mamba2 }
  var isHybridEverywhere: Bool { self == .mamba2BesideAttention }

  /// The family of a `model_type`, nil when it is not understood.
  static func of(_ modelType: String) -> StateFamily? { table[modelType] }

  private static let table: [String: StateFamily] = {
    var table: [String: StateFamily] = [:]
    for (family, types) in members {
      for type in types.split(separator: " ") { table[String(type)] = family }
    }
    return table
  }()

  /// Model types of transformers 5.23.0, each recorded; behind the bar those of remote code, read in their code.
  private static let members: [(StateFamily, String)] = [
    (
      .attention,
      """
      afmoe apertus arcee aria_text beam bitnet bloom codegen cohere cohere2 cohere2_moe ctrl cwm dbrx diffllama doge dots1 \
      ernie4_5 ernie4_5_moe exaone4 exaone_moe falcon flex_olmo flint gemma gemma2 gemma3_text gemma3n_text gemma4_text \
      gemma4_unified_text glm glm4 glm4_moe gpt2 gpt_bigcode gpt_neo gpt_neox gpt_neox_japanese gpt_oss gptj granite \
      granite_swa granitemoe granitemoe_swa granitemoeshared helium hrm_text hunyuan_v1_dense hunyuan_v1_moe hy_v3 \
      hyperclovax internlm3 iquestcoder jais2 jetmoe kolibri1 laguna llama llama4_text mellum mimo_v2_flash minimax_m2 \
      minimax_m3_vl_text ministral ministral3 mistral mixtral mllama_text_model moshi mpt nanochat nemotron olmo olmo2 olmo3 \
      olmoe openai-gpt opt persimmon phi phi3 phimoe qwen2 qwen2_moe qwen3 qwen3_moe seed_oss smollm3 solar_open stablelm \
      starcoder2 vaultgemma xglm biogpt fuyu qwen2_5_vl_text qwen2_vl_text qwen3_vl_text qwen3_vl_moe_text glm4v_text \
      glm4v_moe_text trocr chatglm baichuan qwen internlm internlm2 minicpm
      """
    ),
    (
      .attentionIfDecoder,
      """
      bert bert-generation big_bird camembert data2vec-text electra ernie megatron-bert rembert roberta \
      roberta-prelayernorm roc_bert roformer xlm-roberta xlm-roberta-xl
      """
    ),
    (
      .encoderDecoder,
      """
      bart bigbird_pegasus blenderbot blenderbot-small fsmt longt5 m2m_100 marian mbart mt5 mvp nllb-moe pegasus pegasus_x \
      plbart seamless_m4t seamless_m4t_v2 switch_transformers t5 t5gemma t5_gemma_module umt5 whisper led
      """
    ),
    (
      .latent,
      """
      axk1 axk2 deepseek_v2 deepseek_v3 deepseek_v32 glm4_moe_lite glm_moe_dsa hy_v4 minicpm3 youtu kimi_k2
      """
    ),
    (.gatedDelta, "qwen3_next qwen3_5_text qwen3_5_moe_text olmo_hybrid"),
    (.kimiDelta, "kimi_linear bailing_hybrid"),
    (.mamba1, "mamba falcon_mamba"),
    (.mamba1WithAttention, "jamba zamba"),
    (.mamba2, "mamba2"),
    (.mamba2WithAttention, "bamba granitemoehybrid nemotron_h zamba2"),
    (.mamba2BesideAttention, "falcon_h1"),
    (.shortConvolution, "lfm2 lfm2_moe lfm3"),
    (.lightning, "minimax"),
    (.compressed, "deepseek_v4"),
  ]
}
