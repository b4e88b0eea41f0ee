import DeviceMap
import Testing

/// Maps and loads that were published, or recorded from the references, for well-known models.
@Suite struct KnownPlanTests {
  private static let gib = 1 << 30

  /// The loads of the devices in thousandths of a GiB, without empty ones.
  private func loads(_ plan: Plan) -> [String] {
    plan.ledger.accounts.filter { $0.weights > 0 }.map { load in
      "\(load.device): \((load.weights * 1000 + Self.gib / 2) / Self.gib)"
    }
  }

  @Test func llama3HasItsPublishedSize() throws {
    #expect(try ModuleSizes(KnownModels.llama3, engine: .transformers).totalBits == 8 * 16_060_523_008)
  }

  @Test(arguments: [
    (Engine.transformers, [24, 8], ["0: 7479", "1: 7479"]),
    (.transformers, [24, 6], ["0: 7479", "1: 5688", "cpu: 1791"]),
    (.transformers, [24, 4], ["0: 7479", "1: 3656", "cpu: 3822"]),
    (.transformers, [8, 8], ["0: 6666", "1: 7313", "cpu: 979"]),
    (.accelerate, [24, 8], ["0: 6666", "1: 7313", "cpu: 979"]),
    (.accelerate, [24, 6], ["0: 6666", "1: 5688", "cpu: 2604"]),
  ])
  func llama3OnTwoUnequalGPUs(engine: Engine, gib: [Int], expected: [String]) throws {
    let limits: MaxMemory = [
      .gpu(0): .bytes(gib[0] * Self.gib), .gpu(1): .bytes(gib[1] * Self.gib), .cpu: "64GiB",
    ]
    let plan = try KnownModels.llama3.plan(.auto, maxMemory: limits, engine: engine)
    #expect(loads(plan) == expected)
    #expect(plan.ledger.errors == [])
    #expect(plan.notes.map(\.code) == (expected.count == 3 ? ["offload-with-room"] : []))
  }

  /// Printed in huggingface/transformers#44565.
  @Test func mixtralOnEightGPUs() throws {
    let budget = Int(78.92 * Double(Self.gib))
    let limits = MaxMemory((0..<8).map { (device: .gpu($0), limit: .bytes(budget)) })
    let plan = try KnownModels.mixtral.plan(.auto, maxMemory: limits)
    #expect(plan.ledger.accounts.prefix(7).map(\.cap) == Array(repeating: 15_303_873_600, count: 7))
    #expect(plan.usage[.gpu(7)]?.cap == budget)
    var expected: [DeviceMapEntry] = [DeviceMapEntry("model.embed_tokens", .gpu(0))]
    let firsts = [0, 4, 9, 14, 19, 24, 29, 32]
    for gpu in 0..<7 {
      for layer in firsts[gpu]..<firsts[gpu + 1] { expected.append(DeviceMapEntry("model.layers.\(layer)", .gpu(gpu))) }
    }
    expected += ["model.norm", "model.rotary_emb", "lm_head"].map { DeviceMapEntry($0, .gpu(6)) }
    #expect(plan.deviceMap == expected)
    #expect(plan.usage[.gpu(7)]?.weights == 0)
  }

  private func chatGLM2(layersOnFirst: Int, cut: [DeviceMapEntry] = []) -> [DeviceMapEntry] {
    var expected: [DeviceMapEntry] = [
      DeviceMapEntry("transformer.embedding", .gpu(0)), DeviceMapEntry("transformer.rotary_pos_emb", .gpu(0)),
    ]
    for layer in 0..<layersOnFirst { expected.append(DeviceMapEntry("transformer.encoder.layers.\(layer)", .gpu(0))) }
    expected += cut
    for layer in (cut.isEmpty ? layersOnFirst : layersOnFirst + 1)..<28 {
      expected.append(DeviceMapEntry("transformer.encoder.layers.\(layer)", .gpu(1)))
    }
    expected.append(DeviceMapEntry("transformer.encoder.final_layernorm", .gpu(1)))
    expected.append(DeviceMapEntry("transformer.output_layer", .gpu(1)))
    return expected
  }

  @Test func chatGLM2WithWholeBlocks() throws {
    let plan = try KnownModels.chatGLM2.plan(
      .sequential, maxMemory: [.gpu(0): "5GB", .gpu(1): "10GB"], engine: .accelerate)
    #expect(plan.deviceMap == chatGLM2(layersOnFirst: 9))
    #expect(plan.ledger.errors == [])
  }

  @Test func chatGLM2WithoutNoSplitClasses() throws {
    let plan = try KnownModels.chatGLM2.noSplit().plan(
      .sequential, maxMemory: [.gpu(0): "5GB", .gpu(1): "10GB"], engine: .accelerate)
    let layer = "transformer.encoder.layers.9."
    let cut = [
      DeviceMapEntry(layer + "input_layernorm", .gpu(0)), DeviceMapEntry(layer + "self_attention", .gpu(0)),
      DeviceMapEntry(layer + "post_attention_layernorm", .gpu(0)), DeviceMapEntry(layer + "mlp", .gpu(1)),
    ]
    #expect(plan.deviceMap == chatGLM2(layersOnFirst: 9, cut: cut))
  }

  /// Published inputs whose maps the current versions give (accelerate#661 and #2692, checked with accelerate 1.15.0):
  /// the first and last module on each stretch of one device.
  @Test(arguments: [
    (
      #"{"architectures": ["GPT2LMHeadModel"], "model_type": "gpt2", "dtype": "float32"}"#, "sequential",
      [400, 400].map { $0 << 20 },
      ["transformer.wte...transformer.h.7: 0", "transformer.h.8...transformer.ln_f: 1", "lm_head...lm_head: 0"]
    ),
    (
      """
      {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "dtype": "bfloat16", "hidden_size": 8192,
       "num_hidden_layers": 80, "num_attention_heads": 64, "num_key_value_heads": 8, "intermediate_size": 28672,
       "vocab_size": 128256}
      """, "sequential", Array(repeating: 42 << 30, count: 4),
      [
        "model.embed_tokens...model.layers.22: 0", "model.layers.23...model.layers.48: 1",
        "model.layers.49...model.layers.74: 2", "model.layers.75...lm_head: 3",
      ]
    ),
    (
      """
      {"architectures": ["MixtralForCausalLM"], "model_type": "mixtral", "dtype": "bfloat16", "hidden_size": 4096,
       "num_hidden_layers": 32, "num_attention_heads": 32, "num_key_value_heads": 8, "intermediate_size": 14336,
       "num_local_experts": 8, "vocab_size": 32000}
      """, "auto", Array(repeating: 40 << 30, count: 3),
      [
        "model.embed_tokens...model.layers.9: 0", "model.layers.10...model.layers.20: 1",
        "model.layers.21...lm_head: 2",
      ]
    ),
  ])
  func publishedInputs(config: String, policy: String, bytes: [Int], expected: [String]) throws {
    let tree = try ModuleTree(config: ModelConfig(parsing: config))
    let limits = MaxMemory(bytes.enumerated().map { (device: .gpu($0.offset), limit: .bytes($0.element)) })
    let plan = try tree.plan(policy == "auto" ? .auto : .sequential, maxMemory: limits, engine: .accelerate)
    var runs: [(first: String, last: String, device: Device)] = []
    for entry in plan.deviceMap {
      if runs.last?.device == entry.device {
        runs[runs.count - 1].last = entry.path
      } else {
        runs.append((entry.path, entry.path, entry.device))
      }
    }
    #expect(runs.map { "\($0.first)...\($0.last): \($0.device)" } == expected)
  }
}
