/// A tensor that is added to a tree, with its path below a module.
struct AddedTensor {
  var module: Int
  var path: [String]
  var dtype: DType
  var count: Int
  var storedBits: Int
  var unpackedBits = -1
}

/// A copy of a tree in which tensors and modules, known from names alone, take the place of others.
struct ReplacingCopy {
  private let old: ModuleTree
  private let dropped: Set<Int>
  private let absent: Set<Int>
  private var implied: [Int: ImpliedModules] = [:]
  private var builder = ModuleTreeBuilder()
  private var newTensor: ContiguousArray<Int>
  private var newSymbol: [SymbolTable.Symbol] = []

  /// - Parameters:
  ///   - dropped: tensors to leave out; none of them is tied.
  ///   - absent: modules to leave out with all that is in them.
  init(_ tree: ModuleTree, _ additions: [AddedTensor], without dropped: Set<Int> = [], absent: Set<Int> = []) {
    old = tree
    self.dropped = dropped
    self.absent = absent
    newTensor = ContiguousArray(repeating: -1, count: tree.tensors.count)
    for symbol in 0..<tree.symbols.count {
      newSymbol.append(builder.intern(tree.symbols[SymbolTable.Symbol(symbol)]))
    }
    for addition in additions {
      implied[addition.module, default: ImpliedModules()].insert(
        addition.path, dtype: addition.dtype, count: addition.count, storedBits: addition.storedBits,
        unpackedBits: addition.unpackedBits)
    }
  }

  /// The tree with the additions behind what each module had. O(modules + tensors).
  mutating func copied() -> ModuleTree {
    copy(0)
    for tensor in old.tensors.indices where old.tensors[tensor].tiedTo >= 0 {
      let source = newTensor[Int(old.tensors[tensor].tiedTo)]
      if newTensor[tensor] >= 0, source >= 0 { builder.tie(newTensor[tensor], to: source) }
    }
    var tree = builder.finish()
    tree.noSplitClasses = old.noSplitClasses
    tree.noPlacementParameters = old.noPlacementParameters
    tree.notes = old.notes
    tree.architecture = old.architecture
    tree.configurations = old.configurations
    tree.quantization = old.quantization
    tree.modulesKeptInFloat32 = old.modulesKeptInFloat32
    tree.linearClasses = old.linearClasses
    tree.outputEmbedding = old.outputEmbedding
    tree.release = old.release
    tree.loadedDType = old.loadedDType
    return tree
  }

  private mutating func copy(_ module: Int) {
    let record = old.records[module]
    builder.open(newSymbol[Int(record.name)], className: newSymbol[Int(record.className)])
    if record.isRepeated { builder.markRepeated() }
    for tensor in old.ownTensors(of: module) where !dropped.contains(tensor) {
      var record = old.tensors[tensor]
      record.name = newSymbol[Int(record.name)]
      newTensor[tensor] = builder.add(record)
    }
    implied[module]?.appendTensors(of: 0, to: &builder)
    for child in old.children(of: module) where !absent.contains(child) { copy(child) }
    implied[module]?.appendChildren(of: 0, to: &builder)
    builder.close()
  }
}
