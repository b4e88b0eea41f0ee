/// The paths of all modules in order, each made from its parent's: O(total length) instead of a walk up for each.
package struct PathWalk {
  private let tree: ModuleTree

  package init(_ tree: ModuleTree) { self.tree = tree }

  /// All paths in module order, the root's first.
  package func paths() -> [String] {
    var paths: [String] = []
    paths.reserveCapacity(tree.count)
    forEach { _, path in paths.append(path) }
    return paths
  }

  package func forEach(_ body: (_ module: Int, _ path: String) -> Void) {
    var stack: [(end: Int, prefix: String)] = []
    for module in 0..<tree.count {
      while let top = stack.last, top.end <= module { stack.removeLast() }
      let path = (stack.last?.prefix ?? "") + tree.name(of: module)
      body(module, path)
      if !tree.isLeaf(module) { stack.append((tree.end(of: module), module == 0 ? "" : path + ".")) }
    }
  }
}
