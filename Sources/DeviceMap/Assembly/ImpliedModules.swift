/// The modules that the names of tensors imply: every dotted prefix of a name is a module.
///
/// Siblings stand in the order in which they first appear, numbers in numeric order.
struct ImpliedModules {
  typealias Symbol = SymbolTable.Symbol

  struct Node {
    var name: Symbol
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    var childCount: Int32 = 0
    var firstTensor: Int32 = -1
    var lastTensor: Int32 = -1
    /// The number that the name is, or -1.
    var number: Int32 = -1
  }

  private struct Leaf {
    var name: Symbol
    var dtype: DType
    var count: Int
    var storedBits: Int
    var unpackedBits: Int
    var next: Int32 = -1
  }

  private(set) var symbols = SymbolTable()
  private(set) var nodes: ContiguousArray<Node> = [Node(name: 0, parent: -1)]
  private var leaves: ContiguousArray<Leaf> = []
  private var slots = HashSlots()
  private var numberSymbols: ContiguousArray<Symbol> = []
  /// The class of a node, where one was inferred.
  var classes: [Int: String] = [:]

  init() { _ = symbols.intern("") }

  mutating func intern(_ name: String) -> Symbol { symbols.intern(name) }

  mutating func number(_ value: Int32) -> Symbol {
    guard value < 1 << 20 else { return symbols.intern(String(value)) }
    if Int(value) >= numberSymbols.count {
      numberSymbols.append(contentsOf: repeatElement(-1, count: Int(value) + 64 - numberSymbols.count))
    }
    if numberSymbols[Int(value)] < 0 { numberSymbols[Int(value)] = symbols.intern(String(value)) }
    return numberSymbols[Int(value)]
  }

  private static func hash(_ parent: Int32, _ name: Symbol) -> UInt64 {
    let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: name))
    let product = (key &+ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD1B5_4A32_D192_ED03)
    return product.high ^ product.low
  }

  /// The child of a node, made if it is new. Expected O(1).
  mutating func child(of parent: Int32, _ name: Symbol) -> Int32 {
    let hash = Self.hash(parent, name)
    return find(parent, name, hash) ?? addChild(of: parent, name, hash)
  }

  private func find(_ parent: Int32, _ name: Symbol, _ hash: UInt64) -> Int32? {
    slots.find(hash) { nodes[Int($0)].parent == parent && nodes[Int($0)].name == name }
  }

  /// The child of a node with that name, if there is one. Expected O(1).
  func existingChild(of parent: Int, _ name: String) -> Int? {
    guard let symbol = symbols.find(name) else { return nil }
    let hash = Self.hash(Int32(parent), symbol)
    return slots.find(hash) { nodes[Int($0)].parent == Int32(parent) && nodes[Int($0)].name == symbol }.map { Int($0) }
  }

  private mutating func addChild(of parent: Int32, _ name: Symbol, _ hash: UInt64) -> Int32 {
    let index = Int32(nodes.count)
    var node = Node(name: name, parent: parent)
    node.number = Int32(symbols[name]) ?? -1
    if node.number >= 0, symbols[name].utf8.first == UInt8(ascii: "+") { node.number = -1 }
    nodes.append(node)
    let last = nodes[Int(parent)].lastChild
    if last < 0 { nodes[Int(parent)].firstChild = index } else { nodes[Int(last)].next = index }
    nodes[Int(parent)].lastChild = index
    nodes[Int(parent)].childCount += 1
    insertSlot(index, hash)
    return index
  }

  private mutating func insertSlot(_ index: Int32, _ hash: UInt64) {
    let nodes = nodes
    _ = slots.insert(index, hash: hash, isSame: { _ in false }) {
      Self.hash(nodes[Int($0)].parent, nodes[Int($0)].name)
    }
  }

  mutating func addTensor(
    to node: Int32, _ name: Symbol, dtype: DType, count: Int, storedBits: Int, unpackedBits: Int = -1
  ) {
    let index = Int32(leaves.count)
    leaves.append(Leaf(name: name, dtype: dtype, count: count, storedBits: storedBits, unpackedBits: unpackedBits))
    let last = nodes[Int(node)].lastTensor
    if last < 0 { nodes[Int(node)].firstTensor = index } else { leaves[Int(last)].next = index }
    nodes[Int(node)].lastTensor = index
  }

  /// Adds a tensor by its path. O(components).
  mutating func insert(_ path: [String], dtype: DType, count: Int, storedBits: Int, unpackedBits: Int = -1) {
    guard let last = path.last else { return }
    var node: Int32 = 0
    for component in path.dropLast() { node = child(of: node, symbols.intern(component)) }
    addTensor(
      to: node, symbols.intern(last), dtype: dtype, count: count, storedBits: storedBits, unpackedBits: unpackedBits)
  }

  /// The children of a node: as they appeared, numbers in numeric order at the place of the first.
  func children(of node: Int) -> [Int] {
    var result: [Int] = []
    var numbers: [Int] = []
    var place = 0
    var child = nodes[node].firstChild
    while child >= 0 {
      if nodes[Int(child)].number >= 0 {
        if numbers.isEmpty { place = result.count }
        numbers.append(Int(child))
      } else {
        result.append(Int(child))
      }
      child = nodes[Int(child)].next
    }
    // A closure that reads `self` copies all of it for each comparison.
    let nodes = nodes
    let isSorted = zip(numbers, numbers.dropFirst()).allSatisfy { nodes[$0].number <= nodes[$1].number }
    if !isSorted { numbers.sort { nodes[$0].number < nodes[$1].number } }
    result.insert(contentsOf: numbers, at: place)
    return result
  }

  func hasTensors(_ node: Int) -> Bool { nodes[node].firstTensor >= 0 }

  /// Own tensors of a node. O(their number).
  func tensorCount(_ node: Int) -> Int {
    var count = 0
    var leaf = nodes[node].firstTensor
    while leaf >= 0 {
      count += 1
      leaf = leaves[Int(leaf)].next
    }
    return count
  }

  /// Whether a node has a tensor of that name. O(its own tensors).
  func hasTensor(_ node: Int, named name: String) -> Bool {
    guard let symbol = symbols.find(name) else { return false }
    var leaf = nodes[node].firstTensor
    while leaf >= 0 {
      if leaves[Int(leaf)].name == symbol { return true }
      leaf = leaves[Int(leaf)].next
    }
    return false
  }

  func text(_ node: Int) -> String { symbols[nodes[node].name] }

  func appendTensors(of node: Int, to builder: inout ModuleTreeBuilder) {
    var leaf = nodes[node].firstTensor
    while leaf >= 0 {
      let record = leaves[Int(leaf)]
      builder.add(
        builder.intern(symbols[record.name]), dtype: record.dtype, count: record.count, storedBits: record.storedBits,
        unpackedBits: record.unpackedBits)
      leaf = record.next
    }
  }

  /// Appends the children of a node with all below them; `order` may put siblings into another order.
  func appendChildren(
    of node: Int, to builder: inout ModuleTreeBuilder, depth: Int = 0,
    order: (Int, [Int]) -> [Int] = { _, list in list }
  ) {
    let children = order(node, children(of: node))
    guard depth < TreeLimits.depth else { return }
    for child in children {
      let inferred = classes[child] ?? (nodes[child].childCount > 0 && isList(child) ? "ModuleList" : "Module")
      builder.open(text(child), className: inferred)
      appendTensors(of: child, to: &builder)
      appendChildren(of: child, to: &builder, depth: depth + 1, order: order)
      builder.close()
    }
  }

  /// Whether a node holds nothing but numbered modules.
  func isList(_ node: Int) -> Bool {
    guard nodes[node].firstTensor < 0, nodes[node].firstChild >= 0 else { return false }
    var child = nodes[node].firstChild
    while child >= 0 {
      if nodes[Int(child)].number < 0 { return false }
      child = nodes[Int(child)].next
    }
    return true
  }
}
