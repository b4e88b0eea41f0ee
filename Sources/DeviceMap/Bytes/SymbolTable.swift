/// Interned strings: a name is stored once and compared as an integer.
///
/// Names are compared as bytes: two names that differ only in Unicode normalisation are different names.
package struct SymbolTable: Sendable {
  package typealias Symbol = Int32

  private(set) var strings: ContiguousArray<String> = []
  private var table = ByteTable()

  package init() {}

  package var count: Int { strings.count }

  package subscript(_ symbol: Symbol) -> String { strings[Int(symbol)] }

  /// The symbol of `string`, made if it is new. O(length).
  package mutating func intern(_ string: String) -> Symbol {
    let (symbol, isNew) = table.insert(string)
    if isNew { strings.append(string) }
    return symbol
  }

  /// The symbol of `string` if it has one. O(length).
  package func find(_ string: some StringProtocol) -> Symbol? { table.find(String(string)) }
}
