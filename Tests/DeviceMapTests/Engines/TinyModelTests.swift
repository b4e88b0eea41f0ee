import Testing

@testable import DeviceMap

/// The models of a few thousand parameters with which the rules of both engines were worked out, by name: bytes of each
/// rank, and of a block of 16 tokens in a layer.
@Suite("Tiny models on ranks") struct TinyModelTests {
  /// Fields of config.json beside those that all have.
  private static let models: [String: String] = [
    "llama": #""architectures": ["LlamaForCausalLM"], "model_type": "llama""#,
    "llama, tied, with biases": #"""
    "architectures": ["LlamaForCausalLM"], "model_type": "llama", "tie_word_embeddings": true, "attention_bias": true,
    "mlp_bias": true
    """#,
    "qwen3": #""architectures": ["Qwen3ForCausalLM"], "model_type": "qwen3", "head_dim": 16"#,
    "mixtral": #""architectures": ["MixtralForCausalLM"], "model_type": "mixtral", "num_local_experts": 4"#,
    "qwen3_moe": #"""
    "architectures": ["Qwen3MoeForCausalLM"], "model_type": "qwen3_moe", "head_dim": 16, "moe_intermediate_size": 48,
    "num_experts": 8
    """#,
    "deepseek_v3": #"""
    "architectures": ["DeepseekV3ForCausalLM"], "model_type": "deepseek_v3", "moe_intermediate_size": 48,
    "first_k_dense_replace": 1, "num_key_value_heads": 8, "q_lora_rank": 32, "kv_lora_rank": 32,
    "qk_rope_head_dim": 8, "qk_nope_head_dim": 16, "v_head_dim": 16, "n_routed_experts": 8, "n_group": 2,
    "topk_group": 1, "num_experts_per_tok": 2
    """#,
  ]

  /// - Parameter options: those of 5.23.0 for what transformers made of it.
  private static func tree(_ name: String, _ options: TreeOptions = TreeOptions()) throws -> ModuleTree {
    let fields = try #require(models[name])
    let heads = fields.contains("num_key_value_heads") ? "" : #""num_key_value_heads": 4, "#
    return try ModuleTree(
      config: ModelConfig(
        parsing: """
          {\(fields), \(heads)"hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2,
           "num_attention_heads": 8, "vocab_size": 250, "dtype": "bfloat16"}
          """), options: options)
  }

  @Test(
    "vLLM 0.33.0",
    arguments: [
      ("llama", ParallelLayout(tensor: 2), [[94_848, 94_848]], 1024),
      ("llama", ParallelLayout(stages: 2), [[94_464], [94_592]], 2048),
      ("llama, tied, with biases", ParallelLayout(stages: 2), [[95_360], [95_488]], 2048),
      ("llama", ParallelLayout(tensor: 2, stages: 2), [[47_360, 47_360], [47_488, 47_488]], 1024),
      ("llama", ParallelLayout(tensor: 8), [Array(repeating: 26_240, count: 8)], 512),
      ("mixtral", ParallelLayout(tensor: 2), [[206_464, 206_464]], 1024),
      ("mixtral", ParallelLayout(tensor: 2, keepsExpertsWhole: true), [[206_464, 206_464]], 1024),
      ("qwen3_moe", ParallelLayout(tensor: 2), [[232_192, 232_192]], 2048),
      ("deepseek_v3", ParallelLayout(tensor: 2), [[199_552, 199_552]], 1280),
      ("deepseek_v3", ParallelLayout(tensor: 2, keepsExpertsWhole: true), [[199_552, 199_552]], 1280),
    ])
  func serving(name: String, layout: ParallelLayout, bytes: [[Int]], page: Int) throws {
    let tree = try Self.tree(name)
    #expect(try ParallelShares(tree, layout, engine: .vllm).stages.map(\.rankBytes) == bytes)
    let cache = try #require(ServingCache(tree, .vllm, ranks: layout.tensor, type: nil))
    #expect(cache.layers.map { 16 * $0.tokenBytes } == [page, page])
  }

  @Test(
    "transformers 5.23.0",
    arguments: [
      ("llama", ParallelLayout(), [[187_520]]),
      ("llama", ParallelLayout(tensor: 2), [[94_080, 94_080]]),
      ("llama", ParallelLayout(stages: 2), [[93_696], [93_824]]),
      ("llama, tied, with biases", ParallelLayout(), [[157_312]]),
      ("llama, tied, with biases", ParallelLayout(tensor: 2), [[79_232, 79_232]]),
      ("qwen3", ParallelLayout(), [[236_800]]),
      ("qwen3", ParallelLayout(tensor: 2), [[118_784, 118_784]]),
      ("mixtral", ParallelLayout(), [[409_728]]),
      ("mixtral", ParallelLayout(tensor: 2), [[205_696, 205_696]]),
      ("mixtral", ParallelLayout(tensor: 2, keepsExpertsWhole: true), [[205_696, 205_696]]),
      ("qwen3_moe", ParallelLayout(), [[460_032]]),
      ("qwen3_moe", ParallelLayout(tensor: 2), [[231_424, 231_424]]),
      ("deepseek_v3", ParallelLayout(), [[377_216]]),
      ("deepseek_v3", ParallelLayout(tensor: 2), [[243_840, 243_840]]),
      ("deepseek_v3", ParallelLayout(tensor: 2, keepsExpertsWhole: true), [[243_840, 243_840]]),
    ])
  func loading(name: String, layout: ParallelLayout, bytes: [[Int]]) throws {
    let tree = try Self.tree(name, .recorded)
    #expect(try ParallelShares(tree, layout, engine: .transformers).stages.map(\.rankBytes) == bytes)
  }

  /// It loads, and dies at the first token: refused by the number.
  @Test("heads that three ranks cannot share", arguments: [ParallelEngine.vllm, .transformers])
  func threeRanks(engine: ParallelEngine) throws {
    let error = #expect(throws: ParallelError.self) {
      try ParallelShares(Self.tree("llama"), ParallelLayout(tensor: 3), engine: engine)
    }
    #expect(error?.description == "8 heads cannot be divided by 3")
  }
}
