/// Directories that hold something else than a model: what it is and what to do is said before anything is read.
extension CheckpointFiles {
  /// - Parameter names: what is in the directory, which has no config.json, or the one file of it that is asked for.
  static func refuseOther(_ path: String, _ names: [String]) throws(CheckpointError) {
    if names.contains(adapterConfig) { throw adapter(path) }
    if names.contains(DiffusersPipeline.indexName) {
      throw .pipeline(directory: path, components: directoriesWithConfig(path))
    }
    if names.contains(moduleList) {
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
    let weights = Files.files(below: path).filter { $0.contains("/") && $0.hasSuffix(".safetensors") }
    return Set(weights.map { Files.directory(of: $0) }).sortedByBytes()
  }

  /// What sentence-transformers writes beside a model: a short list of its modules.
  static let moduleList = "modules.json"
  static let moduleListLimit = 1 << 20

  /// What modules.json names beside the model in the directory itself, where it has weights.
  static func modulesBeside(_ path: String) -> CheckpointNote? {
    guard let text = try? Files.read(Files.join(path, moduleList), limit: moduleListLimit) else { return nil }
    return modules(text) { folder in
      let directory = Files.join(path, folder)
      return ((try? Files.list(directory)) ?? []).filter { $0.hasSuffix(".safetensors") || isOtherWeights($0) }
        .map { Files.length(of: Files.join(directory, $0)) ?? 0 }
    }
  }

  /// - Parameter weights: the lengths of the files with weights in a folder beside the model.
  static func modules(_ text: ContiguousArray<UInt8>, weights: (String) -> [Int]) -> CheckpointNote? {
    guard let list = try? JSONDocument(parsing: text, dialect: .python).root else { return nil }
    var (folders, bytes): ([String], Int) = ([], 0)
    for folder in list.elements.compactMap({ $0["path"]?.string })
    where !folder.isEmpty && ShardIndexScanner.isPlainName(folder.utf8) {
      let lengths = weights(folder)
      guard !lengths.isEmpty else { continue }
      folders.append(folder)
      bytes = lengths.reduce(bytes) { $0 +| $1 }
    }
    return folders.isEmpty ? nil : .modulesBeside(folders: folders, bytes: bytes)
  }

  /// The directories in a directory that have a config.json, sorted.
  private static func directoriesWithConfig(_ path: String) -> [String] {
    ((try? Files.list(path)) ?? [])
      .map { Files.join(path, $0) }
      .filter { directory in
        guard let kind = try? Files.kind(of: directory), kind == .directory else { return false }
        return ((try? Files.kind(of: Files.join(directory, "config.json"))) ?? nil) != nil
      }
  }
}
