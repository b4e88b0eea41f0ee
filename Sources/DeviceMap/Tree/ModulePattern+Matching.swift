extension ModulePattern {
  /// The modules that match, outermost ones only, in definition order.
  ///
  /// - Complexity: O(modules) for the part of the tree that the pattern can reach; each different name is compared
  ///   once with each component.
  public func matches(in tree: ModuleTree) -> [TreeModule] {
    moduleIndices(in: tree).map { TreeModule(tree: tree, index: $0) }
  }

  /// The modules of ``matches(in:)`` by index.
  package func moduleIndices(in tree: ModuleTree) -> [Int] {
    var search = Search(self, tree)
    return search.run().modules
  }

  /// The tensors that match by their own path, and all tensors of the modules that match, in definition order.
  ///
  /// - Complexity: as ``matches(in:)``, and O(tensors).
  package func tensors(in tree: ModuleTree) -> [Int] {
    var search = Search(self, tree)
    let found = search.run()
    return (found.tensors + found.modules.flatMap { Array(tree.allTensors(of: $0)) }).sorted()
  }

  /// Whether one component of a path matches.
  static func matches(_ pieces: [Piece], _ name: [UInt8]) -> Bool {
    var ends = [Bool](repeating: false, count: name.count + 1)
    ends[0] = true
    for piece in pieces {
      var next = [Bool](repeating: false, count: name.count + 1)
      for start in ends.indices where ends[start] {
        switch piece {
        case .star: for end in start...name.count { next[end] = true }
        case .literal(let bytes): mark(&next, bytes, in: name, from: start)
        case .choice(let alternatives):
          for alternative in alternatives { mark(&next, alternative, in: name, from: start) }
        }
      }
      ends = next
    }
    return ends[name.count]
  }

  private static func mark(_ ends: inout [Bool], _ bytes: [UInt8], in name: [UInt8], from start: Int) {
    if name[start...].starts(with: bytes) { ends[start + bytes.count] = true }
  }

  private static func mark(
    _ ends: inout [Bool], _ alternative: Alternative, in name: [UInt8], from start: Int
  ) {
    switch alternative {
    case .word(let bytes): mark(&ends, bytes, in: name, from: start)
    case .numbers(let range):
      var value = 0
      for end in start..<name.count {
        let digit = Int(name[end]) - 48
        guard (0...9).contains(digit), end == start || value > 0, value < 1 << 50 else { return }
        value = value * 10 + digit
        if range.contains(value) { ends[end + 1] = true }
      }
    }
  }

  /// Walks the tree with the set of components that may come next, as bits.
  private struct Search {
    private let pattern: ModulePattern
    private let tree: ModuleTree
    private let finished: UInt64
    /// By component and symbol: not looked at, no, yes.
    private var known: [[UInt8]]

    init(_ pattern: ModulePattern, _ tree: ModuleTree) {
      self.pattern = pattern
      self.tree = tree
      finished = 1 << UInt64(pattern.components.count)
      known = pattern.components.map { _ in [UInt8](repeating: 0, count: tree.symbols.count) }
    }

    /// The outermost modules that match, and the tensors that match in modules that do not.
    mutating func run() -> (modules: [Int], tensors: [Int]) {
      var matches: [Int] = []
      var tensors: [Int] = []
      var open: [(end: Int, states: UInt64)] = []
      var module = 0
      while module < tree.count {
        while let last = open.last, last.end <= module { open.removeLast() }
        let states = module == 0 ? skippingDepth(1) : step(open[open.count - 1].states, tree.records[module].name)
        if states & finished != 0 { matches.append(module) }
        if states == 0 || states & finished != 0 {
          module = tree.end(of: module)
        } else {
          for tensor in tree.ownTensors(of: module) where step(states, tree.tensors[tensor].name) & finished != 0 {
            tensors.append(tensor)
          }
          open.append((tree.end(of: module), states))
          module += 1
        }
      }
      return (matches, tensors)
    }

    /// `**` may stand for no component at all.
    private func skippingDepth(_ states: UInt64) -> UInt64 {
      var states = states
      for (index, component) in pattern.components.enumerated()
      where component == .anyDepth && states & (1 << UInt64(index)) != 0 {
        states |= 1 << UInt64(index + 1)
      }
      return states
    }

    private mutating func step(_ states: UInt64, _ name: SymbolTable.Symbol) -> UInt64 {
      var next: UInt64 = 0
      for (index, component) in pattern.components.enumerated() where states & (1 << UInt64(index)) != 0 {
        switch component {
        case .anyDepth: next |= 1 << UInt64(index)
        case .name(let pieces):
          if known[index][Int(name)] == 0 {
            known[index][Int(name)] = ModulePattern.matches(pieces, Array(tree.symbols[name].utf8)) ? 2 : 1
          }
          if known[index][Int(name)] == 2 { next |= 1 << UInt64(index + 1) }
        }
      }
      return skippingDepth(next)
    }
  }
}
