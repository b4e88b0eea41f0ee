extension NameRules {
  /// A pretrained model, and where it is in a tree.
  package struct PlacedModel {
    package var module: Int
    package var path: String
    /// The end of the modules that belong to it.
    package var end: Int
    package var className: String
    package var modelType: String

    package init(module: Int, path: String, end: Int, className: String, modelType: String) {
      self.module = module
      self.path = path
      self.end = end
      self.className = className
      self.modelType = modelType
    }
  }

  /// The rules for a model that the catalog describes.
  package init(_ draft: ModuleTree.Draft, session: CatalogSession) throws(CatalogError) {
    let tree = draft.tree
    let places = draft.models.map { (path: tree.path(of: $0.module), end: tree.end(of: $0.module)) }
    try self.init(draft.models, places: places, session: session)
  }

  /// The rules for the models of a tree, of which the first is the root.
  init(
    _ models: [TreeAssembler.PretrainedModel], places: [(path: String, end: Int)], session: CatalogSession
  ) throws(CatalogError) {
    let root = models.first?.entry
    if root?.isRemote == true {
      self.init(base: root?.base ?? "", work: session.work)
      try addRules(of: root?.name ?? "", scope: nil, session)
      return
    }
    let placed = zip(models, places).map { model, place in
      PlacedModel(
        module: model.module, path: place.path, end: place.end, className: session.symbols[model.entry.className],
        modelType: model.config.kind.modelType)
    }
    try self.init(placed, base: root?.base ?? "", session: session)
  }

  /// The rules of each model in pre-order, with the names that they apply to, then the legacy ones
  /// (`get_model_conversion_mapping` of transformers 5.23.0).
  package init(_ models: [PlacedModel], base: String, session: CatalogSession) throws(CatalogError) {
    self.init(base: base, work: session.work)
    var claims = Claims()
    for model in models {
      if claims.isTaken(model.className, by: model) { continue }
      var key = model.className
      var isType = false
      if session.catalog.lookUp(.convert, key) == nil {
        key = model.modelType
        isType = true
        if key.isEmpty || claims.isTaken(key, by: model) { continue }
        guard session.catalog.lookUp(.convert, key) != nil else { continue }
      }
      claims.add(model.className, model)
      if isType { claims.add(key, model) }
      try addRules(of: key, scope: scope(of: model), session)
    }
    try addRules(of: "legacy", scope: nil, session)
  }

  private mutating func addRules(
    of key: String, scope: (long: [UInt8], short: [UInt8])?, _ session: CatalogSession
  ) throws(CatalogError) {
    for transform in try session.conversion(key) { _ = add(transform, scope: scope) }
  }

  /// The path of a model without the base prefix, with a dot behind; nil for the root.
  private func scope(of model: PlacedModel) -> (long: [UInt8], short: [UInt8])? {
    guard model.module > 0 else { return nil }
    var path = Array(model.path.utf8)
    if path.starts(with: base) { path.removeFirst(base.count) }
    if path.first == UInt8(ascii: ".") { path.removeFirst() }
    let dot = [UInt8(ascii: ".")]
    let short = path.isEmpty ? [] : path + dot
    return ((base.isEmpty ? [] : base + dot) + short, short)
  }

  /// Which names were claimed by which models; a claim holds for all below the model.
  private struct Claims {
    private var models: [String: [PlacedModel]] = [:]

    mutating func add(_ name: String, _ model: PlacedModel) { models[name, default: []].append(model) }

    func isTaken(_ name: String, by model: PlacedModel) -> Bool {
      (models[name] ?? []).contains { $0.module < model.module && model.module < $0.end }
    }
  }
}

extension CatalogSession {
  /// The conversions of a model type or class; `convert KEY as OTHER` stands for those of the other.
  package func conversion(_ key: String) throws(CatalogError) -> [NameTransform] {
    guard let unitName = catalog.lookUp(.convert, key), let unit = try unit(unitName) else { return [] }
    if let other = unit.conversionAlias(key) {
      guard let unitName = catalog.lookUp(.convert, other), let unit = try self.unit(unitName) else { return [] }
      return try unit.conversion(other) ?? []
    }
    return try unit.conversion(key) ?? []
  }
}
