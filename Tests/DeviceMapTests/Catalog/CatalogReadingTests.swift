import DeviceMap
import Testing

@Suite struct CatalogReadingTests {
  /// Every name in the head tables leads to an entry, and every entry of the text can be read.
  @Test func builtInText() throws {
    let session = CatalogSession(.builtIn)
    for (name, unitName) in Catalog.builtIn.entries(of: .model) {
      let unit = try #require(try session.unit(unitName), "\(unitName)")
      #expect(unit.has(name), "\(name) in \(unitName)")
      #expect(Catalog.builtIn.lookUp(.model, name) == unitName)
    }
    for (type, config) in Catalog.builtIn.entries(of: .type) { #expect(Catalog.builtIn.lookUp(.type, type) == config) }
    for (key, unitName) in Catalog.builtIn.entries(of: .convert) {
      let unit = try #require(try session.unit(unitName), "\(unitName)")
      #expect(try unit.conversion(key) != nil, "\(key)")
      for transform in try session.conversion(key) {
        for source in transform.sources { #expect(throws: Never.self) { try NamePattern(source) } }
      }
    }
  }

  @Test func everyEntryIsReadable() throws {
    let session = CatalogSession(.builtIn)
    var count = 0
    for name in Catalog.builtIn.unitNames {
      let unit = try #require(try session.unit(name))
      for entry in Catalog.builtIn.entryNames(of: name) {
        #expect(throws: Never.self) { _ = try unit.classEntry(entry.name) }
        #expect(throws: Never.self) { _ = try unit.config(entry.name) }
        count += 1
      }
    }
    #expect(count > 7000)
  }

  @Test func absentNames() {
    #expect(Catalog.builtIn.lookUp(.model, "") == nil)
    #expect(Catalog.builtIn.lookUp(.model, "Llama") == nil)
    #expect(Catalog.builtIn.lookUp(.model, "zzz") == nil)
    #expect(Catalog.builtIn.lookUp(.activation, "silu") != nil)
    #expect(Catalog.builtIn.unitText("nothing") == nil)
    #expect(Catalog.builtIn.lookUp(.model, "LlamaForNothing") == nil)
    #expect(Catalog.builtIn.lookUp(.model, String(repeating: "Llama", count: 100_000)) == nil)
    #expect(Catalog.builtIn.lookUp(.type, "llama ") == nil)
    #expect(Catalog.builtIn.lookUp(.auto, "AutoModel nothing") == nil)
  }

  /// Model types are those of configs, but for those that `type` lines name.
  @Test func rows() {
    let catalog = Catalog.builtIn
    #expect(catalog.lookUp(.type, "llama") == "llama.LlamaConfig")
    #expect(catalog.lookUp(.type, "gpt-sw3") == "gpt2.GPT2Config")
    #expect(catalog.lookUp(.auto, "AutoModel xlm-roberta") == "XLMRobertaModel")
    #expect(catalog.lookUp(.auto, "AutoModelForCausalLM llama") == "LlamaForCausalLM")
    #expect(catalog.lookUp(.model, "Llama4ForCausalLM") == "llama4")
    #expect(catalog.lookUp(.convert, "mixtral") == "mixtral")
  }

  /// `to`: the floating tensors of a child and of all below it are cast, and of no other child of the class.
  @Test func castChildren() throws {
    var catalog = Catalog.builtIn
    try catalog.add(
      Array(
        """
        unit tiny
        by hand: a test
        config TinyConfig : tiny
          width = 4
        class TinyInner
          . ids[2] int64
          . table[2] float32
          norm: LayerNorm[width] bias
        class TinyOuter
          inner: TinyInner
        model TinyModel : TinyConfig
          plain: TinyOuter
          kept: TinyOuter to float32
          halves: TinyOuter with width = 8 to float16
          after: TinyInner
        """.utf8), path: "tiny.catalog")
    var options = TreeOptions()
    options.catalog = catalog
    options.dtype = .fixed(.bf16)
    let json = try JSONDocument(parsing: #"{"model_type": "tiny", "architectures": ["TinyModel"]}"#).root
    let tree = try ModuleTree(config: json, tensors: nil, options: options)
    #expect(
      tree.lines.filter { $0.contains("Inner") || $0.contains("Norm") } == [
        "plain.inner TinyInner 40", "plain.inner.norm LayerNorm 16", "kept.inner TinyInner 56",
        "kept.inner.norm LayerNorm 32", "halves.inner TinyInner 52", "halves.inner.norm LayerNorm 32",
        "after TinyInner 40", "after.norm LayerNorm 16",
      ])
    #expect(throws: CatalogError.self) {
      var catalog = Catalog.builtIn
      try catalog.add(Array("unit a\nclass A\n  b: B to float33".utf8), path: "bad.catalog")
      _ = try CatalogSession(catalog).unit("a")?.classEntry("A")
    }
  }

  /// An architecture in a file of the user.
  @Test func addition() throws {
    let catalog = try Catalog.builtIn.added(
      """
      # A model in a few lines.
      unit tiny
      config TinyConfig : tiny
        hidden_size = 8
        num_layers = 2
      class TinyBlock
        norm: LayerNorm[hidden_size] bias
        mlp: Linear[4 * hidden_size, hidden_size]
      model TinyModel : TinyConfig
        no_split TinyBlock
        tie head.weight = embed.weight
        embed: Embedding[100, hidden_size]
        blocks: ModuleList
          each i < num_layers
            -: TinyBlock
        head: Linear[100, hidden_size]
      """)
    var options = TreeOptions()
    options.catalog = catalog
    let json = try JSONDocument(parsing: #"{"architectures": ["TinyModel"], "tie_word_embeddings": true}"#).root
    let tree = try ModuleTree(config: json, tensors: nil, options: options)
    #expect(
      tree.lines == [
        "embed Embedding 3200", "blocks ModuleList 2176", "blocks.0 TinyBlock 1088", "blocks.0.norm LayerNorm 64",
        "blocks.0.mlp Linear 1024", "blocks.1 TinyBlock 1088", "blocks.1.norm LayerNorm 64",
        "blocks.1.mlp Linear 1024", "head Linear 0",
      ])
    #expect(tree.noSplitClasses == ["TinyBlock"])
  }

  @Test(arguments: [
    ("unit a\nclass B\n  x: Linear[3", 3, 14), ("unit a\nclss B", 2, 1), ("nonsense", 1, 1), ("  unit a", 1, 3),
    ("unit a\nclass B\n  else\n    x: Y", 3, 3), ("unit a\nclass B\n  . w[1] float99", 3, 10),
    ("unit a\nunit a", 2, 1), ("unit a\nconvert k\n  rename \"a\" > \"b\"", 3, 14),
    ("unit a\nconfig C : c\n  x = y", 3, 7), ("unit a\nclass", 2, 6), ("unit", 1, 5), ("class A", 1, 1),
    ("model A", 1, 1), ("model A = b\nclass A", 2, 1),
    ("unit a\nclass B like", 2, 9), ("unit a\nclass B like nothing.C", 2, 14), ("unit a\nclass B like C", 2, 14),
    ("unit a\nclass B as C", 2, 9), ("type a b", 1, 1), ("type a = b\n  c", 2, 3), ("auto A b", 1, 1),
    ("unit a\nclass B\nrecorded 1", 3, 1), ("unit a\nrecorded 1\nrecorded 2", 3, 1), ("unit a\nby me", 2, 1),
    ("unit a\n  class B\n x: Y", 3, 2), ("unit a\nmodel M : C\n  keep_fp32 x", 3, 13), ("unit a\nconfig C c", 2, 8),
  ])
  func rejected(_ text: String, line: Int, column: Int) throws {
    let error = #expect(throws: CatalogError.self) { try Catalog.builtIn.added(text) }
    #expect([error?.line, error?.column] == [line, column])
  }
}

extension CatalogReadingTests {
  /// A unit of a file adds to the built-in unit of the same name, and replaces entries in it.
  @Test func additionToUnit() throws {
    let catalog = try Catalog.builtIn.added(
      """
      unit llama
      class LlamaMLP
        up: Linear[hidden_size, hidden_size]
      """)
    var options = TreeOptions()
    options.catalog = catalog
    options.dtype = .fixed(.bf16)
    let json = try JSONDocument(
      parsing: #"{"architectures": ["LlamaModel"], "hidden_size": 64, "num_hidden_layers": 1}"#
    ).root
    let tree = try ModuleTree(config: json, tensors: nil, options: options)
    #expect(
      tree.lines.filter { $0.utf8.starts(with: "layers.0.mlp".utf8) } == [
        "layers.0.mlp LlamaMLP 8192", "layers.0.mlp.up Linear 8192",
      ])
  }

  /// A program that plans for months keeps nothing of the models that it has planned.
  @Test func nothingOfAModelStaysBehind() throws {
    weak var unit: CatalogUnit?
    weak var config: ConfigKind?
    do {
      let session = CatalogSession(.builtIn)
      unit = try session.unit("llama")
      #expect(try unit?.classEntry("LlamaForCausalLM") != nil)
      config = try unit?.config("LlamaConfig")
      #expect(config != nil)
    }
    #expect(unit == nil && config == nil)
  }

  /// A class has the structure of another, with its own names where that one has those of its model, and its own facts.
  @Test func bodiesOfOthers() throws {
    let catalog = try Catalog.builtIn.added(
      """
      unit little
      class LittleAct
      class LittleMLP
        up: Linear[$width, hidden_size]
        act: LittleAct
      model LittleModel : tiny.TinyConfig
        no_split LittleMLP
        mlp: LittleMLP(width = 4)
      unit tiny
      by hand: a test
      config TinyConfig : tiny
        hidden_size = 8
      class TinyAct
      class TinyMLP like little.LittleMLP
      class TinyOther like TinyMLP
      class Foreign like little.LittleMLP as Little
      class LittleAct
        . w[1]
      model TinyModel
        recorded 1.0
        mlp: TinyMLP(width = 4)
        other: TinyOther(width = 2)
        foreign: Foreign(width = 1)
        model: TinyLike
      model TinyLike like little.LittleModel
      auto AutoModel tiny = TinyModel
      """)
    var options = TreeOptions()
    options.catalog = catalog
    let json = try JSONDocument(parsing: #"{"model_type": "tiny"}"#).root
    let tree = try ModuleTree(config: json, tensors: nil, options: options)
    #expect(
      tree.lines == [
        "mlp TinyMLP 128", "mlp.up Linear 128", "mlp.act TinyAct 0", "other TinyOther 64", "other.up Linear 64",
        "other.act TinyAct 0", "foreign Foreign 36", "foreign.up Linear 32", "foreign.act LittleAct 4",
        "model TinyLike 128", "model.mlp TinyMLP 128", "model.mlp.up Linear 128", "model.mlp.act TinyAct 0",
      ])
    #expect(tree.noSplitClasses == [])
    #expect(catalog.provenance(of: "TinyMLP", unit: "tiny") == .byHand(reason: "a test"))
    #expect(catalog.provenance(of: "TinyModel", unit: "tiny") == .recorded(version: "1.0"))
    #expect(catalog.provenance(of: "LittleMLP", unit: "little") == nil)
    #expect(catalog.provenance(of: "Nothing", unit: "tiny") == nil)
    #expect(
      catalog.unitText("tiny")?.hasPrefix(
        """
        unit tiny
        by hand: a test
        config TinyConfig : tiny
          hidden_size = 8
        class TinyAct
        class TinyMLP
          up: Linear[$width, hidden_size]
          act: TinyAct
        class TinyOther
          up: Linear[$width, hidden_size]
          act: TinyAct
        class Foreign
          up: Linear[$width, hidden_size]
          act: LittleAct
        class LittleAct
          . w[1]

        """) == true)
  }

  /// Two classes that have the body of each other.
  @Test func circularBodies() throws {
    let catalog = try Catalog.builtIn.added(
      "unit a\nconfig C : c\nclass A like B\nclass B like A\nmodel M\n  x: A\nauto AutoModel c = M")
    var options = TreeOptions()
    options.catalog = catalog
    let json = try JSONDocument(parsing: #"{"model_type": "c"}"#).root
    #expect(throws: TreeError.catalog(CatalogError(.nestedTooDeep, file: "test.catalog", line: 3, column: 14))) {
      try ModuleTree(config: json, tensors: nil, options: options)
    }
  }

  @Test(arguments: [
    ("llama", "LlamaMLP", "Llama"), ("qwen2_vl", "Qwen2VLModel", "Qwen2VL"), ("qwen2_vl", "PatchEmbed", ""),
    ("ernie4_5", "Ernie4_5Model", "Ernie4_5"), ("llama", "Llam", ""), ("", "Llama", ""), ("a", "A", "A"),
    ("gpt_neox", "GPTNeoXModel", "GPTNeoX"), ("xlm", "XLMRobertaModel", "XLM"),
  ])
  func modelPrefix(unit: String, name: String, expected: String) {
    #expect(Catalog.modelPrefix(of: name, in: unit) == expected)
  }

  /// Older files call layer types by other names, also where the field itself has another name.
  @Test(arguments: [["mamba", "attention", "moe", "mlp"], ["linear_attention", "full_attention", "moe", "mlp"]])
  func olderLayerTypes(labels: [String]) throws {
    let config = try ModelConfig(
      parsing: """
        {"architectures": ["NemotronHForCausalLM"], "model_type": "nemotron_h", "num_hidden_layers": 4,
         "layers_block_type": [\(labels.map { "\"\($0)\"" }.joined(separator: ", "))]}
        """)
    let mixers = try ModuleTree(config: config).lines.filter { $0.split(separator: " ")[0].hasSuffix(".mixer") }
    #expect(
      mixers.map { $0.split(separator: " ")[1] } == [
        "NemotronHMamba2Mixer", "NemotronHAttention", "NemotronHMoE", "NemotronHMLP",
      ])
  }

  /// A class that only the checkpoint's own code or an old release has, of a model type that is known.
  @Test(arguments: [
    ("RemoteLlamaForCausalLM", "llama", "LlamaForCausalLM"), ("T5WithLMHeadModel", "t5", "T5ForConditionalGeneration"),
    ("KimiK25ForConditionalGeneration", "kimi_k25", "Kimi_K25ForConditionalGeneration"),
    ("RemoteForCausalLM", "nothing", nil), ("RemoteForConditionalGeneration", "bert", nil), ("Remote", "llama", nil),
  ])
  func classOfRemoteCode(name: String, type: String, expected: String?) throws {
    let config = try ModelConfig(
      parsing: #"{"architectures": ["\#(name)"], "model_type": "\#(type)", "dtype": "float16"}"#)
    guard let expected else {
      #expect(throws: TreeError.unknownArchitecture(name)) { try ModuleTree(config: config) }
      return
    }
    let tree = try ModuleTree(config: config)
    #expect(tree.architecture == expected)
    #expect(tree.notes.map(\.code) == ["architecture-assumed"])
  }
}
