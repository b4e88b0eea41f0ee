extension TreeAssembler {
  mutating func make(
    _ fact: ClassEntry.ChildFact, name: Symbol, _ scope: EvaluationScope, unit: CatalogUnit, chained: Bool
  ) throws(TreeError) {
    let outer = cast
    cast = fact.dtype ?? outer
    defer { cast = outer }
    trace?.childFollows(fact, in: unit)
    do throws(TreeError) {
      switch fact.target {
      case .same(let place): try repeatModule(at: place, name: name)
      case .activation(let expression):
        try makeActivation(expression, name: name, scope, fact, unit)
      case .inline(let className):
        try makeInline(className, fact, name: name, scope, unit: unit)
      case .auto(let table):
        let (config, arguments) = try configs(of: fact, scope, unit)
        let entry = try autoClass(table, config)
        try make(entry, name: name, config: config, parameters: arguments, chained: chained)
      case .named(let head):
        guard let (owner, local) = try located({ () throws(CatalogError) in try session.resolve(head, in: unit) })
        else {
          let className = String(head.lastComponent.prefix { $0 != "@" })
          return try makeInline(unit.symbols.intern(className), fact, name: name, scope, unit: unit)
        }
        guard let entry = try located({ () throws(CatalogError) in try owner.classEntry(local) }) else {
          throw TreeError.needsHeaders(architecture: architecture, module: pathText, reason: "class \(local)")
        }
        let (config, arguments) = try configs(of: fact, scope, unit)
        try make(entry, name: name, config: config, parameters: arguments, chained: chained)
      }
    } catch {
      guard hasHeaders, path.count == builder.depth, case .needsHeaders(_, _, let reason) = error else { throw error }
      let className: Symbol
      if case .named(let head) = fact.target {
        className = builder.intern(String(head.lastComponent.prefix { $0 != "@" }))
      } else {
        className = builder.intern("Module")
      }
      open.append((try openModule(name, className), reason))
      closeModule()
    }
  }

  /// Names a module without tensors and children once more, where the object at another path stands here, too. One with
  /// tensors is not told: they belong to its first place.
  private mutating func repeatModule(at place: [Symbol], name: Symbol) throws(TreeError) {
    guard let className = builder.classOfEmptyModule(at: place.map { symbol($0) }) else { return }
    _ = try openModule(name, className)
    builder.markRepeated()
    closeModule()
  }

  mutating func makeInline(
    _ className: Symbol, _ fact: ClassEntry.ChildFact, name: Symbol, _ scope: EvaluationScope, unit: CatalogUnit
  ) throws(TreeError) {
    let module = try openModule(name, symbol(className))
    trace?.fills(nil, scope)
    try fill(module, fact.body, scope, unit: unit, tensors: fact.tensors, chained: false)
    closeModule()
  }

  mutating func makeActivation(
    _ expression: Expression, name: Symbol, _ scope: EvaluationScope, _ fact: ClassEntry.ChildFact, _ unit: CatalogUnit
  ) throws(TreeError) {
    let value = try evaluate(expression, scope, unit, fact.line)
    guard case .string(let function) = value, let target = session.catalog.lookUp(.activation, function) else {
      guard case .string = value else {
        throw .needsHeaders(architecture: architecture, module: pathText, reason: "activation \(value.summary)")
      }
      return try refuseActivation(value, expression, name: name, scope)
    }
    let resolved = try located { () throws(CatalogError) in try session.resolve(target, in: unit) }
    if let (owner, local) = resolved,
      let entry = try located({ () throws(CatalogError) in try owner.classEntry(local) })
    {
      return try make(entry, name: name, config: scope.config, parameters: [], chained: false)
    }
    _ = try openModule(name, builder.intern(target.lastComponent))
    closeModule()
  }

  /// An activation that transformers does not have: building the model raises a KeyError. What the files hold is planned all
  /// the same, since an activation has no weights.
  private mutating func refuseActivation(
    _ value: CatalogValue, _ expression: Expression, name: Symbol, _ scope: EvaluationScope
  ) throws(TreeError) {
    let field = expression.fields.first.map { scope.config.keyPath($0[0]) } ?? "hidden_act"
    let refusal = ConfigRefusal(
      configClass: scope.config.kind.name,
      reason: .value(keyPath: field, found: value.summary, needed: "the name of an activation that it knows"))
    guard hasHeaders else { throw .refusedConfig(refusal) }
    if !refusals.contains(refusal) { refusals.append(refusal) }
    _ = try openModule(name, builder.intern("Module"))
    closeModule()
  }

  /// The config and the arguments that a child gets.
  func configs(
    of fact: ClassEntry.ChildFact, _ scope: EvaluationScope, _ unit: CatalogUnit
  ) throws(TreeError) -> (ConfigScope, [(name: Symbol, value: CatalogValue?)]) {
    var arguments: [(name: Symbol, value: CatalogValue?)] = []
    for (name, expression) in fact.arguments {
      arguments.append((name, try argument(expression, scope, unit, fact.line)))
    }
    var target = scope.config
    for use in fact.configs {
      var config = scope.config
      if let path = use.path {
        let value = try evaluate(path, scope, unit, fact.line)
        guard case .config(let found) = value else {
          let fields = path.fields.map { $0.map { session.symbols[$0] }.joined(separator: ".") }
          let reason = "no config at \(fields.first ?? "$")"
          throw .needsHeaders(architecture: architecture, module: pathText, reason: reason)
        }
        config = found
      }
      var changes: [(Symbol, CatalogValue)] = []
      for (name, expression) in use.changes { changes.append((name, try evaluate(expression, scope, unit, fact.line))) }
      if !changes.isEmpty { config = config.changed(changes) }
      if let argument = use.argument { arguments.append((argument, .config(config))) } else { target = config }
    }
    return (target, arguments)
  }

  /// The value of an argument; nil when it has no closed form, which matters only where it is used.
  private func argument(
    _ expression: Expression, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int
  ) throws(TreeError) -> CatalogValue? {
    do {
      return try scope.evaluate(expression)
    } catch {
      if case .needsHeaders = error { return nil }
      throw failure(error, expression, scope, unit, line)
    }
  }

  /// The model class that an auto class picks for a config.
  func autoClass(_ table: String, _ config: ConfigScope) throws(TreeError) -> ClassEntry {
    let catalog = session.catalog
    let own = "\(config.kind.unit.name).\(config.kind.name)"
    var type = config.kind.modelType
    var row = catalog.lookUp(.auto, "\(table) \(type)")
    if row == nil || catalog.lookUp(.type, type) != own {
      for other in catalog.otherTypes(of: own) {
        guard let found = catalog.lookUp(.auto, "\(table) \(other)") else { continue }
        (type, row) = (other, found)
        break
      }
    }
    guard let row else {
      throw .needsHeaders(architecture: architecture, module: pathText, reason: "\(table) for model type \(type)")
    }
    let names = row.split(separator: " ").map(String.init)
    var wanted: [String] = []
    if case .list(let values)? = try? config.get("architectures") {
      guard session.work.take(values.count) else { throw .tooMuchWork(module: pathText) }
      for case .string(let name) in values { wanted.append(name) }
    }
    let name = wanted.first { names.contains($0) } ?? names.first ?? ""
    guard let entry = try model(name) else {
      throw .needsHeaders(architecture: architecture, module: pathText, reason: name)
    }
    return entry
  }

  /// The entry of a model class; nil when the catalog has none with a closed form.
  func model(_ name: String) throws(TreeError) -> ClassEntry? {
    guard let unitName = session.catalog.lookUp(.model, name) else { return nil }
    return try located { () throws(CatalogError) in try session.unit(unitName)?.classEntry(name) }
  }
}

extension String {
  /// What stands behind the last dot.
  fileprivate var lastComponent: String {
    utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }
}
