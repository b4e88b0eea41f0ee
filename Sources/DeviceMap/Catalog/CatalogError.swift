/// Something in a catalog's text that cannot be read, with its place.
public struct CatalogError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case unexpectedCharacter
    case unterminatedString
    case badNumber
    /// Another token was needed here.
    case expected(String)
    case unknownFunction(String)
    case unknownDType(String)
    case unknownEntry(String)
    case badPattern(String)
    case nestedTooDeep
    /// The file is longer than this.
    case tooLong(bytes: Int)
    case badIndentation
    case duplicate(String)
    /// A class, unit or config is named that the catalog does not have.
    case missing(String)
    case notUTF8
  }

  public var reason: Reason
  /// The file; of the catalog that is built in, the file of the family.
  public var file: String?
  /// Line in the text, from 1.
  public var line: Int
  /// Column in bytes, from 1.
  public var column: Int

  package init(_ reason: Reason, file: String? = nil, line: Int, column: Int) {
    self.reason = reason
    self.file = file
    self.line = line
    self.column = column
  }
}
