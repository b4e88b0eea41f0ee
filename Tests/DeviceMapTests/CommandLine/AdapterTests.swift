import DeviceMap
import Foundation
import Testing

/// `--adapter`: the weights of a LoRA beside those of the modules that it changes.
@Suite struct AdapterTests {
  private static let config =
    #"{"architectures":["LlamaForCausalLM"],"model_type":"llama","hidden_size":64,"#
    + #""intermediate_size":128,"num_hidden_layers":2,"num_attention_heads":4,"vocab_size":96,"torch_dtype":"bfloat16"}"#

  private func directory(_ tensors: [(name: String, dtype: DType, shape: [Int])]) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try Self.config.write(to: directory.url.appending(path: "base.json"), atomically: false, encoding: .utf8)
    try #"{"peft_type":"LORA","base_model_name_or_path":"org/base","r":4}"#
      .write(to: directory.url.appending(path: "adapter_config.json"), atomically: false, encoding: .utf8)
    try SparseCheckpoint.write(tensors, to: directory.url.appending(path: "adapter_model.safetensors"))
    return directory
  }

  private func run(_ words: String...) -> (out: String, err: String, status: Int32) {
    let output = Program.run(words, ProgramEnvironment())
    return (output.result.string, output.messages.string, output.status)
  }

  private static let lora: [(name: String, dtype: DType, shape: [Int])] = [
    ("base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight", .bf16, [4, 64]),
    ("base_model.model.model.layers.0.self_attn.q_proj.lora_B.weight", .bf16, [64, 4]),
    ("base_model.model.lm_head.weight", .bf16, [96, 64]),
  ]

  @Test func countsBesideItsModules() throws {
    let directory = try directory(Self.lora)
    let base = directory.path + "/base.json"
    let plain = try JSONDocument(parsing: run("tree", base, "--json").out).root
    let result = run("tree", base, "--json", "--adapter", directory.path)
    let tree = try JSONDocument(parsing: result.out).root
    // PEFT makes its own matrices float32, and leaves a module that is trained whole in the dtype of the model.
    let added = 4 * (4 * 64 * 2) + 2 * (96 * 64)
    #expect(tree["total_bytes"]!.int! == plain["total_bytes"]!.int! + added)
    #expect(Array(tree["modules"]!.elements).count == Array(plain["modules"]!.elements).count)
    #expect(result.err.contains("3 tensors of the adapter"))
    #expect(result.err.contains("org/base"))
  }

  /// What it trains is the adapter alone.
  @Test func isTrainedAlone() throws {
    let directory = try directory(Array(Self.lora.prefix(2)))
    let base = directory.path + "/base.json"
    let words = ["fit", base, "--train", "adamw", "--context", "16", "--max-memory", "0=1GiB", "--json"]
    let output = Program.run(words + ["--adapter", directory.path], ProgramEnvironment())
    let training = try JSONDocument(parsing: output.result.string).root["training"]!
    let elements = 4 * 64 * 2
    #expect(training["trainable_parameters"]!.int! == elements)
    let terms = training["terms"]!.elements.prefix(3).map { $0["bytes"]!.int! }
    let weights = try JSONDocument(parsing: run("tree", base, "--json").out).root["total_bytes"]!.int!
    // All of float32: the weights, their gradients, and two states with a step for each tensor.
    #expect(terms == [weights + 4 * elements, 4 * elements, 8 * elements + 2 * 4])
  }

  /// Prompts, prefixes and matrices that layers share are beside the first module that has tensors.
  @Test(arguments: ["prompt_embeddings", "base_model.vera_A", "base_model.model.vera_B"])
  func ofNoModuleAlone(_ name: String) throws {
    let directory = try directory([(name, .f32, [4, 64])])
    let base = directory.path + "/base.json"
    let plain = try JSONDocument(parsing: run("tree", base, "--json").out).root
    let result = run("tree", base, "--json", "--adapter", directory.path)
    let tree = try JSONDocument(parsing: result.out).root
    #expect(tree["total_bytes"]!.int! == plain["total_bytes"]!.int! + 4 * 4 * 64)
    #expect(!result.err.contains("change no module"))
  }

  @Test func inAnotherFormatIsSaid() throws {
    let directory = try directory(Self.lora)
    try FileManager.default.removeItem(at: directory.url.appending(path: "adapter_model.safetensors"))
    _ = try directory.write("x", "adapter_model.bin")
    let result = run("tree", directory.path + "/base.json", "--adapter", directory.path)
    #expect(result.status == 2)
    #expect(result.err.contains("adapter_model.bin' is not safetensors"))
  }

  /// A whole model that was saved from within an adapter's wrapper is that model.
  @Test func aroundAWholeModel() throws {
    let directory = try TemporaryDirectory()
    _ = try directory.write(Self.config, "config.json")
    let plain = try ModuleTree(config: ModelConfig(parsing: Self.config))
    let tensors = plain.modules.flatMap(\.tensors).filter { $0.kind == .parameter }.map {
      (name: "base_model.model." + $0.path, dtype: DType.bf16, shape: [$0.bytes / 2])
    }
    #expect(tensors.count == 21)
    try SparseCheckpoint.write(tensors, to: directory.url.appending(path: "model.safetensors"))
    let result = run("tree", directory.path, "--json")
    #expect(result.status == 0)
    #expect(result.err.contains("begin with 'base_model.model.'"))
  }

  /// Another base, and a layer that the base does not have.
  @Test(arguments: ["other.q", "model.h.0.self_attn.q_proj", "model.layers.2.self_attn.q_proj"])
  func ofAnotherModelIsSaid(_ module: String) throws {
    let directory = try directory([("base_model.model.\(module).lora_A.weight", .f32, [4, 64])])
    let result = run("tree", directory.path + "/base.json", "--adapter", directory.path)
    #expect(result.status == 0)
    #expect(result.err.contains("warning: 1 tensors of the adapter change no module of the model"))
  }

  @Test func aloneItNamesItsBase() throws {
    let directory = try directory(Self.lora)
    let result = run("plan", directory.path)
    #expect(result.status == 2)
    #expect(result.err.contains("(org/base) with --adapter"))
  }
}
