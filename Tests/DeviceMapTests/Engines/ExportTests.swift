import DeviceMap
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
    #expect(throws: ExportError.notContiguous(.gpu(0), layer: "model.layers.2")) {
      try plan.export(to: .vllm, model: "m")
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
