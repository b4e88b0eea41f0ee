/// Directories that hold something else than a model: what it is and what to do is said before anything is read.
extension CheckpointFiles {
  /// - Parameter names: what is in the directory, which has no config.json, or the one file of it that is asked for.
  static func refuseOther(_ path: String, _ names: [String]) throws(CheckpointError) {
    if names.contains(adapterConfig) { throw adapter(path) }
    if names.contains(DiffusersPipeline.indexName) {
      throw .pipeline(directory: path, components: directoriesWithConfig(path))
    }
    if names.contains("modules.json") {
      throw .sentenceTransformer(directory: path, module: directoriesWithConfig(path).first)
    }
  }

  /// What PEFT writes beside an adapter.
  static let adapterConfig = "adapter_config.json"

  /// Whether a file of this name beside an adapter_config.json has the weights of the adapter.
  static func isOfAdapter(_ name: String) -> Bool {
    name.hasPrefix("adapter") && (name.hasSuffix(".safetensors") || isOtherWeights(name))
  }

  /// The error about a directory that holds an adapter.
  private static func adapter(_ path: String) -> CheckpointError {
    let config = try? ModelConfig(path: Files.join(path, adapterConfig))
    return .adapter(directory: path, base: config?["base_model_name_or_path"]?.string)
  }

  /// The files that may be the model's where an adapter lies beside it.
  ///
  /// - Throws: ``CheckpointError/adapter(directory:base:)`` when the adapter's are all that there are.
  static func withoutAdapter(_ path: String, _ names: [String]) throws(CheckpointError) -> [String] {
    guard names.contains(adapterConfig) else { return names }
    let own = names.filter { !isOfAdapter($0) }
    let hasWeights = own.contains { $0.hasSuffix(".safetensors") || isOtherWeights($0) || $0.contains(".index.") }
    if own.count < names.count, !hasWeights { throw adapter(path) }
    return own
  }

  /// The directories in a directory, however deep, in which weights are and that are no part of its model, as those of
  /// other formats; in order.
  static func directoriesWithWeights(_ path: String) -> [String] {
    var found: [String] = []
    var directories = [(path: "", depth: 0)]
    var next = 0
    while next < directories.count {
      let (directory, depth) = directories[next]
      next += 1
      let names = (try? Files.list(Files.join(path, directory))) ?? []
      if depth > 0, names.contains(where: { $0.hasSuffix(".safetensors") }) { found.append(directory) }
      guard depth < mostDepth else { continue }
      for name in names where !name.hasPrefix(".") && directories.count < mostDirectories {
        let below = directory.isEmpty ? name : Files.join(directory, name)
        if (try? Files.kind(of: Files.join(path, below))) == .directory { directories.append((below, depth + 1)) }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// How deep below a model, and into how many directories, is looked for weights that are not its own.
  static let mostDepth = 6
  static let mostDirectories = 1000

  /// modules.json is a short list.
  private static let moduleListLimit = 1 << 20

  /// What modules.json of sentence-transformers names beside the model in the directory itself, where it has weights.
  static func modulesBeside(_ path: String) -> CheckpointNote? {
    guard let text = try? Files.read(Files.join(path, "modules.json"), limit: moduleListLimit),
      let list = try? JSONDocument(parsing: Array(text), dialect: .python).root
    else { return nil }
    var (folders, bytes): ([String], Int) = ([], 0)
    for folder in list.elements.compactMap({ $0["path"]?.string })
    where !folder.isEmpty && ShardIndexScanner.isPlainName(folder.utf8) {
      let directory = Files.join(path, folder)
      let weights = ((try? Files.list(directory)) ?? []).filter { $0.hasSuffix(".safetensors") || isOtherWeights($0) }
      guard !weights.isEmpty else { continue }
      folders.append(folder)
      bytes = weights.reduce(bytes) { $0 +| (Files.length(of: Files.join(directory, $1)) ?? 0) }
    }
    return folders.isEmpty ? nil : .modulesBeside(folders: folders, bytes: bytes)
  }

  /// The directories in a directory that have a config.json, sorted.
  private static func directoriesWithConfig(_ path: String) -> [String] {
    ((try? Files.list(path)) ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { Files.join(path, $0) }
      .filter { directory in
        guard let kind = try? Files.kind(of: directory), kind == .directory else { return false }
        return ((try? Files.kind(of: Files.join(directory, "config.json"))) ?? nil) != nil
      }
  }
}
