/// A line of a text of the catalog.
package struct EntryLine: Hashable, Sendable {
  package let file: String
  /// From 1.
  package let number: Int
}
