import DeviceMap
import Foundation
import Testing

/// Whatever the files hold, the command ends with a plan or with one message, never with both, and never with a crash.
@Suite("Bad input, through the whole program") struct BadInputTests {
  static let isLong = TestExtent.isLong
  static let memory = "0=100MiB,1=100MiB,cpu=1000GiB"

  /// Runs a command; records a failure when it prints a result after an error, or nothing at all.
  @discardableResult
  static func run(_ words: [String], _ place: @autoclosure () -> String) -> (out: String, err: String, status: Int32) {
    let output = Program.run(words, ProgramEnvironment())
    let result = (out: output.result.string, err: output.messages.string, status: output.status)
    if result.status == 0 {
      let isMap = (try? JSONDocument(parsing: result.out))?.root.kind == .object
      if !isMap || result.err.contains("error:") { Issue.record("\(place()): \(result)") }
    } else if result.status != 2 || !result.out.isEmpty || !result.err.hasPrefix("device-map: error: ") {
      Issue.record("\(place()): \(result)")
    }
    return result
  }

  // MARK: - config.json

  static let models = [
    "llama-2-7b", "mixtral-8x7b", "qwen2-0.5b", "qwen3-30b-a3b", "qwen3-next-80b-a3b", "deepseek-v3", "gemma-2-2b",
    "gemma-3-4b", "gpt2", "gpt-neox-20b", "falcon-7b", "bloom-560m", "opt-350m", "mpt-7b", "phi-2", "gpt-oss-20b",
    "jamba-v0.1", "mamba-codestral-7b", "t5-11b", "whisper-large-v3", "llava-1.5-7b", "remote/chatglm2-6b-32k",
  ]
  static let values = [
    "null", "true", "-1", "0", "1.5", "NaN", "-Infinity", "1e400", "1000000000", "9223372036854775807",
    "-9223372036854775808", "123456789012345678901234567890", "\"\"", "\"12\"", "[]", "[1, \"x\", null]", "{}",
    "{\"a\": {\"b\": 1}}", "[[[[[]]]]]",
  ]
  static let layerKeys: Set<String> = [
    "num_hidden_layers", "n_layer", "n_layers", "num_layers", "encoder_layers", "decoder_layers", "num_decoder_layers",
  ]

  /// Fields that many architectures read, some absent from the configs above, and classes with nothing but these: beside
  /// them, and in the part of a composite config that is about the language model.
  static let fields = [
    "hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size", "intermediate_size", "head_dim",
    "num_key_value_heads", "rope_scaling", "rope_theta", "tie_word_embeddings", "attention_bias", "hidden_act",
    "max_position_embeddings", "layer_types", "mlp_bias", "id2label", "num_labels", "architectures", "torch_dtype",
  ]
  static let classes = [
    ("LlamaForCausalLM", ""), ("Qwen3MoeForCausalLM", ""), ("Gemma3ForConditionalGeneration", ""),
    ("Gemma3ForConditionalGeneration", "text_config"),
  ]

  /// Fields of real configs with a value of the wrong type or size (each field in a long run, else every fifth, which are
  /// others for other models), and, of a config that has nothing else, with one such value a class, in a long run with
  /// each.
  @Test(arguments: models) func wrongTypes(_ name: String) throws {
    let directory = try TemporaryDirectory()
    let config = try ModelRecording(name).config
    var turn = name.utf8.count
    for (index, path) in Self.paths(in: config).enumerated() where Self.isLong || (index + name.utf8.count) % 5 == 0 {
      for _ in 0..<(Self.isLong ? 3 : 1) {
        turn += 1
        let value = Self.values[turn * 7 % Self.values.count]
        let file = try directory.write(Self.text(of: config, path, value), "config.json")
        Self.run(["plan", file, "--max-memory", Self.memory], "\(name) \(path.joined(separator: ".")) = \(value)")
      }
    }
  }

  @Test(arguments: fields) func wrongTypesAlone(_ field: String) throws {
    let directory = try TemporaryDirectory()
    let turn = field.utf8.reduce(0) { $0 + Int($1) }
    for (number, (className, part)) in Self.classes.enumerated() {
      for (index, value) in Self.values.enumerated()
      where Self.isLong || (index + 7 * number + turn) % Self.values.count == 0 {
        var members = ["\"\(field)\": \(value)"]
        if field != "num_hidden_layers" { members.append("\"num_hidden_layers\": 1") }
        if !part.isEmpty { members = ["\"\(part)\": {\(members.joined(separator: ", "))}"] }
        let text = "{\"architectures\": [\"\(className)\"], \(members.joined(separator: ", "))}"
        let file = try directory.write(text, "config.json")
        Self.run(["plan", file, "--max-memory", Self.memory], "\(className) \(part) \(field) = \(value)")
      }
    }
  }

  /// A count of layers that no model has is refused before memory is spent on it.
  @Test(arguments: ["1000000000", "-3", "\"12\""], models)
  func absurdLayerCounts(_ count: String, _ name: String) throws {
    let directory = try TemporaryDirectory()
    let config = try ModelRecording(name).config
    for path in Self.paths(in: config) where Self.layerKeys.contains(path.last ?? "") {
      let file = try directory.write(Self.text(of: config, path, count), "config.json")
      let result = Self.run(["plan", file, "--max-memory", Self.memory], "\(name) \(path) = \(count)")
      if count == "1000000000", path.count == 1 { #expect(result.status == 2, "\(name): \(result)") }
    }
  }

  /// The paths of all fields, those of sub-configs too.
  private static func paths(in config: JSONValue) -> [[String]] {
    config.members.flatMap { member in
      [[member.key]] + (member.value.kind == .object ? paths(in: member.value).map { [member.key] + $0 } : [])
    }
  }

  /// The config with another value at one place, and few layers elsewhere, so that the trees are small.
  private static func text(of config: JSONValue, _ path: [String], _ value: String) -> String {
    let members = config.members.map { member -> String in
      let isHere = member.key == path.first
      var text = member.value.source
      if isHere, path.count == 1 {
        text = value
      } else if member.value.kind == .object {
        text = self.text(of: member.value, isHere ? Array(path.dropFirst()) : [], value)
      } else if layerKeys.contains(member.key) {
        text = "2"
      }
      return "\"\(member.key)\": \(text)"
    }
    return "{\(members.joined(separator: ", "))}"
  }

  // MARK: - Catalogs

  private static let catalog = """

    unit tiny
    config TinyConfig : tiny
      alias num_hidden_layers = num_layers
      hidden_size = 8
      num_layers = 2
      inner := hidden_size * 4 if num_layers > 1 else 8
    class TinyBlock
      norm: LayerNorm[hidden_size] bias
      if $index % 2
        mlp: Linear[inner, hidden_size]
      . ~scale[1] float32
    model TinyModel : TinyConfig
      no_split TinyBlock
      tie head.weight = embed.weight
      embed: Embedding[100, hidden_size]
      blocks: ModuleList
        each i < num_layers
          -: TinyBlock(index = i)
      head: Linear[100, hidden_size]
    convert tiny
      rename "^old\\.(\\d+)" -> "blocks.\\1"
    """

  /// A catalog that ends anywhere, and one with any byte changed.
  @Test func brokenCatalogs() throws {
    let directory = try TemporaryDirectory()
    let config = try directory.write(#"{"architectures": ["TinyModel"], "model_type": "tiny"}"#, "config.json")
    let bytes = [UInt8](Self.catalog.utf8)
    func plan(_ bytes: [UInt8], _ place: String) throws -> Int32 {
      let file = try directory.write(Data(bytes), "tiny.catalog")
      return Self.run(["plan", config, "--catalog", file, "--max-memory", Self.memory], place).status
    }
    #expect(try plan(bytes, "whole") == 0)
    var refused = 0
    for count in stride(from: 0, to: bytes.count, by: Self.isLong ? 1 : 4)
    where try plan(Array(bytes[..<count]), "the first \(count) bytes") == 2 { refused += 1 }
    #expect(refused > bytes.count / (Self.isLong ? 2 : 8))
    var generator = SeededGenerator(seed: 20_261)
    for round in 0..<(Self.isLong ? 1000 : TestExtent.rounds(150)) {
      var other = bytes
      other[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
      _ = try plan(other, "seed 20261, round \(round)")
    }
  }

  // MARK: - Checkpoints

  /// A checkpoint in two shards with an index, in which bits are flipped: 800 times in a whole run, in a long run 10 000 times.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func changedBytes(_ seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    let source = FixtureFiles.directory.appending(path: "checkpoints/tiny-llama")
    var files: [(name: String, bytes: Data, end: Int)] = []
    for name in [
      "config.json", "model.safetensors.index.json", "model-00001-of-00002.safetensors",
      "model-00002-of-00002.safetensors",
    ] {
      let bytes = try Data(contentsOf: source.appending(path: name))
      // What lies behind a header is never read.
      let header = name.hasSuffix(".safetensors") ? 8 + Int(bytes[0]) + Int(bytes[1]) << 8 : bytes.count
      try directory.write(bytes, name)
      files.append((name, bytes, header))
    }
    let words = ["plan", directory.path, "--max-memory", "0=100KiB,1=100KiB,cpu=1GiB"]
    var generator = SeededGenerator(seed: seed)
    let rounds = Self.isLong ? 2500 : TestExtent.rounds(200)
    var refused = 0
    for round in 0..<rounds {
      let file = files[Int.random(in: files.indices, using: &generator)]
      var bytes = file.bytes
      let place = Int.random(in: 0..<file.end, using: &generator)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try directory.write(bytes, file.name)
      let result = Self.run(words, "seed \(seed), round \(round): byte \(place) of \(file.name)")
      if result.status == 2 { refused += 1 }
      try directory.write(file.bytes, file.name)
    }
    #expect(refused > rounds / 10)
  }
}
