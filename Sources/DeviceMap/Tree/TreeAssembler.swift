/// Builds the modules of one model from the catalog and a config.
///
/// Where the catalog has no closed form and headers are at hand, the module is left empty and noted in `open`, to be
/// filled from the names of the tensors; without headers it is an error.
package struct TreeAssembler {
  typealias Symbol = SymbolTable.Symbol

  let session: CatalogSession
  let architecture: String
  /// The dtype of floating tensors that have none of their own.
  let dtype: DType
  let hasHeaders: Bool
  private(set) var builder: ModuleTreeBuilder
  /// Pretrained models in the tree, in pre-order.
  private(set) var models: [ModelRecord] = []
  /// Tensors whose size only the headers tell.
  private(set) var unsizedTensors: [Int] = []
  /// Modules whose content only the headers tell, with the reason.
  private(set) var open: [(module: Int, reason: String)] = []
  private var symbolMap: ContiguousArray<Symbol> = []
  private var numberSymbols: ContiguousArray<Symbol> = []
  private var path: [Symbol] = []
  private var bits = 0

  package struct ModelRecord {
    package var module: Int
    package var entry: ClassEntry
    package var config: ConfigScope
    /// Whether all modules from the root to here are models; only then does the root know its ties and blocks.
    package var isChained: Bool
  }

  init(session: CatalogSession, architecture: String, dtype: DType, hasHeaders: Bool) {
    self.session = session
    self.architecture = architecture
    self.dtype = dtype
    self.hasHeaders = hasHeaders
    builder = ModuleTreeBuilder()
  }

  consuming func finish() -> ModuleTreeBuilder { builder }

  /// What a module holds, before its children are built.
  private struct Content {
    var tensors: [(name: Symbol, kind: ModuleTree.TensorKind, dtype: DType, count: Int, columns: Int)] = []
    var parameters = 0
    var children: [(name: Symbol, fact: ClassEntry.ChildFact, loops: [(name: Symbol, value: Int)])] = []
    var places: [Symbol: Int] = [:]
    /// A requirement that is not met: what the entry says is a guess that the headers have to bear out.
    var uncovered: String?
  }

  // MARK: - Modules

  /// Builds the whole model.
  mutating func makeRoot(_ entry: ClassEntry, config: ConfigScope) throws(TreeError) {
    try make(entry, name: builder.intern(""), config: config, parameters: [], chained: true)
  }

  /// Opens a module of a class of the catalog, fills it and closes it.
  private mutating func make(
    _ entry: ClassEntry, name: Symbol, config: ConfigScope, parameters: [(name: Symbol, value: CatalogValue)],
    chained: Bool
  ) throws(TreeError) {
    var scope = EvaluationScope(config: config)
    scope.parameters = parameters
    for (name, value) in entry.defaults where scope.parameter(name) == nil {
      scope.parameters.append((name, value))
    }
    let module = try openModule(name, symbol(entry.className))
    let isChained = chained && entry.isModel
    if entry.isModel {
      models.append(ModelRecord(module: module, entry: entry, config: config, isChained: isChained))
    }
    try fill(module, entry.body, scope, unit: entry.unit, tensors: [], chained: isChained)
    closeModule()
  }

  private mutating func openModule(_ name: Symbol, _ className: Symbol) throws(TreeError) -> Int {
    path.append(name)
    guard builder.moduleCount < TreeLimits.modules else { throw .tooManyModules(module: pathText) }
    guard path.count <= TreeLimits.depth else { throw .tooDeep(module: pathText) }
    return builder.open(name, className: className)
  }

  private mutating func closeModule() {
    builder.close()
    path.removeLast()
  }

  private var pathText: String {
    path.dropFirst().map { builder.text(of: $0) }.joined(separator: ".")
  }

  /// Adds tensors and children to the module that is open.
  private mutating func fill(
    _ module: Int, _ body: [ClassEntry.Item], _ scope: EvaluationScope, unit: CatalogUnit,
    tensors: [ClassEntry.TensorFact], chained: Bool
  ) throws(TreeError) {
    var content = Content()
    do throws(TreeError) {
      try collect(tensors, scope, unit, &content)
      try collect(body, scope, unit, &content)
    } catch {
      guard hasHeaders, case .needsHeaders(_, _, let reason) = error else { throw error }
      open.append((module, reason))
      return
    }
    if let reason = content.uncovered { open.append((module, reason)) }
    for pass in [ModuleTree.TensorKind.parameter, .persistentBuffer] {
      for tensor in content.tensors where (tensor.kind == .parameter) == (pass == .parameter) {
        try add(tensor.name, tensor.kind, tensor.dtype, tensor.count, columns: tensor.columns)
      }
    }
    for child in content.children {
      var inner = scope
      inner.loops = child.loops
      try make(child.fact, name: child.name, inner, unit: unit, chained: chained)
    }
  }

  private mutating func add(
    _ name: Symbol, _ kind: ModuleTree.TensorKind, _ dtype: DType, _ count: Int, columns: Int
  ) throws(TreeError) {
    guard builder.tensorCount < TreeLimits.modules else { throw .tooManyModules(module: pathText) }
    let tensor = builder.add(
      name, dtype: dtype, count: max(count, 0), kind: kind, columns: Int32(clamping: columns))
    if count < 0 { unsizedTensors.append(tensor) }
    let (size, overflow) = max(count, 0).multipliedReportingOverflow(by: dtype.bits)
    let (total, overflow2) = bits.addingReportingOverflow(size)
    guard !overflow, !overflow2, total < TreeLimits.bits else { throw .tooLarge(module: pathText) }
    bits = total
  }

  // MARK: - Children

  private mutating func make(
    _ fact: ClassEntry.ChildFact, name: Symbol, _ scope: EvaluationScope, unit: CatalogUnit, chained: Bool
  ) throws(TreeError) {
    do throws(TreeError) {
      switch fact.target {
      case .same: return
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

  private mutating func makeInline(
    _ className: Symbol, _ fact: ClassEntry.ChildFact, name: Symbol, _ scope: EvaluationScope, unit: CatalogUnit
  ) throws(TreeError) {
    let module = try openModule(name, symbol(className))
    try fill(module, fact.body, scope, unit: unit, tensors: fact.tensors, chained: false)
    closeModule()
  }

  private mutating func makeActivation(
    _ expression: Expression, name: Symbol, _ scope: EvaluationScope, _ fact: ClassEntry.ChildFact, _ unit: CatalogUnit
  ) throws(TreeError) {
    let value = try evaluate(expression, scope, unit, fact.line)
    guard case .string(let function) = value, let target = session.catalog.lookUp(.activation, function) else {
      throw .needsHeaders(architecture: architecture, module: pathText, reason: "activation \(value.summary)")
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

  /// The config and the arguments that a child gets.
  private func configs(
    of fact: ClassEntry.ChildFact, _ scope: EvaluationScope, _ unit: CatalogUnit
  ) throws(TreeError) -> (ConfigScope, [(name: Symbol, value: CatalogValue)]) {
    var arguments: [(name: Symbol, value: CatalogValue)] = []
    for (name, expression) in fact.arguments {
      arguments.append((name, try evaluate(expression, scope, unit, fact.line)))
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

  /// The model class that an auto class picks for a config.
  private func autoClass(_ table: String, _ config: ConfigScope) throws(TreeError) -> ClassEntry {
    let catalog = session.catalog
    let own = "\(config.kind.unit.name).\(config.kind.name)"
    var type = config.kind.modelType
    var row = catalog.lookUp(.auto, "\(table) \(type)")
    if row == nil || catalog.lookUp(.type, type) != own {
      for (other, target) in catalog.entries(of: .type) where target == own {
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

  // MARK: - Facts

  private mutating func collect(
    _ items: [ClassEntry.Item], _ scope: EvaluationScope, _ unit: CatalogUnit, _ content: inout Content
  ) throws(TreeError) {
    for item in items {
      switch item {
      case .require(let condition, let line):
        guard try holds(condition, scope, unit, line) else {
          let reason = "a case that the catalog does not cover (\(unit.name), line \(unit.line(line)))"
          guard hasHeaders else { throw .needsHeaders(architecture: architecture, module: pathText, reason: reason) }
          content.uncovered = content.uncovered ?? reason
          continue
        }
      case .branches(let branches):
        for branch in branches {
          if let condition = branch.condition {
            guard try evaluate(condition, scope, unit, branch.line).isTrue else { continue }
          }
          try collect(branch.body, scope, unit, &content)
          break
        }
      case .each(let variable, let count, let body, let line):
        try repeated(variable, count, body, line, scope, unit, &content)
      case .tensors(let facts): try collect(facts, scope, unit, &content)
      case .child(let fact): try collect(fact, scope, unit, &content)
      }
    }
  }

  /// Whether a requirement is met; where the headers are at hand, one that cannot be told is not.
  private func holds(
    _ condition: Expression, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int
  ) throws(TreeError) -> Bool {
    do throws(TreeError) {
      return try evaluate(condition, scope, unit, line).isTrue
    } catch {
      guard hasHeaders, case .needsHeaders = error else { throw error }
      return false
    }
  }

  private mutating func repeated(
    _ variable: Symbol, _ count: Expression, _ body: [ClassEntry.Item], _ line: Int, _ scope: EvaluationScope,
    _ unit: CatalogUnit, _ content: inout Content
  ) throws(TreeError) {
    let value = try evaluate(count, scope, unit, line)
    guard let count = value.integer ?? wholeNumber(value) else {
      throw failure(.wrongType("a list with \(value.summary) elements"), count, scope, unit, line)
    }
    guard count <= TreeLimits.modules else { throw .tooManyModules(module: pathText) }
    var inner = scope
    inner.loops.append((variable, 0))
    for index in 0..<max(count, 0) {
      inner.loops[inner.loops.count - 1].value = index
      try collect(body, inner, unit, &content)
    }
  }

  private mutating func collect(
    _ fact: ClassEntry.ChildFact, _ scope: EvaluationScope, _ unit: CatalogUnit, _ content: inout Content
  ) throws(TreeError) {
    if case .same = fact.target { return }
    let name = try self.name(fact.name, scope, unit, fact.line, next: content.children.count + content.parameters)
    if case .next = fact.name {
      content.children.append((name, fact, scope.loops))
    } else if let place = content.places[name] {
      content.children[place] = (name, fact, scope.loops)
    } else {
      content.places[name] = content.children.count
      content.children.append((name, fact, scope.loops))
    }
    guard builder.moduleCount + content.children.count <= TreeLimits.modules else {
      throw .tooManyModules(module: pathText)
    }
  }

  private mutating func name(
    _ name: ClassEntry.Name, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int, next: Int
  ) throws(TreeError) -> Symbol {
    switch name {
    case .fixed(let symbol): return self.symbol(symbol)
    case .next: return number(next)
    case .template(let parts):
      var text = ""
      for part in parts {
        switch part {
        case .text(let piece): text += piece
        case .value(let expression):
          let value = try evaluate(expression, scope, unit, line)
          if case .string(let string) = value { text += string } else { text += value.summary }
        }
      }
      return builder.intern(text)
    }
  }

  private mutating func collect(
    _ facts: [ClassEntry.TensorFact], _ scope: EvaluationScope, _ unit: CatalogUnit, _ content: inout Content
  ) throws(TreeError) {
    for fact in facts {
      if let condition = fact.condition {
        guard try evaluate(condition, scope, unit, fact.line).isTrue else { continue }
      }
      let name = try self.name(
        fact.name, scope, unit, fact.line, next: content.children.count + content.parameters)
      let (count, columns) = try elementCount(fact, scope, unit)
      content.tensors.append((name, fact.kind, fact.dtype ?? dtype, count, columns))
      if fact.kind == .parameter { content.parameters += 1 }
    }
  }

  /// The number of elements, or -1 when only the headers tell, and the extent of the last dimension.
  private func elementCount(
    _ fact: ClassEntry.TensorFact, _ scope: EvaluationScope, _ unit: CatalogUnit
  ) throws(TreeError) -> (count: Int, columns: Int) {
    guard let shape = fact.shape else {
      if hasHeaders, fact.kind != .transientBuffer { return (-1, 0) }
      throw .needsHeaders(architecture: architecture, module: pathText, reason: "a shape without closed form")
    }
    var count = 1
    var columns = 0
    for dimension in shape {
      let value: CatalogValue
      do {
        value = try evaluate(dimension, scope, unit, fact.line)
      } catch {
        if hasHeaders, fact.kind != .transientBuffer, case .needsHeaders = error { return (-1, 0) }
        throw error
      }
      guard let extent = value.integer ?? wholeNumber(value) else {
        throw failure(.wrongType("\(value.summary) as a dimension"), dimension, scope, unit, fact.line)
      }
      guard extent >= 0 else {
        throw failure(.wrongType("the negative dimension \(extent)"), dimension, scope, unit, fact.line)
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      guard !overflow else { throw .tooLarge(module: pathText) }
      count = product
      columns = extent
    }
    return (count, columns)
  }

  private func wholeNumber(_ value: CatalogValue) -> Int? {
    switch value {
    case .double(let number): Int(exactly: number.rounded(.towardZero))
    case .bool(let flag): flag ? 1 : 0
    default: nil
    }
  }

  // MARK: - Evaluation

  private func evaluate(
    _ expression: Expression, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int
  ) throws(TreeError) -> CatalogValue {
    do { return try scope.evaluate(expression) } catch { throw failure(error, expression, scope, unit, line) }
  }

  private func failure(
    _ failure: EvaluationFailure, _ expression: Expression, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int
  ) -> TreeError {
    if case .indexOutOfRange = failure {
      let reason = "a list of config.json is shorter than the catalog expects (\(unit.name), line \(unit.line(line)))"
      return .needsHeaders(architecture: architecture, module: pathText, reason: reason)
    }
    switch session.explain(failure, expression, scope, unit: unit, line: line) {
    case .explained(let explained):
      // A field that is null by default gets its value in code: the reference builds the model where the catalog cannot.
      if hasHeaders || explained.fields.contains(where: { $0.value == "null" }) {
        let reason = ([explained.reason] + explained.fields.map { "\($0.keyPath) is \($0.value)" }).joined(separator: ", ")
        return .needsHeaders(architecture: architecture, module: pathText, reason: reason)
      }
      return .config(architecture: architecture, module: pathText, explained)
    case .catalog(let error): return .catalog(error)
    case .needsHeaders(let reason): return .needsHeaders(architecture: architecture, module: pathText, reason: reason)
    default: return .needsHeaders(architecture: architecture, module: pathText, reason: "an expression without value")
    }
  }

  private func located<Result>(
    _ body: () throws(CatalogError) -> Result
  ) throws(TreeError) -> Result {
    do { return try body() } catch { throw .catalog(error) }
  }

  // MARK: - Symbols

  /// The symbol of the tree for a symbol of the catalog.
  private mutating func symbol(_ symbol: Symbol) -> Symbol {
    let index = Int(symbol)
    if index >= symbolMap.count {
      symbolMap.append(contentsOf: repeatElement(-1, count: index + 64 - symbolMap.count))
    }
    if symbolMap[index] < 0 { symbolMap[index] = builder.intern(session.symbols[symbol]) }
    return symbolMap[index]
  }

  private mutating func number(_ value: Int) -> Symbol {
    while numberSymbols.count <= value { numberSymbols.append(builder.intern(String(numberSymbols.count))) }
    return numberSymbols[value]
  }
}

extension String {
  /// What stands behind the last dot.
  fileprivate var lastComponent: String {
    utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }
}
