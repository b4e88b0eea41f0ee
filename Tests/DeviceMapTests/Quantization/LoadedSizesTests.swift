import DeviceMap
import Testing

/// What is in memory beside what maps count, and what is unpacked where the GPUs are too old.
@Suite struct LoadedSizesTests {
  private func tree(_ config: String, _ change: (inout TreeOptions) -> Void = { _ in }) throws -> ModuleTree {
    var options = TreeOptions()
    change(&options)
    return try ModuleTree(config: JSONDocument(parsing: config).root, tensors: nil, options: options)
  }

  private func bytes(_ tree: ModuleTree) throws -> [Int] {
    try [ModuleSizes.Counting.planned, .loaded].map {
      try ModuleSizes(tree, engine: .transformers, counting: $0).totalBits / 8
    }
  }

  /// T5-XXL in float16: `wo` stays float32, which its maps do not count.
  @Test func keptInFloat32() throws {
    let t5 =
      #"{"architectures":["T5ForConditionalGeneration"],"model_type":"t5","d_model":4096,"d_ff":10240,"d_kv":64,"#
      + #""num_heads":64,"num_layers":24,"num_decoder_layers":24,"feed_forward_proj":"gated-gelu","vocab_size":32128,"#
      + #""tie_word_embeddings":false,"torch_dtype":"float16"}"#
    let planned = try bytes(tree(t5))
    #expect(planned[1] - planned[0] == 48 * 10_240 * 4096 * 2)
    #expect(try bytes(tree(t5.replacing("float16", with: "bfloat16"))) == [planned[0], planned[0]])
  }

  private let llama =
    #"{"architectures":["LlamaForCausalLM"],"model_type":"llama","hidden_size":256,"#
    + #""intermediate_size":512,"num_hidden_layers":2,"num_attention_heads":4,"vocab_size":128,"torch_dtype":"bfloat16""#

  /// A scale of 32 bits for 64 elements and a table of 16 for each weight, or a scale a row: in memory, not in maps.
  @Test func packedWhileLoading() throws {
    let elements = 2 * (4 * 256 * 256 + 3 * 256 * 512)
    let rows = 2 * (4 * 256 + 2 * 512 + 256)
    let four = try bytes(tree(llama + "}") { $0.dtype = .int4 })
    #expect(four[1] - four[0] == elements / 64 * 4 + 14 * 64)
    let eight = try bytes(tree(llama + "}") { $0.dtype = .int8 })
    #expect(eight[1] - eight[0] == rows * 4)
    #expect(eight[0] - four[0] == elements / 2)
  }

  @Test(arguments: [
    (AcceleratorSupport.unknown, false), (.capability(89), false), (.capability(88), true), (.capability(120), false),
    (.absent, true),
  ])
  func fp8OnOlderGPUs(_ accelerators: AcceleratorSupport, isUnpacked: Bool) throws {
    let fp8 = llama + #","quantization_config":{"quant_method":"fp8","weight_block_size":[128,128]}}"#
    let plain = try bytes(tree(llama + "}"))
    let found = try tree(fp8) { $0.accelerators = accelerators }
    #expect((try bytes(found) == plain) == isUnpacked)
    #expect((found.quantization == nil) == isUnpacked)
    #expect(found.notes.contains { $0.code == "weights-unpacked" } == isUnpacked)
    #expect(found.notes.contains { $0.code == "unpacked-on-older-gpus" } == (accelerators == .unknown))
  }

  @Test(arguments: [
    ("H100", AcceleratorSupport.capability(90)), ("RTX 4090", .capability(89)), ("L40S", .capability(89)),
    ("RTX 3090", .capability(86)), ("T4", .capability(75)), ("RTX 6000 Ada", .capability(89)),
    ("RTX 5000 Ada", .capability(89)), ("RTX 5090", .capability(120)), ("RTX A6000", .capability(86)),
    ("A10", .capability(86)), ("A30", .capability(80)), ("B200", .capability(100)), ("B300", .capability(103)),
    ("M3 Max 64GB", .absent), ("MI300X", .unknown),
  ])
  func capabilities(_ name: String, _ support: AcceleratorSupport) throws {
    #expect(try AcceleratorSupport.least(of: [GPUTable.find(name)]) == support)
  }

  /// A size for one layer alone in a model whose layers are alike: the reference raises when it builds it.
  @Test func layersAreAlike() throws {
    #expect(throws: TreeError.self) { try tree(llama + #","per_layer_config":{"1":{"intermediate_size":64}}}"#) }
    let same = try tree(llama + #","per_layer_config":{"01":{"intermediate_size":512,"sliding_window":7}}}"#)
    #expect(try bytes(same) == bytes(tree(llama + "}")))
  }

  /// Heads by layer of Step 3.7: from the setting of older files, or from `per_layer_config`.
  @Test(arguments: [
    #""attention_other_setting":{"num_attention_heads":8}"#, #""num_sliding_attention_heads":8"#,
    #""per_layer_config":{"01":{"num_attention_heads":8}}"#,
  ])
  func headsByLayer(_ setting: String) throws {
    let step =
      #"{"architectures":["Step3p7ForConditionalGeneration"],"model_type":"step3p7","dtype":"bfloat16","text_config":"#
      + #"{"hidden_size":64,"num_hidden_layers":2,"num_attention_heads":4,"num_key_value_heads":2,"head_dim":16,"#
      + #""layer_types":["full_attention","sliding_attention"],"# + setting + "}}"
    let found = try tree(step)
    let heads = try (0..<2).map { layer in
      let path = "model.language_model.layers.\(layer).self_attn.q_proj"
      return try #require(found[path]).totalBytes / (2 * 16 * 64)
    }
    #expect(heads == [4, 8])
  }
}
