import DeviceMap
import Foundation
import Testing

@Suite("Plans as engines take them")
struct ExportTests {
  private static let unlimited: MaxMemory = [
    .gpu(0): "1TiB", .gpu(1): "1TiB", .gpu(2): "1TiB", .gpu(3): "1TiB", .cpu: "1TiB",
  ]

  private func plan(_ tree: ModuleTree, _ counts: [(device: Device, layers: Int)], hostExperts: Range<Int> = 0..<0)
    throws -> Plan
  {
    try tree.plan(
      StagePolicy(counts: counts, layers: "model.layers", hostExperts: hostExperts), maxMemory: Self.unlimited)
  }

  private static let gpus: [(device: Device, layers: Int)] = [
    (.gpu(0), 18), (.gpu(1), 22), (.gpu(2), 22), (.gpu(3), 18),
  ]

  @Test func theStagesWeighWhatTheirLayersDo() throws {
    let stages = try PipelineStages(plan(ExportModels.llama70B(), Self.gpus))
    #expect(stages.layersPath == "model.layers")
    #expect(stages.layerCount == 80)
    let (layer, end) = (1_711_308_800, 2_101_346_304)
    let expected = [18 * layer + end, 22 * layer, 22 * layer]
    #expect(stages.stages.prefix(3).map(\.weightBytes) == expected)
    #expect(stages.stages.reduce(0) { $0 + $1.weightBytes } == 141_107_413_504 - 0)
  }

  @Test(
    "the rules of ktransformers",
    arguments: [("DeepseekV2ForCausalLM", "deepseek_v2"), ("DeepseekV3ForCausalLM", "deepseek_v3")])
  func ktransformers(architecture: String, type: String) throws {
    let more =
      #", "n_routed_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32, "first_k_dense_replace": 1, "#
      + #""q_lora_rank": 16, "kv_lora_rank": 16, "qk_rope_head_dim": 8, "qk_nope_head_dim": 8, "v_head_dim": 8, "n_group": 1, "topk_group": 1"#
    let tree = try ExportModels.small(architecture, type, layers: 12, more: more)
    let stages: [(device: Device, layers: Int)] = [(.gpu(2), 3), (.gpu(0), 7), (.gpu(1), 2)]
    let plan = try plan(tree, stages, hostExperts: 4..<9)
    let text = try plan.export(to: .ktransformers, model: "m").text
    #expect(
      text.contains("# CUDA_DEVICE_ORDER=PCI_BUS_ID CUDA_VISIBLE_DEVICES=2,0,1 python -m ktransformers.local_chat "))
    #expect(text.contains(#"transfer_map: {3: "cuda:1", 10: "cuda:2"}"#))
    let rules = try Self.rules(text)
    for module in 0..<tree.count {
      let path = tree.path(of: module)
      guard let rule = try rules.first(where: { try $0.matches(path, tree.className(of: module)) }) else { continue }
      guard let number = path.split(separator: ".").lazy.compactMap({ Int($0) }).first else { continue }
      let place = number < 3 ? "cuda:0" : number < 10 ? "cuda:1" : "cuda:2"
      let isHost = path.hasSuffix(".experts") && (4..<9).contains(number)
      #expect(rule.device == (isHost ? "cpu" : place), "\(path)")
      #expect(rule.text.contains("KExpertsMarlin") == (path.hasSuffix(".experts") && !isHost), "\(path)")
    }
    #expect(rules.count == (architecture.contains("V3") ? 25 : 22))
    for counts in [[(Device.cpu, 2), (.gpu(0), 10)], [(.gpu(0), 10), (.disk, 2)]] {
      let other = try self.plan(tree, counts.map { (device: $0.0, layers: $0.1) })
      #expect(throws: ExportError.self) { try other.export(to: .ktransformers, model: "m") }
    }
  }

  /// A rule as the engine reads it: the first that a module's name and class match counts.
  private struct Rule {
    let pattern: String
    let className: String?
    let device: String
    let text: String

    func matches(_ path: String, _ name: String) throws -> Bool {
      guard try path.firstMatch(of: Regex(pattern)) != nil else { return false }
      return className.map { $0.split(separator: ".").last.map(String.init) == name } ?? true
    }
  }

  private static func rules(_ text: String) throws -> [Rule] {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.contains("recursive") }
    return try stride(from: 0, to: lines.count, by: 2).map { place in
      let match = try #require(
        lines[place].wholeMatch(of: /- match: \{name: '([^']+)'(?:, class: ([A-Za-z0-9_.]+))?\}/))
      let device = lines[place + 1].firstMatch(of: /generate_device: "?([a-z0-9:]+)/)?.1 ?? ""
      return Rule(
        pattern: String(match.1), className: match.2.map(String.init), device: String(device),
        text: String(lines[place + 1]))
    }
  }

  @Test("experts on the cpu do not weigh on their stage") func bytesOfHostExperts() throws {
    let tree = try ExportModels.small(
      "Qwen3MoeForCausalLM", "qwen3_moe", layers: 4,
      more: ", \"num_experts\": 4, \"num_experts_per_tok\": 2, \"moe_intermediate_size\": 32, \"head_dim\": 8")
    let counts: [(device: Device, layers: Int)] = [(.gpu(0), 2), (.gpu(1), 2)]
    let whole = try PipelineStages(plan(tree, counts)).stages
    let apart = try PipelineStages(plan(tree, counts, hostExperts: 1..<4)).stages
    #expect(whole.allSatisfy { $0.hostExpertBytes == 0 })
    #expect(zip(whole, apart).allSatisfy { $0.weightBytes == $1.weightBytes + $1.hostExpertBytes })
    #expect(apart[1].hostExpertBytes == 2 * apart[0].hostExpertBytes && apart[0].hostExpertBytes > 0)
    let text = try plan(tree, counts, hostExperts: 1..<4).export(to: .llamaCpp, model: "m").text
    #expect(text.contains(" of weights, ") && text.contains(" of experts on the cpu\n"))
  }

  @Test(arguments: [ExportTarget.tensorrtLLM, .ollama, .ktransformers, .mlx])
  func whatTakesNoStagesIsRefused(target: ExportTarget) throws {
    let plan = try plan(ExportModels.llama70B(), Self.gpus)
    #expect(throws: ExportError.self) { try plan.export(to: target, model: "m") }
  }

  @Test func mlxCountsRanksFromTheEnd() throws {
    let tree = try ExportModels.small("Qwen2ForCausalLM", "qwen2", layers: 6)
    let text = try plan(tree, [(.gpu(0), 1), (.gpu(1), 2), (.gpu(2), 3)]).export(to: .mlx, model: "q").text
    #expect(text.contains("split=[3, 2, 1]"))
  }

  @Test(
    "layers on the cpu",
    arguments: [
      (ExportTarget.vllm, false), (.sglang, false), (.llamaCpp, true), (.mistralrs, false), (.torch, false),
      (.mistralrsTopology, true), (.transformers, true), (.accelerate, true), (.exo, false), (.json, true),
    ])
  func hostPartInFront(target: ExportTarget, isAllowed: Bool) throws {
    let tree = try ExportModels.small("LlamaForCausalLM", "llama", layers: 6)
    let plan = try plan(tree, [(.cpu, 2), (.gpu(0), 2), (.gpu(1), 2)])
    if isAllowed {
      #expect(try !plan.export(to: target, model: "m").text.isEmpty)
    } else {
      #expect(throws: ExportError.self) { try plan.export(to: target, model: "m") }
    }
  }

  @Test func llamaCppCountsTheOutputAsALayer() throws {
    let tree = try ExportModels.small("LlamaForCausalLM", "llama", layers: 6)
    let text = try plan(tree, [(.cpu, 2), (.gpu(0), 1), (.gpu(1), 3)]).export(to: .llamaCpp, model: "m").text
    #expect(text.contains("-ngl 5 --device CUDA0,CUDA1 -ts 1,4 --fit off"))
    let one = try plan(tree, [(.gpu(2), 6)]).export(to: .llamaCpp, model: "m").text
    #expect(one.contains("CUDA_VISIBLE_DEVICES=2 llama-server -m MODEL.gguf -sm layer -ngl 7 --fit off"))
  }

  @Test("experts on the cpu", arguments: [(0..<2, "--n-cpu-moe 2"), (1..<3, "-ot 'blk\\.(1|2)\\.ffn_")])
  func expertsOnTheHost(layers: Range<Int>, option: String) throws {
    let tree = try ExportModels.small(
      "Qwen3MoeForCausalLM", "qwen3_moe", layers: 4,
      more: ", \"num_experts\": 4, \"num_experts_per_tok\": 2, \"moe_intermediate_size\": 32, \"head_dim\": 8")
    let plan = try plan(tree, [(.gpu(0), 2), (.gpu(1), 2)], hostExperts: layers)
    #expect(try plan.export(to: .llamaCpp, model: "m").text.contains(option))
    #expect(throws: ExportError.refusedDevices(.exo, [.cpu], nearest: "leave cpu and disk out of --max-memory")) {
      try plan.export(to: .exo, model: "m")
    }
  }

  @Test func aDeviceThatIsComeBackToHasNoStages() throws {
    let tree = try ExportModels.small("LlamaForCausalLM", "llama", layers: 4)
    let plan = try plan(tree, [(.gpu(0), 1), (.gpu(1), 1), (.gpu(0), 2)])
    #expect(throws: ExportError.notContiguous(.gpu(0), layer: "model.layers.2", policy: plan.policy)) {
      try plan.export(to: .vllm, model: "m")
    }
  }

  /// Run so with accelerate 1.15.0 and transformers 5.23.0: the others load, and of Mixtral it misses `mlp.gate.weight`.
  @Test(
    "accelerate takes files with the names of the model alone",
    arguments: [
      ("tiny-llama", nil), ("tiny-gemma2", nil), ("tiny-mixtral", "none has a 'model.layers.0.mlp."),
    ]
      as [(String, String?)])
  func namesInFiles(name: String, text: String?) {
    let folder = FixtureFiles.directory.appending(path: "checkpoints/\(name)").path
    let memory = ["--max-memory", "cpu=60KiB", "--policy", "sequential"]
    let made = Program.run(["export", folder, "--to", "accelerate"] + memory, ProgramEnvironment())
    #expect(made.status == (text == nil ? 0 : 1), "\(made.messages.string)")
    if let text { #expect(made.messages.string.contains(text), "\(made.messages.string)") }
    let other = Program.run(["export", folder, "--to", "transformers"] + memory, ProgramEnvironment())
    #expect(other.status == 0)
  }

  @Test("the optimal policy is not advised to who has asked for it", arguments: ["optimal", "balanced"])
  func advice(policy: String) {
    for error in [ExportError.cutInside("x", policy: policy), .notContiguous(.gpu(0), layer: "x", policy: policy)] {
      #expect(error.description.contains("--policy optimal") == (policy != "optimal"))
      #expect(error.description.contains("leave cpu and disk out of --max-memory") == (policy == "optimal"))
    }
  }

  /// A head on the disk is refused as layers there are.
  @Test func anEndOnTheDiskIsRefused() throws {
    let tree = try ExportModels.small("LlamaForCausalLM", "llama", layers: 4)
    let layers = try #require(tree["model.layers"]).totalBytes
    let plan = try tree.plan(.sequential, maxMemory: [.gpu(0): .bytes(layers + 64 * 256 * 2 + 4096)])
    #expect(plan.device(of: "lm_head") == .disk)
    #expect(try PipelineStages(plan).hostEnds == [.disk])
    #expect(throws: ExportError.self) { try plan.export(to: .vllm, model: "m") }
  }

  @Test func twoStacksAreRefused() throws {
    let tree = try ExportModels.tree(
      """
      {"architectures": ["T5ForConditionalGeneration"], "model_type": "t5", "d_model": 64, "d_ff": 128, "d_kv": 8,
       "num_layers": 2, "num_heads": 8, "vocab_size": 256, "dtype": "float32"}
      """)
    let plan = try tree.plan(maxMemory: [.gpu(0): "1GiB", .gpu(1): "1GiB"])
    #expect(throws: ExportError.severalStacks(["encoder.block", "decoder.block"])) {
      try plan.export(to: .vllm, model: "m")
    }
    #expect(try plan.export(to: .transformers, model: "m").text.contains("T5ForConditionalGeneration.from_pretrained("))
  }

  @Test func aTiedHeadCountsOnBothEnds() throws {
    let tied = try ExportModels.small("LlamaForCausalLM", "llama", layers: 4, tied: true)
    let counts: [(device: Device, layers: Int)] = [(.gpu(0), 2), (.gpu(1), 2)]
    let stages = try PipelineStages(plan(tied, counts))
    #expect(stages.hasTiedHead)
    #expect(stages.stages[1].weightBytes - stages.stages[0].weightBytes == 64 * 2 + 2 * 4 * 4)
    #expect(throws: ExportError.self) { try plan(tied, counts).export(to: .sglang, model: "m") }
    #expect(try plan(tied, counts).export(to: .vllm, model: "m").text.contains("VLLM_PP_LAYER_PARTITION=2,2"))
  }

  @Test(
    "words of a shell",
    arguments: [("a/b-1.2", "a/b-1.2"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("$(x)", "'$(x)'")])
  func shellWords(text: String, word: String) throws {
    let tree = try ExportModels.small("LlamaForCausalLM", "llama", layers: 2)
    let line = try plan(tree, [(.gpu(0), 1), (.gpu(1), 1)]).export(to: .vllm, model: text).text
    #expect(line.contains("vllm serve \(word) --pipeline-parallel-size 2"))
  }

  @Test(
    "names of tensors in GGUF files",
    arguments: [
      ("model.embed_tokens.weight", "token_embd.weight"), ("model.norm.weight", "output_norm.weight"),
      ("lm_head.weight", "output.weight"), ("model.layers.12.self_attn.q_proj.bias", "blk.12.attn_q.bias"),
      ("model.layers.0.mlp.down_proj.weight", "blk.0.ffn_down.weight"), ("model.layers.x.mlp.down_proj.weight", nil),
      ("transformer.h.0.mlp.weight", nil), ("lm_head", nil),
    ])
  func ggufNames(path: String, name: String?) {
    #expect(GGUFName.of(path) == name)
  }
}
