import DeviceMap
import Testing

/// What from_pretrained decides while it loads: dtype, class, names, ties.
@Suite("Decisions of loading") struct LoadingDecisionTests {
  private static let llama = """
    "architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 8, "intermediate_size": 16,
    "num_hidden_layers": 1, "num_attention_heads": 2, "num_key_value_heads": 1, "vocab_size": 32
    """

  /// The tensors of a Llama of one layer, 1032 elements with a head of its own.
  private static func tensors(
    _ dtype: DType, prefix: String = "", head: Bool = true
  ) -> [(name: String, dtype: DType, shape: [Int])] {
    var list: [(String, [Int])] = [
      ("model.embed_tokens.weight", [32, 8]), ("model.layers.0.self_attn.q_proj.weight", [8, 8]),
      ("model.layers.0.self_attn.k_proj.weight", [4, 8]), ("model.layers.0.self_attn.v_proj.weight", [4, 8]),
      ("model.layers.0.self_attn.o_proj.weight", [8, 8]), ("model.layers.0.mlp.gate_proj.weight", [16, 8]),
      ("model.layers.0.mlp.up_proj.weight", [16, 8]), ("model.layers.0.mlp.down_proj.weight", [8, 16]),
      ("model.layers.0.input_layernorm.weight", [8]), ("model.layers.0.post_attention_layernorm.weight", [8]),
      ("model.norm.weight", [8]),
    ]
    if head { list.append(("lm_head.weight", [32, 8])) }
    return list.map { (prefix + $0.0, dtype, $0.1) }
  }

  private static func tree(
    _ config: String, _ tensors: [(name: String, dtype: DType, shape: [Int])]? = nil, dtype: LoadingDType = .auto,
    architecture: String? = nil
  ) throws -> ModuleTree {
    var options = TreeOptions()
    options.dtype = dtype
    options.architecture = architecture
    return try ModuleTree(
      config: try JSONDocument(parsing: "{\(config)}", dialect: .python).root,
      tensors: tensors.map { StoredTensors($0) },
      options: options)
  }

  // MARK: - The dtype

  @Test(
    "config.json's own, else that of the files, else that of a part, else float32 with a warning",
    arguments: [
      (#", "dtype": "bfloat16""#, DType.f16, DType.bf16, []), (#", "torch_dtype": "half""#, .f32, .f16, []),
      ("", .f16, .f16, []), (#", "text_config": {"dtype": "bfloat16"}"#, .f16, .f16, []),
      (#", "text_config": {"dtype": "bfloat16"}"#, nil, .bf16, []),
      (#", "vision_config": {"dtype": "float16"}, "text_config": {"dtype": "bfloat16"}"#, nil, .bf16, []),
      (#", "vision_config": {"text_config": {"torch_dtype": "float16"}}"#, nil, .f16, []),
      ("", nil, .f32, ["dtype-assumed"]), (#", "dtype": null"#, nil, .f32, ["dtype-assumed"]),
      (#", "dtype": "torch.bfloat16""#, nil, .bf16, ["dtype-refused"]),
      (#", "dtype": "float8_e4m3fn""#, nil, .f8E4M3, ["dtype-refused"]),
      (#", "quantization_config": {"quant_method": "gptq", "bits": 4}"#, nil, .bf16, ["dtype-assumed"]),
    ] as [(String, DType?, DType, [String])])
  func dtype(config: String, files: DType?, expected: DType, codes: [String]) throws {
    let tree = try Self.tree(Self.llama + config, files.map { Self.tensors($0) })
    #expect(tree["model.embed_tokens"]?.dtype == expected)
    #expect(tree.notes.map(\.code).filter { $0.hasPrefix("dtype") } == codes)
  }

  @Test("The first floating dtype that a model can be built in") func firstFloating() throws {
    var tensors = Self.tensors(.bf16)
    tensors[0].dtype = .f8E4M3
    #expect(try Self.tree(Self.llama, tensors)["model.norm"]?.dtype == .bf16)
  }

  @Test("Shapes that differ from config.json: the sizes are those of the files, and that nothing is loaded so is said")
  func otherShapes() throws {
    var tensors = Self.tensors(.bf16)
    tensors[0].shape = [16, 8]
    tensors[10].shape = [9]
    let tree = try Self.tree(Self.llama, tensors)
    func count(_ path: String) throws -> Int {
      tree.tensors[tree.ownTensors(of: try #require(tree.module(at: path))).lowerBound].count
    }
    #expect(try count("model.embed_tokens") == 16 * 8)
    #expect(try count("model.norm") == 9)
    #expect(
      tree.notes.filter { $0.code == "other-shapes" } == [
        Note(
          .warning, code: "other-shapes",
          "2 tensors have other shapes than config.json says, on which from_pretrained fails (size mismatch): "
            + "model.embed_tokens.weight ([16, 8] in the files, [32, 8] by config.json), model.norm.weight ([9] in the files, "
            + "[8] by config.json); they are counted as they are in the files")
      ])
  }

  @Test("As many elements in another shape") func turnedShape() throws {
    var tensors = Self.tensors(.bf16)
    tensors[0].shape = [8, 32]
    let notes = try Self.tree(Self.llama, tensors).notes.filter { $0.code == "other-shapes" }.map(\.text)
    #expect(
      notes == [
        "1 tensor has another shape than config.json says, on which from_pretrained fails (size mismatch): "
          + "model.embed_tokens.weight ([8, 32] in the files, [32, 8] by config.json); they are counted as they are in the files"
      ])
  }

  /// Bits by element of the reference's map, where config.json calls weights packed that the files hold as they are; memory is
  /// that of the files (bitsandbytes 0.50.2 with transformers 5.23.0).
  @Test(arguments: [
    (#"{"quant_method": "bitsandbytes", "load_in_4bit": true}"#, 4),
    (#"{"quant_method": "bitsandbytes", "load_in_8bit": true}"#, 8),
  ])
  func plainFilesOfPackedConfigs(_ quantization: String, _ bits: Int) throws {
    let tree = try Self.tree(Self.llama + #", "quantization_config": \#(quantization)"#, Self.tensors(.bf16))
    // 576 elements of linear layers in the block; the head stays, and so do embedding and norms.
    let all = Self.tensors(.bf16).reduce(0) { $0 + $1.shape.reduce(1, *) }
    let plain = try ModuleSizes(Self.tree(Self.llama, Self.tensors(.bf16)), engine: .transformers).totalBits
    #expect(try ModuleSizes(tree, engine: .transformers).totalBits == plain - 576 * (16 - bits))
    #expect(try ModuleSizes(tree, engine: .transformers, counting: .loaded).totalBits == plain)
    #expect(tree.parameterCount == all)
    #expect(tree.notes.map(\.code) == ["unpacked-files"])
  }

  @Test(
    "Files of one type that no model is built in, and nothing that names another",
    arguments: [
      (DType.f8E4M3, "", true), (.i8, "", true), (.f8E4M3, #", "dtype": "bfloat16""#, false), (.f16, "", false),
    ])
  func dtypeOfFilesAlone(_ dtype: DType, _ config: String, isRefused: Bool) throws {
    let notes = try Self.tree(Self.llama + config, Self.tensors(dtype)).notes
    #expect(notes.contains { $0.code == "dtype-refused" } == isRefused)
  }

  @Test("Dtypes by part: that of the whole") func dtypeByPart() throws {
    #expect(try Self.tree(Self.llama + #", "dtype": {"": "float16"}"#)["model.norm"]?.dtype == .f16)
  }

  @Test("A class of another model type is built by its defaults, which is said") func classOfOtherType() throws {
    let tree = try Self.tree(Self.llama + #", "dtype": "bfloat16""#, architecture: "Qwen2ForCausalLM")
    #expect(tree.notes.map(\.code).contains("architecture-of-other-type"))
  }

  @Test("What is in no file is made where it is placed: on the cpu, not on disk") func absentOnDisk() throws {
    let config = Self.llama.replacing("\"num_hidden_layers\": 1", with: "\"num_hidden_layers\": 4")
    let tree = try Self.tree(config, Self.tensors(.f32))
    // 4 bytes each: 256 and 32 elements around layers of 464, of which one is in the files.
    let plan = try tree.plan(.optimal, maxMemory: MaxMemory(parsing: "0=4000,1=3000,cpu=1MiB"))
    #expect(plan.ledger.errors == [])
    #expect(plan.device(of: "model.embed_tokens") == .gpu(0))
    #expect(plan.ledger.accounts.filter(\.device.isAccelerator).allSatisfy { $0.weights > 0 })
    let onDisk = try tree.plan(.optimal, maxMemory: MaxMemory(parsing: "0=4000,1=3000"))
    #expect(onDisk.ledger.errors.map(\.code) == ["absent-on-disk"])
    let map = onDisk.deviceMap.map { WrittenMapEntry(key: $0.path, device: $0.device.description) }
    let check = try MapCheck(map, tree: tree)
    #expect(check.text().contains("error: absent-on-disk: "))
    #expect(try JSONSchema(count: 16).faults(in: JSONDocument(parsing: check.json()).root, by: "check") == [])
    #expect(try Plan(json: onDisk.json()).ledger.findings == onDisk.ledger.findings)
  }

  @Test("metadata.dtype of the index, where config.json has none") func index() throws {
    let header = Array(#"{"a.weight":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#.utf8)
    var bytes = [UInt8](repeating: 0, count: 8)
    bytes[0] = UInt8(header.count)
    bytes += header
    let index = #"{"metadata": {"dtype": "float16", "total_size": 8}, "weight_map": {"a.weight": "x.safetensors"}}"#
    for (dtype, expected) in [("", DType.f16), (#", "dtype": "bfloat16""#, .bf16)] {
      let checkpoint = try Checkpoint(
        config: #"{"model_type": "none"\#(dtype)}"#, headers: ["x.safetensors": bytes], index: index)
      #expect(try ModuleTree(checkpoint)["a"]?.dtype == expected)
    }
  }

  @Test(
    "Spellings of --dtype",
    arguments: [
      ("bf16", LoadingDType.fixed(.bf16)), ("FP16", .fixed(.f16)), ("half", .fixed(.f16)),
      ("torch.float16", .fixed(.f16)), ("fp8", .fixed(.f8E4M3)), ("nf4", .int4), ("int8", .int8), ("auto", .auto),
      ("float", .fixed(.f32)), ("int32", nil), ("bool", nil), ("", nil), ("torch.", nil), ("q4_k_m", nil),
    ] as [(String, LoadingDType?)])
  func spellings(name: String, expected: LoadingDType?) {
    #expect(LoadingDType(named: name) == expected)
  }

  // MARK: - The class

  private static let clip = """
    "architectures": ["CLIPModel"], "model_type": "clip", "dtype": "float32",
    "text_config": {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2,
      "vocab_size": 64, "max_position_embeddings": 8}
    """

  @Test("The class of a part takes the part of config.json that is its own") func partOfComposite() throws {
    let part = try Self.tree(Self.clip, architecture: "CLIPTextModel")
    #expect(part.parameterCount == 3408)
  }

  @Test("A flat text config under a composite: the text class with a warning, an error where it is asked for")
  func flatConfig() throws {
    let flat = Self.llama.replacing("LlamaForCausalLM", with: "LlavaForConditionalGeneration")
    let tree = try Self.tree(flat + #", "dtype": "bfloat16""#)
    #expect(tree.architecture == "LlamaForCausalLM")
    #expect(tree.notes.map(\.code) == ["architecture-assumed"])
    #expect(throws: TreeError.configOfPart(architecture: "LlavaForConditionalGeneration", modelType: "llama")) {
      try Self.tree(flat, architecture: "LlavaForConditionalGeneration")
    }
  }

  @Test(
    "Without architectures the files tell the class", arguments: [(true, "LlamaForCausalLM"), (false, "LlamaModel")])
  func noArchitecture(head: Bool, expected: String) throws {
    let config = Self.llama.replacing(#""architectures": ["LlamaForCausalLM"]"#, with: #""architectures": null"#)
    var tensors = Self.tensors(.bf16, head: head)
    if !head { tensors = tensors.map { (String($0.name.dropFirst(6)), $0.dtype, $0.shape) } }
    let tree = try Self.tree(config, tensors)
    #expect(tree.architecture == expected)
    #expect(tree.notes.map(\.code) == ["architecture-assumed"])
  }

  // MARK: - Names

  @Test(
    "Wrappers around the names are taken away",
    arguments: ["module.", "_orig_mod.", "base_model.model.", "language_model.", "_orig_mod.module."])
  func wrapped(prefix: String) throws {
    let plain = try Self.tree(Self.llama, Self.tensors(.bf16))
    let tree = try Self.tree(Self.llama, Self.tensors(.bf16, prefix: prefix))
    #expect(tree.lines == plain.lines)
    #expect(tree.notes.map(\.code) == ["wrapped-names"])
  }

  @Test("Files of another model are planned by their names, never by config.json") func otherModel() throws {
    let tensors = (0..<40).map { (name: "net.\($0).w.weight", dtype: DType.f16, shape: [10]) }
    let tree = try Self.tree(Self.llama, tensors)
    #expect(tree.root.totalBytes == 800)
    #expect(tree.notes.contains { $0.code == "unknown-architecture" && $0.text.contains("LlamaForCausalLM") })
  }

  @Test("A tie between two tensors that are both in the files counts twice in memory, once in the map")
  func tiedButStored() throws {
    let tied = Self.llama + #", "tie_word_embeddings": true"#
    let both = try Self.tree(tied, Self.tensors(.f16))
    let one = try Self.tree(tied, Self.tensors(.f16, head: false))
    #expect(both.root.totalBytes == one.root.totalBytes)
    #expect(both.root.loadedBytes == one.root.loadedBytes + 512)
    #expect(both.notes.map(\.code) == ["tied-but-stored"])
    #expect(one.notes.isEmpty)
  }

  // MARK: - Memory after loading

  @Test(
    "What the classes keep in float32 counts in memory, not in the map",
    arguments: [("float16", 2), ("bfloat16", 1), ("float32", 1)])
  func keptInFloat32(dtype: String, factor: Int) throws {
    let tree = try Self.tree(
      """
      "architectures": ["T5EncoderModel"], "model_type": "t5", "d_model": 8, "d_ff": 16, "d_kv": 4, "num_heads": 2,
      "num_layers": 1, "vocab_size": 32, "dtype": "\(dtype)"
      """)
    let wo = try #require(tree["encoder.block.0.layer.1.DenseReluDense.wo"])
    #expect(wo.loadedBytes == factor * wo.totalBytes)
    #expect(tree.root.loadedBytes - tree.root.totalBytes == (factor - 1) * wo.totalBytes)
  }

  @Test("MLX: groups with a scale and an offset, embeddings too, modules with bits of their own") func mlx() throws {
    let config = Self.llama + #", "dtype": "bfloat16", "quantization": {"group_size": 8, "bits": 4"#
    let plain = try Self.tree(config + "}")
    // 1088 elements in groups of 8, each with a scale and an offset of 16 bits; three norms of 8 elements, two buffers.
    #expect(plain.root.totalBytes == 1088 * 4 / 8 + 1088 / 8 * 4 + 24 * 2 + 2 * 8)
    let own = try Self.tree(
      config + #", "lm_head": {"bits": 8, "group_size": 4}, "model.embed_tokens": false}"#)
    #expect(own["lm_head"]?.totalBytes == 256 + 256 / 4 * 4)
    #expect(own["model.embed_tokens"]?.totalBytes == 512)
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String { replacingBytes(part, with: other) }
}
