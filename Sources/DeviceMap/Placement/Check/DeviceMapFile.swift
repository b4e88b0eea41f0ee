/// A device_map read from JSON: `{"model.embed_tokens": 0, "lm_head": "cpu"}`.
public struct DeviceMapFile: Sendable {
  /// In the order of the file.
  public let entries: [MapCheck.Entry]

  /// Reads a map; its devices are kept as texts, so that odd ones can be reported by key.
  ///
  /// - Throws: ``DeviceMapFileError`` when the text is no JSON object of devices.
  package init(_ bytes: ContiguousArray<UInt8>, path: String) throws(DeviceMapFileError) {
    let document: JSONDocument
    do throws(JSONError) { document = try JSONDocument(parsing: bytes, dialect: .strict) } catch {
      throw .json(path: path, error)
    }
    guard document.root.kind == .object else { throw .notAnObject(path: path) }
    var entries: [MapCheck.Entry] = []
    for member in document.root.members {
      if let id = member.value.int {
        entries.append(MapCheck.Entry(key: member.key, device: String(id)))
      } else if let name = member.value.string {
        entries.append(MapCheck.Entry(key: member.key, device: name))
      } else {
        throw .notADevice(path: path, key: member.key, value: member.value.source)
      }
    }
    self.entries = entries
  }
}

/// Why a file is no device_map.
public enum DeviceMapFileError: Error, Hashable, Sendable {
  case json(path: String, JSONError)
  case notAnObject(path: String)
  /// The value of a key is neither an integer nor a string.
  case notADevice(path: String, key: String, value: String)
}
