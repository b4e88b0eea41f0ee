extension NameRules {
  /// A pretrained model in a tree.
  package struct Model {
    package var module: Int
    package var className: String
    package var modelType: String

    package init(module: Int, className: String, modelType: String) {
      self.module = module
      self.className = className
      self.modelType = modelType
    }
  }

  /// The rules for a model that the catalog describes.
  package init(_ draft: ModuleTree.Draft, session: CatalogSession) throws(CatalogError) {
    let root = draft.models.first
    if root?.entry.isRemote == true {
      self.init(base: root?.entry.base ?? "")
      try addRules(of: root?.entry.name ?? "", scope: nil, session)
      return
    }
    let models = draft.models.map {
      Model(
        module: $0.module, className: session.symbols[$0.entry.className], modelType: $0.config.kind.modelType)
    }
    try self.init(models, base: root?.entry.base ?? "", in: draft.tree, session: session)
  }

  /// The rules of each model in pre-order, with the names that they apply to, then the legacy ones
  /// (`get_model_conversion_mapping` of transformers 5.23.0).
  package init(
    _ models: [Model], base: String, in tree: ModuleTree, session: CatalogSession
  ) throws(CatalogError) {
    self.init(base: base)
    var claims = Claims()
    for model in models {
      if claims.isTaken(model.className, by: model.module, in: tree) { continue }
      var key = model.className
      var isType = false
      if session.catalog.lookUp(.convert, key) == nil {
        key = model.modelType
        isType = true
        if key.isEmpty || claims.isTaken(key, by: model.module, in: tree) { continue }
        guard session.catalog.lookUp(.convert, key) != nil else { continue }
      }
      claims.add(model.className, model.module)
      if isType { claims.add(key, model.module) }
      try addRules(of: key, scope: scope(of: model.module, in: tree), session)
    }
    try addRules(of: "legacy", scope: nil, session)
  }

  private mutating func addRules(
    of key: String, scope: (long: [UInt8], short: [UInt8])?, _ session: CatalogSession
  ) throws(CatalogError) {
    for transform in try session.conversion(key) { _ = add(transform, scope: scope) }
  }

  /// The path of a model without the base prefix, with a dot behind; nil for the root.
  private func scope(of module: Int, in tree: ModuleTree) -> (long: [UInt8], short: [UInt8])? {
    guard module > 0 else { return nil }
    var path = Array(tree.path(of: module).utf8)
    if path.starts(with: base) { path.removeFirst(base.count) }
    if path.first == UInt8(ascii: ".") { path.removeFirst() }
    let dot = [UInt8(ascii: ".")]
    let short = path.isEmpty ? [] : path + dot
    return ((base.isEmpty ? [] : base + dot) + short, short)
  }

  /// Which names were claimed by which modules; a claim holds for all below the module.
  private struct Claims {
    private var modules: [String: [Int]] = [:]

    mutating func add(_ name: String, _ module: Int) { modules[name, default: []].append(module) }

    func isTaken(_ name: String, by module: Int, in tree: ModuleTree) -> Bool {
      (modules[name] ?? []).contains { $0 < module && module < tree.end(of: $0) }
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
