/// What a model is called, told by the word that names its checkpoint: `Qwen/Qwen2.5-7B@main` and
/// `/models/Qwen2.5-7B/config.json` are both `Qwen2.5-7B`.
package enum ModelName {
  /// - Returns: nil where the word says nothing, as `.` does.
  package static func of(_ checkpoint: String) -> String? {
    if let reference = try? HubReference(parsing: checkpoint) {
      return reference.id.split(separator: "/").last.map(String.init)
    }
    let words = checkpoint.split(separator: "/").map(String.init)
    // A folder of a cache: models--Qwen--Qwen2.5-7B/snapshots/SHA
    if let folder = words.last(where: { $0.hasPrefix("models--") }) {
      return folder.split(separator: "--").dropFirst().last.map(String.init)
    }
    guard var name = words.last, name != ProgramEnvironment.stream else { return nil }
    if name == "config.json" || name.hasSuffix(".safetensors") || name.hasSuffix(".safetensors.index.json") {
      guard words.count > 1 else { return nil }
      name = words[words.count - 2]
    }
    for ending in [".config.json", ".json"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
      break
    }
    return name.isEmpty || name.allSatisfy({ $0 == "." }) ? nil : name
  }
}
