/// A config.json, or the part of one that describes a sub-model (`text_config`).
///
/// The whole text is kept, in its order, with the keys that are not known here; `json` gives access to it. Keys that
/// should have another type count as absent and are named in `wrongTypes`.
public struct ModelConfig: Sendable {
  /// The object itself.
  public let json: JSONValue
  /// The path of the file; nil if the config was not read from one.
  public let file: String?

  /// A key whose value has the wrong type.
  public struct WrongType: Hashable, Sendable {
    /// The path of the key from the root of the file, joined by dots.
    public var key: String
    /// What would have been right.
    public var expected: String
    /// Bytes from the start of the file to the value.
    public var offset: Int
  }

  /// Reads the config at `path`. O(n).
  public init(path: String) throws(CheckpointError) {
    let bytes = try CheckpointError.wrap { () throws(FileError) in
      try Files.read(path, limit: Self.maximumLength)
    }
    try self.init(bytes, file: path)
  }

  /// Reads a config from its text. O(n).
  ///
  /// - Parameter file: What errors call it.
  public init(parsing text: String, file: String? = nil) throws(CheckpointError) {
    try self.init(ContiguousArray(text.utf8), file: file)
  }

  /// The largest config that is read, in bytes.
  static let maximumLength = 1 << 28

  private init(_ bytes: ContiguousArray<UInt8>, file: String?) throws(CheckpointError) {
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONDocument(parsing: bytes, dialect: .python).root
    } catch {
      throw .json(file: file ?? "config.json", error)
    }
    guard root.kind == .object else { throw .configNotObject(file: file ?? "config.json", found: root.kind) }
    self.init(json: root, file: file)
  }

  private init(json: JSONValue, file: String?) {
    self.json = json
    self.file = file
  }

  /// The value of `key`; nil if it is absent or null, which Python's readers treat alike. O(members).
  public subscript(_ key: String) -> JSONValue? {
    guard let value = json[key], !value.isNull else { return nil }
    return value
  }

  /// `model_type`, which names the architecture (`llama`).
  public var modelType: String? { self["model_type"]?.string }

  /// `architectures`: the classes that the checkpoint was saved from; empty if absent.
  public var architectures: [String] { self["architectures"]?.elements.compactMap(\.string) ?? [] }

  /// `model_type`, where nothing can be done without it.
  public func requireModelType() throws(CheckpointError) -> String {
    guard let type = modelType else { throw .missingKey(file: file ?? "config.json", key: "model_type") }
    return type
  }

  /// `architectures[0]`, where nothing can be done without it.
  public func requireArchitecture() throws(CheckpointError) -> String {
    guard let name = architectures.first else { throw .missingKey(file: file ?? "config.json", key: "architectures") }
    return name
  }

  /// `dtype`, or its older name `torch_dtype`, as it is written (`bfloat16`, `torch.float16`, `auto`).
  public var dtypeName: String? { (self["dtype"] ?? self["torch_dtype"])?.string }

  /// The dtype that `dtypeName` names; nil if it is absent, `auto`, or not a name of torch's.
  public var dtype: DType? { dtypeName.flatMap { DType(torchName: $0) } }

  /// `tie_word_embeddings`; the default where it is absent differs between architectures.
  public var tieWordEmbeddings: Bool? { self["tie_word_embeddings"]?.bool }

  /// `quantization_config`, or `compression_config` as older compressed-tensors checkpoints call it.
  public var quantization: JSONValue? {
    let value = self["quantization_config"] ?? self["compression_config"]
    return value?.kind == .object ? value : nil
  }

  /// `quant_method` of the quantization (`fp8`, `gptq`, `awq`, `bitsandbytes`, ...).
  public var quantizationMethod: String? { quantization?["quant_method"]?.string }

  /// The sub-config `key`, nil if there is none that is an object.
  public func subConfig(_ key: String) -> ModelConfig? {
    guard let value = self[key], value.kind == .object else { return nil }
    return ModelConfig(json: value, file: file)
  }

  /// The sub-configs in the order of the file: objects under keys that end in `_config`, but for quantization. O(n).
  public var subConfigs: [(key: String, config: ModelConfig)] {
    var found: [(key: String, config: ModelConfig)] = []
    for member in json.members where member.value.kind == .object {
      let key = member.key
      guard key.hasSuffix("_config"), key != "quantization_config", key != "compression_config" else { continue }
      found.append((key, ModelConfig(json: member.value, file: file)))
    }
    return found
  }

  /// The keys known here whose values have the wrong type, in the order of the file. O(members).
  public var wrongTypes: [WrongType] {
    json.members.compactMap { member in
      guard !member.value.isNull, let expected = Self.expectedType(of: member.key, member.value) else { return nil }
      return WrongType(key: member.key, expected: expected, offset: member.value.offset)
    }
  }

  private static func expectedType(of key: String, _ value: JSONValue) -> String? {
    switch key {
    case "model_type": value.kind == .string ? nil : "a string"
    case "architectures":
      value.kind == .array && value.elements.allSatisfy { $0.kind == .string } ? nil : "an array of strings"
    case "dtype", "torch_dtype": isDType(value) ? nil : "the name of a dtype of torch"
    case "tie_word_embeddings": value.kind == .bool ? nil : "true or false"
    case "quantization_config": value.kind == .object ? nil : "an object"
    case "text_config", "vision_config", "audio_config": value.kind == .object ? nil : "an object"
    default: nil
    }
  }

  private static func isDType(_ value: JSONValue) -> Bool {
    guard let name = value.string else { return false }
    return name == "auto" || DType(torchName: name) != nil
  }
}
