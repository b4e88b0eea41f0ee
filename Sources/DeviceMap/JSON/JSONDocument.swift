/// A parsed JSON text. Nothing in it is decoded before it is asked for, and the order of keys is kept.
///
/// Parsing makes one pass over the text and takes 16 bytes for each value and key. Looking up a key walks the object,
/// so it is O(members); whoever needs many keys of a large object iterates over its `members` once.
public struct JSONDocument: Sendable {
  private let tape: JSONTape

  /// Parses the UTF-8 text in `bytes`.
  ///
  /// - Complexity: O(bytes).
  public init(parsing bytes: [UInt8], dialect: JSONDialect = .strict) throws(JSONError) {
    tape = try JSONTape(ContiguousArray(bytes), dialect: dialect)
  }

  /// Parses `text`.
  ///
  /// - Complexity: O(bytes).
  public init(parsing text: String, dialect: JSONDialect = .strict) throws(JSONError) {
    tape = try JSONTape(ContiguousArray(text.utf8), dialect: dialect)
  }

  package init(parsing bytes: ContiguousArray<UInt8>, dialect: JSONDialect) throws(JSONError) {
    tape = try JSONTape(bytes, dialect: dialect)
  }

  /// The outermost value.
  public var root: JSONValue { JSONValue(tape: tape, node: 0) }
}
