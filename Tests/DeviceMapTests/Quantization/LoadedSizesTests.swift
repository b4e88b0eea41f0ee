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

  private let mixtral =
    #"{"architectures":["MixtralForCausalLM"],"model_type":"mixtral","hidden_size":256,"intermediate_size":512,"#
    + #""num_hidden_layers":2,"num_attention_heads":4,"num_key_value_heads":4,"num_local_experts":4,"vocab_size":128,"#
    + #""torch_dtype":"bfloat16""#

  /// What from_pretrained's map counts of them, with transformers 5.23.0, bitsandbytes 0.50.2, torchao 0.18.0 and
  /// compressed-tensors 0.20.0, gptqmodel 7.7.0: experts, one parameter, are made unpacked, but of fp8. Files that transformers 5 wrote hold
  /// them so, too.
  @Test(
    "Experts in maps where linear layers alone are packed",
    arguments: [
      (#""bitsandbytes","load_in_4bit":true"#, 6_691_584, 2 * 3_145_728 * 3 / 4, true),
      (#""bitsandbytes","load_in_8bit":true"#, 6_953_728, 2 * 3_145_728 / 2, true),
      (
        #""torchao","quant_type":{"default":{"_type":"Int8WeightOnlyConfig","_version":2}}"#, 6_953_728,
        2 * 3_145_728 / 2, true
      ),
      (
        #""compressed-tensors","format":"float-quantized","quantization_status":"compressed","ignore":["lm_head"],"#
          + #""config_groups":{"group_0":{"targets":["Linear"],"weights":{"num_bits":8,"type":"float","strategy":"channel"}}}"#,
        6_957_824, 0, false
      ), (#""gptq","bits":4,"group_size":128"#, 6_710_016, 2 * 3_145_728 * 3 / 4, false),
      (#""awq","bits":4,"group_size":128"#, 6_701_824, 2 * 3_145_728 * 3 / 4, false),
      (#""fp8","weight_block_size":[128,128]"#, 3_808_896, 0, false),
    ])
  func expertsInMaps(_ quantization: String, planned: Int, saved: Int, isLooseInNewFiles: Bool) throws {
    let config = mixtral + #","quantization_config":{"quant_method":\#(quantization)}"#
    let old = try tree(config + "}")
    #expect(try bytes(old)[0] == planned)
    let codes = old.notes.map(\.code).filter { $0.hasPrefix("experts-") }
    let isUnpacked = quantization.hasPrefix("\"comp")
    #expect(codes == (saved > 0 ? ["experts-counted-unpacked"] : isUnpacked ? ["experts-unpacked"] : []))
    // Beside what they save they have scales.
    let experts = try #require(old.module(at: "model.layers.0.mlp.experts"))
    let held = try ModuleSizes(old, engine: .transformers, counting: .loaded).bytes(ofModule: experts)
    if saved > 0 { #expect(abs(3_145_728 - held - saved / 2) < saved / 10) }
    let new = try tree(config + #","transformers_version":"5.23.0"}"#)
    #expect(try bytes(new)[0] == planned)
    let heldNew = try ModuleSizes(new, engine: .transformers, counting: .loaded).bytes(ofModule: experts)
    #expect((heldNew == 3_145_728) == (isLooseInNewFiles || isUnpacked))
  }

  /// What from_pretrained's map counts, by the versions above: a head whose packed weight has another name is tied to nothing,
  /// Falcon's layers are linear by inheritance, `Conv1D` is none to torchao, and integers have their shape beside them.
  @Test(
    "Linear layers by format",
    arguments: [
      (
        #""architectures":["FalconForCausalLM"],"model_type":"falcon","alibi":false,"bias":false,"hidden_size":8192,"#
          + #""new_decoder_architecture":true,"num_attention_heads":128,"num_hidden_layers":8,"num_kv_heads":8,"#
          + #""parallel_attn":true,"vocab_size":65024"#, Self.compressed(4, #""group","group_size":128"#), 3_868_754_688
      ),
      (
        #""architectures":["GPT2LMHeadModel"],"model_type":"gpt2","n_ctx":1024,"n_embd":768,"n_head":12,"n_layer":12,"#
          + #""n_positions":1024,"vocab_size":50257"#,
        #""torchao","quant_type":{"default":{"_type":"Int4WeightOnlyConfig","_version":2}}"#, 248_879_616
      ),
      (
        #""architectures":["LlavaForConditionalGeneration"],"model_type":"llava","text_config":{"model_type":"llama","#
          + #""max_position_embeddings":4096,"vocab_size":32064},"vision_config":{"hidden_size":1024,"image_size":336,"#
          + #""intermediate_size":4096,"model_type":"clip_vision_model","num_attention_heads":16,"num_hidden_layers":2,"#
          + #""patch_size":14,"projection_dim":768}"#, #""gptq","bits":4,"group_size":128"#, 3_989_656_584
      ),
      (
        #""architectures":["Qwen3ForCausalLM"],"model_type":"qwen3","hidden_size":4096,"intermediate_size":12288,"#
          + #""num_hidden_layers":14,"num_attention_heads":32,"num_key_value_heads":8,"vocab_size":151936,"head_dim":128"#,
        Self.compressed(8, #""channel""#), 5_191_787_552
      ),
    ])
  func linearLayers(_ config: String, _ quantization: String, planned: Int) throws {
    let text = "{\(config),\"torch_dtype\":\"float16\",\"quantization_config\":{\"quant_method\":\(quantization)}}"
    #expect(try bytes(tree(text))[0] == planned)
  }

  private static func compressed(_ bits: Int, _ strategy: String) -> String {
    #""compressed-tensors","format":"\#(bits == 4 ? "pack" : "int")-quantized","quantization_status":"compressed","#
      + #""ignore":["lm_head"],"config_groups":{"g":{"targets":["Linear"],"weights":{"num_bits":\#(bits),"type":"int","strategy":\#(strategy)}}}"#
  }

  /// Two layers packed by bitsandbytes 0.50.2 or torchao 0.18.0 and saved: maps count 0.5 or 1 byte an element, memory what
  /// the files hold, and what they do not hold of buffers.
  @Test(arguments: [
    (#""bitsandbytes","load_in_4bit":true"#, 1_116_928, 1_192_672),
    (#""bitsandbytes","load_in_8bit":true"#, 1_706_752, 1_723_150),
    (#""torchao","quant_type":{"default":{"_type":"Int8WeightOnlyConfig","_version":2}}"#, 1_706_752, 1_727_232),
    (#""torchao","quant_type":{"default":{"_type":"Float8WeightOnlyConfig","_version":2}}"#, 1_706_752, 1_723_136),
    (
      #""torchao","quant_type":{"default":{"_type":"Int8DynamicActivationIntxWeightConfig","_version":2,"#
        + #""_data":{"weight_granularity":{"_type":"PerGroup","_data":{"group_size":32}}}}}"#, 1_706_752, 1_817_344
    ),
    (
      #""torchao","quant_type":{"default":{"_type":"IntxWeightOnlyConfig","_version":2,"#
        + #""_data":{"granularity":{"_type":"PerAxis","_data":{"axis":0}}}}}"#, 1_706_752, 1_719_040
    ),
  ])
  func storedAsTheLibraryWritesIt(_ quantization: String, planned: Int, loaded: Int) throws {
    let model = llama.replacing(#""vocab_size":128"#, with: #""vocab_size":512,"num_key_value_heads":2"#)
    let found = try bytes(tree(model + #","quantization_config":{"quant_method":"# + quantization + "}}"))
    #expect(found == [planned, loaded])
  }

  /// The text beside a weight holds the mean of its scales, whose digits vary.
  @Test func scalesPackedToo() throws {
    let model = llama.replacing(#""vocab_size":128"#, with: #""vocab_size":512,"num_key_value_heads":2"#)
    let double =
      #","quantization_config":{"quant_method":"bitsandbytes","load_in_4bit":true,"bnb_4bit_use_double_quant":true}}"#
    let found = try bytes(tree(model + double))
    #expect(found[0] == 1_116_928)
    #expect(abs(found[1] - 1_153_264) <= 14 * 2)
  }

  /// Scales stand before weights in the files of torchao; maps count the weights.
  @Test func scalesBeforeWeights() throws {
    let config =
      #"{"architectures":["LlamaForCausalLM"],"model_type":"llama","hidden_size":16,"num_hidden_layers":1,"#
      + #""num_attention_heads":1,"vocab_size":16,"dtype":"bfloat16","quantization_config":{"quant_method":"torchao","#
      + #""quant_type":{"default":{"_type":"Int8WeightOnlyConfig","_version":2}}}}"#
    let tensors: [SparseCheckpoint.Tensor] = [
      ("lm_head._weight_scale", .f32, [16, 1]), ("lm_head._weight_qdata", .i8, [16, 16]),
      ("lm_head._weight_zero_point", .i8, [16, 1]),
    ]
    let header = ["model.safetensors": Array(SparseCheckpoint.header(tensors).bytes)]
    let tree = try ModuleTree(Checkpoint(config: config, headers: header))
    #expect(try #require(tree["lm_head"]).totalBytes == 256)
    let loaded = try bytes(tree)
    #expect(loaded[1] - loaded[0] == 64 + 16)
  }

  /// What transformers 5.24.0 does not pack, or unpacks on every machine, whatever the config says of packing.
  @Test(arguments: [
    #""bitsandbytes""#, #""bitsandbytes","load_in_4bit":false,"load_in_8bit":false"#, #""mxfp4""#,
    #""fp8","dequantize":true"#, #""metal","bits":4,"group_size":64,"dequantize":true"#,
    #""compressed-tensors","format":"pack-quantized","quantization_status":"frozen","#
      + #""config_groups":{"a":{"weights":{"num_bits":4,"group_size":128}}}"#,
    #""compressed-tensors","format":"pack-quantized","quantization_status":"compressed","run_compressed":false,"#
      + #""config_groups":{"a":{"weights":{"num_bits":4,"group_size":128}}}"#,
  ])
  func unpackedEverywhere(_ quantization: String) throws {
    let found = try tree(llama + #","quantization_config":{"quant_method":"# + quantization + "}}")
    #expect(try bytes(found) == bytes(tree(llama + "}")))
    #expect(found.notes.contains { $0.severity == .warning } || quantization.hasPrefix(#""mxfp4""#))
  }

  @Test(arguments: [AcceleratorSupport.absent, .capability(120)])
  func metalWithoutApple(_ accelerators: AcceleratorSupport) throws {
    let metal = llama + #","quantization_config":{"quant_method":"metal","bits":4,"group_size":64}}"#
    #expect(try bytes(tree(metal) { $0.accelerators = accelerators }) == bytes(tree(llama + "}")))
    #expect(try bytes(tree(metal) { $0.accelerators = .apple })[0] < bytes(tree(llama + "}"))[0])
  }

  /// Sizes of groups and blocks where the config leaves them to the reference's config classes.
  @Test(arguments: [
    (#""gptq","bits":4"#, #""gptq","bits":4,"group_size":128"#),
    (#""awq","bits":4"#, #""awq","bits":4,"group_size":128"#),
    (#""fp8""#, #""fp8","weight_block_size":[128,128]"#),
  ])
  func sizesByDefault(_ short: String, _ long: String) throws {
    let found = try [short, long].map {
      try bytes(tree(llama + #","quantization_config":{"quant_method":"# + $0 + "}}"))
    }
    #expect(found[0] == found[1])
  }

  /// A byte a group in the modes of microscaling, a scale and a bias of 16 bits in the affine one (mlx 0.32.4).
  @Test(arguments: [
    (#""group_size":64,"bits":4"#, 64, 4, 32), (#""group_size":32,"bits":4,"mode":"mxfp4""#, 32, 4, 8),
    (#""group_size":32,"bits":8,"mode":"mxfp8""#, 32, 8, 8), (#""group_size":16,"bits":4,"mode":"nvfp4""#, 16, 4, 8),
  ])
  func modesOfMLX(_ mode: String, group: Int, bits: Int, scaleBits: Int) throws {
    let module = try #require(try tree(llama + #","quantization":{"# + mode + "}}")["model.layers.0.mlp.up_proj"])
    #expect(module.totalBytes == 256 * 512 * bits / 8 + 256 * 512 / group * scaleBits / 8)
  }

  /// `dynamic` of GPTQModel: what it leaves out stays unpacked, and what it gives other bits or groups has them; of patterns
  /// the first that matches counts.
  @Test func gptqDynamic() throws {
    func sizes(_ dynamic: String) throws -> (bytes: Int, notes: [String]) {
      let found = try tree(
        llama + #","quantization_config":{"quant_method":"gptq","bits":4,"group_size":32\#(dynamic)}}"#)
      return (try bytes(found)[0], found.notes.map(\.code))
    }
    let (all, none) = (try sizes(""), try sizes(#","dynamic":{"-:.*\\.mlp\\.":{}}"#))
    #expect(none.bytes > all.bytes)
    #expect(none.notes == all.notes)
    let other = try sizes(#","dynamic":{"+:.*\\.mlp\\.":{"bits":8}}"#)
    // Twice the bits, and as many more for each zero point.
    let elements = 2 * 3 * 256 * 512
    #expect(other.bytes == all.bytes + elements * 4 / 8 + elements / 32 * 4 / 8)
    #expect(other.notes == all.notes)
    #expect(try sizes(#","dynamic":{".*\\.mlp\\.":{"bits":8},"-:.*\\.mlp\\.":{}}"#) == other)
    let wide = try sizes(#","dynamic":{"+:.*\\.mlp\\.":{"group_size":64}}"#)
    #expect(wide.bytes == all.bytes - (elements / 32 - elements / 64) * 20 / 8)
    let rows = try sizes(#","dynamic":{"+:.*\\.mlp\\.":{"group_size":-1}}"#)
    #expect(rows.bytes == all.bytes - (elements / 32 - 2 * (2 * 512 + 256)) * 20 / 8)
    #expect(throws: TreeError.self) { try sizes(#","dynamic":{"+:(":{"bits":8}}"#) }
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
    ("M3 Max 64GB", .apple), ("MI300X", .unknown),
  ])
  func capabilities(_ name: String, _ support: AcceleratorSupport) throws {
    #expect(try AcceleratorSupport.least(of: [GPUTable.find(name)]) == support)
  }

  /// A size for one layer alone in a model whose layers are alike: the reference raises when it builds it.
  @Test func layersAreAlike() throws {
    #expect(throws: TreeError.self) { try tree(llama + #","per_layer_config":{"1":{"intermediate_size":64}}}"#) }
    let same = try tree(llama + #","per_layer_config":{"01":{"intermediate_size":512,"attention_dropout":0.5}}}"#)
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
