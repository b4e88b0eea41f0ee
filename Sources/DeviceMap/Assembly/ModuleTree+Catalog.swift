extension ModuleTree {
  /// A tree as the catalog and config.json describe it, with what is left to the headers.
  package struct Draft {
    package var tree: ModuleTree
    package var models: [TreeAssembler.PretrainedModel]
    package var unsizedTensors: [Int]
    package var open: [(module: Int, reason: String)]
    package var dtype: DType
  }

  /// Builds what the catalog knows of an architecture; what it leaves to the headers is taken from the names of the
  /// tensors where these decide it, so that order and classes stay those of the catalog. Nil when it does not know it.
  package static func draft(
    _ architecture: String, config: JSONValue, session: CatalogSession, dtype: DType, tensors: StoredTensors?
  ) throws(TreeError) -> Draft? {
    guard
      let first = try draft(
        architecture, config: config, session: session, dtype: dtype, hasHeaders: tensors != nil)
    else { return nil }
    guard let tensors, !first.open.isEmpty else { return first }
    let rules: NameRules
    do { rules = try NameRules(first, session: session) } catch { throw .catalog(error) }
    let evidence = FilePresence(tensors.templates(literals: rules.literals), rules: rules)
    let second = try? draft(
      architecture, config: config, session: session, dtype: dtype, hasHeaders: true, evidence: evidence)
    return second ?? first
  }

  /// Builds what the catalog knows of an architecture; nil when it does not know it.
  package static func draft(
    _ architecture: String, config: JSONValue, session: CatalogSession, dtype: DType, hasHeaders: Bool,
    evidence: FilePresence? = nil
  ) throws(TreeError) -> Draft? {
    var assembler = TreeAssembler(
      session: session, architecture: architecture, dtype: dtype, hasHeaders: hasHeaders, evidence: evidence)
    guard let entry = try assembler.model(architecture) else { return nil }
    let scope = try rootScope(entry, config: config, session: session, architecture: architecture)
    try assembler.makeRoot(entry, config: scope)
    let (models, unsized, open) = (assembler.models, assembler.unsizedTensors, assembler.open)
    let decided = assembler.decided
    var builder = assembler.finish()
    let tree = builder.finishWithoutTies()
    var draft = Draft(tree: tree, models: models, unsizedTensors: unsized, open: open, dtype: dtype)
    draft.tree.architecture = architecture
    if !decided.isEmpty {
      let examples = decided.prefix(3).map { $0.isEmpty ? "the model" : $0 }.joined(separator: ", ")
      draft.tree.notes.append(
        Note(
          code: "from-headers",
          "what config.json does not tell of \(examples)\(decided.count > 3 ? ", ..." : "") follows the tensor names"))
    }
    try draft.describeModels()
    draft.tree.configurations = draft.configurations()
    return draft
  }

  private static func rootScope(
    _ entry: ClassEntry, config: JSONValue, session: CatalogSession, architecture: String
  ) throws(TreeError) -> ConfigScope {
    guard config.kind == .object else {
      throw .field(keyPath: "", found: "\(config.kind)", expected: "an object")
    }
    do {
      return try session.config(entry.config ?? "", from: entry.unit, given: RawConfig(config), path: "")
    } catch {
      switch error {
      case .catalog(let error): throw .catalog(error)
      case .needsHeaders(let reason):
        throw .needsHeaders(architecture: architecture, module: "", reason: reason)
      default: throw .unknownArchitecture(architecture)
      }
    }
  }
}

extension ModuleTree.Draft {
  /// Ties, no-split classes and parameters that may stay unplaced: those of the model and of the models in it, as
  /// `post_init` of transformers 5.23.0 collects them.
  mutating func describeModels() throws(TreeError) {
    var noSplit: Set<String> = []
    var ties = TiePatterns()
    for model in models where model.isChained {
      noSplit.formUnion(model.entry.noSplit)
      for name in model.entry.noPlacement where !tree.noPlacementParameters.contains(name) {
        tree.noPlacementParameters.append(name)
      }
      guard !model.entry.ties.isEmpty, (try? model.config.get("tie_word_embeddings"))?.isTrue == true else { continue }
      ties.add(model.entry.ties, of: model.module, in: tree, notes: &tree.notes)
    }
    tree.noSplitClasses = noSplit.sorted()
    ties.apply(to: &tree)
  }
}
