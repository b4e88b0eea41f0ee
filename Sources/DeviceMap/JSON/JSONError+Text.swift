extension JSONError: CustomStringConvertible {
  /// What is wrong and where.
  public var description: String {
    "line \(line), column \(column) (byte \(offset)): \(reason)"
  }
}

extension JSONError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unexpectedEnd(let expected): "the text ends where \(expected) had to follow"
    case .unexpectedByte(let byte, let expected): "found \(Self.name(byte)) where \(expected) had to stand"
    case .invalidUTF8: "a byte that is not part of valid UTF-8"
    case .controlCharacter(let byte): "\(Self.name(byte)) inside a string; write it as an escape"
    case .invalidEscape: "a backslash that begins no valid escape"
    case .loneSurrogate: "a \\u escape of half a surrogate pair"
    case .numberOutOfRange: "a number too large for a double"
    case .tooDeep(let limit): "arrays and objects nested deeper than \(limit)"
    case .trailingBytes: "something follows the end of the value"
    case .tooLong: "the text has 4 GiB or more"
    }
  }

  private static func name(_ byte: UInt8) -> String {
    switch byte {
    case 0x21...0x7E: "'\(Unicode.Scalar(byte))'"
    case 0x20: "a space"
    default: "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}

extension JSONError.Expectation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .value: "a value"
    case .key: "a key in quotes"
    case .colon: "':'"
    case .commaOrBrace: "',' or '}'"
    case .commaOrBracket: "',' or ']'"
    case .digit: "a digit"
    case .quote: "a string or its closing quote"
    case .object: "an object"
    }
  }
}
