/// A token of one line of the catalog, as a byte range.
package struct CatalogToken {
  package enum Kind {
    case number
    case string
    /// A name, with dots (`text_config.hidden_size`), perhaps with `$` in front and `@variant` behind.
    case name
    /// `.name` behind a closing bracket.
    case member
    case symbol
    case end
  }

  package var kind: Kind
  package var start: Int
  package var end: Int
}

/// Cuts a byte range of a catalog's text into tokens.
package struct CatalogLexer {
  package let bytes: ContiguousArray<UInt8>
  package var position: Int
  package let end: Int

  package struct Failure: Error {
    package var reason: CatalogError.Reason
    package var offset: Int
  }

  package mutating func next() throws(Failure) -> CatalogToken {
    while position < end, bytes[position] == UInt8(ascii: " ") { position += 1 }
    let start = position
    guard position < end else { return CatalogToken(kind: .end, start: start, end: start) }
    let byte = bytes[position]
    if byte.isDigit { return try number(start) }
    if byte == UInt8(ascii: "\"") { return try string(start) }
    if byte.isLetter || byte == UInt8(ascii: "$") { return name(start) }
    if byte == UInt8(ascii: "."), position + 1 < end, bytes[position + 1].isLetter {
      position += 1
      skipWord()
      return CatalogToken(kind: .member, start: start, end: position)
    }
    if position + 1 < end, isPair(byte, bytes[position + 1]) {
      position += 2
      return CatalogToken(kind: .symbol, start: start, end: position)
    }
    guard isSingle(byte) else { throw Failure(reason: .unexpectedCharacter, offset: start) }
    position += 1
    return CatalogToken(kind: .symbol, start: start, end: position)
  }

  private func isPair(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (UInt8(ascii: "*"), UInt8(ascii: "*")), (UInt8(ascii: "/"), UInt8(ascii: "/")),
      (UInt8(ascii: "?"), UInt8(ascii: "?")), (UInt8(ascii: "="), UInt8(ascii: "=")),
      (UInt8(ascii: "!"), UInt8(ascii: "=")), (UInt8(ascii: "<"), UInt8(ascii: "=")),
      (UInt8(ascii: ">"), UInt8(ascii: "=")):
      true
    default: false
    }
  }

  private func isSingle(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private mutating func skipWord() {
    while position < end, bytes[position].isLetter || bytes[position].isDigit || bytes[position] == UInt8(ascii: "@") {
      position += 1
    }
  }

  private mutating func name(_ start: Int) -> CatalogToken {
    position += 1
    skipWord()
    while position + 1 < end, bytes[position] == UInt8(ascii: "."), bytes[position + 1].isLetter {
      position += 1
      skipWord()
    }
    return CatalogToken(kind: .name, start: start, end: position)
  }

  private mutating func number(_ start: Int) throws(Failure) -> CatalogToken {
    while position < end, bytes[position].isDigit || bytes[position] == UInt8(ascii: ".") { position += 1 }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") { position += 1 }
      while position < end, bytes[position].isDigit { position += 1 }
    }
    if position < end, bytes[position].isLetter { throw Failure(reason: .badNumber, offset: start) }
    return CatalogToken(kind: .number, start: start, end: position)
  }

  private mutating func string(_ start: Int) throws(Failure) -> CatalogToken {
    position += 1
    while position < end, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < end else { throw Failure(reason: .unterminatedString, offset: start) }
    position += 1
    return CatalogToken(kind: .string, start: start, end: position)
  }
}
