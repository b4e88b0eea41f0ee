/// Which tensors share storage, for lookups by part.
///
/// The references find the tied tensors of a part by looking for its path *inside* theirs: a module `head` is taken to
/// hold `lm_head.weight`, and `proj` to hold `model.proj.weight`. Such mistaken hits change what is placed together and
/// are reproduced; they are few, and found once, from the tied paths.
struct TieTable {
  /// Tensors of each group, sorted by path as bytes.
  let groups: [[Int]]
  /// All tied tensors, ascending.
  private let tensors: [Int]
  /// The group of each element of `tensors`.
  private let groupOf: [Int]
  /// Tied tensors that only seem to lie in a part.
  private let mistaken: [TreePart: [Int]]
  private let tree: ModuleTree

  init(_ tree: ModuleTree, onlyParameters: Bool) {
    self.tree = tree
    let all = tree.tiedGroups.filter { !onlyParameters || $0.allSatisfy { tree.tensors[$0].kind == .parameter } }
    groups = all.map { group in
      // The order only decides which of several partners is cut first.
      if group.count < 3 { return group }
      let paths = group.map { (path: Array(tree.path(ofTensor: $0).utf8), tensor: $0) }
      return paths.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map(\.tensor)
    }
    let flat = groups.enumerated().flatMap { number, group in group.map { (tensor: $0, group: number) } }
    let sorted = flat.sorted { $0.tensor < $1.tensor }
    tensors = sorted.map(\.tensor)
    groupOf = sorted.map(\.group)
    mistaken = groups.isEmpty ? [:] : MistakenTies(tree).hits(of: tensors)
  }

  /// Some part seems to hold a tied tensor that it does not hold.
  var hasMistakes: Bool { !mistaken.isEmpty }

  /// The tensors outside of a part that share storage with tensors inside of it, group by group.
  ///
  /// - Parameter mistakes: whether mistaken hits count as inside.
  /// - Complexity: O(tied tensors inside + those that are returned).
  func outside(of part: TreePart, mistakes: Bool) -> [Int] {
    if groups.isEmpty { return [] }
    let seeming = mistakes ? mistaken[part] ?? [] : []
    let inside = positions(inside: part)
    if inside.isEmpty, seeming.isEmpty { return [] }
    var touched = inside.map { groupOf[$0] }
    for tensor in seeming { touched.append(groupOf[position(tensor)]) }
    touched.sort()
    var result: [Int] = []
    var index = 0
    while index < touched.count {
      let number = touched[index]
      while index < touched.count, touched[index] == number { index += 1 }
      result += groups[number].filter { !holds(part, $0) && !seeming.contains($0) }
    }
    return result
  }

  /// The tied tensors that lie in a part.
  func inside(_ part: TreePart) -> ArraySlice<Int> { tensors[positions(inside: part)] }

  private func range(of part: TreePart) -> Range<Int> {
    switch part {
    case .module(let module): tree.allTensors(of: module)
    case .tensor(let tensor): tensor..<tensor + 1
    }
  }

  private func holds(_ part: TreePart, _ tensor: Int) -> Bool { range(of: part).contains(tensor) }

  private func positions(inside part: TreePart) -> Range<Int> {
    let range = range(of: part)
    return position(range.lowerBound)..<position(range.upperBound)
  }

  /// The first position in `tensors` that is not below a tensor.
  private func position(_ tensor: Int) -> Int {
    tensors.indices.firstIndex(notBefore: { tensors[$0] < tensor })
  }
}

/// Finds parts whose path occurs in the path of a tensor though they do not hold it.
///
/// Such an occurrence starts inside a component or at a later one: the tail of a component is the name of one of the
/// root's parts, and from there the path may go on downwards.
private struct MistakenTies {
  private let tree: ModuleTree
  private let rootParts: [SymbolTable.Symbol: [TreePart]]
  /// The last bytes of the names of the root's parts.
  private let endings: Set<UInt8>

  init(_ tree: ModuleTree) {
    self.tree = tree
    rootParts = Self.parts(of: 0, in: tree)
    endings = Set(rootParts.keys.compactMap { tree.symbols[$0].utf8.last })
  }

  func hits(of tensors: [Int]) -> [TreePart: [Int]] {
    var result: [TreePart: [Int]] = [:]
    var starts: [SymbolTable.Symbol: [TreePart]] = [:]
    var members: [Int: [SymbolTable.Symbol: [TreePart]]] = [:]
    for tensor in tensors {
      let names = components(of: tensor)
      for (index, name) in names.enumerated() where mayEndInPart(name) {
        let found = starts[name] ?? tails(of: name)
        starts[name] = found
        for part in found where index > 0 || self.name(of: part) != name {
          follow(part, names[(index + 1)...], &members) { result[$0, default: []].append(tensor) }
        }
      }
    }
    return result
  }

  private func mayEndInPart(_ symbol: SymbolTable.Symbol) -> Bool {
    tree.symbols[symbol].utf8.last.map { endings.contains($0) } ?? false
  }

  private func follow(
    _ start: TreePart, _ names: ArraySlice<SymbolTable.Symbol>,
    _ members: inout [Int: [SymbolTable.Symbol: [TreePart]]], _ hit: (TreePart) -> Void
  ) {
    hit(start)
    guard let name = names.first, case .module(let module) = start else { return }
    let known = members[module] ?? Self.parts(of: module, in: tree)
    members[module] = known
    for part in known[name] ?? [] { follow(part, names.dropFirst(), &members, hit) }
  }

  /// The parts of the root whose name ends a component.
  private func tails(of symbol: SymbolTable.Symbol) -> [TreePart] {
    let string = tree.symbols[symbol]
    return string.unicodeScalars.indices.flatMap { start in
      tree.symbols.find(String(string.unicodeScalars[start...])).flatMap { rootParts[$0] } ?? []
    }
  }

  private func components(of tensor: Int) -> [SymbolTable.Symbol] {
    var names = [tree.tensors[tensor].name]
    var module = Int(tree.tensors[tensor].owner)
    while module > 0 {
      names.append(tree.records[module].name)
      module = tree.parent(of: module)
    }
    return names.reversed()
  }

  private func name(of part: TreePart) -> SymbolTable.Symbol {
    switch part {
    case .module(let module): tree.records[module].name
    case .tensor(let tensor): tree.tensors[tensor].name
    }
  }

  private static func parts(of module: Int, in tree: ModuleTree) -> [SymbolTable.Symbol: [TreePart]] {
    var result: [SymbolTable.Symbol: [TreePart]] = [:]
    for tensor in tree.ownTensors(of: module) { result[tree.tensors[tensor].name, default: []].append(.tensor(tensor)) }
    for child in tree.children(of: module) { result[tree.records[child].name, default: []].append(.module(child)) }
    return result
  }
}
