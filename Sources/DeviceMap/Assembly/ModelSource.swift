/// What is decided about a model before its tree is built, each thing once: config, names of tensors, class, dtype and
/// packing.
struct ModelSource {
  let config: ModelConfig?
  /// The names of the tensors in the files; nil where there are none.
  let names: NameTemplates?
  let session: CatalogSession
  let loading: LoadingDType
  let architecture: ModelArchitecture
  let packing: Packing
  /// The dtype that floating tensors get; nil when nothing says it and tensors keep theirs.
  let dtype: DType?

  /// Reads what config.json says and cuts the names of the tensors into templates. O(bytes of the names).
  init(config: ModelConfig?, tensors: StoredTensors?, options: TreeOptions) throws(TreeError) {
    let tensors = tensors.flatMap { $0.count > 0 ? $0 : nil }
    self.config = config
    loading = options.dtype
    session = CatalogSession(options.catalog)
    names = tensors?.templates()
    let named = try config?.namedDType()
    let stored = tensors?.firstFloatingDType
    packing = try Packing(config, names, loading: options.dtype, configured: named, stored: stored)
    architecture = try ModelArchitecture(config, options.architecture, session)
    if case .fixed(let dtype) = options.dtype { self.dtype = dtype } else { dtype = named ?? stored }
  }

  /// Every tensor keeps the size that it has in the files.
  var keepsStoredSizes: Bool { loading == .checkpoint }

  /// The tree of the model.
  ///
  /// - Throws: ``TreeError`` when there is not enough to go by.
  /// - Complexity: O(tensors in the files + modules).
  func tree(_ modeling: ModelingFiles = ModelingFiles()) throws(TreeError) -> ModuleTree {
    let known = try knownTree()
    var tree = if let known { known } else { try inferredTree(modeling) }
    try packing.apply(to: &tree, hasHeaders: names != nil)
    return tree
  }

  /// The tree of a class that the catalog describes; nil for another.
  private func knownTree() throws(TreeError) -> ModuleTree? {
    guard let config, let built = architecture.built else { return nil }
    guard var draft = try ModuleTree.draft(built, config: config.json, session: session, dtype: dtype ?? .f32, names)
    else { return nil }
    if let note = architecture.note { draft.tree.notes.append(note) }
    guard let names else { return draft.tree }
    return try CheckpointBinder(draft, self).bound(to: names)
  }

  /// The tree that the names of the tensors imply.
  private func inferredTree(_ modeling: ModelingFiles) throws(TreeError) -> ModuleTree {
    let named = architecture.named
    guard let names else {
      if let named { throw .unknownArchitecture(named) }
      throw config == nil ? .empty : .noArchitecture
    }
    var tree = try ModuleTree.inferred(
      from: names, rootClass: named ?? "Model", dtype: keepsStoredSizes || packing.isStored ? nil : dtype,
      isQuantized: packing.isStored, modeling: modeling.text())
    if packing.isStored, !keepsStoredSizes { tree.markPacked(dtype: dtype, bits: packing.config?.bits) }
    tree.architecture = named
    if let fields = config.flatMap({ ConfigFields($0.json) }) {
      tree.configurations = [.init(path: "", fields: fields)]
    }
    let what = named.map { "the architecture \($0) is not known" } ?? "no architecture is named"
    let classes = tree.noSplitClasses
    let blocks = classes.isEmpty ? "no repeated blocks were found" : "blocks: \(classes.joined(separator: ", "))"
    tree.notes.append(
      Note(
        .warning, code: "unknown-architecture",
        "\(what): modules, their order and the blocks that stay whole were inferred from tensor names (\(blocks))"))
    return tree
  }
}
