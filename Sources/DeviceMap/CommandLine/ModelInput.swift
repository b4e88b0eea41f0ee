/// The checkpoint and the tree that a command works on, from its first argument and the options about the model.
struct ModelInput {
  let checkpoint: Checkpoint
  let tree: ModuleTree

  /// - Parameter dtype: replaces `--dtype`.
  init(_ arguments: Arguments, dtype: LoadingDType? = nil) throws(Failure) {
    let path = arguments.positionals[0]
    var reading = Checkpoint.Options()
    reading.allowMissingData = arguments.has("headers-only")
    let checkpoint = try Program.attempt { () throws(CheckpointError) in try Checkpoint(at: path, options: reading) }
    var options = try Self.treeOptions(arguments)
    if let dtype { options.dtype = dtype }
    self.checkpoint = checkpoint
    tree = try Program.attempt { () throws(TreeError) in try ModuleTree(checkpoint, options: options) }
  }

  /// Remarks about the files, then about the model.
  var notes: [Note] { checkpoint.notes.map(\.note) + tree.notes }

  private static func treeOptions(_ arguments: Arguments) throws(Failure) -> TreeOptions {
    var options = TreeOptions()
    options.architecture = arguments.value("architecture")
    options.dtype = try dtype(arguments)
    options.catalog = try catalog(arguments)
    return options
  }

  private static func dtype(_ arguments: Arguments) throws(Failure) -> LoadingDType {
    guard let name = arguments.value("dtype") else { return .auto }
    if let dtype = LoadingDType(named: name) { return dtype }
    throw Failure(arguments.invalid("dtype", expected: .oneOf(LoadingDType.names)))
  }

  /// The built-in catalog with the files of `--catalog`; of equal entries the last file's counts.
  static func catalog(_ arguments: Arguments) throws(Failure) -> Catalog {
    var catalog = Catalog.builtIn
    for path in arguments.values("catalog") {
      let bytes = try Program.attempt { () throws(FileError) in try Files.read(path) }
      try Program.attempt { () throws(CatalogError) in try catalog.add(Array(bytes), path: path) }
    }
    return catalog
  }
}
