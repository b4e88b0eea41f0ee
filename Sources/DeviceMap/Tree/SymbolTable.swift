/// Interned strings: a name is stored once and compared as an integer.
///
/// Names are compared as bytes: two names that differ only in Unicode normalisation are different names.
package struct SymbolTable: Sendable {
  package typealias Symbol = Int32

  private(set) var strings: ContiguousArray<String> = []
  private var indices: [ByteKey: Symbol] = [:]

  package init() {}

  package var count: Int { strings.count }

  package subscript(_ symbol: Symbol) -> String { strings[Int(symbol)] }

  /// The symbol of `string`, made if it is new. O(length).
  package mutating func intern(_ string: String) -> Symbol {
    let key = ByteKey(string)
    if let known = indices[key] { return known }
    let symbol = Symbol(strings.count)
    strings.append(string)
    indices[key] = symbol
    return symbol
  }

  /// The symbol of `string` if it has one. O(length).
  package func find(_ string: some StringProtocol) -> Symbol? {
    indices[ByteKey(String(string))]
  }

  /// A string that is equal to another only if their UTF-8 is: `String` itself compares canonically.
  private struct ByteKey: Hashable, Sendable {
    let string: String

    init(_ string: String) { self.string = string }

    static func == (left: Self, right: Self) -> Bool { left.string.utf8.elementsEqual(right.string.utf8) }

    func hash(into hasher: inout Hasher) {
      for byte in string.utf8 { hasher.combine(byte) }
    }
  }
}
