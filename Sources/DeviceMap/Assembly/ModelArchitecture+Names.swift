extension ModelArchitecture {
  /// What the reference lacks to load the class: the checkpoint's own code, or a model type that it knows.
  func codeNotes(_ config: ModelConfig?, _ catalog: Catalog) -> [Note] {
    guard let entry, let config else { return [] }
    if entry.isRemote {
      return [
        Note(
          code: "remote-code",
          "\(entry.name) is no class of transformers \(catalog.release.version) but of code beside the checkpoint, which it runs with "
            + "trust_remote_code=True alone; the tree is what that code is known to build")
      ]
    }
    guard let type = config.modelType, catalog.lookUp(.type, type) == nil else { return [] }
    return [
      Note(
        .warning, code: "unknown-model-type",
        "transformers \(catalog.release.version) does not know the model type '\(type)' of config.json, and does not load it without code "
          + "beside the checkpoint; the tree is that of \(entry.name)")
    ]
  }
}

/// Where config.json names no class the tensors of the files tell which it is.
extension ModelArchitecture {
  /// More classes of a family are not tried.
  private static let most = 32

  /// Takes the class of the config's model type that fits the names best: the fewest tensors of the files have no place in
  /// it, then the fewest of its own are in no file. Of equals the one whose names need no prefix counts, then the order of
  /// the auto classes.
  mutating func decide(
    by names: NameTemplates, _ config: ModelConfig, _ packing: Packing, _ session: CatalogSession
  ) throws(TreeError) {
    guard let type = config.modelType, let assumed = entry else { return }
    var best: (name: String, misfit: [Int])?
    for (order, name) in try Self.classes(of: type, session).prefix(Self.most).enumerated() {
      var candidate = self
      try candidate.take(name, config, session)
      guard let entry = candidate.entry, let part = candidate.config, part.path.isEmpty,
        let draft = try? ModuleTree.draft(entry, config: part, session: session, dtype: .bf16, names),
        let misfit = try? CheckpointBinder(draft, packing, session).misfit(of: names)
      else { continue }
      let isPrefixed = !entry.base.isEmpty && 2 * names.count(beginningWith: entry.base + ".") > names.tensors.count
      let hasBase = draft.tree.module(at: entry.base) != nil
      let measure = [misfit.strangers, misfit.missing, isPrefixed == hasBase ? 0 : 1, order]
      if best.map({ measure.lexicographicallyPrecedes($0.misfit) }) ?? true { best = (name, measure) }
    }
    guard let best, best.name != assumed.name else { return }
    notes = [
      Note(
        code: "architecture-assumed",
        "config.json names no architecture; \(best.name) is assumed, whose tensors are those of the files")
    ]
    try take(best.name, config, session)
  }

  /// The classes of a model type: those of the auto classes, then the others of the family with its config.
  private static func classes(of type: String, _ session: CatalogSession) throws(TreeError) -> [String] {
    let catalog = session.catalog
    var names: [String] = []
    for table in ["AutoModelForCausalLM", "AutoModelForSeq2SeqLM", "AutoModelForImageTextToText", "AutoModel"] {
      for name in catalog.lookUp(.auto, "\(table) \(type)")?.split(separator: " ") ?? [] {
        if !names.contains(String(name)) { names.append(String(name)) }
      }
    }
    do throws(CatalogError) {
      guard let first = names.first, let place = catalog.lookUp(.model, first), let unit = try session.unit(place),
        let config = catalog.lookUp(.type, type), let kind = try session.configKind(config, from: unit)
      else { return names }
      for (_, name) in catalog.entryNames(of: place)
      where !names.contains(name) && catalog.lookUp(.model, name) == place {
        guard let entry = try unit.classEntry(name), entry.isModel,
          let own = try session.configKind(entry.config ?? "", from: unit), own === kind
        else { continue }
        names.append(name)
      }
    } catch {
      throw .catalog(error)
    }
    return names
  }
}
