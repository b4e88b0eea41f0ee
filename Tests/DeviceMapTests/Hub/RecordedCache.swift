import DeviceMap
import Foundation

/// A cache as a Python client left it (`Fixtures/hub/caches.json`, those of ModelScope's clients in `modelscope.json`), laid
/// out again in a folder of its own.
struct RecordedCache {
  let folder: TemporaryDirectory
  var path: String { folder.path }

  static let recording = recording(of: "caches")
  static let modelScope = recording(of: "modelscope")

  private static func recording(of name: String) -> Result<JSONValue, any Error> {
    Result {
      let file = FixtureFiles.directory.appending(path: "hub/\(name).json")
      return try JSONDocument(parsing: [UInt8](try Data(contentsOf: file))).root
    }
  }

  static func names() throws -> [String] { try recording.get().members.map(\.key) }

  /// - Parameter change: what to do with an entry: its new path, or nil to leave it out.
  init(_ name: String, change: (String) -> String? = { $0 }) throws {
    folder = try TemporaryDirectory()
    guard let entries = try (Self.recording.get()[name] ?? Self.modelScope.get()[name])?["entries"] else {
      throw CocoaError(.fileNoSuchFile)
    }
    for entry in entries.members {
      guard let path = change(entry.key) else { continue }
      let file = folder.url.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if let link = entry.value["link"]?.string {
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: link)
      } else if let text = entry.value["text"]?.string {
        try Data(text.utf8).write(to: file)
      } else if let base64 = entry.value["base64"]?.string, let data = Data(base64Encoded: base64) {
        try data.write(to: file)
      }
    }
  }

  var settings: HubSettings {
    var settings = HubSettings()
    (settings.caches, settings.modelScopeCaches) = ([path], [path])
    settings.offline = "HF_HUB_OFFLINE"
    return settings
  }

  /// All paths with their lengths and times, to see that nothing changed.
  static func listing(_ folder: String) throws -> [String] {
    let found = FileManager.default.enumerator(atPath: folder)
    var lines: [String] = []
    while let path = found?.nextObject() as? String {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
      lines.append("\(path) \(attributes[.size] ?? "") \(attributes[.modificationDate] ?? "")")
    }
    return lines.sorted()
  }
}
