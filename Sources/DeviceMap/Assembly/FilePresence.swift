/// The tensors of the files under the names that they have in the model: what decides where config.json does not tell.
package struct FilePresence {
  private var implied = ImpliedModules()

  /// O(tensors x depth).
  package init(_ names: NameTemplates, rules: NameRules) {
    let targets = rules.targets(of: names.templates)
    for stored in names.tensors {
      let numbers = names.numbers[names.numbers(of: stored)]
      for candidate in targets[Int(stored.template)].candidates {
        for name in candidate.names {
          let path = ModuleIndex.text(name, numbers).split(separator: ".", omittingEmptySubsequences: false)
          implied.insert(path.map(String.init), dtype: stored.dtype, count: stored.count, storedBits: -1)
        }
      }
    }
  }

  /// The module of that name, if tensors lie in it.
  func child(of node: Int, _ name: String) -> Int? { implied.existingChild(of: node, name) }

  func hasTensor(_ node: Int, named name: String) -> Bool { implied.hasTensor(node, named: name) }

  /// How often a list of children may repeat in a module: up to the largest number among its children, unless that leaves
  /// most numbers out.
  func mostRepetitions(in node: Int) -> Int {
    let children = implied.children(of: node)
    let largest = children.map { Int(implied.nodes[$0].number) + 1 }.max() ?? 0
    let tensors = implied.tensorCount(node)
    return min(max(largest, children.count + tensors), 4 * (children.count + tensors) + 64)
  }
}
