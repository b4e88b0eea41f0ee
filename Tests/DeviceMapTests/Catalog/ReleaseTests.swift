import DeviceMap
import Foundation
import Testing

/// Releases of transformers beside each other: which entries count, and by which rules a model is placed.
@Suite struct ReleaseTests {
  // MARK: - Names of releases

  @Test(
    arguments: [
      ("5.24", "5.24.0"), ("5.24.0", "5.24.0"), ("4.57.6", "4.57.6"), ("5.0.0.dev0", "5.0.0"), ("4.57.0rc1", "4.57.0"),
    ])
  func reading(text: String, version: String) { #expect(Release(text)?.version == version) }

  @Test(arguments: ["", "5", "5.", ".5", "a.b", "5.x", "-1.2", "99999999999999999999.1"])
  func refused(text: String) { #expect(Release(text) == nil) }

  @Test func known() {
    #expect(Release.all.first == Release.newest)
    #expect(Release.all == Release.all.sorted(by: >))
    for release in Release.all {
      #expect(Release(known: release.name) == release)
      #expect(Release(known: release.version) == release)
    }
    #expect(Release(known: "3.0") == nil)
    #expect(Release.all.contains { $0.major == 4 })
  }

  // MARK: - Entries

  private static let catalog = """
    unit tiny
    recorded 5.23.0

    config TinyConfig : tiny
      hidden_size = 8

    model TinyModel : TinyConfig
      embed: Embedding[100, hidden_size]

    unit young
    recorded 5.23.0
    since 5.1

    model YoungModel : tiny.TinyConfig
      embed: Embedding[100, hidden_size]

    unit old
    recorded 4.57.6
    until 4.57

    model OldModel : tiny.TinyConfig
      embed: Embedding[100, hidden_size]
    """

  @Test(arguments: [("5.24", true, false), ("5.1", true, false), ("5.0", false, false), ("4.57", false, true)])
  func sinceAndUntil(release: String, young: Bool, old: Bool) throws {
    let bytes = Array(Self.catalog.utf8)
    var catalog = Catalog("", release: try #require(Release(release)))
    try catalog.add(bytes, path: "tiny.catalog")
    #expect(catalog.lookUp(.model, "TinyModel") == "tiny")
    #expect((catalog.lookUp(.model, "YoungModel") != nil) == young)
    #expect((catalog.lookUp(.model, "OldModel") != nil) == old)
  }

  @Test(arguments: ["unit a\nsince x", "unit a\nuntil", "unit a\nclass A\nsince 5.1"])
  func misplacedBounds(text: String) {
    var catalog = Catalog.builtIn
    #expect(throws: CatalogError.self) { try catalog.add(Array(text.utf8), path: "bad.catalog") }
  }

  // MARK: - The command

  private static func run(_ words: [String], _ config: String) throws -> ProgramOutput {
    let directory = try TemporaryDirectory()
    try directory.write(config, "config.json")
    return Program.run(words + ["\(directory.path)/config.json"], ProgramEnvironment())
  }

  private static func modules(_ output: ProgramOutput) throws -> [String: Int] {
    let root = try JSONDocument(parsing: output.result.string).root
    let modules = try #require(root["modules"])
    return Dictionary(
      uniqueKeysWithValues: modules.elements.map { ($0["name"]?.string ?? "", $0["bytes"]?.int ?? 0) })
  }

  private static let neox = """
    {"architectures": ["GPTNeoXForCausalLM"], "model_type": "gpt_neox", "hidden_size": 64, "intermediate_size": 128,
     "num_attention_heads": 4, "num_hidden_layers": 2, "vocab_size": 256, "torch_dtype": "float16",
     "transformers_version": "4.30.0"}
    """

  @Test func headOfGPTNeoX() throws {
    let new = try Self.modules(Self.run(["tree", "--json"], Self.neox))
    let old = try Self.modules(Self.run(["tree", "--json", "--release", "4.57"], Self.neox))
    let asked = try Self.modules(Self.run(["tree", "--json", "--release", "4.57", "--dtype", "auto"], Self.neox))
    #expect(new["lm_head"] == 256 * 64 * 2 && new["embed_out"] == nil)
    #expect(old["embed_out"] == 256 * 64 * 4 && old["lm_head"] == nil, "float32 unless a dtype is asked for")
    #expect(asked["embed_out"] == 256 * 64 * 2)
  }

  /// A codec is float32 where transformers 5.24 casts it, and follows the model's dtype elsewhere and before.
  @Test func castCodec() throws {
    let speech = """
      {"architectures": ["KyutaiSpeechToTextForConditionalGeneration"], "model_type": "kyutai_speech_to_text"}
      """
    let words = ["tree", "--json", "--dtype", "bfloat16"]
    let name = "encoder.encoder_seanet.layers.0.conv"
    let new = try #require(try Self.modules(Self.run(words, speech))["codec_model.\(name)"])
    let old = try Self.modules(Self.run(words + ["--release", "5.23"], speech))["codec_model.\(name)"]
    let alone = try Self.modules(Self.run(words, #"{"architectures": ["MimiModel"], "model_type": "mimi"}"#))[name]
    #expect(old == alone && alone.map { $0 < new } == true)
  }

  /// Composite configs of transformers 4 write their class into the text part.
  @Test func classInTheTextPart() throws {
    let text = #""text_config": {"architectures": ["Qwen2VLForConditionalGeneration"], "num_hidden_layers": 1}"#
    let output = try Self.run(["tree", "--json", "--release", "4.57"], #"{"model_type": "qwen2_vl", \#(text)}"#)
    #expect(try Self.modules(output)["model.language_model"] != nil)
    #expect(output.messages.string == "")
    let other = text.replacingOccurrences(of: "Qwen2VLForConditionalGeneration", with: "Qwen2ForCausalLM")
    let guessed = try Self.run(["tree"], #"{"model_type": "qwen2_vl", \#(other)}"#).messages.string
    #expect(guessed.contains("Qwen2VLModel is assumed"))
  }

  /// Heads of transformers 4 share their bias with the decoder's, tied weights or not.
  @Test func biasOfHeads() throws {
    let bert = """
      {"architectures": ["BertForMaskedLM"], "model_type": "bert", "num_hidden_layers": 1, "tie_word_embeddings": false}
      """
    func tied(_ release: String) throws -> [[String?]] {
      let output = try Self.run(["tree", "--json", "--release", release], bert)
      let groups = try #require(try JSONDocument(parsing: output.result.string).root["tied"])
      return groups.elements.map { $0.elements.map(\.string) }
    }
    #expect(try tied("4.57") == [["cls.predictions.bias", "cls.predictions.decoder.bias"]])
    #expect(try tied("5.24") == [])
  }

  /// Constructors of transformers 4 hand the embedding of an encoder and a decoder on, tied weights or not.
  @Test func embeddingsOfEncoderAndDecoder() throws {
    let bart = """
      {"architectures": ["BartForConditionalGeneration"], "model_type": "bart", "encoder_layers": 1, "decoder_layers": 1,
       "tie_word_embeddings": false}
      """
    func tied(_ release: String) throws -> [[String?]] {
      let output = try Self.run(["tree", "--json", "--release", release], bart)
      let groups = try #require(try JSONDocument(parsing: output.result.string).root["tied"])
      return groups.elements.map { $0.elements.map(\.string) }
    }
    #expect(
      try tied("4.57") == [
        ["model.shared.weight", "model.encoder.embed_tokens.weight", "model.decoder.embed_tokens.weight"]
      ])
    #expect(try tied("5.24") == [])
  }

  /// Some of them hand the module itself on: it stands in the model around alone, and in a decoder that has none around it.
  @Test func embeddingOfTheModelAround() throws {
    func place(_ release: String, of architecture: String) throws -> [String] {
      let config = """
        {"architectures": ["\(architecture)"], "model_type": "pegasus", "encoder_layers": 1, "decoder_layers": 1}
        """
      let modules = try Self.modules(Self.run(["tree", "--json", "--release", release], config))
      return modules.keys.filter { $0.hasSuffix("shared") || $0.hasSuffix("embed_tokens") }.sorted()
    }
    #expect(try place("4.57", of: "PegasusForConditionalGeneration") == ["model.shared"])
    #expect(try place("4.57", of: "PegasusForCausalLM") == ["model.decoder.embed_tokens"])
    #expect(
      try place("5.24", of: "PegasusForConditionalGeneration")
        == ["model.decoder.embed_tokens", "model.encoder.embed_tokens", "model.shared"])
  }

  @Test func noteOnFilesOfAnEarlierRelease() throws {
    let message = try Self.run(["tree"], Self.neox).messages.string
    #expect(message.contains("written by transformers 4.30.0") && message.contains("--release 4.57"))
    #expect(try Self.run(["tree", "--release", "4.57"], Self.neox).messages.string == "")
    // What is the same in both needs no note.
    let llama = """
      {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "num_hidden_layers": 1, "torch_dtype": "float16",
       "transformers_version": "4.30.0"}
      """
    #expect(try Self.run(["tree"], llama).messages.string == "")
  }

  @Test(
    arguments: [
      ([], "transformers", Release.newest.version), (["--engine", "accelerate"], "accelerate", "1.15.0"),
      (["--release", "4.57"], "transformers-4", "4.57.6"),
      (["--engine", "transformers-4"], "transformers-4", "4.57.6"),
      (["--release", "4.57", "--engine", "accelerate"], "accelerate", "1.15.0"),
    ])
  func engines(words: [String], name: String, version: String) throws {
    let output = try Self.run(["plan", "--json", "--max-memory", "0=1GiB,cpu=1GiB"] + words, Self.neox)
    let engine = try JSONDocument(parsing: output.result.string).root["engine"]
    #expect(engine?["name"]?.string == name)
    #expect(engine?["version"]?.string == version)
  }

  @Test func unknownRelease() throws {
    let output = try Self.run(["tree", "--release", "2.0"], Self.neox)
    #expect(output.status == 2)
    #expect(output.messages.string.contains(Release.all.map(\.name).joined(separator: ", ")))
  }

  // MARK: - Sizes

  /// transformers 4 counts a float32 buffer at the dtype of the model, and a parameter that stays float32 at that.
  @Test func sizesOfRelease4() throws {
    var tree = ModuleTree(rootClass: "Model") {
      Module(
        "a", class: "Block",
        tensors: [.init("w", .bf16, count: 100), .init("b", .f32, count: 10, kind: .persistentBuffer)])
      Module("c", class: "Block", tensors: [.init("kept", .bf16, count: 100)])
    }
    tree.loadedDType = .bf16
    let kept = try #require(tree.tensor(atPath: "c.kept"))
    tree.tensors[kept].isKeptInFloat32 = true
    let bytes = try [Engine.transformers, .accelerate, .transformers4].map { engine in
      try ModuleSizes(tree, engine: engine).totalBits / 8
    }
    #expect(bytes == [200 + 40 + 200, 200 + 40 + 200, 200 + 20 + 400])
  }

  // MARK: - Model types

  private static func exaone(_ type: String) -> String {
    """
    {"model_type": "\(type)", "architectures": ["LlamaForCausalLM"], "num_layers": 2, "hidden_size": 64,
     "intermediate_size": 128, "num_attention_heads": 4, "vocab_size": 256, "torch_dtype": "bfloat16"}
    """
  }

  @Test func unknownTypeBesideKnownClass() throws {
    let output = try Self.run(["tree"], Self.exaone("no_such_type"))
    #expect(output.status == 2)
    #expect(output.messages.string.contains("the model type no_such_type is not known"))
    let named = try Self.run(["tree", "--json", "--architecture", "LlamaForCausalLM"], Self.exaone("no_such_type"))
    #expect(named.status == 0)
  }
}
