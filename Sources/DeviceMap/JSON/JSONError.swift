/// Why a text is not the JSON it should be, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public var reason: Reason
  /// Bytes from the start of the text to the fault.
  public var offset: Int
  /// The line of the fault, from 1.
  public var line: Int
  /// The column of the fault in characters (Unicode scalars), from 1.
  public var column: Int

  /// The rule that was broken.
  public enum Reason: Hashable, Sendable {
    /// The text ends where something had to follow.
    case unexpectedEnd(expected: Expectation)
    /// This byte cannot stand here.
    case unexpectedByte(UInt8, expected: Expectation)
    /// A byte that is not part of well-formed UTF-8.
    case invalidUTF8
    /// A byte below 0x20 inside a string; it has to be written as an escape.
    case controlCharacter(UInt8)
    /// A backslash with something after it that is no escape.
    case invalidEscape
    /// `\uD800`...`\uDFFF` that is not one of a pair.
    case loneSurrogate
    /// A number that is larger than a double can hold (the strict dialect only).
    case numberOutOfRange
    /// Arrays and objects nested deeper than this.
    case tooDeep(limit: Int)
    /// Something follows the value.
    case trailingBytes
    /// More bytes than can be read (4 GiB).
    case tooLong
  }

  /// What had to stand where something else was found.
  public enum Expectation: Hashable, Sendable {
    /// What the grammar asks for at a place.
    case value, key, colon, commaOrBrace, commaOrBracket, digit, quote, object
  }
}

/// A `JSONError` before its line and column are known: computing them takes time that only a failure should cost.
package struct JSONFault: Error, Hashable, Sendable {
  package var reason: JSONError.Reason
  package var offset: Int

  @inline(never)
  package init(_ reason: JSONError.Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The error with line and column, as counted in `bytes`. O(offset).
  package func located(in bytes: Span<UInt8>) -> JSONError {
    var line = 1
    var column = 1
    for index in 0..<min(offset, bytes.count) {
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONError(reason: reason, offset: offset, line: line, column: column)
  }
}

/// Which texts are JSON.
public enum JSONDialect: Hashable, Sendable {
  /// RFC 8259, as serde_json 1 reads it: UTF-8, no lone surrogates, no number beyond a double, 127 levels.
  case strict
  /// What Python's `json` writes and reads: also `NaN`, `Infinity`, `-Infinity`, lone surrogates, any number.
  case python

  /// How deep arrays and objects may be nested.
  public var depthLimit: Int {
    switch self {
    case .strict: 127
    case .python: 900
    }
  }
}
