/// Directories that hold something else than a model: what it is and what to do is said before anything is read.
extension CheckpointFiles {
  /// - Parameter names: what is in the directory, which has no config.json, or the one file of it that is asked for.
  static func refuseOther(_ path: String, _ names: [String]) throws(CheckpointError) {
    if names.contains("adapter_config.json") {
      let config = try? ModelConfig(path: Files.join(path, "adapter_config.json"))
      throw .adapter(directory: path, base: config?["base_model_name_or_path"]?.string)
    }
    if names.contains(DiffusersPipeline.indexName) {
      throw .pipeline(directory: path, components: directoriesWithConfig(path))
    }
    if names.contains("modules.json") {
      throw .sentenceTransformer(directory: path, module: directoriesWithConfig(path).first)
    }
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
