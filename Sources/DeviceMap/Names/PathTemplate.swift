/// A module path in which whole-number components are replaced by one placeholder: `model.layers.N.mlp`.
package struct PathTemplate: Hashable, Sendable {
  package static let placeholder = "N"

  /// Components, numbers replaced.
  package let parts: [String]
  /// The numbers, in order.
  package let numbers: [Int]

  package init(_ path: String) {
    var parts: [String] = []
    var numbers: [Int] = []
    for bytes in path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      let part = Substring(bytes)
      if let number = Self.number(part) {
        numbers.append(number)
        parts.append(Self.placeholder)
      } else {
        parts.append(String(part))
      }
    }
    self.parts = parts
    self.numbers = numbers
  }

  package var text: String { parts.joined(separator: ".") }

  private static func number(_ part: Substring) -> Int? {
    guard !part.isEmpty, part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(part)
  }
}
