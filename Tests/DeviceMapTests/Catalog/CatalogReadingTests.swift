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
      #expect(unit.has("convert \(key)"), "\(key)")
      for transform in try session.conversion(key) {
        for source in transform.sources { #expect(throws: Never.self) { try NamePattern(source) } }
      }
    }
  }

  @Test func everyEntryIsReadable() throws {
    let session = CatalogSession(.builtIn)
    for name in Set(Catalog.builtIn.entries(of: .model).map(\.value)).sorted() {
      let unit = try #require(try session.unit(name))
      for entry in unit.entryNames {
        #expect(throws: Never.self) { _ = try unit.classEntry(entry) }
        #expect(throws: Never.self) { _ = try unit.config(entry) }
      }
    }
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

  /// What the head leaves out because the units say it.
  @Test func derivedRows() {
    let catalog = Catalog.builtIn
    #expect(catalog.lookUp(.type, "llama") == "llama.LlamaConfig")
    #expect(catalog.lookUp(.type, "gpt-sw3") == "gpt2.GPT2Config")
    #expect(catalog.lookUp(.auto, "AutoModel xlm-roberta") == "XLMRobertaModel")
    #expect(catalog.lookUp(.auto, "AutoModelForCausalLM llama") == "LlamaForCausalLM")
    #expect(catalog.lookUp(.model, "Llama4ForCausalLM") == "llama4")
    #expect(catalog.lookUp(.convert, "mixtral") == "mixtral")
  }

  /// An architecture in a file of the user, without head tables.
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
    ("unit a\nconfig C : c\n  x = y", 3, 7), ("unit a\nclasses B", 2, 1), ("unit a\nclasses B: C", 2, 13),
    ("unit a\nclasses B: C x", 2, 14), ("unit a\nclasses B: C 1 D 2", 2, 14), ("unit a\nclasses B: C 999999", 2, 20),
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

  /// `classes` lists classes with a body that several have; a model without a config has the only one of its unit.
  @Test func sharedBodies() throws {
    let catalog = try Catalog.builtIn.added(
      """
      shared 900001
       up: Linear[$width, hidden_size]
       act: @Act
      unit tiny
      config TinyConfig : tiny TinyModel
       hidden_size = 8
      class TinyAct
      classes Tiny: MLP 900001, Other 900001
      model TinyModel
       mlp: TinyMLP(width = 4)
       other: TinyOther(width = 2)
      """)
    var options = TreeOptions()
    options.catalog = catalog
    let json = try JSONDocument(parsing: #"{"model_type": "tiny"}"#).root
    let tree = try ModuleTree(config: json, tensors: nil, options: options)
    #expect(
      tree.lines == [
        "mlp TinyMLP 128", "mlp.up Linear 128", "mlp.act TinyAct 0", "other TinyOther 64", "other.up Linear 64",
        "other.act TinyAct 0",
      ])
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
