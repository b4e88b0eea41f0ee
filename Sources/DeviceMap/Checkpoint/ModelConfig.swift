/// A config.json.
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

  /// Reads the config at `path`.
  ///
  /// - Complexity: O(bytes).
  public init(path: String) throws(CheckpointError) { try self.init(path: path, accepting: .anything) }

  /// - Parameter acceptance: whether it may be a pipe.
  init(path: String, accepting acceptance: OpenFile.Acceptance) throws(CheckpointError) {
    let bytes = try CheckpointError.wrap { () throws(FileError) in
      try Files.read(path, limit: Self.maximumLength, accepting: acceptance)
    }
    try self.init(bytes, file: path)
  }

  /// Reads a config from its text. O(n).
  ///
  /// - Parameters:
  ///   - text: the text of config.json.
  ///   - file: what errors call it.
  public init(parsing text: String, file: String? = nil) throws(CheckpointError) {
    try self.init(ContiguousArray(text.utf8), file: file)
  }

  /// The largest config that is read, in bytes.
  static let maximumLength = 1 << 23

  /// Reads a config from its bytes. O(n).
  package init(_ bytes: ContiguousArray<UInt8>, file: String?) throws(CheckpointError) {
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

  /// A config that was read elsewhere.
  package init(_ json: JSONValue) { self.init(json: json, file: nil) }

  /// The value of `key`; nil if it is absent or null, which Python's readers treat alike.
  ///
  /// - Complexity: O(members).
  public subscript(_ key: String) -> JSONValue? {
    guard let value = json[key], !value.isNull else { return nil }
    return value
  }

  /// `model_type`, which names the architecture (`llama`).
  ///
  /// - Complexity: O(members).
  public var modelType: String? { self["model_type"]?.string }

  /// `architectures`: the classes that the checkpoint was saved from; empty if absent.
  ///
  /// - Complexity: O(members).
  public var architectures: [String] { self["architectures"]?.elements.compactMap(\.string) ?? [] }

  /// The keys known here whose values have the wrong type, in the order of the file.
  ///
  /// - Complexity: O(members).
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
    guard let name = (value[""] ?? value).string else { return false }
    return name == "auto" || DType(torchName: name) != nil
  }
}
