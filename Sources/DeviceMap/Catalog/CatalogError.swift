/// Something in a catalog's text that cannot be read, with its place.
public struct CatalogError: Error, Hashable, Sendable {
  /// What is wrong with a text of the catalog.
  public enum Reason: Hashable, Sendable {
    /// A character that cannot stand here.
    case unexpectedCharacter
    /// A text without its closing quote.
    case unterminatedString
    /// A number that cannot be read.
    case badNumber
    /// Another token was needed here.
    case expected(String)
    /// An expression calls a function that there is not.
    case unknownFunction(String)
    /// A dtype that there is not.
    case unknownDType(String)
    /// A line begins with a word that begins no entry.
    case unknownEntry(String)
    /// A pattern of names that cannot be read.
    case badPattern(String)
    /// Expressions are nested deeper than any needs.
    case nestedTooDeep
    /// The file is longer than this.
    case tooLong(bytes: Int)
    /// A line is indented as none before it.
    case badIndentation
    /// An entry stands there twice.
    case duplicate(String)
    /// A class, unit or config is named that the catalog does not have.
    case missing(String)
    /// The text is not UTF-8.
    case notUTF8
  }

  /// What is wrong.
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
