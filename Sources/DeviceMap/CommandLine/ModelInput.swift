/// The checkpoint and the tree that a command works on, from its first argument and the options about the model.
struct ModelInput {
  let checkpoint: Checkpoint
  let tree: ModuleTree
  /// What was read of a repository; nil of other files.
  let snapshot: HubSnapshot?
  private let options: TreeOptions
  private let adapter: Adapter?
  private let arguments: Arguments

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) throws {
    let source = try CheckpointSource(arguments, environment)
    var options = try Self.treeOptions(arguments, environment)
    options.accelerators = try Self.accelerators(arguments, environment, source.checkpoint)
    (checkpoint, snapshot, self.options) = (source.checkpoint, source.snapshot, options)
    self.arguments = arguments
    adapter = try Self.adapter(arguments)
    do throws(TreeError) {
      var tree = try ModuleTree(source.checkpoint, options: options)
      tree.notes = (snapshot?.remarks ?? []) + tree.notes
      self.tree = adapter.map { tree.adding($0) } ?? tree
    } catch {
      throw source.snapshot?.incomplete(error.description) ?? error
    }
    try LimitsText.checkUnits(arguments, for: tree)
  }

  /// The tree with another dtype than `--dtype` says.
  func tree(dtype: LoadingDType) throws -> ModuleTree {
    var options = options
    options.dtype = dtype
    let tree = try ModuleTree(checkpoint, options: options)
    return adapter.map { tree.adding($0) } ?? tree
  }

  /// The tree with what a call that loads it by its name has to say. O(tensors) for accelerate, else O(1).
  func treeToLoad(by target: ExportTarget?) throws -> ModuleTree {
    var tree = tree
    tree.loading.revision = try arguments.revisionToLoad()
    tree.loading.place = try arguments.placeToLoad(snapshot)
    tree.loading.running = try arguments.runningToLoad()
    if target == .accelerate { tree.loading.renamedTensor = renamedTensor }
    return tree
  }

  /// The first parameter that the files do not have under the name that it has in the model.
  private var renamedTensor: String? {
    guard !checkpoint.isPartial, !checkpoint.tensors.isEmpty else { return nil }
    let names = Set(checkpoint.tensors.map(\.name))
    for (index, tensor) in tree.tensors.enumerated() where tensor.kind == .parameter && tensor.tiedTo < 0 {
      let path = tree.path(ofTensor: index)
      if !names.contains(path) { return path }
    }
    return nil
  }

  /// The dtypes that are tried on the model beside its own: none of one that is packed already or too large for trials.
  var otherDTypes: [String] {
    tree.allowsTrials && tree.quantization?.source != .stored ? DTypeText.tried : []
  }

  /// The tree in a dtype; nil when the model cannot be loaded in it.
  func tree(dtypeNamed name: String) -> ModuleTree? {
    LoadingDType(named: name).flatMap { try? tree(dtype: $0) }
  }

  /// A diffusers pipeline as a tree, and where it was read; the latter is nil of files that no hub is known to have.
  typealias Pipeline = (tree: ModuleTree, source: HubSource?)

  /// The components of a folder that holds a diffusers pipeline, or of its model_index.json; nil for another input.
  static func pipeline(_ arguments: Arguments) throws -> Pipeline? {
    var reading = Checkpoint.Options()
    reading.allowMissingData = arguments.has("headers-only")
    let file = arguments.value("file")
    guard var path = arguments.positionals.first, file == nil || file == DiffusersPipeline.indexName else { return nil }
    if Files.name(of: path) == DiffusersPipeline.indexName { path = Files.directory(of: path) }
    if path.isEmpty { path = "." }
    guard try Files.kind(of: path) == .directory else { return nil }
    if let folder = try CheckpointSource.cacheFolder(path, arguments) {
      return try CheckpointSource.pipeline(in: folder, reading).map { try pipeline($0, arguments) }
    }
    guard file == nil else { return nil }
    return try DiffusersPipeline(at: path, options: reading).map { (try tree(of: $0, arguments), nil) }
  }

  /// The components of a pipeline that CHECKPOINT names on a hub; nil for another input.
  static func hubPipeline(_ arguments: Arguments, _ environment: ProgramEnvironment) throws -> Pipeline? {
    try CheckpointSource.pipeline(arguments, environment).map { try pipeline($0, arguments) }
  }

  private static func pipeline(_ found: HubPipeline, _ arguments: Arguments) throws -> Pipeline {
    var tree = try tree(of: found.pipeline, arguments)
    tree.notes = found.remarks + tree.notes
    return (tree, found.source)
  }

  private static func tree(of pipeline: DiffusersPipeline, _ arguments: Arguments) throws -> ModuleTree {
    switch try dtype(arguments) {
    case .fixed(let dtype): return ModuleTree(pipeline, dtype: dtype)
    case .checkpoint: return ModuleTree(pipeline)
    case .auto, .unasked:
      var tree = ModuleTree(pipeline, dtype: .f32)
      tree.notes.append(
        Note(
          .warning, code: "pipeline-in-float32",
          "the components are counted in float32, in which diffusers loads them unless torch_dtype says otherwise; --dtype "
            + "counts in another"))
      return tree
    case .int8, .int4: throw arguments.invalid("dtype", expected: .oneOf(["float32", "float16", "bfloat16"]))
    }
  }

  /// The adapter of `--adapter`.
  static func adapter(_ arguments: Arguments) throws -> Adapter? {
    try arguments.value("adapter").map { try Adapter(at: $0) }
  }

  /// What the options say about how a tree is made.
  static func treeOptions(
    _ arguments: Arguments, _ environment: ProgramEnvironment
  ) throws -> TreeOptions {
    var options = TreeOptions()
    options.architecture = arguments.value("architecture")
    options.dtype = try dtype(arguments)
    options.catalog = try catalog(arguments, environment)
    options.followRelease4(arguments)
    return options
  }

  /// What the GPUs that are named, or those of this machine, compute in; asked for where the packing depends on it, which it
  /// does in transformers alone.
  private static func accelerators(
    _ arguments: Arguments, _ environment: ProgramEnvironment, _ checkpoint: Checkpoint
  ) throws -> AcceleratorSupport {
    guard arguments.command.options.contains(where: { $0.name == "gpu" }),
      checkpoint.config.flatMap({ QuantizationConfig($0.json) })?.format.leastCapability != nil,
      try loadsAsTransformers(arguments)
    else { return .unknown }
    if arguments.has("gpu") { return .least(of: try arguments.list("gpu").compactMap { try GPURequest($0).model }) }
    if arguments.has("max-memory") {
      let named = try PlanRequest.writtenLimits(arguments).budgets().map(\.device)
      return named.contains { if case .gpu = $0 { true } else { false } } ? .unknown : .absent
    }
    let installed = environment.devices().devices.filter { if case .gpu = $0.device { true } else { false } }
    return installed.isEmpty ? .absent : .least(of: installed.compactMap { try? GPUTable.find($0.name) })
  }

  /// Whether the model is loaded by transformers or as it does, and not by an engine that keeps what is packed.
  private static func loadsAsTransformers(_ arguments: Arguments) throws -> Bool {
    if ParallelRequest.isMeant(arguments) { return try ParallelRequest.engine(arguments) == .transformers }
    for option in ["to", "export"] where arguments.has(option) {
      let target = try arguments.choice(option, default: ExportTarget.transformers, offered: ExportTarget.offered)
      return [.transformers, .accelerate, .torch, .deepspeed, .json].contains(target)
    }
    return true
  }

  private static func dtype(_ arguments: Arguments) throws -> LoadingDType {
    guard let name = arguments.value("dtype") else { return .auto }
    if let dtype = LoadingDType(named: name) { return dtype }
    throw arguments.invalid("dtype", expected: .oneOf(LoadingDType.names))
  }

  /// The release of `--release`, or the one whose rules `--engine` follows; nil for the newest.
  static func release(_ arguments: Arguments) throws -> Release? {
    guard let text = arguments.value("release") else {
      let engine: Engine? = try? arguments.choice("engine", default: .transformers)
      return engine == .transformers4 ? Release.all.first { $0.major == 4 } : nil
    }
    if let release = Release(known: text) { return release }
    throw arguments.invalid("release", expected: .oneOf(Release.all.map(\.name)))
  }

  /// The built-in catalog with the files of `--catalog`; of equal entries the last file's counts.
  static func catalog(_ arguments: Arguments, _ environment: ProgramEnvironment) throws -> Catalog {
    var catalog = try release(arguments).map { Catalog($0) } ?? Catalog.builtIn
    for path in arguments.values("catalog") {
      let bytes = try environment.read(path, limit: Catalog.mostBytesOfFile)
      try catalog.add(Array(bytes), path: ProgramEnvironment.title(of: path))
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
    missing.map { .incomplete(reference, present: $0.present, total: $0.total, why: why, reason: $0.reason) }
  }
}
