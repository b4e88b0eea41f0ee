/// Finds the modules and tensors of a tree by name. Building is O(modules), a lookup O(depth).
struct ModuleIndex {
  typealias Symbol = SymbolTable.Symbol

  let tree: ModuleTree
  private var slots: HashSlots
  private var numberSymbols: [Int: Symbol] = [:]
  private var numbered: [Int: Bool] = [:]

  /// A component of a path in which the numbers of a name are still open.
  enum Component {
    /// Nil for a name that occurs nowhere in the tree.
    case symbol(Symbol?)
    case number(NameNumber)
    case mixed([NameRules.Target.Piece])
  }

  init(_ tree: ModuleTree) {
    self.tree = tree
    slots = HashSlots(expectedCount: tree.count)
    for module in 1..<max(tree.count, 1) {
      let record = tree.records[module]
      _ = slots.insertWithoutGrowing(Int32(module), hash: Self.hash(record.parent, record.name)) { _ in false }
    }
  }

  private static func hash(_ parent: Int32, _ name: Symbol) -> UInt64 {
    let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: name))
    let product = (key &+ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD1B5_4A32_D192_ED03)
    return product.high ^ product.low
  }

  func child(of module: Int, _ name: Symbol) -> Int? {
    slots.find(Self.hash(Int32(module), name)) { candidate in
      let record = tree.records[Int(candidate)]
      return Int(record.parent) == module && record.name == name
    }.map { Int($0) }
  }

  /// Whether a number, or a name that holds one, can lead on from a module.
  mutating func hasNumberedChildren(_ module: Int) -> Bool {
    if let known = numbered[module] { return known }
    let found = tree.children(of: module).contains { tree.name(of: $0).utf8.contains(where: \.isDigit) }
    numbered[module] = found
    return found
  }

  /// Cuts a name into components.
  func components(of pieces: [NameRules.Target.Piece]) -> [Component] {
    var result: [Component] = []
    var current: [NameRules.Target.Piece] = []
    func close() {
      switch (current.count, current.first) {
      case (1, .number(let number)): result.append(.number(number))
      case (1, .text(let text)): result.append(.symbol(tree.symbols.find(String(decoding: text, as: UTF8.self))))
      case (0, _): result.append(.symbol(nil))
      default: result.append(.mixed(current))
      }
      current = []
    }
    for piece in pieces {
      guard case .text(let text) = piece else {
        current.append(piece)
        continue
      }
      let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { close() }
        if !part.isEmpty { current.append(.text(Array(part))) }
      }
    }
    close()
    return result
  }

  /// What a name leads to.
  enum Found {
    case tensor(Int)
    /// The deepest module on the way, and how many components were used up.
    case module(Int, used: Int)
  }

  mutating func find(_ components: [Component], _ numbers: ArraySlice<Int32>) -> Found {
    var module = 0
    for (index, component) in components.enumerated() {
      let symbol = symbol(component, numbers)
      if index == components.count - 1 {
        guard let symbol, let tensor = stored(symbol, of: module) else { return .module(module, used: index) }
        return .tensor(tensor)
      }
      guard let symbol, let next = child(of: module, symbol) else { return .module(module, used: index) }
      module = next
    }
    return .module(module, used: components.count)
  }

  /// A parameter or persistent buffer of a module.
  private func stored(_ name: Symbol, of module: Int) -> Int? {
    for tensor in tree.ownTensors(of: module)
    where tree.tensors[tensor].name == name && tree.tensors[tensor].kind != .transientBuffer { return tensor }
    return nil
  }

  private mutating func symbol(_ component: Component, _ numbers: ArraySlice<Int32>) -> Symbol? {
    switch component {
    case .symbol(let symbol): return symbol
    case .number(let number):
      let value = number.value(numbers)
      if let known = numberSymbols[value] { return known < 0 ? nil : known }
      let symbol = tree.symbols.find(String(value))
      numberSymbols[value] = symbol ?? -1
      return symbol
    case .mixed(let pieces): return tree.symbols.find(Self.text(pieces, numbers))
    }
  }

  static func text(_ pieces: [NameRules.Target.Piece], _ numbers: ArraySlice<Int32>) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let bytes): text += String(decoding: bytes, as: UTF8.self)
      case .number(let number): text += String(number.value(numbers))
      }
    }
    return text
  }
}
