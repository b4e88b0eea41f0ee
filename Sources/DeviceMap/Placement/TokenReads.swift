/// What making one token of each sequence reads of the weights: active experts alone, one row of the embedding, all else.
package struct TokenReads: Sendable {
  private let tree: ModuleTree
  private let weights: ModuleSizes
  private let batch: Int
  /// The share of each tensor that is read.
  private let kinds: [Kind]
  private let experts: ActiveExperts?

  private enum Kind: UInt8, Sendable { case whole, expert, lookup }

  /// - Parameter batch: sequences at once.
  /// - Complexity: O(modules + tensors).
  package init(_ tree: ModuleTree, weights: ModuleSizes, batch: Int = 1) {
    self.tree = tree
    self.weights = weights
    self.batch = batch
    experts = tree.configurations.lazy.compactMap { ActiveExperts($0.fields) }.first
    var kinds = [Kind](repeating: .whole, count: tree.tensors.count)
    let heads = Set(tree.tiedGroups.compactMap(\.first))
    for module in 0..<tree.count {
      let tensors = tree.allTensors(of: module)
      if tree.name(of: module) == "experts" {
        for tensor in tensors { kinds[tensor] = .expert }
      } else if tree.className(of: module) == "Embedding", tree.isLeaf(module),
        !tensors.contains(where: { tree.tensors[$0].tiedTo >= 0 || heads.contains($0) })
      {
        for tensor in tensors { kinds[tensor] = .lookup }
      }
    }
    self.kinds = kinds
  }

  /// Bits of a tensor that are read.
  package func bits(ofTensor tensor: Int) -> Int {
    let all = weights.bits(ofTensor: tensor)
    switch kinds[tensor] {
    case .whole: return all
    case .expert: return experts?.active(of: all, batch: batch) ?? all
    case .lookup: return 0
    }
  }

  /// Of so many bits of experts those that are read.
  package func active(ofExperts bits: Int) -> Int { experts?.active(of: bits, batch: batch) ?? bits }

  /// Parameters of experts that a token does not pass through, as elements.
  package var inactiveElements: Int {
    guard let experts else { return 0 }
    return tree.tensors.indices.reduce(0) { sum, index in
      let tensor = tree.tensors[index]
      guard kinds[index] == .expert, tensor.kind == .parameter, tensor.tiedTo < 0 else { return sum }
      let count = max(0, tree.elements(of: tensor))
      return sum +| (count - experts.active(of: count, batch: 1))
    }
  }
}
