/// A device_map read from JSON: `{"model.embed_tokens": 0, "lm_head": "cpu"}`, or a whole plan that holds one as
/// `plan --json` writes it; or as Python prints a dict: `{'model.embed_tokens': 0, 'lm_head': 'cpu'}`.
public struct DeviceMapFile: Sendable {
  /// A file of more bytes is no map.
  package static let mostBytes = 64 << 20
  /// A map of more entries is none of a model: three times the parts of the largest.
  package static let mostEntries = 1 << 19

  /// In the order of the file.
  public let entries: [WrittenMapEntry]

  /// Reads a map; its devices are kept as texts, so that odd ones can be reported by key.
  ///
  /// - Throws: ``DeviceMapFileError`` when the text is no JSON object of devices.
  /// - Complexity: O(bytes).
  public init(json text: String) throws(DeviceMapFileError) {
    try self.init(ContiguousArray(text.utf8), path: "device_map")
  }

  /// - Parameter path: the file that the bytes are from, for messages.
  package init(_ bytes: ContiguousArray<UInt8>, path: String) throws(DeviceMapFileError) {
    let document: JSONDocument
    do throws(JSONError) { document = try JSONDocument(parsing: bytes, dialect: .strict) } catch {
      guard
        let dict = String(validating: bytes, as: UTF8.self).flatMap({ PythonDict.members($0, most: Self.mostEntries) })
      else {
        throw .json(path: path, error)
      }
      guard dict.count <= Self.mostEntries else { throw .tooManyEntries(path: path) }
      entries = try Self.checked(
        path,
        dict.map { key, value in
          switch value {
          case .integer(let id): WrittenMapEntry(key: key, device: String(id))
          case .text(let name): WrittenMapEntry(key: key, device: name, isQuoted: true)
          }
        })
      return
    }
    guard document.root.kind == .object else { throw .notAnObject(path: path) }
    let inner = document.root["device_map"]
    let map = inner.map { $0.kind == .object ? $0 : document.root } ?? document.root
    var entries: [WrittenMapEntry] = []
    for member in map.members {
      guard entries.count < Self.mostEntries else { throw .tooManyEntries(path: path) }
      if let id = member.value.int {
        entries.append(WrittenMapEntry(key: member.key, device: String(id)))
      } else if let name = member.value.string {
        entries.append(WrittenMapEntry(key: member.key, device: name, isQuoted: true))
      } else {
        throw .notADevice(path: path, key: member.key, value: member.value.source)
      }
    }
    self.entries = try Self.checked(path, entries)
  }

  /// Refuses keys that are longer than any name of a model.
  private static func checked(
    _ path: String, _ entries: [WrittenMapEntry]
  ) throws(DeviceMapFileError) -> [WrittenMapEntry] {
    guard let long = entries.first(where: { $0.key.utf8.count > TreeLimits.nameBytes }) else { return entries }
    throw .keyTooLong(path: path, bytes: long.key.utf8.count)
  }
}

/// One entry of a map as it is written: a path and the text of its device.
public struct WrittenMapEntry: Hashable, Sendable {
  /// The path as it is written.
  public var key: String
  /// `0`, `cuda:1`, `cpu`, ...
  public var device: String
  /// The device is a JSON string, not a number; `"0"` is no device for the references.
  public var isQuoted: Bool

  /// - Parameters:
  ///   - key: the path as it is written.
  ///   - device: the text of its device.
  ///   - isQuoted: whether that is a JSON string.
  public init(key: String, device: String, isQuoted: Bool = false) {
    self.key = key
    self.device = device
    self.isQuoted = isQuoted
  }

  /// The device that is meant, nil for none. A type of GPU without an id is its first one, as in torch.
  var known: Device? {
    if ["cuda", "xpu", "hip"].contains(device) { return .gpu(0) }
    if isQuoted, device.utf8.allSatisfy({ (48...57).contains($0) }) { return nil }
    return Device(parsing: device)
  }
}

/// Why a file is no device_map.
public enum DeviceMapFileError: Error, Hashable, Sendable {
  /// It is not JSON.
  case json(path: String, JSONError)
  /// It is no JSON object.
  case notAnObject(path: String)
  /// The value of a key is neither an integer nor a string.
  case notADevice(path: String, key: String, value: String)
  /// It has more entries than any model needs.
  case tooManyEntries(path: String)
  /// A key has so many bytes, which no name of a module has.
  case keyTooLong(path: String, bytes: Int)
}
