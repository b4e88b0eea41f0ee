extension ModuleTree {
  /// The modules of the model that a checkpoint holds.
  ///
  /// Where the architecture is known, order, classes, modules without tensors, buffers and ties come from the catalog, and
  /// shapes from its closed forms over config.json; the headers are compared with them, and give what has no closed form.
  /// Otherwise the tree is inferred from the names of the tensors. What was inferred, missing or unexpected is in
  /// ``notes``.
  ///
  /// - Throws: ``TreeError`` when there is not enough to go by.
  /// - Complexity: O(tensors in the files + modules).
  public init(_ checkpoint: Checkpoint, options: TreeOptions = TreeOptions()) throws(TreeError) {
    if checkpoint.holdsAdapter { throw .adapter(path: checkpoint.path) }
    self = try ModelSource(config: checkpoint.config, tensors: StoredTensors(checkpoint), options: options)
      .tree(ModelingFiles(beside: checkpoint))
    notes = checkpoint.notes.map(\.note) + notes
  }

  /// The modules of the model that a config.json describes, by the catalog alone.
  ///
  /// - Throws: ``TreeError/needsHeaders(architecture:module:reason:)`` when the catalog has no closed form for a part.
  /// - Complexity: O(bytes of the config + modules + tensors).
  public init(config: ModelConfig, options: TreeOptions = TreeOptions()) throws(TreeError) {
    self = try ModelSource(config: config, tensors: nil, options: options).tree()
  }

  package init(
    config: JSONValue?, tensors: StoredTensors?, options: TreeOptions, modeling: ModelingFiles = ModelingFiles()
  ) throws(TreeError) {
    self = try ModelSource(config: config.map { ModelConfig($0) }, tensors: tensors, options: options).tree(modeling)
  }
}
