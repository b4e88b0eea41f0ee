/// The grammar of JSON (RFC 8259), a method for each of its rules. A method is called with the cursor at the first
/// byte of what it reads and leaves it behind the last one.
extension ByteCursor {
  /// Where the bytes between the quotes of a string are.
  package struct StringToken: Sendable {
    package var start: Int
    package var end: Int
    package var hasEscapes: Bool

    @inline(__always)
    package var range: Range<Int> { start..<end }
  }

  /// Where a number is, and whether it has neither fraction nor exponent.
  package struct NumberToken: Sendable {
    package var start: Int
    package var end: Int
    package var isInteger: Bool
  }

  /// ws
  @inline(__always)
  package mutating func skipWhitespace() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x20 { return }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position &+= 1
    }
  }

  /// A fault at the cursor: the wrong byte, or the end.
  @inline(never)
  package func unexpected(_ expected: JSONError.Expectation) -> JSONFault {
    guard position < bytes.count else { return JSONFault(.unexpectedEnd(expected: expected), at: bytes.count) }
    let byte = bytes[position]
    if byte >= 0x80, bytes.multibyteSequence(at: position) == nil { return JSONFault(.invalidUTF8, at: position) }
    return JSONFault(.unexpectedByte(byte, expected: expected), at: position)
  }

  /// Whitespace, a colon, whitespace.
  @inline(__always)
  package mutating func colon() throws(JSONFault) {
    skipWhitespace()
    guard consume(UInt8(ascii: ":")) else { throw unexpected(.colon) }
    skipWhitespace()
  }

  /// string. Finds its end, eight bytes a step, and validates UTF-8 and escapes on the way.
  @inline(__always)
  package mutating func string(
    expected: JSONError.Expectation = .quote, dialect: JSONDialect = .strict
  ) throws(JSONFault) -> StringToken {
    guard consume(UInt8(ascii: "\"")) else { throw unexpected(expected) }
    let start = position
    position = bytes.endOfPlainText(from: start)
    if consume(UInt8(ascii: "\"")) { return StringToken(start: start, end: position &- 1, hasEscapes: false) }
    return try unusualString(from: start, dialect: dialect)
  }

  /// The rest of a string that has escapes, bytes beyond ASCII, or its end near the end of the text.
  @inline(never)
  private mutating func unusualString(from start: Int, dialect: JSONDialect) throws(JSONFault) -> StringToken {
    var hasEscapes = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position &+= 1
        return StringToken(start: start, end: position &- 1, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape(dialect)
      case 0..<0x20:
        throw JSONFault(.controlCharacter(byte), at: position)
      case 0x80...:
        guard let length = bytes.multibyteSequence(at: position) else { throw JSONFault(.invalidUTF8, at: position) }
        position &+= length
      default:
        position &+= 1
      }
    }
    throw unexpected(.quote)
  }

  private mutating func escape(_ dialect: JSONDialect) throws(JSONFault) {
    let start = position
    position += 1
    guard let letter = current else { throw unexpected(.quote) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"): break
    default: throw JSONFault(.invalidEscape, at: start)
    }
    let unit = try hexUnit(escapeAt: start)
    guard unit & 0xF800 == 0xD800 else { return }
    if unit < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let second = position
      position += 2
      if try hexUnit(escapeAt: second) & 0xFC00 == 0xDC00 { return }
      position = second
    }
    if dialect == .strict { throw JSONFault(.loneSurrogate, at: start) }
  }

  /// Four hexadecimal digits.
  private mutating func hexUnit(escapeAt start: Int) throws(JSONFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw unexpected(.quote) }
      guard let digit = Self.hexDigit(byte) else { throw JSONFault(.invalidEscape, at: start) }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  package static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// number
  package mutating func number() throws(JSONFault) -> NumberToken {
    let start = position
    _ = consume(UInt8(ascii: "-"))
    if !consume(UInt8(ascii: "0")) { try digits() }
    var isInteger = true
    if consume(UInt8(ascii: ".")) {
      isInteger = false
      try digits()
    }
    if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if !consume(UInt8(ascii: "+")) { _ = consume(UInt8(ascii: "-")) }
      try digits()
    }
    if let byte = current, byte.isDigit { throw unexpected(.commaOrBrace) }
    return NumberToken(start: start, end: position, isInteger: isInteger)
  }

  private mutating func digits() throws(JSONFault) {
    guard let first = current, first.isDigit else { throw unexpected(.digit) }
    while let byte = current, byte.isDigit { position &+= 1 }
  }

  /// `true`, `false` or `null`, whose first letter has been seen.
  package mutating func literal(_ text: StaticString) throws(JSONFault) {
    guard consume(text) else { throw unexpected(.value) }
  }
}
