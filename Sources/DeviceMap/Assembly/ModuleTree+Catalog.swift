extension ModuleTree {
  /// A tree as the catalog and config.json describe it, with what is left to the headers.
  package struct Draft {
    package var tree: ModuleTree
    package var models: [TreeAssembler.PretrainedModel]
    package var unsizedTensors: [Int]
    package var open: [(module: Int, reason: String)]
    package var dtype: DType
    /// How names in files become names of the model, where they were needed to decide something.
    var rules: NameRules?
  }

  /// Builds what the catalog knows of a class; what it leaves to the headers is taken from the names of the tensors where
  /// these decide it, so that order and classes stay those of the catalog.
  ///
  /// - Parameters:
  ///   - config: the object of config.json that describes the class, and where it stands.
  ///   - configClass: the config class that reads it, where that is not the class's own.
  ///   - names: nil for a config alone.
  package static func draft(
    _ entry: ClassEntry, config: (json: JSONValue, path: String), as configClass: String? = nil,
    session: CatalogSession, dtype: DType, _ names: NameTemplates?
  ) throws(TreeError) -> Draft {
    var assembler = TreeAssembler(session: session, architecture: entry.name, dtype: dtype, names: names)
    let scope = try rootScope(entry, config: config, as: configClass, session: session)
    let refusals = ConfigCheck(scope, config.json, session: session).refusals
    if names == nil, let first = refusals.first { throw .refusedConfig(first) }
    do throws(TreeError) {
      try assembler.makeRoot(entry, config: scope)
    } catch {
      // What the names decide may be more than can be built; what the catalog knows is left then.
      guard assembler.hasAskedFiles else { throw error }
      assembler = TreeAssembler(session: session, architecture: entry.name, dtype: dtype, names: names)
      assembler.asksFiles = false
      try assembler.makeRoot(entry, config: scope)
    }
    let raised = assembler.refusals
    var draft = try draft(assembler, session.catalog.release)
    if let note = Note(refusals + raised) { draft.tree.notes.append(note) }
    return draft
  }

  /// What an assembler built, with what the models in it say of the whole.
  private static func draft(_ assembler: consuming TreeAssembler, _ release: Release) throws(TreeError) -> Draft {
    let (models, unsized, open) = (assembler.models, assembler.unsizedTensors, assembler.open)
    let (architecture, dtype, decided) = (assembler.architecture, assembler.dtype, assembler.decided)
    let (rules, readOutside) = (assembler.finalRules, assembler.readOutside)
    let linearClasses = assembler.linearClasses.map { assembler.session.symbols[$0] }
    var builder = assembler.finish()
    var draft = Draft(
      tree: builder.finishWithoutTies(), models: models, unsizedTensors: unsized, open: open, dtype: dtype, rules: rules
    )
    draft.tree.architecture = architecture
    draft.tree.linearClasses = linearClasses.sorted()
    draft.tree.outputEmbedding = models.first { $0.module == 0 }?.entry.output
    if !decided.isEmpty {
      let examples = decided.prefix(3).map { $0.isEmpty ? "the model" : $0 }.joined(separator: ", ")
      draft.tree.notes.append(
        Note(
          code: "from-headers",
          "what config.json does not tell of \(examples)\(decided.count > 3 ? ", ..." : "") follows the tensor names"))
    }
    try draft.describeModels(by: release)
    // Releases before did not say of their modules what these say, and nobody has looked.
    if release.major >= 5 { draft.markReadOutside(readOutside) }
    draft.tree.configurations = draft.configurations()
    return draft
  }

  /// What the expressions of a class can name.
  static func rootScope(
    _ entry: ClassEntry, config: (json: JSONValue, path: String), as configClass: String?, session: CatalogSession
  ) throws(TreeError) -> ConfigScope {
    guard config.json.kind == .object else {
      throw .field(keyPath: config.path, found: "\(config.json.kind)", expected: "an object")
    }
    do {
      return try session.config(
        configClass ?? entry.config ?? "", from: entry.unit, given: RawConfig(config.json), path: config.path)
    } catch {
      switch error {
      case .catalog(let error): throw .catalog(error)
      case .needsHeaders(let reason): throw .needsHeaders(architecture: entry.name, module: "", reason: reason)
      default: throw .unknownArchitecture(entry.name)
      }
    }
  }
}

extension ModuleTree.Draft {
  /// Ties, no-split classes and parameters that may stay unplaced: those of the model and of the models in it, as
  /// `post_init` of transformers 5.24.0 collects them.
  mutating func describeModels(by release: Release) throws(TreeError) {
    if release.major < 5 { return describeModelsOfRelease4() }
    var noSplit: Set<String> = []
    var kept: Set<String> = []
    var keptStrictly: Set<String> = []
    var ties = TiePatterns()
    for model in models where model.isChained {
      noSplit.formUnion(model.entry.noSplit)
      kept.formUnion(model.entry.keptFloat32)
      keptStrictly.formUnion(model.entry.keptFloat32Strict)
      for name in model.entry.noPlacement where !tree.noPlacementParameters.contains(name) {
        tree.noPlacementParameters.append(name)
      }
      guard !model.entry.ties.isEmpty else { continue }
      let tiesAll = (try? model.config.get("tie_word_embeddings"))?.isTrue == true
      let tied = tiesAll ? model.entry.ties : model.entry.ties.filter(\.isUnconditional)
      ties.add(tied, of: model.module, in: tree, notes: &tree.notes)
    }
    keep(noSplit, kept, keptStrictly)
    ties.apply(to: &tree)
  }

  /// The same as transformers 4.57 does it: `_get_no_split_modules` walks the whole tree and passes over what is in a
  /// block, `tie_weights` asks the text config of the outermost model.
  private mutating func describeModelsOfRelease4() {
    var noSplit: Set<String> = []
    var kept: Set<String> = []
    var keptStrictly: Set<String> = []
    var ties = TiePatterns()
    for model in models where !isInBlock(model.module, of: noSplit) {
      noSplit.formUnion(model.entry.noSplit)
    }
    if let model = models.first(where: { $0.module == 0 }) {
      kept.formUnion(model.entry.keptFloat32)
      keptStrictly.formUnion(model.entry.keptFloat32Strict)
    }
    for model in models where model.isChained && !model.entry.ties.isEmpty {
      // The constructors of its heads give the bias of the decoder and their own one object.
      let tiesAll = model.tiesWordEmbeddingsInRelease4
      let tied = model.entry.ties.filter { tiesAll || $0.isUnconditional || $0.target.hasSuffix("decoder.bias") }
      ties.add(tied, of: model.module, in: tree, notes: &tree.notes)
    }
    keep(noSplit, kept, keptStrictly)
    ties.apply(to: &tree)
  }

  /// Whether a module or one around it is of one of the classes.
  private func isInBlock(_ module: Int, of classes: Set<String>) -> Bool {
    var module = module
    while module >= 0 {
      if classes.contains(tree.className(of: module)) { return true }
      module = tree.parent(of: module)
    }
    return false
  }

  private mutating func keep(_ noSplit: Set<String>, _ kept: Set<String>, _ keptStrictly: Set<String>) {
    tree.noSplitClasses = noSplit.sorted()
    tree.modulesKeptInFloat32 = kept.sorted()
    tree.markKeptInFloat32(dtype == .f16 ? kept.union(keptStrictly).sorted() : keptStrictly.sorted(), dtype)
  }
}

extension TreeAssembler.PretrainedModel {
  /// `config.get_text_config(decoder=True).tie_word_embeddings`, by which transformers 4.57 decides; true where nothing
  /// says it.
  fileprivate var tiesWordEmbeddingsInRelease4: Bool {
    for part in ["decoder", "generator", "text_config"] {
      guard case .config(let text)? = try? config.get(part) else { continue }
      return ((try? text.get("tie_word_embeddings")) ?? .bool(true)).isTrue
    }
    return ((try? config.get("tie_word_embeddings")) ?? .bool(true)).isTrue
  }
}
