/// A symbol table that the parts of one reading of a catalog share.
package final class SymbolStore {
  package private(set) var table = SymbolTable()

  package init() {}

  package func intern(_ string: String) -> SymbolTable.Symbol { table.intern(string) }

  package subscript(_ symbol: SymbolTable.Symbol) -> String { table[symbol] }
}
