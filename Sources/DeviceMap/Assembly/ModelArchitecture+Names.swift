extension ModelArchitecture {
  /// What the reference lacks to load the class: the checkpoint's own code, or a model type that it knows.
  func codeNotes(_ config: ModelConfig?, _ catalog: Catalog) -> [Note] {
    guard let entry, let config else { return [] }
    let release = "transformers \(catalog.release.version)"
    if entry.isRemote {
      return [
        Note(
          code: "remote-code",
          "\(entry.name) is no class of \(release) but of code beside the checkpoint, which it runs with "
            + "trust_remote_code=True alone; the tree is what that code is known to build")
      ]
    }
    let what: String
    if let type = config.modelType, !type.isEmpty {
      guard catalog.lookUp(.type, type) == nil || catalog.isOfCheckpointCode(type: type) else { return [] }
      what = "\(release) does not know the model type '\(type)' of config.json"
    } else {
      // Its own class, asked for by name, reads config.json without a type.
      guard !isWanted else { return [] }
      what = "config.json has no model_type, by which \(release) finds the class of a model"
    }
    return [
      Note(
        .warning, code: "unknown-model-type",
        "\(what), and does not load it without code beside the checkpoint; the tree is that of \(entry.name)")
    ]
  }
}

extension ModelArchitecture {
  /// What the call that loads the model has to say: the dtype that is asked for, and whether code beside the checkpoint
  /// runs.
  func loading(_ config: ModelConfig?, dtype: LoadingDType) -> ModelLoading {
    var loading = ModelLoading()
    loading.request =
      switch dtype {
      case .auto, .checkpoint: .automatic
      case .unasked: .unasked
      case .fixed(let dtype): .dtype(dtype)
      case .int8: .packed(bits: 8)
      case .int4: .packed(bits: 4)
      }
    let map = config?["auto_map"].flatMap { $0.kind == .object ? $0 : nil }
    if entry.map(\.isRemote) ?? (map != nil) { loading.codeClass = codeClass(map) }
    return loading
  }

  /// The auto class that leads to the class of the model in the code beside the checkpoint; the one for text where several
  /// do, or none says it.
  private func codeClass(_ map: JSONValue?) -> String {
    let name = entry?.name ?? named ?? ""
    let classes = map?.members.filter { $0.key.hasPrefix("AutoModel") && $0.key.utf8.allSatisfy(\.isLetter) } ?? []
    let own = classes.filter { $0.value.string?.split(separator: ".").last.map(String.init) == name }.map(\.key)
    let usual = ["AutoModelForCausalLM", "AutoModel"]
    return usual.first(where: own.contains) ?? own.first ?? usual.first { key in classes.contains { $0.key == key } }
      ?? classes.first?.key ?? usual[0]
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
