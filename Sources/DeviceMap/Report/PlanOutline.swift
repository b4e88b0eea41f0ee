/// The modules that a text names by their paths, as a tree without tensors.
struct PlanOutline {
  private struct Name: Hashable {
    var parent: Int
    var name: Substring
  }

  private var nodes: [Name: Int] = [:]
  private var names: [Substring] = [""]
  private var children: [[Int]] = [[]]

  /// The node at a path, made where it is not there. O(length).
  mutating func insert(_ path: String) throws(PlanReadingError) -> Int {
    var node = 0
    var depth = 0
    for name in path.split(separator: ".", omittingEmptySubsequences: false) where !path.isEmpty {
      depth += 1
      guard depth <= TreeLimits.nameDepth + 1, names.count < TreeLimits.modules else { throw .tooLarge }
      let key = Name(parent: node, name: name)
      if let known = nodes[key] {
        node = known
        continue
      }
      nodes[key] = names.count
      children[node].append(names.count)
      node = names.count
      names.append(name)
      children.append([])
    }
    return node
  }

  /// The tree, and the module of each node.
  func tree(rootClass: String) -> (tree: ModuleTree, modules: [Int]) {
    var builder = ModuleTreeBuilder(rootClass: rootClass)
    var modules = [Int](repeating: 0, count: names.count)
    func add(_ node: Int) {
      for child in children[node] {
        modules[child] = builder.open(String(names[child]), className: "")
        add(child)
        builder.close()
      }
    }
    add(0)
    var tree = builder.finish()
    tree.isOutline = true
    return (tree, modules)
  }
}
