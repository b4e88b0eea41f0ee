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
    try self.init(
      config: checkpoint.config?.json, tensors: StoredTensors(checkpoint), options: options,
      modeling: ModelingFiles(beside: checkpoint))
    notes = checkpoint.notes.map(\.note) + notes
  }

  /// The modules of the model that a config.json describes, by the catalog alone.
  ///
  /// - Throws: ``TreeError/needsHeaders(architecture:module:reason:)`` when the catalog has no closed form for a part.
  public init(config: ModelConfig, options: TreeOptions = TreeOptions()) throws(TreeError) {
    try self.init(config: config.json, tensors: nil, options: options)
  }

  package init(
    config: JSONValue?, tensors: StoredTensors?, options: TreeOptions, modeling: ModelingFiles = ModelingFiles()
  ) throws(TreeError) {
    let tensors = tensors.flatMap { $0.count > 0 ? $0 : nil }
    let packing = try Packing(config, tensors, options)
    try self.init(config, tensors, options, packing, modeling)
    try packing.apply(to: &self, hasHeaders: tensors != nil)
  }

  private init(
    _ config: JSONValue?, _ tensors: StoredTensors?, _ options: TreeOptions, _ packing: Packing,
    _ modeling: ModelingFiles
  ) throws(TreeError) {
    var named = options.architecture
    if named == nil, let config { named = try Self.namedArchitecture(config) }
    let dtype = try Self.dtype(config, tensors, options)
    if let config {
      let session = CatalogSession(options.catalog)
      if options.architecture == nil, let remote = try Self.remoteArchitecture(config, session) { named = remote }
      let assumed = options.architecture == nil ? Self.assumedArchitecture(named, config, session) : nil
      if let architecture = assumed ?? named {
        let draft = try Self.draft(
          architecture, config: config, session: session, dtype: dtype ?? .f32, tensors: tensors)
        if var draft {
          if assumed != nil {
            let what =
              named.map { "config.json names \($0), which is not known" } ?? "config.json names no architecture"
            draft.tree.notes.append(Note(code: "architecture-assumed", "\(what); \(architecture) is assumed"))
          }
          guard let tensors else {
            self = draft.tree
            return
          }
          let binder = CheckpointBinder(
            draft: draft, session: session, asStored: options.dtype == .checkpoint, isQuantized: packing.isStored,
            bits: packing.config?.bits)
          self = try binder.bound(to: tensors)
          return
        }
      }
    }
    guard let tensors else {
      if let named { throw .unknownArchitecture(named) }
      throw config == nil ? .empty : .noArchitecture
    }
    let asStored = options.dtype == .checkpoint || packing.isStored
    self = Self.inferred(
      from: tensors.templates(literals: []), rootClass: named ?? "Model", dtype: asStored ? nil : dtype,
      isQuantized: packing.isStored, modeling: modeling.text())
    if packing.isStored, options.dtype != .checkpoint { markPacked(dtype: dtype, bits: packing.config?.bits) }
    architecture = named
    if let fields = config.flatMap({ ConfigFields($0) }) { configurations = [.init(path: "", fields: fields)] }
    let what = named.map { "the architecture \($0) is not known" } ?? "no architecture is named"
    let blocks =
      noSplitClasses.isEmpty ? "no repeated blocks were found" : "blocks: \(noSplitClasses.joined(separator: ", "))"
    notes.append(
      Note(
        .warning, code: "unknown-architecture",
        "\(what): modules, their order and the blocks that stay whole were inferred from tensor names (\(blocks))"))
  }

  /// The dtype that floating tensors get; nil when nothing says it and tensors keep theirs.
  private static func dtype(
    _ config: JSONValue?, _ tensors: StoredTensors?, _ options: TreeOptions
  ) throws(TreeError) -> DType? {
    if case .fixed(let dtype) = options.dtype { return dtype }
    if let config, let dtype = try configuredDType(config) { return dtype }
    return tensors?.firstFloatingDType
  }

  /// The class that `auto_map` names, when the catalog describes it: files with code of their own are loaded as that class,
  /// whatever `architectures` says.
  private static func remoteArchitecture(_ config: JSONValue, _ session: CatalogSession) throws(TreeError) -> String? {
    guard let map = config["auto_map"], map.kind == .object,
      let reference = (map["AutoModelForCausalLM"] ?? map["AutoModel"])?.string
    else { return nil }
    let name = reference.utf8.lastIndex(of: UInt8(ascii: ".")).map { reference[reference.utf8.index(after: $0)...] }
    guard let name, let unitName = session.catalog.lookUp(.model, String(name)) else { return nil }
    do throws(CatalogError) {
      let entry = try session.unit(unitName)?.classEntry(String(name))
      return entry?.isRemote == true ? String(name) : nil
    } catch {
      throw .catalog(error)
    }
  }

  /// The class to take when config.json names none (the base model of its type), or one that only the checkpoint's own
  /// code or an old release has (`KimiK25ForConditionalGeneration`, `T5WithLMHeadModel`): what the reference builds of that
  /// type for the same task.
  private static func assumedArchitecture(
    _ name: String?, _ config: JSONValue, _ session: CatalogSession
  ) -> String? {
    let catalog = session.catalog
    guard let type = config["model_type"]?.string else { return nil }
    var tables = ["AutoModel"]
    if let name {
      guard catalog.lookUp(.model, name) == nil else { return nil }
      tables = tasks.first { name.hasSuffix($0.ending) }?.tables ?? []
    }
    let row = tables.lazy.compactMap { catalog.lookUp(.auto, "\($0) \(type)") }.first
    return row?.split(separator: " ").first.map(String.init)
  }

  /// The auto classes for the last part of a class name.
  private static let tasks = [
    (ending: "ForCausalLM", tables: ["AutoModelForCausalLM"]),
    (ending: "LMHeadModel", tables: ["AutoModelForSeq2SeqLM", "AutoModelForCausalLM"]),
    (ending: "ForConditionalGeneration", tables: ["AutoModelForImageTextToText", "AutoModelForSeq2SeqLM"]),
  ]
}
