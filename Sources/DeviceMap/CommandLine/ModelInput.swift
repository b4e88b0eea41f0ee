/// The checkpoint and the tree that a command works on, from its first argument and the options about the model.
struct ModelInput {
  let checkpoint: Checkpoint
  let tree: ModuleTree
  /// What was read of a repository; nil of other files.
  let snapshot: HubSnapshot?
  private let options: TreeOptions

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) throws {
    let source = try CheckpointSource(arguments, environment)
    var options = try Self.treeOptions(arguments)
    // A config that leaves the dtype to the files is read with those that are there.
    if let snapshot = source.snapshot, snapshot.missing != nil, options.dtype == .auto,
      try source.checkpoint.config?.namedDType() == nil, let dtype = snapshot.storedDType
    {
      options.dtype = .fixed(dtype)
    }
    (checkpoint, snapshot, self.options) = (source.checkpoint, source.snapshot, options)
    do throws(TreeError) {
      var tree = try ModuleTree(source.checkpoint, options: options)
      tree.notes = (snapshot?.remarks ?? []) + tree.notes
      self.tree = tree
    } catch {
      throw source.snapshot?.incomplete(error.description) ?? error
    }
    try LimitsText.checkUnits(arguments, for: tree)
  }

  /// The tree with another dtype than `--dtype` says.
  func tree(dtype: LoadingDType) throws -> ModuleTree {
    var options = options
    options.dtype = dtype
    return try ModuleTree(checkpoint, options: options)
  }

  private static func treeOptions(_ arguments: Arguments) throws -> TreeOptions {
    var options = TreeOptions()
    options.architecture = arguments.value("architecture")
    options.dtype = try dtype(arguments)
    options.catalog = try catalog(arguments)
    options.followRelease4(arguments)
    return options
  }

  /// Everyday names of dtypes.
  private static let shortDTypes = [
    "bf16": "bfloat16", "fp16": "float16", "half": "float16", "fp32": "float32", "float": "float32",
    "fp8": "float8_e4m3fn",
  ]

  private static func dtype(_ arguments: Arguments) throws -> LoadingDType {
    guard let name = arguments.value("dtype") else { return .auto }
    if let dtype = LoadingDType(named: shortDTypes[name] ?? name) { return dtype }
    throw arguments.invalid("dtype", expected: .oneOf(LoadingDType.names))
  }

  /// The release of `--release`, or the one whose rules `--engine` follows; nil for the newest.
  static func release(_ arguments: Arguments) throws -> Release? {
    guard let text = arguments.value("release") else {
      return arguments.value("engine") == Engine.transformers4.rawValue ? Release.all.first { $0.major == 4 } : nil
    }
    if let release = Release(known: text) { return release }
    throw arguments.invalid("release", expected: .oneOf(Release.all.map(\.name)))
  }

  /// The built-in catalog with the files of `--catalog`; of equal entries the last file's counts.
  static func catalog(_ arguments: Arguments) throws -> Catalog {
    var catalog = try release(arguments).map { Catalog($0) } ?? Catalog.builtIn
    for path in arguments.values("catalog") {
      let bytes = try Files.read(path)
      try catalog.add(Array(bytes), path: path)
    }
    return catalog
  }
}

extension TreeOptions {
  /// transformers 4 loads a model in float32 unless a dtype is asked for.
  fileprivate mutating func followRelease4(_ arguments: Arguments) {
    if catalog.release.major < 5, !arguments.has("dtype") { dtype = .unasked }
  }
}

extension HubSnapshot {
  /// The error when the config alone did not do; nil when nothing is missing.
  fileprivate func incomplete(_ why: String) -> HubError? {
    missing.map { $0.reason ?? .incomplete(reference, present: $0.present, total: $0.total, why: why) }
  }
}
