import DeviceMap
import Testing

/// The reference finds the class of a model by its type. What it does not know, or is not told, it loads only with code
/// beside the checkpoint, which is said.
@Suite struct ModelTypeTests {
  private func codes(_ type: String, _ change: (inout TreeOptions) -> Void = { _ in }) throws -> [String] {
    let sizes = #""hidden_size":64,"num_hidden_layers":1,"num_attention_heads":4,"vocab_size":32"#
    let config = #"{"architectures":["DeepseekV3ForCausalLM"],"dtype":"bfloat16","# + type + sizes + "}"
    var options = TreeOptions()
    change(&options)
    let tree = try ModuleTree(config: JSONDocument(parsing: config).root, tensors: nil, options: options)
    return tree.notes.filter { $0.severity == .warning }.map(\.code)
  }

  @Test(arguments: [
    (#""model_type":"deepseek_v3","#, []), (#""model_type":"kimi_k2","#, ["unknown-model-type"]),
    ("", ["unknown-model-type"]), (#""model_type":"","#, ["unknown-model-type"]),
  ])
  func typesThatTheReferenceDoesNotKnow(_ type: String, _ expected: [String]) throws {
    #expect(try codes(type) == expected)
  }

  /// A class that the caller names reads config.json without a type.
  @Test func classOfTheCaller() throws {
    #expect(try codes("") { $0.architecture = "DeepseekV3ForCausalLM" } == [])
    let type = #""model_type":"kimi_k2","#
    #expect(try codes(type) { $0.architecture = "DeepseekV3ForCausalLM" } == ["unknown-model-type"])
  }
}
