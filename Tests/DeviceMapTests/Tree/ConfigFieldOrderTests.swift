import DeviceMap
import Testing

/// Fields of config.json by the order of the reference: what is given wins where it is set last, older names are read,
/// and files as they are saved mean the same as what they were made from.
@Suite("Fields of config.json") struct ConfigFieldOrderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var config: String
    var module: String
    /// Of the module in bfloat16: its elements follow from the fields alone.
    var bytes: Int

    init(_ what: String, _ config: String, _ module: String, _ bytes: Int) {
      (testDescription, self.config, self.module, self.bytes) = (what, config, module, bytes)
    }
  }

  private static let falconMamba = """
    {"architectures": ["FalconMambaForCausalLM"], "model_type": "falcon_mamba", "hidden_size": 16,
    "num_hidden_layers": 1, "vocab_size": 64, "state_size": 4, "time_step_rank": 2, "dtype": "bfloat16",
    "expand": 16, "intermediate_size": 24}
    """

  private static let lfm2 = """
    {"architectures": ["Lfm2ForCausalLM"], "model_type": "lfm2", "hidden_size": 32, "intermediate_size": 48,
    "num_hidden_layers": 3, "num_attention_heads": 4, "num_key_value_heads": 2, "vocab_size": 64, "dtype":
    "bfloat16", "full_attn_idxs": [1]}
    """

  private static let kimiLinear = """
    {"architectures": ["KimiLinearForCausalLM"], "model_type": "kimi_linear", "hidden_size": 32,
    "intermediate_size": 48, "num_hidden_layers": 3, "num_attention_heads": 4, "num_key_value_heads": 4,
    "vocab_size": 64, "dtype": "bfloat16", "kv_lora_rank": 8, "qk_nope_head_dim": 8, "qk_rope_head_dim": 4,
    "v_head_dim": 8, "num_experts": 4, "num_experts_per_token": 2, "moe_intermediate_size": 16,
    "num_shared_experts": 1, "linear_attn_config": {"head_dim": 4, "num_heads": 2, "short_conv_kernel_size":
    3, "full_attn_layers": [2], "kda_layers": [1, 3]}}
    """

  private static let deepseek = """
    {"architectures": ["DeepseekV32ForCausalLM"], "model_type": "deepseek_v32", "hidden_size": 32,
    "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 4,
    "vocab_size": 64, "dtype": "bfloat16", "num_experts": 4, "num_experts_per_tok": 2,
    "moe_intermediate_size": 16, "n_group": 1, "topk_group": 1, "kv_lora_rank": 8, "q_lora_rank": 8,
    "qk_nope_head_dim": 8, "qk_rope_head_dim": 4, "v_head_dim": 8, "index_topk": 4, "index_head_dim": 8,
    "index_n_heads": 2, "first_k_dense_replace": 1}
    """

  private static let nemotron = """
    {"architectures": ["NemotronHForCausalLM"], "model_type": "nemotron_h", "hidden_size": 32,
    "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2,
    "head_dim": 8, "vocab_size": 64, "dtype": "bfloat16", "hybrid_override_pattern": "M-", "mamba_num_heads":
    4, "mamba_head_dim": 8, "ssm_state_size": 4, "mamba_n_groups": 2, "mamba_d_conv": 3}
    """

  private static let gemma3n = """
    {"architectures": ["Gemma3nForCausalLM"], "model_type": "gemma3n_text", "hidden_size": 32,
    "intermediate_size": [48, 64], "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads":
    2, "head_dim": 8, "vocab_size": 64, "dtype": "bfloat16", "num_kv_shared_layers": 0,
    "vocab_size_per_layer_input": 64, "hidden_size_per_layer_input": 8, "laurel_rank": 4, "layer_types":
    ["sliding_attention", "full_attention"]}
    """

  private static let gemma4 = """
    {"architectures": ["Gemma4ForCausalLM"], "model_type": "gemma4_text", "hidden_size": 32,
    "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2,
    "head_dim": 8, "vocab_size": 64, "dtype": "bfloat16", "num_kv_shared_layers": 0,
    "hidden_size_per_layer_input": 0, "vocab_size_per_layer_input": 64, "layer_types": ["sliding_attention",
    "full_attention"], "per_layer_config": {"00": {"head_dim": 8}, "01": {"head_dim": 16}}}
    """

  static let cases = [
    Case("given: intermediate_size beside expand", falconMamba, "backbone.layers.0.mixer.in_proj", 2 * 24 * 16 * 2),
    Case("older name: full_attn_idxs", lfm2, "model.layers.1.self_attn.q_proj", 32 * 32 * 2),
    Case("older name: linear_attn_config", kimiLinear, "model.layers.0.self_attn.q_proj", 2 * 4 * 32 * 2),
    Case("older name: full_attn_layers", kimiLinear, "model.layers.1.self_attn.q_proj", 4 * (8 + 4) * 32 * 2),
    Case("older name: num_experts", deepseek, "model.layers.1.mlp.experts", 4 * 3 * 16 * 32 * 2),
    Case(
      "older names: mamba_n_groups, mamba_d_conv", nemotron, "model.layers.0.mixer.conv1d",
      (4 * 8 + 2 * 2 * 4) * (3 + 1) * 2),
    Case("saved: a size for each layer", gemma3n, "model.layers.1.mlp.gate_proj", 64 * 32 * 2),
    Case("saved: layers by number with a zero before", gemma4, "model.layers.1.self_attn.q_proj", 4 * 16 * 32 * 2),
  ]

  /// A config as people write it, and as transformers 5.24.0 saves it after reading it.
  static let savedForms: [(what: String, config: String, saved: String)] = [
    (
      "another name is set after what follows from its field",
      #""architectures": ["T5ForConditionalGeneration"], "model_type": "t5", "d_model": 64, "num_hidden_layers": 3"#,
      #""architectures": ["T5ForConditionalGeneration"], "model_type": "t5", "d_model": 64, "num_layers": 3, "num_decoder_layers": 6"#
    ),
    (
      "another name wins, whatever the order",
      #""architectures": ["MixtralForCausalLM"], "model_type": "mixtral", "num_hidden_layers": 1, "num_experts": 4, "num_local_experts": 8"#,
      #""architectures": ["MixtralForCausalLM"], "model_type": "mixtral", "num_hidden_layers": 1, "num_local_experts": 4"#
    ),
    (
      "the class declares the field under the other name",
      #""architectures": ["MellumForCausalLM"], "model_type": "mellum", "num_hidden_layers": 1, "num_local_experts": 8, "num_experts": 4"#,
      #""architectures": ["MellumForCausalLM"], "model_type": "mellum", "num_hidden_layers": 1, "num_experts": 8"#
    ),
    (
      "other names before what follows from the field",
      #""architectures": ["GraniteSpeechForConditionalGeneration"], "model_type": "granite_speech", "encoder_config": {"hidden_size": 64, "num_heads": 4}"#,
      #""architectures": ["GraniteSpeechForConditionalGeneration"], "model_type": "granite_speech", "encoder_config": {"hidden_dim": 64, "num_heads": 4, "dim_head": 16}"#
    ),
    (
      "a field that the model has itself is not its text's, whose other fields may stand at the top",
      #""architectures": ["PaddleOCRVLForConditionalGeneration"], "model_type": "paddleocr_vl", "tie_word_embeddings": false"#,
      #""architectures": ["PaddleOCRVLForConditionalGeneration"], "model_type": "paddleocr_vl", "tie_word_embeddings": true, "text_config": {}"#
    ),
    (
      "text_config_dict wins over text_config",
      #""architectures": ["CLIPModel"], "model_type": "clip", "text_config": {"hidden_size": 256}, "text_config_dict": {"num_hidden_layers": 2}"#,
      #""architectures": ["CLIPModel"], "model_type": "clip", "text_config": {"hidden_size": 512, "num_hidden_layers": 2}"#
    ),
  ]

  @Test(arguments: savedForms) func savedForm(_ test: (what: String, config: String, saved: String)) throws {
    let trees = try [test.config, test.saved].map { try ModuleTree(config: ModelConfig(parsing: "{\($0)}")) }
    #expect(trees[0].modules.map(\.path) == trees[1].modules.map(\.path), "\(test.what)")
    #expect(trees[0].root.totalBytes == trees[1].root.totalBytes, "\(test.what)")
  }

  @Test(arguments: cases) func sizes(_ test: Case) throws {
    let tree = try ModuleTree(config: ModelConfig(parsing: test.config))
    #expect(tree[test.module]?.totalBytes == test.bytes)
  }
}
