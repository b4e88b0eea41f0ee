import DeviceMap
import Foundation
import Testing

/// Numbers of tensor names, which rules move about, and digits that are none.
@Suite("Numbers in names") struct NameNumberTests {
  /// The tensors of a Llama of two layers, so that one more is one of many.
  private static let llama =
    (0..<2).flatMap { layer in
      [
        "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.o_proj", "mlp.gate_proj", "mlp.up_proj",
        "mlp.down_proj", "input_layernorm", "post_attention_layernorm",
      ].map { "model.layers.\(layer).\($0).weight" }
    } + ["model.embed_tokens.weight", "model.norm.weight", "lm_head.weight"]

  private func tree(_ config: String, _ names: [String]) throws -> ModuleTree {
    let directory = try TemporaryDirectory()
    try SparseCheckpoint.write(
      directory: directory.url, configJSON: config, tensors: names.map { (name: $0, dtype: DType.u8, shape: [0]) })
    return try ModuleTree(try Checkpoint(at: directory.path))
  }

  @Test(
    "Long rows of digits are text",
    arguments: [
      "7000000000", "7000001000", "model.layers.7000000000.x.0.weight", "6999999500", "70000000001",
      "model.layers.7000000000.self_attn.q_proj.weight", "9999999999", "9223372036854775807", "9223372036854775808",
      "0.1.2.3.4.5.6.7.8.9.10.11.12", "\u{FFFD}.1", "999999999.1000000000",
    ])
  func digits(_ name: String) throws {
    let tree = try tree(
      #"{"model_type": "llama", "architectures": ["LlamaForCausalLM"], "num_hidden_layers": 2}"#,
      Self.llama + [name])
    // What belongs to no module is said to, and is not taken for the tensor of another layer.
    #expect(tree.notes.contains { $0.text.contains("do not belong to the model") && $0.text.contains(name) })
  }

  @Test("A name longer than any is refused", arguments: [#"{"model_type": "llama"}"#, "{}"])
  func endlessName(_ config: String) throws {
    let name = String(repeating: "a.", count: TreeLimits.nameBytes / 2)
    #expect(throws: TreeError.self) { try tree(config, [name + "w"]) }
  }

  @Test("A name deeper than modules may nest is refused before any rule is tried", arguments: [0, 1])
  func deepName(_ surplus: Int) throws {
    let config = #"{"model_type": "llama", "architectures": ["LlamaForCausalLM"], "num_hidden_layers": 2}"#
    let name = String(repeating: "a.", count: TreeLimits.nameDepth + surplus) + "w"
    if surplus == 0 {
      #expect(try tree(config, Self.llama + [name]).notes.contains { $0.code == "unexpected-tensors" })
    } else {
      let error = #expect(throws: TreeError.self) { try tree(config, Self.llama + [name]) }
      #expect(error == .tooDeep(module: String(name.prefix(80)) + "..."))
    }
  }

  @Test("More names without a pattern than there are steps are refused") func manyTemplates() throws {
    let names = (1...100).map { String(repeating: "m", count: $0) }
    let tree = ModuleTree { for name in names { Module(name, bytes: 8) } }
    let stored = StoredTensors(names.map { (name: $0 + ".weight", dtype: DType.u8, shape: [8]) }).templates()
    func placed(steps: Int) -> (count: Int, isExceeded: Bool) {
      let rules = NameRules(base: "model", work: WorkBudget(steps: steps))
      let binding = TensorBinding(stored, rules: rules, tree: tree)
      return (binding.placeOfStored.count { $0 >= 0 }, rules.work.isExceeded)
    }
    #expect(placed(steps: 25_600) == (100, false))
    #expect(placed(steps: 25_599) == (0, true))
  }

  @Test(
    "A number that a rule would make too large is left alone",
    arguments: ["9223372036854775807", "9223372036854775806", "999999999", "2147483648", "0"])
  func offsets(_ number: String) throws {
    _ = try tree(
      #"{"model_type": "inkling2_text", "architectures": ["Inkling2TextModel"]}"#, ["attn_res.attn_queries.\(number)"])
  }

  @Test("Two layers of a file are one of the model", arguments: [false, true]) func halved(_ hasStray: Bool) throws {
    let attention = [
      "q_proj.weight", "k_proj.weight", "v_proj.weight", "o_proj.weight", "g_proj.weight", "sqk", "s_gate",
    ]
    let mlp = ["gate_proj.weight", "up_proj.weight", "down_proj.weight", "suv_gate", "suv_up"]
    let layers = (0..<2).flatMap { layer in
      let (even, odd) = ("backbone.layers.\(2 * layer)", "backbone.layers.\(2 * layer + 1)")
      return attention.map { "\(even).mixer.\($0)" } + mlp.map { "\(odd).mixer.\($0)" }
        + ["\(even).attn_alpha", "\(odd).mlp_alpha"]
    }
    // A fifth layer of the file is the attention of a third one, which the model does not have.
    let stray = "backbone.layers.4.mixer.q_proj.weight"
    let config = """
      {"model_type": "dory", "architectures": ["DoryForCausalLM"], "num_hidden_layers": 4, "layer_types":
       ["full_attention", "mlp", "sliding_attention", "mlp"]}
      """
    let tree = try tree(
      config,
      layers + ["backbone.embeddings.weight", "lm_head.weight", "lm_head.logit_scale"] + (hasStray ? [stray] : []))
    #expect(tree.module(at: "model.layers.1.mlp.gate_proj") != nil && tree.module(at: "model.layers.2") == nil)
    #expect(tree.notes.contains { $0.code == "missing-tensors" } == false)
    #expect(tree.notes.contains { $0.code == "unexpected-tensors" && $0.text.contains(stray) } == hasStray)
  }
}
