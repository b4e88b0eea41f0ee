import DeviceMap
import Testing

/// Figures that are known from public reports, in GiB to two places where they are.
@Suite struct KnownMemoryTests {
  private func gibibytes(_ bytes: Int) -> Double { (Double(bytes) / Double(1 << 30) * 100).rounded() / 100 }

  /// Qwen3-Coder-30B-A3B: 48 blocks, 4 key/value heads of 128.
  private static let qwen3Coder30B: ModuleTree = {
    var tree = ModuleTree {
      Module("model") {
        Module("embed_tokens", class: "Embedding", tensors: [.init("weight", .bf16, count: 151_936 * 2048)])
        Module("layers") {
          for i in 0..<48 {
            Module("\(i)", class: "Qwen3MoeDecoderLayer", tensors: [.init("weight", .bf16, count: 623_120_640)])
          }
        }
        Module("norm", class: "RMSNorm", tensors: [.init("weight", .bf16, count: 2048)])
      }
      Module("lm_head", class: "Linear", tensors: [.init("weight", .bf16, count: 151_936 * 2048)])
    }.noSplit("Qwen3MoeDecoderLayer")
    let fields = ConfigFields(
      modelType: "qwen3_moe",
      values: [
        "hidden_size": .integer(2048), "intermediate_size": .integer(6144), "moe_intermediate_size": .integer(768),
        "num_experts_per_tok": .integer(8), "num_attention_heads": .integer(32), "num_key_value_heads": .integer(4),
        "head_dim": .integer(128), "num_hidden_layers": .integer(48), "vocab_size": .integer(151_936),
      ])
    tree.configurations = [.init(path: "model", fields: fields)]
    return tree
  }()

  static let llama8B = """
    {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336,
     "num_attention_heads": 32, "num_key_value_heads": 8, "num_hidden_layers": 32, "vocab_size": 128256,
     "dtype": "bfloat16", "tie_word_embeddings": false, "max_position_embeddings": 16777216}
    """

  @Test(
    "what is no whole number counts no heads",
    arguments: [ConfigFields.Value.text("x"), .text("8"), .real(8.5), .object([:])])
  func sizesThatAreNoNumbers(value: ConfigFields.Value) throws {
    let fields = ConfigFields(
      modelType: "llama",
      values: [
        "hidden_size": .integer(64), "num_attention_heads": .integer(4), "num_hidden_layers": .integer(2),
        "num_key_value_heads": value,
      ])
    #expect(throws: StateError.notWhole("num_key_value_heads")) { try ModelStates(fields) }
  }

  /// Gemma-4-31B: five layers with a window of 1024, then one without.
  private static let gemma4Text = """
    {"architectures": ["Gemma4ForCausalLM"], "model_type": "gemma4_text", "hidden_size": 5376, "intermediate_size": 21504,
     "num_attention_heads": 32, "num_key_value_heads": 16, "head_dim": 256, "global_head_dim": 512,
     "num_global_key_value_heads": 4, "attention_k_eq_v": true, "num_hidden_layers": 60, "sliding_window": 1024,
     "layer_types": [LAYERS], "vocab_size": 262144, "vocab_size_per_layer_input": 262144,
     "hidden_size_per_layer_input": 0, "num_kv_shared_layers": 0, "enable_moe_block": false, "dtype": "bfloat16",
     "tie_word_embeddings": true, "max_position_embeddings": 262144}
    """

  /// transformers#45229: 123 821 tokens ran out of memory on four GPUs of 80 GiB, for the masks of windows that are shorter
  /// than the prompt.
  @Test func gemma4RanOutOfMemory() throws {
    let layers = String(repeating: #""sliding_attention", "#, count: 5) + #""full_attention""#
    let list = Array(repeating: layers, count: 10).joined(separator: ", ")
    let fit = try ModelFit(Self.tree(Self.gemma4Text.replacing("LAYERS", with: list)))
    let devices = (0..<4).map { DeviceBudget(.gpu($0), bytes: 80 << 30) }
    #expect(!fit.on(devices, Workload(context: 123_821)).fits)
    #expect(fit.on(devices, Workload(context: 8192)).fits)
  }

  static func tree(_ config: String) throws -> ModuleTree { try ModuleTree(config: ModelConfig(parsing: config)) }

  @Test func deepSeekV3At32kTokens() throws {
    let fields = ConfigFields(
      modelType: "deepseek_v3",
      values: [
        "num_hidden_layers": .integer(61), "kv_lora_rank": .integer(512), "qk_rope_head_dim": .integer(64),
        "num_attention_heads": .integer(128),
      ])
    let states = try ModelStates(fields)
    #expect(gibibytes(states.heldBytes(Workload(context: 32_768))) == 2.14)
    #expect(states.formulas == ["61 x B T x (kv_lora_rank 512 + qk_rope_head_dim 64) e"])
  }

  @Test func qwen3NextAt32kTokens() throws {
    let tree = try Self.tree(
      """
      {"architectures": ["Qwen3NextForCausalLM"], "model_type": "qwen3_next", "hidden_size": 2048, "num_hidden_layers": 48,
       "num_attention_heads": 16, "num_key_value_heads": 2, "head_dim": 256, "linear_num_key_heads": 16,
       "linear_num_value_heads": 32, "linear_key_head_dim": 128, "linear_value_head_dim": 128, "linear_conv_kernel_dim": 4,
       "full_attention_interval": 4, "vocab_size": 151936, "num_experts": 512, "dtype": "bfloat16"}
      """)
    let states = try #require(ModelMemory(tree).states)
    #expect(gibibytes(states.heldBytes(Workload(context: 32_768))) == 0.82)
    #expect(states.confidence(Workload(context: 1)) == .exact)
  }

  @Test func qwen3Coder30BAtItsLongestContext() throws {
    let tree = Self.qwen3Coder30B
    let memory = ModelMemory(tree)
    let work = Workload(context: 262_144)
    #expect(memory.states?.heldBytes(work) == 24 << 30)
    // A 16, 32 split of the layers.
    let layers = try #require(memory.states).layers.map { $0.heldBytes(work) }
    #expect(layers[..<16].reduce(0, +) == 8 << 30)
    #expect(layers[16...].reduce(0, +) == 16 << 30)
    #expect(memory.layers.map { tree.path(of: $0) } == (0..<48).map { "model.layers.\($0)" })
    #expect(memory.embedding.map { tree.path(of: $0) } == "model.embed_tokens")
    #expect(memory.head.map { tree.path(of: $0) } == "lm_head")
  }

  @Test func aPlanForTheSplitCountsTheCacheOnTheLayersDevice() throws {
    struct Split: PlacementPolicy {
      let name = "split"
      func place(_ task: PlacementTask) -> Placement {
        let inner = task.children(of: task.root)[0]
        let layers = task.children(of: inner)[1]
        let blocks = task.children(of: layers).enumerated().map { index, block in
          Placement.Assignment(.module(block), on: .gpu(index < 16 ? 0 : 1))
        }
        let rest = task.children(of: inner).filter { $0 != layers } + task.children(of: task.root).dropFirst()
        return Placement(blocks + rest.map { .init(.module($0), on: .gpu(1)) })
      }
    }
    let tree = Self.qwen3Coder30B
    let memory = ModelMemory(tree)
    let running = RunningMemory(memory, Workload(context: 262_144), reserve: 0)
    let limits: MaxMemory = [.gpu(0): "200GiB", .gpu(1): "200GiB"]
    let plan = try tree.plan(Split(), maxMemory: limits, options: PlacementOptions(running: running))
    let plain = try tree.plan(Split(), maxMemory: limits)
    #expect(plan.usage[.gpu(0)]?.state == 8 << 30)
    #expect(plan.usage[.gpu(1)]?.state == (16 << 30) + running.inputBytes)
    #expect(plan.usage[.gpu(0)]?.weights == plain.usage[.gpu(0)]?.weights)
    #expect(plan.usage[.gpu(0)]?.transient == running.demands.map(\.transient).first { $0 > 0 })
    #expect(plain.usage[.gpu(0)]?.peak == 0)
  }

  @Test func aBundleOf34GiBDoesNotFitAMacWith48GB() throws {
    let bytes = 36_689_759_764  // 34.17 GiB
    var tree = ModuleTree {
      Module("layers") { for i in 0..<64 { Module("\(i)", class: "Block", bytes: (bytes - 64) / 64) } }
      Module("head", class: "Linear", bytes: 64 + (bytes - 64) % 64)
    }.noSplit("Block")
    let fields = ConfigFields(
      modelType: "qwen3",
      values: [
        "num_hidden_layers": .integer(64), "num_attention_heads": .integer(64), "num_key_value_heads": .integer(8),
        "head_dim": .integer(128), "hidden_size": .integer(5120), "vocab_size": .integer(151_936),
        "intermediate_size": .integer(25_600),
      ])
    tree.configurations = [.init(path: "", fields: fields)]
    let fit = try ModelFit(tree)
    #expect(fit.weightBytes == bytes)
    // Three quarters of 48 GB, read as 10^9, are less than the weights alone.
    let read = DeviceBudget(.mps, bytes: 36_000_000_000)
    #expect(!fit.on([read]).fits && fit.on([read]).missing == bytes - read.bytes!)
    // Metal gives 36 GiB: the weights alone would just fit, but not with a cache of 8 heads of 128 at 32k tokens.
    let mac = DeviceBudget(.mps, bytes: GPUModel.macWorkingSet(ram: 48 << 30))
    let work = Workload(context: 32_768)
    #expect(fit.on([mac]).fits && !fit.on([mac], work).fits)
    #expect(fit.on([DeviceBudget(.mps, bytes: GPUModel.macWorkingSet(ram: 96 << 30))], work).fits)
  }

  @Test func threeLinesTellWhetherACheckpointFitsAMac() throws {
    let fit = try ModelFit(Self.tree(Self.llama8B))
    let mac = DeviceBudget(.mps, bytes: GPUModel.macWorkingSet(ram: 24 << 30))
    #expect(fit.on([mac], Workload(context: 1024)).fits)
    #expect(!fit.on([mac], Workload(context: 8192)).fits)
    let larger = DeviceBudget(.mps, bytes: GPUModel.macWorkingSet(ram: 36 << 30))
    #expect(fit.on([larger], Workload(context: 8192)).fits)
  }

  /// Measured with transformers 5.23.0: caches of 10 tokens, and of 7 of an encoder.
  @Test(arguments: [("MBartForCausalLM", 10_240), ("MBartForConditionalGeneration", 17_408)])
  func aDecoderAloneKeepsNothingOfAnEncoder(_ className: String, _ bytes: Int) throws {
    let config = try ModelConfig(
      parsing: """
        {"architectures": ["\(className)"], "model_type": "mbart", "dtype": "float32", "vocab_size": 99, "d_model": 64,
         "encoder_layers": 3, "decoder_layers": 2, "encoder_attention_heads": 4, "decoder_attention_heads": 4,
         "encoder_ffn_dim": 32, "decoder_ffn_dim": 32, "max_position_embeddings": 64}
        """)
    let memory = ModelMemory(try ModuleTree(config: config))
    #expect(memory.states?.heldBytes(Workload(context: 10, source: 7, dtype: .f32)) == bytes)
  }

  /// Measured with transformers 5.23.0: four layers whose channels are not the factor of the hidden size.
  @Test(arguments: ["mamba", "falcon_mamba"]) func channelsThatAreStatedAreThoseOfTheState(_ type: String) throws {
    let className = type == "mamba" ? "MambaForCausalLM" : "FalconMambaForCausalLM"
    let config = try ModelConfig(
      parsing: """
        {"architectures": ["\(className)"], "model_type": "\(type)", "dtype": "bfloat16", "vocab_size": 99,
         "hidden_size": 32, "state_size": 16, "num_hidden_layers": 4, "expand": 2, "conv_kernel": 4,
         "intermediate_size": 48}
        """)
    let memory = ModelMemory(try ModuleTree(config: config))
    #expect(memory.states?.heldBytes(Workload(context: 7, dtype: .bf16)) == 13_824)
  }

  @Test("of an unknown architecture the weights have room, and nobody says that it fits")
  func anUnknownArchitectureCountsWeightsOnly() throws {
    let tree = ModuleTree { Module("layers") { Module("0", class: "Block", bytes: 1000) } }
    let fit = try ModelFit(tree)
    #expect(fit.memory.states == nil)
    #expect(fit.memory.unknown == .unknownArchitecture(""))
    let devices = [DeviceBudget(.gpu(0), bytes: 2 << 30)]
    let answer = fit.on(devices, Workload(context: 100))
    #expect(answer.hasRoom && answer.accounts[0].weights == 1000 && answer.accounts[0].peak == 0)
    #expect(!answer.fits && !answer.isKnown && answer.missing == 0)
    #expect(fit.on(devices).fits)
    #expect(fit.longestContext(on: devices, Workload(context: 1)) == nil)
  }
}
