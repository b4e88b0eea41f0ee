/// Appends modules and tensors in definition order and closes them into a ``ModuleTree``.
///
/// A module's own tensors are added before its children are opened; `open` and `close` nest.
package struct ModuleTreeBuilder: Sendable {
  private var tree: ModuleTree
  private var stack: [Int] = []

  /// Starts with the root open.
  package init(rootClass: String) {
    tree = ModuleTree(
      records: [], tensors: [], symbols: SymbolTable(), noSplitClasses: [], noPlacementParameters: [], notes: [])
    open("", className: rootClass)
  }

  /// Starts with nothing open: the first module that is opened is the root.
  package init() {
    tree = ModuleTree(
      records: [], tensors: [], symbols: SymbolTable(), noSplitClasses: [], noPlacementParameters: [], notes: [])
  }

  /// How many modules are open.
  package var depth: Int { stack.count }

  package func text(of symbol: SymbolTable.Symbol) -> String { tree.symbols[symbol] }

  /// The path of a module, and the end of its descendants; a module that is open has no end yet.
  package func place(of module: Int) -> (path: String, end: Int) {
    (tree.path(of: module), stack.contains(module) ? Int.max : tree.end(of: module))
  }

  package var moduleCount: Int { tree.records.count }
  package var tensorCount: Int { tree.tensors.count }

  /// Opens a child of the module that is open, and returns its index.
  @discardableResult
  package mutating func open(_ name: String, className: String) -> Int {
    open(tree.symbols.intern(name), className: tree.symbols.intern(className))
  }

  package mutating func intern(_ string: String) -> SymbolTable.Symbol { tree.symbols.intern(string) }

  @discardableResult
  package mutating func open(_ name: SymbolTable.Symbol, className: SymbolTable.Symbol) -> Int {
    let index = tree.records.count
    tree.records.append(
      ModuleTree.ModuleRecord(
        parent: Int32(stack.last ?? -1), end: Int32(index + 1), name: name, className: className,
        firstTensor: Int32(tree.tensors.count), tensorCount: 0))
    stack.append(index)
    return index
  }

  /// The module that is open is an object that stands at an earlier path.
  package mutating func markRepeated() { tree.records[stack[stack.count - 1]].isRepeated = true }

  /// The class of the module without tensors and children that stands at a path below one of the open modules, the
  /// deepest first; nil where there is none. O(depth x children on the way).
  package func classOfEmptyModule(at path: [SymbolTable.Symbol]) -> SymbolTable.Symbol? {
    for start in stack.reversed() {
      var module: Int? = start
      for name in path { module = module.flatMap { child(of: $0, name) } }
      guard let module else { continue }
      let record = tree.records[module]
      return record.tensorCount == 0 && tree.isLeaf(module) && !stack.contains(module) ? record.className : nil
    }
    return nil
  }

  /// A child by name; the end of a module that is open is that of the tree so far.
  private func child(of module: Int, _ name: SymbolTable.Symbol) -> Int? {
    func end(_ module: Int) -> Int { stack.contains(module) ? tree.records.count : tree.end(of: module) }
    var child = module + 1
    let last = end(module)
    while child < last {
      if tree.records[child].name == name { return child }
      child = end(child)
    }
    return nil
  }

  /// Adds a tensor to the module that is open; its children must not have been opened yet.
  ///
  /// - Returns: the index of the tensor.
  @discardableResult
  package mutating func add(
    _ name: SymbolTable.Symbol, dtype: DType, count: Int, kind: TensorKind = .parameter, storedBits: Int = -1,
    unpackedBits: Int = -1, columns: Int32 = 0
  ) -> Int {
    add(
      ModuleTree.TensorRecord(
        name: name, owner: 0, dtype: dtype, kind: kind, count: count, tiedTo: -1, columns: columns,
        storedBits: storedBits, unpackedBits: unpackedBits))
  }

  /// Adds a copy of a tensor to the module that is open, tied to none.
  @discardableResult
  package mutating func add(_ record: ModuleTree.TensorRecord) -> Int {
    let owner = stack[stack.count - 1]
    precondition(owner == tree.records.count - 1, "tensors of a module come before its children")
    var record = record
    record.owner = Int32(owner)
    record.tiedTo = -1
    tree.tensors.append(record)
    tree.records[owner].tensorCount += 1
    return tree.tensors.count - 1
  }

  /// Closes the module that is open.
  package mutating func close() {
    let index = stack.removeLast()
    tree.records[index].end = Int32(tree.records.count)
  }

  /// Makes `tensor` share the storage of `source` (and of whatever `source` shares in the end).
  package mutating func tie(_ tensor: Int, to source: Int) {
    tree.tensors[tensor].tiedTo = Int32(source)
  }

  /// Closes all that is open and returns the tree, into which ties are written later.
  mutating func finishWithoutTies() -> ModuleTree {
    while !stack.isEmpty { close() }
    return tree
  }

  /// Closes all that is open and returns the tree.
  package consuming func finish() -> ModuleTree {
    while !stack.isEmpty { close() }
    resolveTies()
    return tree
  }

  /// Replaces chains of ties by ties to their last source; a chain that closes on itself is cut where it closes.
  private mutating func resolveTies() {
    for index in tree.tensors.indices where tree.tensors[index].tiedTo >= 0 {
      var seen: Set<Int32> = [Int32(index)]
      var root = tree.tensors[index].tiedTo
      while tree.tensors[Int(root)].tiedTo >= 0, seen.insert(root).inserted { root = tree.tensors[Int(root)].tiedTo }
      tree.tensors[index].tiedTo = root == Int32(index) ? -1 : root
    }
  }
}
