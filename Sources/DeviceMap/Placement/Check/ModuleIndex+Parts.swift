extension ModuleIndex {
  /// The module or, where there is none, the tensor at a dotted path. O(depth + own tensors).
  func part(at path: String) -> TreePart? {
    if path.isEmpty { return .module(0) }
    var module = 0
    var names = path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)[...]
    while let name = names.popFirst() {
      guard let symbol = tree.symbols.find(Substring(name)) else { return nil }
      if let next = child(of: module, symbol) {
        module = next
      } else {
        let tensor = names.isEmpty ? tree.ownTensors(of: module).first { tree.tensors[$0].name == symbol } : nil
        return tensor.map { .tensor($0) }
      }
    }
    return .module(module)
  }
}
