/// Which tensor takes the storage of which other, by the rules of `get_expanded_tied_weights_keys` of transformers 5.23.0.
struct TiePatterns {
  private var source: [Int: Int] = [:]
  private var order: [Int] = []

  /// Adds the ties of one model; for a tensor that is known already the later source counts.
  mutating func add(
    _ ties: [ClassEntry.Tie], of module: Int, in tree: ModuleTree, notes: inout [Note]
  ) {
    if ties.allSatisfy({ Self.isPlain($0.target) && Self.isPlain($0.source) }) {
      for tie in ties {
        guard let target = tree.tensor(at: tie.target, below: module),
          let source = tree.tensor(at: tie.source, below: module)
        else { continue }
        set(target, source)
      }
      return
    }
    let names = TensorNames(of: module, in: tree)
    for tie in ties {
      guard let targets = names.matching(tie.target), let sources = names.matching(tie.source),
        !targets.isEmpty, !sources.isEmpty, targets.count % sources.count == 0
      else {
        notes.append(
          Note(
            .warning, code: "tie-not-found", "\(tie.target) cannot be tied to \(tie.source): no tensors of these names")
        )
        continue
      }
      var own: [Int: Int] = [:]
      for (index, target) in targets.enumerated() {
        let source = sources[index % sources.count]
        own[target] = own[source] ?? self.source[source] ?? source
        set(target, own[target] ?? source)
      }
    }
  }

  private mutating func set(_ target: Int, _ source: Int) {
    if target == source { return }
    if self.source.updateValue(source, forKey: target) == nil { order.append(target) }
  }

  /// Writes the ties into the tree; a chain of ties ends at its last source.
  func apply(to tree: inout ModuleTree) {
    for target in order {
      var root = source[target] ?? target
      var steps = 0
      while let next = source[root], steps <= order.count {
        root = next
        steps += 1
      }
      if root != target, steps <= order.count { tree.tensors[target].tiedTo = Int32(root) }
    }
  }

  /// Whether a name is a tensor's and no pattern.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") }
      && (name.hasSuffix("weight") || name.hasSuffix("bias"))
  }

  /// The parameters and buffers below a module by their relative names, sorted.
  private struct TensorNames {
    private var names: [(name: String, tensor: Int)] = []

    init(of module: Int, in tree: ModuleTree) {
      let prefix = module == 0 ? 0 : tree.path(of: module).utf8.count + 1
      for tensor in tree.allTensors(of: module) {
        names.append((String(decoding: tree.path(ofTensor: tensor).utf8.dropFirst(prefix), as: UTF8.self), tensor))
      }
      names.sort { $0.name.precedes($1.name) }
    }

    /// The tensors whose name starts with what the pattern matches; nil when the pattern cannot be read.
    func matching(_ pattern: String) -> [Int]? {
      guard let pattern = try? NamePattern("^" + pattern) else { return nil }
      let work = WorkBudget()
      var result: [Int] = []
      for (name, tensor) in names where pattern.firstMatch(in: Array(name.utf8), work) != nil { result.append(tensor) }
      if work.isExceeded { return nil }
      return result
    }
  }
}

extension ModuleTree {
  /// The tensor at a path relative to a module. O(children on the way).
  func tensor(at path: String, below module: Int) -> Int? {
    var current = module
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    for part in parts.dropLast() {
      guard let symbol = symbols.find(part),
        let child = children(of: current).first(where: { records[$0].name == symbol })
      else { return nil }
      current = child
    }
    guard let last = parts.last, let symbol = symbols.find(last) else { return nil }
    return ownTensors(of: current).first { tensors[$0].name == symbol }
  }
}
