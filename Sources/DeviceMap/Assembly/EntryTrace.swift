/// Which entries of the catalog made the modules of a tree, and from which of their lines; noted while the tree is built.
package final class EntryTrace {
  /// A tensor as its line describes it, in the dtype that the model is built in.
  package struct Tensor {
    package let name: String
    package let kind: TensorKind
    package let shape: [Int]
    package let dtype: DType
    package let line: EntryLine
  }

  /// A module with what made it.
  package struct Place {
    package let path: String
    package let className: String
    /// The line of the child in the entry around; nil for the model itself.
    package let line: EntryLine?
    /// `llama.LlamaMLP`; nil for a module that the entry around describes.
    package fileprivate(set) var entry: String?
    package fileprivate(set) var tensors: [Tensor] = []
    /// What the expressions of its lines can name; nil for a module that no line is behind.
    fileprivate(set) var scope: EvaluationScope?
  }

  package private(set) var places: [Place] = []
  /// The line of the child that is built next.
  private var line: EntryLine?

  func childFollows(_ fact: ClassEntry.ChildFact, in unit: CatalogUnit) { line = unit.place(fact.line) }

  func opened(_ path: String, _ className: String) {
    places.append(Place(path: path, className: className, line: line))
    line = nil
  }

  /// The module that was opened last is filled from an entry, or from lines of the one around it.
  func fills(_ entry: String?, _ scope: EvaluationScope) {
    guard !places.isEmpty else { return }
    places[places.count - 1].entry = entry
    places[places.count - 1].scope = scope
  }

  func added(_ tensor: Tensor) {
    guard !places.isEmpty else { return }
    places[places.count - 1].tensors.append(tensor)
  }
}

extension TreeAssembler {
  /// Notes a tensor of the module that is open. Its dimensions have values: the number of its elements was told.
  func note(
    _ name: Symbol, _ fact: ClassEntry.TensorFact, _ dtype: DType, _ scope: EvaluationScope, _ unit: CatalogUnit
  ) throws(TreeError) {
    guard let trace else { return }
    var shape: [Int] = []
    for dimension in fact.shape ?? [] {
      let value = try evaluate(dimension, scope, unit, fact.line)
      shape.append(value.integer ?? wholeNumber(value) ?? 0)
    }
    trace.added(
      EntryTrace.Tensor(
        name: builder.text(of: name), kind: fact.kind, shape: shape, dtype: dtype, line: unit.place(fact.line)))
  }

  /// Builds what an entry holds at a place of another tree: its lines see the config, arguments and loops of that place.
  fileprivate mutating func make(_ entry: ClassEntry, in scope: EvaluationScope) throws(TreeError) {
    let module = try openModule(builder.intern(""), symbol(entry.className))
    trace?.fills("\(entry.unit.name).\(entry.name)", scope)
    try fill(module, entry.body, scope, unit: entry.unit, tensors: [], chained: false)
    closeModule()
  }
}

extension ModelSource {
  /// What made the modules of the model that config.json describes, in order.
  ///
  /// - Throws: ``TreeError`` when the catalog has no closed form for a part.
  /// - Complexity: O(modules * depth).
  func traced() throws(TreeError) -> EntryTrace {
    guard let entry = architecture.entry, let config = architecture.config else {
      throw .unknownArchitecture(architecture.named ?? "")
    }
    let trace = EntryTrace()
    var assembler = TreeAssembler(session: session, architecture: entry.name, dtype: dtype ?? .f32, names: nil)
    assembler.trace = trace
    let scope = try ModuleTree.rootScope(entry, config: config, as: architecture.configClass, session: session)
    try assembler.makeRoot(entry, config: scope)
    return trace
  }

  /// What an entry would be at the place of a module.
  ///
  /// - Parameter name: `UNIT.CLASS`.
  func tried(_ name: String, at place: EntryTrace.Place) throws(TreeError) -> EntryTrace {
    let words = name.split(separator: ".", maxSplits: 1).map(String.init)
    let entry: ClassEntry?
    do throws(CatalogError) {
      entry = words.count == 2 ? try session.unit(words[0])?.classEntry(words[1]) : nil
    } catch {
      throw .catalog(error)
    }
    guard let entry, let scope = place.scope else { throw .unknownArchitecture(name) }
    let trace = EntryTrace()
    var assembler = TreeAssembler(session: session, architecture: name, dtype: dtype ?? .f32, names: nil)
    assembler.trace = trace
    try assembler.make(entry, in: scope)
    return trace
  }
}
