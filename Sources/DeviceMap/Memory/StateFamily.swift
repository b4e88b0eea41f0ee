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
  /// Two such attentions in each layer.
  case latentTwice
  /// Keys and values, of the tokens of a learned prompt as well.
  case attentionBehindPrompt
  /// Nothing: each step reads all tokens again.
  case cacheless
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
  /// Attention and short convolutions in each layer.
  case convolutionBesideAttention
  /// Attention over convolved queries and keys, with values of the token before.
  case delayedValues
  /// The last inputs of both halves of each layer, and a weighted mean of all that came before.
  case weightedMean
  /// Attention within a window next to gated linear recurrences.
  case gatedLinear
  /// A window of whole tokens and compressed ones before it.
  case compressed

  var isRecurrentOnly: Bool { self == .mamba1 || self == .mamba2 || self == .weightedMean }
  var isHybridEverywhere: Bool { self == .mamba2BesideAttention }

  /// The family of a `model_type`, nil when it is not understood.
  static func of(_ modelType: String) -> StateFamily? { table[modelType]?.family }

  /// Whether caches of the model type were compared with the reference, not only its code read.
  static func isRecorded(_ modelType: String) -> Bool { table[modelType]?.isRecorded == true }

  /// The model types that were compared with the reference, sorted.
  static var recordedTypes: [String] { table.filter(\.value.isRecorded).keys.sorted() }

  private static let table: [String: (family: StateFamily, isRecorded: Bool)] = {
    var table: [String: (family: StateFamily, isRecorded: Bool)] = [:]
    for (list, isRecorded) in [(read, false), (members, true)] {
      for (family, types) in list {
        for type in types.split(separator: " ") { table[String(type)] = (family, isRecorded) }
      }
    }
    return table
  }()

  /// Model types whose code was read: those that share the attention of a recorded one, and remote code.
  private static let read: [(StateFamily, String)] = [
    (
      .attention,
      """
      aquila baichuan chatglm codeshell dbrx dots1 emu3_text_model flaubert fuyu glm4v_moe_text glm4v_text internlm \
      internlm2 jetmoe kosmos_2_text_model kosmos_2_5_text_model kyutai_speech_to_text mimo minicpm orion qwen qwen2_5_vl_text \
      qwen2_5_omni_text qwen2_vl_text qwen3_vl_moe_text qwen3_vl_text skywork stablelm_epoch telechat xverse \
      RefinedWeb RefinedWebModel xlm Yi
      """
    ),
    (
      .encoderDecoder,
      """
      canary_decoder cohere_asr dia_decoder led moonshine musicgen_decoder nllb-moe pix2struct_text_model prophetnet \
      speech_to_text switch_transformers t5gemma2_decoder udop
      """
    ),
    (.latent, "kimi_k2"),
    (.latentTwice, "longcat_flash"),
    (.cacheless, "openai-gpt"),
    // Its caches are recorded; the storages behind them are views of larger ones in ways that are not followed.
    (.compressed, "deepseek_v4"),
    (.mamba1WithAttention, "zamba"),
    (.weightedMean, "rwkv"),
    (.gatedDelta, "lara_mini"),
    (.gatedLinear, "recurrent_gemma"),
    (.attentionBehindPrompt, "cpmant"),
  ]

  /// Model types of transformers 5.23.0 that were recorded.
  private static let members: [(StateFamily, String)] = [
    (
      .attention,
      """
      afmoe apertus apertus1p5_text arcee aria_text beam biogpt bitnet bloom chameleon codegen cohere cohere2 \
      cohere2_moe cohere_compass_text cosmos3_edge_text csm ctrl cwm deepseek_ocr2_text diffllama doge ernie4_5 \
      ernie4_5_moe ernie4_5_vl_moe_text exaone4 exaone_moe falcon flex_olmo flint gemma gemma2 gemma3_text \
      gemma3n_text gemma4_text gemma4_unified_text git glm glm4 glm4_moe glm_ocr_text gpt2 gpt_bigcode gpt_neo \
      gpt_neox gpt_neox_japanese gpt_oss gptj granite granite_docling_text granite_swa granitemoe granitemoe_swa \
      granitemoeshared helium higgs_audio_v2 hrm_text hunyuan_v1_dense hunyuan_v1_moe hunyuan_vl_text hy_v3 \
      hyperclovax internlm3 iquestcoder jais2 kolibri1 laguna llama llama4_text mellum mimo_v2_flash minimax_m2 \
      minimax_m3_vl_text ministral ministral3 mistral mixtral mllama_text_model modernbert-decoder molmo2_text moshi \
      mpt muse_glimmer_text muse_spark_text nanochat nemotron olmo olmo2 olmo3 olmoe opt paddleocr_vl_text persimmon \
      phi phi3 phi4_multimodal phimoe qwen2 qwen2_moe qwen3 qwen3_moe qwen3_omni_moe_text seed_oss smollm3 \
      solar_open stablelm starcoder2 step3p5 trocr unlimited_ocr_text vaultgemma xglm
      """
    ),
    (
      .attentionIfDecoder,
      """
      bert bert-generation big_bird camembert data2vec-text electra ernie megatron-bert rembert roberta \
      roberta-prelayernorm roc_bert roformer xlm-roberta xlm-roberta-xl xmod
      """
    ),
    (
      .encoderDecoder,
      """
      bart bigbird_pegasus blenderbot blenderbot-small fsmt longt5 m2m_100 marian mbart mt5 mvp pegasus pegasus_x \
      plbart seamless_m4t seamless_m4t_v2 t5 t5_gemma_module umt5 whisper
      """
    ),
    (
      .latent,
      """
      axk1 axk2 deepseek_v2 deepseek_v3 deepseek_v32 dots3_note_text glm4_moe_lite glm_moe_dsa hy_v4 hy_v4_vl_text \
      minicpm3 mistral4 mistral_large4_text youtu
      """
    ),
    (.gatedDelta, "qwen3_next qwen3_5_text qwen3_5_moe_text olmo_hybrid"),
    (.kimiDelta, "kimi_linear bailing_hybrid glm5_next_text"),
    (.mamba1, "mamba falcon_mamba"),
    (.mamba1WithAttention, "jamba"),
    (.mamba2, "mamba2"),
    (.mamba2WithAttention, "bamba granitemoehybrid nemotron_h zamba2"),
    (.mamba2BesideAttention, "falcon_h1"),
    (.shortConvolution, "lfm2 lfm2_moe lfm3"),
    (.lightning, "minimax"),
    (.delayedValues, "zaya"),
  ]
}
