/// What is decided about a model before its tree is built, each thing once: config, names of tensors, class, dtype and
/// packing.
struct ModelSource {
  let config: ModelConfig?
  /// The names of the tensors in the files; nil where there are none.
  let names: NameTemplates?
  let session: CatalogSession
  let architecture: ModelArchitecture
  let packing: Packing
  /// The dtype that floating tensors get; nil when nothing says it and tensors keep theirs.
  let dtype: DType?
  /// Whether the names are those of some of the files alone.
  let isPartial: Bool
  private let tensors: StoredTensors?
  /// What was odd or had to be assumed.
  private let notes: [Note]
  /// What the call that loads the model has to say.
  private let loading: ModelLoading

  /// Reads what config.json says and cuts the names of the tensors into templates. O(bytes of the names).
  init(config: ModelConfig?, tensors: StoredTensors?, options: TreeOptions) throws(TreeError) {
    let tensors = tensors.flatMap { $0.count > 0 ? $0 : nil }
    self.config = config
    self.tensors = tensors
    session = CatalogSession(options.catalog)
    names = tensors?.templates()
    isPartial = tensors?.isPartial ?? false
    if let long = names?.templates.first(where: { $0.bytes.count > TreeLimits.nameBytes }) {
      throw .tooMuchWork(module: String(decoding: long.bytes.prefix(80), as: UTF8.self) + "...")
    }
    if let deep = names?.templates.first(where: { Self.depth(of: $0.bytes) > TreeLimits.nameDepth }) {
      throw .tooDeep(module: String(decoding: deep.bytes.prefix(80), as: UTF8.self) + "...")
    }
    packing = try Packing(config, isPartial ? nil : names, loading: options.dtype, accelerators: options.accelerators)
    var architecture = try ModelArchitecture(config, options.architecture, session)
    if architecture.named == nil, let config, let names, !isPartial {
      try architecture.decide(by: names, config, packing, session)
    }
    self.architecture = architecture
    var loaded = try LoadedDType(
      architecture.config.map { ModelConfig($0.json) } ?? config, index: tensors?.indexDType,
      files: tensors?.firstFloatingDType, loading: options.dtype.decided(isPacked: packing.config != nil),
      hasFiles: tensors != nil)
    loaded.assume(packing: packing.config?.format, hasFiles: tensors != nil)
    dtype = loaded.dtype
    loading = architecture.loading(config, dtype: options.dtype)
    notes = loaded.notes + architecture.notes + architecture.codeNotes(config, session.catalog)
  }

  private static func depth(of name: [UInt8]) -> Int { name.count { $0 == UInt8(ascii: ".") } }

  /// The tree of the model.
  ///
  /// - Throws: ``TreeError`` when there is not enough to go by.
  /// - Complexity: O(tensors in the files + modules).
  func tree(_ modeling: ModelingFiles = ModelingFiles()) throws(TreeError) -> ModuleTree {
    var rules: NameRules?
    var part: CheckpointBinder.Part?
    let known = try knownTree(rules: &rules, part: &part)
    var tree = if let known { known } else { try inferredTree(modeling) }
    try packing.apply(to: &tree, dtype: dtype, hasHeaders: names != nil && !isPartial, rules: rules)
    part?.raiseSizes(of: &tree)
    tree.release = session.catalog.release
    tree.loadedDType = dtype
    tree.loading = loading
    if let note = releaseNote() { tree.notes.append(note) }
    return tree
  }

  /// What to say of a config.json that a release with other trees and rules has written.
  private func releaseNote() -> Note? {
    guard let written = config?["transformers_version"]?.string.flatMap({ Release($0) }) else { return nil }
    let release = session.catalog.release
    // Most models are the same in both: only of others there is something to say.
    guard written.major == 4, release.major != 4, let old = Release.all.first(where: { $0.major == 4 }),
      let unit = architecture.entry?.unit, Catalog.hasOther(unit: unit.name, in: old)
    else { return nil }
    return Note(
      code: "written-by-earlier-release",
      "config.json was written by transformers \(written.version); this is how \(release.version) loads the model, "
        + "--release \(old.name) says how that series does")
  }

  /// Says what the class of the quantization raises on; with config.json alone that is an error.
  private func checkQuantization(_ tree: inout ModuleTree) throws(TreeError) {
    guard session.catalog.release.major >= 5, let config = packing.config, let refused = config.refusal else { return }
    let refusal = ConfigRefusal(
      configClass: refused.configClass,
      reason: .value(keyPath: "\(config.keyPath).\(refused.key)", found: refused.found, needed: refused.needed))
    guard names != nil else { throw .refusedConfig(refusal) }
    if let note = Note([refusal]) { tree.notes.append(note) }
  }

  /// The tree of a class that the catalog describes; nil for another.
  ///
  /// - Parameters:
  ///   - rules: gets the rules of names where sizes are told by names of files in config.json.
  ///   - part: gets what some of the files say, where the others are missing.
  private func knownTree(
    rules: inout NameRules?, part: inout CheckpointBinder.Part?
  ) throws(TreeError) -> ModuleTree? {
    guard let entry = architecture.entry, let config = architecture.config else { return nil }
    var draft = try ModuleTree.draft(
      entry, config: config, as: architecture.configClass, session: session, dtype: dtype ?? .f32,
      isPartial ? nil : names)
    draft.tree.notes += notes
    try checkQuantization(&draft.tree)
    try draft.checkLayers(hasHeaders: names != nil && !isPartial)
    guard let names, !isPartial else {
      if packing.config != nil {
        do { rules = try NameRules(draft, session: session) } catch { throw .catalog(error) }
      }
      guard let names else { return draft.tree }
      let found = try CheckpointBinder(draft, packing, session, stored: tensors).part(of: names)
      part = found
      return found.tree
    }
    return try CheckpointBinder(draft, packing, session, stored: tensors).bound(to: names)
  }

  /// The tree that the names of the tensors imply.
  private func inferredTree(_ modeling: ModelingFiles) throws(TreeError) -> ModuleTree {
    let named = architecture.named
    guard let names, !isPartial else {
      if let named, let type = architecture.unknownType { throw .unknownModelType(type, architecture: named) }
      if let named { throw .unknownArchitecture(named) }
      if let component = config?["_class_name"]?.string { throw .diffusersConfig(component) }
      throw config != nil ? .noArchitecture : isPartial ? .partWithoutConfig : .empty
    }
    var tree = try ModuleTree.inferred(
      from: names, rootClass: named ?? "Model", dtype: packing.keepsStoredSizes || packing.isStored ? nil : dtype,
      isQuantized: packing.isStored, modeling: modeling.text())
    tree.addTiedHead(of: named, config)
    if packing.isStored, !packing.keepsStoredSizes { tree.markPacked(dtype: dtype, bits: packing.config?.bits) }
    tree.architecture = named
    tree.notes += notes
    if let fields = config.flatMap({ ConfigFields($0.json) }) {
      tree.configurations = [.init(path: "", fields: fields)]
    }
    let what =
      architecture.unknownType.map { "the model type \($0) is not known" }
      ?? architecture.entry.map { "the tensors in the files are not those of \($0.name), of which config.json tells" }
      ?? named.map { "the architecture \($0) is not known" } ?? "no architecture is named"
    let classes = tree.noSplitClasses
    let blocks = classes.isEmpty ? "no repeated blocks were found" : "blocks: \(classes.joined(separator: ", "))"
    tree.notes.append(
      Note(
        .warning, code: "unknown-architecture",
        "\(what): modules, their order and the blocks that stay whole were inferred from tensor names (\(blocks))"))
    return tree
  }
}
