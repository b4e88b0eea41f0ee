/// Which modules of a tree must not be cut.
package struct NoSplitClasses: Sendable {
  /// Whether any class is named; else blocks that repeat are only better left whole.
  package let areKnown: Bool
  private let tree: ModuleTree
  /// Whether the class with a symbol is not to be cut.
  private let marks: [Bool]
  /// Somebody chose the classes, so that nothing is inferred.
  private let areChosen: Bool

  /// - Parameter names: classes instead of the tree's own; nil for the tree's.
  package init(_ tree: ModuleTree, names: [String]? = nil) {
    self.tree = tree
    let classes = names ?? tree.noSplitClasses
    var marks = [Bool](repeating: false, count: tree.symbols.count)
    for name in classes {
      if let symbol = tree.symbols.find(name) { marks[Int(symbol)] = true }
    }
    self.marks = marks
    areKnown = !classes.isEmpty
    areChosen = names != nil
  }

  package func isNoSplit(_ module: Int) -> Bool { marks[Int(tree.records[module].className)] }

  /// The outermost modules below the root that should stay whole: instances of the classes, or where none is known the
  /// elements of lists that repeat.
  ///
  /// - Complexity: O(modules).
  package func blocks() -> [Int] {
    if !areKnown, areChosen { return [] }
    let repeated = areKnown ? [] : tree.blocks { _ in false }
    var blocks: [Int] = []
    var module = 1
    while module < tree.count {
      guard areKnown ? isNoSplit(module) : repeated[module] else {
        module += 1
        continue
      }
      blocks.append(module)
      module = tree.end(of: module)
    }
    return blocks
  }
}
