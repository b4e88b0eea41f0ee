import DeviceMap
import Testing

/// What fails, or is not the same, on the cpu and on disk beside accelerators: run with tiny models of transformers 5.23.0
/// (`Fixtures/oracle/load_maps.py`).
@Suite("What hosts cannot hold") struct HostFindingTests {
  private static func tree(_ config: String) throws -> ModuleTree {
    try ModuleTree(
      config: JSONDocument(parsing: "{\(config)}", dialect: .python).root, tensors: nil, options: TreeOptions())
  }

  private static let jetmoe = """
    "architectures": ["JetMoeForCausalLM"], "model_type": "jetmoe", "hidden_size": 8, "intermediate_size": 16, "dtype": "float16",
    "num_hidden_layers": 2, "num_key_value_heads": 2, "kv_channels": 4, "num_local_experts": 2, "vocab_size": 32
    """
  private static let llama4 = """
    "architectures": ["Llama4ForCausalLM"], "model_type": "llama4_text", "hidden_size": 8, "intermediate_size": 16,
    "intermediate_size_mlp": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 4,
    "num_local_experts": 2, "vocab_size": 32, "dtype": "float16", "pad_token_id": 0
    """
  private static let t5 = """
    "architectures": ["T5ForConditionalGeneration"], "model_type": "t5", "d_model": 8, "d_ff": 16, "d_kv": 4, "num_heads": 2,
    "num_layers": 1, "vocab_size": 32, "dtype": "float16"
    """

  private static func findings(_ map: [String: String], _ tree: ModuleTree) throws -> [PlacementFinding] {
    try MapCheck(
      map.sorted { $0.key < $1.key }.map { key, device in
        WrittenMapEntry(key: key, device: device)
      }, tree: tree
    ).findings
  }

  @Test("Parameters that others than the forward of their module read") func marks() throws {
    func marked(_ config: String) throws -> [String] {
      let tree = try Self.tree(config)
      return tree.tensors.indices.filter { tree.tensors[$0].outsideRead == .always }.map { tree.path(ofTensor: $0) }
    }
    #expect(
      try marked(Self.jetmoe) == (0..<2).map { "model.layers.\($0).self_attention.experts.bias" })
    #expect(try marked(Self.llama4) == ["model.embed_tokens.weight"])
    #expect(try marked(Self.t5) == [])
  }

  /// With transformers 5.23.0 and 5.24.0: a composite hands the text part what it would look up, a tower reads for images
  /// alone, and RecurrentGemma for the tokens behind the first; of earlier releases nobody looked.
  @Test(
    "When they read them",
    arguments: [
      ("Llama4ForCausalLM", "llama4_text", "5.24", ["model.embed_tokens.weight"], []),
      ("Llama4ForCausalLM", "llama4_text", "4.57", [], []),
      ("Llama4ForConditionalGeneration", "llama4", "5.23", [], []),
      ("BloomForCausalLM", "bloom", "5.23", [], []),
      ("Siglip2VisionModel", "siglip2_vision_model", "5.23", ["embeddings.position_embedding.weight"], []),
      (
        "Lfm2VlForConditionalGeneration", "lfm2_vl", "5.23", [],
        ["model.vision_tower.embeddings.position_embedding.weight"]
      ),
      (
        "DbrxForCausalLM", "dbrx", "5.23", ["v1", "w1", "w2"].map { "transformer.blocks.0.ffn.experts.mlp.\($0)" }, []
      ),
      (
        "RecurrentGemmaForCausalLM", "recurrent_gemma", "5.23", [],
        ["weight", "bias"].map { "model.layers.0.temporal_block.conv_1d.\($0)" }
      ),
    ] as [(String, String, String, [String], [String])])
  func times(
    _ name: String, _ type: String, _ release: String, _ always: [String], _ sometimes: [String]
  ) throws {
    var options = TreeOptions()
    options.catalog = Catalog(try #require(Release(known: release)))
    let text =
      #"{"architectures": ["\#(name)"], "model_type": "\#(type)", "num_hidden_layers": 1, "n_layers": 1, "#
      + #""dtype": "float16"}"#
    let config = try JSONDocument(parsing: text, dialect: .python).root
    let tree = try ModuleTree(config: config, tensors: nil, options: options)
    func read(_ when: OutsideRead) -> [String] {
      tree.tensors.indices.filter { tree.tensors[$0].outsideRead == when }.map { tree.path(ofTensor: $0) }
    }
    #expect(read(.always).sorted() == always.sorted())
    #expect(read(.sometimes).sorted() == sometimes.sorted())
  }

  @Test("What some runs read is a warning, and the best plan spares it") func someRuns() throws {
    let config =
      #""architectures": ["RecurrentGemmaForCausalLM"], "model_type": "recurrent_gemma", "num_hidden_layers": 2, "#
      + #""dtype": "float16""#
    let found = try Self.findings(["": "disk"], Self.tree(config)).filter { $0.code == "read-outside" }
    #expect(found.count == 1 && found.allSatisfy { !$0.isError })
  }

  @Test("They are on an accelerator, or on the cpu where that computes") func places() throws {
    let tree = try Self.tree(Self.llama4)
    let path = "model.embed_tokens.weight"
    func errors(_ embedding: String, _ rest: String) throws -> [PlacementFinding] {
      try Self.findings(["": rest, "model.embed_tokens": embedding], tree).filter(\.isError)
    }
    #expect(try errors("0", "0") == [])
    #expect(try errors("cpu", "cpu") == [])
    #expect(try errors("cpu", "disk") == [])
    #expect(try errors("cpu", "0") == [.readOutside(path: path, count: 1, device: .cpu, isFatal: true)])
    #expect(try errors("disk", "0") == [.readOutside(path: path, count: 1, device: .disk, isFatal: true)])
    #expect(try errors("disk", "cpu") == [.readOutside(path: path, count: 1, device: .disk, isFatal: true)])
    #expect(
      try Self.findings(["": "disk"], Self.tree(Self.jetmoe)).filter(\.isError)
        == [.readOutside(path: "model.layers.0.self_attention.experts.bias", count: 2, device: .disk, isFatal: true)])
  }

  @Test("The best plan leaves them on accelerators, and a plan that was written is read as it was") func plans() throws
  {
    let tree = try Self.tree(Self.jetmoe)
    let total = tree.root.totalBytes
    for share in [40, 70, 90] {
      let limits = try MaxMemory(parsing: "0=\(total * share / 100),cpu=1MiB")
      let best = try tree.plan(.optimal, maxMemory: limits)
      #expect(best.ledger.errors == [])
      let first = try tree.plan(.auto, maxMemory: limits)
      #expect(try Plan(json: first.json()).ledger.findings == first.ledger.findings)
    }
  }

  @Test("What is kept in float32 is read from disk in the dtype of the model, which is said") func rounded() throws {
    let found = try Self.findings(["": "disk"], Self.tree(Self.t5))
    #expect(
      found.filter { $0.code == "rounded-on-disk" } == [
        .roundedOnDisk(path: "encoder.block.0.layer.1.DenseReluDense.wo.weight", count: 2)
      ])
    #expect(found.filter(\.isError) == [])
    #expect(try Self.findings(["": "cpu"], Self.tree(Self.t5)) == [])
  }

  @Test("A map of the cpu alone needs no key for all: transformers loads the rest there") func leftToCPU() throws {
    let tree = try Self.tree(Self.llama4)
    #expect(
      try Self.findings(["model.layers": "cpu", "lm_head": "cpu"], tree).map(\.code)
        == ["left-to-cpu", "left-to-cpu", "left-to-cpu"])
    #expect(try MapCheck([WrittenMapEntry(key: "model.layers", device: "cpu")], tree: tree).isValid)
    for device in ["0", "disk"] {
      #expect(try !MapCheck([WrittenMapEntry(key: "model.layers", device: device)], tree: tree).isValid)
    }
  }

  /// The first part beside the largest that streams exceeds the accelerator by a byte; on the cpu it leaves room for three
  /// of the small ones.
  @Test("A first part without a place leaves the accelerators to others") func firstOnCPU() throws {
    let tree = ModuleTree {
      Module("embed", class: "Embedding", bytes: 60)
      Module("large", class: "Block", bytes: 20)
      for index in 0..<4 { Module("small\(index)", class: "Block", bytes: 5) }
    }.noSplit("Block")
    let roomy = try tree.plan(.optimal, maxMemory: MaxMemory(parsing: "0=80,cpu=1KiB"))
    #expect(roomy.device(of: "embed") == .gpu(0))
    let plan = try tree.plan(.optimal, maxMemory: MaxMemory(parsing: "0=79,cpu=1KiB"))
    #expect(plan.device(of: "embed") == .cpu)
    #expect(plan.ledger[.gpu(0)]?.weights == 15)
    #expect(plan.ledger.errors == [])
    #expect(Set(plan.notes.map(\.code)).isSuperset(of: ["first-on-cpu", "first-offloaded"]))
    // One that cannot run from there leaves all to the cpu.
    var bound = tree
    bound.tensors[0].outsideRead = .always
    let hosted = try bound.plan(.optimal, maxMemory: MaxMemory(parsing: "0=79,cpu=1KiB"))
    #expect(hosted.ledger[.gpu(0)]?.weights == 0)
    #expect(hosted.notes.map(\.code).contains("accelerators-unused"))
    let texts = hosted.notes.map(\.text)
    #expect(texts.contains { $0.hasPrefix("embed (60 ") && $0.contains("with which every run begins") })
  }
}
