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
  /// What the floating tensors of the child that is being built are cast to.
  var cast: DType?
  /// The names of the tensors in the files, nil for a config alone.
  let names: NameTemplates?
  /// Whether the names may decide what config.json does not tell.
  var asksFiles = true
  /// What the files hold under the names of the model, for what has no closed form; made when it is first asked for.
  var presence: FilePresence?
  /// The rules of the models that were opened before `ruledModels`.
  var rules: NameRules?
  var ruledModels = 0
  var builder: ModuleTreeBuilder
  /// Pretrained models in the tree, in pre-order.
  var models: [PretrainedModel] = []
  /// Tensors whose size only the headers tell.
  var unsizedTensors: [Int] = []
  /// Modules whose content only the headers tell, with the reason.
  var open: [(module: Int, reason: String)] = []
  /// Paths of modules for which the files decided something.
  var decided: [String] = []
  private var symbolMap: ContiguousArray<Symbol> = []
  private var numberSymbols: ContiguousArray<Symbol> = []
  var path: [Symbol] = []
  private var bits = 0
  /// What building the model raises on.
  var refusals: [ConfigRefusal] = []
  /// Tensors that are read otherwise than by the forward of their module, by paths below a module.
  var readOutside: [(module: Int, paths: [String], when: OutsideRead)] = []
  /// Classes that are linear layers by inheritance.
  var linearClasses: Set<Symbol> = []
  /// Where it is noted which lines make the modules, for those who ask.
  var trace: EntryTrace?

  package struct PretrainedModel {
    package var module: Int
    package var entry: ClassEntry
    package var config: ConfigScope
    /// Whether all modules from the root to here are models; only then does the root know its ties and blocks.
    package var isChained: Bool
  }

  init(session: CatalogSession, architecture: String, dtype: DType, names: NameTemplates?) {
    self.session = session
    self.architecture = architecture
    self.dtype = dtype
    self.names = names
    builder = ModuleTreeBuilder()
  }

  /// Whether the headers of the files can give what has no closed form.
  var hasHeaders: Bool { names != nil }

  consuming func finish() -> ModuleTreeBuilder { builder }

  /// What a module holds, before its children are built.
  struct Content {
    var tensors: [(name: Symbol, kind: TensorKind, dtype: DType, count: Int, columns: Int)] = []
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
    // What could not be told for want of steps may have been taken for what is absent.
    if session.work.isExceeded { throw .tooMuchWork(module: "") }
  }

  /// Opens a module of a class of the catalog, fills it and closes it.
  mutating func make(
    _ entry: ClassEntry, name: Symbol, config: ConfigScope, parameters: [(name: Symbol, value: CatalogValue?)],
    chained: Bool
  ) throws(TreeError) {
    var scope = EvaluationScope(config: config)
    scope.parameters = parameters
    for (name, value) in entry.defaults where !scope.hasParameter(name) {
      scope.parameters.append((name, value))
    }
    let module = try openModule(name, symbol(entry.className))
    trace?.fills("\(entry.unit.name).\(entry.name)", scope)
    if entry.isLinear { linearClasses.insert(entry.className) }
    let isChained = chained && entry.isModel
    for fact in entry.readOutside where module == 0 || !fact.isOfRoot {
      if let condition = fact.condition {
        // A tree does not depend on it.
        guard let value = try? evaluate(condition, scope, entry.unit, fact.line), value.isTrue else { continue }
      }
      readOutside.append((module, fact.paths, fact.when))
    }
    if entry.isModel {
      models.append(PretrainedModel(module: module, entry: entry, config: config, isChained: isChained))
    }
    try fill(module, entry.body, scope, unit: entry.unit, tensors: [], chained: isChained)
    closeModule()
  }

  mutating func openModule(_ name: Symbol, _ className: Symbol) throws(TreeError) -> Int {
    path.append(name)
    guard builder.moduleCount < TreeLimits.modules else { throw .tooManyModules(module: pathText) }
    guard path.count <= TreeLimits.depth else { throw .tooDeep(module: pathText) }
    trace?.opened(pathText, builder.text(of: className))
    return builder.open(name, className: className)
  }

  mutating func closeModule() {
    builder.close()
    path.removeLast()
  }

  var pathText: String {
    path.dropFirst().map { builder.text(of: $0) }.joined(separator: ".")
  }

  /// Adds tensors and children to the module that is open.
  mutating func fill(
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
    for pass in [TensorKind.parameter, .persistentBuffer] {
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

  mutating func add(
    _ name: Symbol, _ kind: TensorKind, _ dtype: DType, _ count: Int, columns: Int
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

  // MARK: - Symbols

  /// The symbol of the tree for a symbol of the catalog.
  mutating func symbol(_ symbol: Symbol) -> Symbol {
    let index = Int(symbol)
    if index >= symbolMap.count {
      symbolMap.append(contentsOf: repeatElement(-1, count: index + 64 - symbolMap.count))
    }
    if symbolMap[index] < 0 { symbolMap[index] = builder.intern(session.symbols[symbol]) }
    return symbolMap[index]
  }

  mutating func number(_ value: Int) -> Symbol {
    while numberSymbols.count <= value { numberSymbols.append(builder.intern(String(numberSymbols.count))) }
    return numberSymbols[value]
  }
}
