extension ModuleIndex {
  /// The module or, where there is none, the tensor at a dotted path. O(depth + own tensors).
  func part(at path: String) -> TreePart? {
    if path.isEmpty { return .module(0) }
    var module = 0
    var rest = path[...]
    while true {
      let dot = rest.utf8.firstIndex(of: UInt8(ascii: "."))
      guard let symbol = tree.symbols.find(rest[..<(dot ?? rest.endIndex)]) else { return nil }
      if let next = child(of: module, symbol) {
        module = next
      } else {
        let tensor = dot == nil ? tree.ownTensors(of: module).first { tree.tensors[$0].name == symbol } : nil
        return tensor.map { .tensor($0) }
      }
      guard let dot else { return .module(module) }
      rest = rest[path.utf8.index(after: dot)...]
    }
  }
}
