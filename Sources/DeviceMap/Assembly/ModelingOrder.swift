/// Classes and order of modules by the texts of modelling files, for modules that the names of tensors imply.
struct ModelingOrder {
  /// The children of a node that the text names, in its order.
  private var orders: [Int: [Int]] = [:]
  /// Classes that are not to be cut, sorted; empty when the texts name none that occurs.
  private(set) var noSplit: [String] = []
  private(set) var notes: [Note] = []

  init() {}

  /// Names the classes of the nodes of `implied`, and remembers the order of their children. O(nodes x children in text).
  init(_ text: ModelingText, rootClass: String, leadsToBlocks: Set<Int>, _ implied: inout ImpliedModules) {
    guard !text.lineage(of: rootClass).isEmpty else { return }
    var walk = Walk(text: text, leadsToBlocks: leadsToBlocks)
    walk.enter(0, classes: [rootClass], fact: nil, &implied, depth: 0)
    orders = walk.orders
    let used = Set(walk.classes.values)
    var names: Set<String> = []
    for name in used { names.formUnion(text.noSplit(of: name)) }
    noSplit = names.intersection(used).sorted()
    notes.append(
      Note(
        code: "modeling-text",
        "classes and order of \(walk.classes.count) modules"
          + (noSplit.isEmpty ? "" : " and the blocks that stay whole (\(noSplit.joined(separator: ", ")))")
          + " were read from the modelling files beside the checkpoint"))
  }

  /// The children of a node: those that the text names in its order, the others behind what they usually follow.
  func order(of node: Int, usually children: [Int]) -> [Int] {
    guard let known = orders[node] else { return children }
    let isKnown = Set(known)
    var followers: [Int: [Int]] = [:]
    var last = -1
    for child in children {
      if isKnown.contains(child) { last = child } else { followers[last, default: []].append(child) }
    }
    return (followers[-1] ?? []) + known.flatMap { [$0] + (followers[$0] ?? []) }
  }

  private struct Walk {
    private(set) var text: ModelingText
    let leadsToBlocks: Set<Int>
    var orders: [Int: [Int]] = [:]
    var classes: [Int: String] = [:]
    init(text: ModelingText, leadsToBlocks: Set<Int>) {
      self.text = text
      self.leadsToBlocks = leadsToBlocks
    }

    mutating func enter(
      _ node: Int, classes names: [String], fact: ModelingText.Child?, _ implied: inout ImpliedModules, depth: Int
    ) {
      guard depth < TreeLimits.depth else { return }
      let name = best(of: names, for: node, implied)
      if let name {
        classes[node] = name
        if node > 0 { implied.classes[node] = name }
      }
      if let fact, !fact.elements.isEmpty {
        for child in implied.children(of: node) where implied.nodes[child].number >= 0 {
          enter(child, classes: fact.elements, fact: nil, &implied, depth: depth + 1)
        }
        return
      }
      var facts = fact?.parts ?? []
      if facts.isEmpty, let name { facts = text.children(of: name) }
      guard !facts.isEmpty else { return }
      var order: [Int] = []
      var seen: Set<Int> = []
      for fact in facts {
        guard let child = implied.existingChild(of: node, fact.name) ?? addWithoutTensors(fact, to: node, &implied)
        else {
          continue
        }
        // A name that is given twice keeps its first place.
        guard seen.insert(child).inserted else { continue }
        order.append(child)
        enter(child, classes: fact.classes, fact: fact, &implied, depth: depth + 1)
      }
      orders[node] = order
    }

    /// Modules beside the lists of blocks that no file has tensors for: rotary embeddings, dropouts.
    private mutating func addWithoutTensors(
      _ fact: ModelingText.Child, to node: Int, _ implied: inout ImpliedModules
    ) -> Int? {
      guard leadsToBlocks.contains(node), !fact.isConditional, fact.classes.count == 1, fact.elements.isEmpty,
        fact.parts.isEmpty, let name = fact.classes.first
      else { return nil }
      guard name == "Dropout" || text.isModule(name) && text.children(of: name).isEmpty else { return nil }
      return Int(implied.child(of: Int32(node), implied.intern(fact.name)))
    }

    /// The class whose children are most like those of a node; the first of equals.
    private mutating func best(of names: [String], for node: Int, _ implied: ImpliedModules) -> String? {
      guard names.count > 1 else { return names.first }
      var found = (name: names[0], score: Int.min)
      for name in names.prefix(16) {
        let facts = text.children(of: name)
        let score = facts.count { implied.existingChild(of: node, $0.name) != nil } * 2 - facts.count
        if score > found.score { found = (name, score) }
      }
      return found.name
    }
  }
}
