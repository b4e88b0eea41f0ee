import DeviceMap
import Testing

/// One object under many names: the references' maps name it at each, lists of modules at the first.
@Suite struct SharedModuleTests {
  /// All layers of openai-gpt hold one activation. Both maps are those of transformers 5.24.0.
  @Test(arguments: [
    (ReferencePolicy.auto, "h.1.mlp.act", Device.gpu(1), 14), (.balancedLow0, "h.3.mlp.act", .cpu, 14),
  ])
  func activationOfAllLayers(_ policy: ReferencePolicy, _ path: String, _ device: Device, _ keys: Int) throws {
    let config =
      #"{"architectures":["OpenAIGPTLMHeadModel"],"model_type":"openai-gpt","vocab_size":128,"n_positions":64,"#
      + #""n_embd":32,"n_layer":4,"n_head":4,"dtype":"float32"}"#
    let tree = try ModuleTree(config: JSONDocument(parsing: config).root, tensors: nil, options: TreeOptions())
    let limits: MaxMemory = [.gpu(0): "176332", .gpu(1): "176332", .cpu: "587776"]
    let map = try tree.plan(policy, maxMemory: limits).deviceMap
    #expect(map.first { $0.path == "transformer." + path }?.device == device)
    #expect(map.count == keys)
    let listed = try JSONDocument(parsing: TreeListing(tree).json().string).root["modules"]!.elements
    let names = listed.compactMap { $0["name"]?.string }.filter { $0.hasSuffix(".act") }
    #expect(names == ["transformer.h.0.mlp.act"])
  }
}
