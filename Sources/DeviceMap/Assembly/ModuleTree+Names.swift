extension ModuleTree {
  /// The tree of a model of which only the names of its tensors are known.
  ///
  /// Every dotted prefix of a name is a module. The outermost numbered lists whose elements hold modules are taken for
  /// the blocks that must not be cut. Embeddings come first, then towers, layers in numeric order, the final norm and the
  /// head. O(tensors x depth).
  static func inferred(
    from names: NameTemplates, rootClass: String, dtype: DType?, isQuantized: Bool = false,
    modeling: ModelingText = ModelingText()
  ) throws(TreeError) -> ModuleTree {
    var inference = try NameInference(names, dtype: dtype, isQuantized: isQuantized)
    return inference.tree(rootClass: rootClass, modeling: modeling)
  }
}

/// Infers blocks and order from names.
private struct NameInference {
  private var implied = ImpliedModules()
  /// What modelling files say.
  private var written = ModelingOrder()
  /// Nodes on the way from the root to a list of blocks.
  private var leadsToBlocks: Set<Int> = []
  /// Lists of blocks.
  private var blockLists: Set<Int> = []

  init(_ names: NameTemplates, dtype: DType?, isQuantized: Bool) throws(TreeError) {
    var components: [[SymbolTable.Symbol?]] = []
    for template in names.templates {
      var parts = template.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      if isQuantized { PackedName.joinLeaf(&parts) }
      components.append(
        parts.map { $0.elementsEqual([NameTemplates.slot]) ? nil : implied.intern(String(decoding: $0, as: UTF8.self)) }
      )
    }
    for stored in names.tensors {
      let parts = components[Int(stored.template)]
      guard parts.count <= TreeLimits.depth + 1 else { throw .tooDeep(module: names.name(of: stored)) }
      var number = Int(stored.firstNumber)
      var node: Int32 = 0
      for (index, part) in parts.enumerated() {
        var symbol = part ?? 0
        if part == nil {
          symbol = implied.number(names.numbers[number])
          number += 1
        }
        if index < parts.count - 1 {
          node = implied.child(of: node, symbol)
          guard node < TreeLimits.modules else { throw .tooManyModules(module: names.name(of: stored)) }
        } else {
          let own = dtype != nil && stored.dtype.isFloatingPoint ? dtype ?? stored.dtype : stored.dtype
          implied.addTensor(to: node, symbol, dtype: own, count: stored.count, storedBits: -1)
        }
      }
    }
  }

  mutating func tree(rootClass: String, modeling: ModelingText) -> ModuleTree {
    _ = findBlocks(0, path: "", depth: 0)
    let blocks = implied.classes.keys.sorted()
    if !modeling.isEmpty {
      written = ModelingOrder(modeling, rootClass: rootClass, leadsToBlocks: leadsToBlocks, &implied)
    }
    var builder = ModuleTreeBuilder(rootClass: rootClass)
    implied.appendTensors(of: 0, to: &builder)
    implied.appendChildren(of: 0, to: &builder) { node, children in ordered(node, children) }
    var tree = builder.finish()
    let inferred = Set(blocks.compactMap { implied.classes[$0] })
    tree.noSplitClasses = written.noSplit.isEmpty ? inferred.sorted() : written.noSplit
    tree.notes += written.notes
    return tree
  }

  /// Marks the outermost lists of blocks below a node, and tells whether there are any.
  private mutating func findBlocks(_ node: Int, path: String, depth: Int) -> Bool {
    guard depth < TreeLimits.depth else { return false }
    let children = implied.children(of: node)
    let numbered = children.filter { implied.nodes[$0].number >= 0 }
    if numbered.count >= 2, numbered.allSatisfy({ implied.nodes[$0].childCount > 0 }), repeats(numbered) {
      let name = path.isEmpty ? "Block" : "\(path).*"
      for child in numbered { implied.classes[child] = name }
      blockLists.insert(node)
      leadsToBlocks.insert(node)
      return true
    }
    var found = false
    for child in children {
      let text = implied.text(child)
      if findBlocks(child, path: path.isEmpty ? text : "\(path).\(text)", depth: depth + 1) { found = true }
    }
    if found { leadsToBlocks.insert(node) }
    return found
  }

  /// Whether two elements of a list have the same children.
  private func repeats(_ nodes: [Int]) -> Bool {
    var seen: Set<String> = []
    for node in nodes {
      let signature = implied.children(of: node).map { implied.text($0) }.joined(separator: "/")
      if !seen.insert(signature).inserted { return true }
    }
    return false
  }

  /// Siblings of lists of blocks in the order in which models usually define them.
  private func ordered(_ node: Int, _ children: [Int]) -> [Int] {
    written.order(of: node, usually: inferredOrder(node, children))
  }

  private func inferredOrder(_ node: Int, _ children: [Int]) -> [Int] {
    guard leadsToBlocks.contains(node), !implied.isList(node) else { return children }
    let names = children.map { implied.text($0).lowercased() }
    let siblings = GuessedOrder.Siblings(names)
    let ranks = children.indices.map { index in
      GuessedOrder(names[index], kind(of: children[index]), among: siblings)
    }
    return children.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1] }.map { children[$0] }
  }

  private func kind(of child: Int) -> GuessedOrder.Content {
    guard leadsToBlocks.contains(child) else { return .other }
    return blockLists.contains(child) ? .blocks : .tower
  }
}
