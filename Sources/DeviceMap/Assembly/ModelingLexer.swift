/// Cuts the text of a Python file into logical lines of tokens. Nothing is run or imported; any bytes are accepted.
struct ModelingLexer {
  enum Kind: UInt8 {
    case name, string, number, mark
  }

  struct Token {
    var kind: Kind
    /// Bytes of the text; of a string those between its quotes.
    var start: Int32
    var end: Int32
  }

  /// Longer texts are not read.
  static let limit = 10 << 20

  let text: [UInt8]
  private var position = 0
  /// Columns before the first token of the line.
  private(set) var indent = 0
  private(set) var tokens: [Token] = []
  private var depth = 0

  init(_ text: [UInt8]) { self.text = text }

  /// Reads the next logical line that has tokens; false at the end. O(its length).
  mutating func next() -> Bool {
    tokens.removeAll(keepingCapacity: true)
    depth = 0
    while position < text.count, tokens.isEmpty {
      indent = readIndent()
      readLine()
    }
    return !tokens.isEmpty
  }

  private mutating func readIndent() -> Int {
    var columns = 0
    while position < text.count {
      switch text[position] {
      case 0x20: columns += 1
      case 0x09: columns = (columns / 8 + 1) * 8
      case 0x0C: columns = 0
      default: return columns
      }
      position += 1
    }
    return columns
  }

  private mutating func readLine() {
    while position < text.count {
      let byte = text[position]
      switch byte {
      case 0x0A, 0x0D:
        position += 1
        if depth == 0 { return }
      case UInt8(ascii: "#"):
        while position < text.count, text[position] != 0x0A, text[position] != 0x0D { position += 1 }
      case UInt8(ascii: "\\"):
        position += 1
        if position < text.count, text[position] == 0x0D { position += 1 }
        if position < text.count, text[position] == 0x0A { position += 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): readString()
      case _ where isNamePart(byte): readName()
      case 0x20, 0x09, 0x0C: position += 1
      default: readMark(byte)
      }
    }
  }

  private func isNamePart(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == 0x5F || byte >= 0x80 }

  private mutating func readName() {
    let start = position
    while position < text.count, isNamePart(text[position]) { position += 1 }
    let isPrefix = position < text.count && position - start <= 2 && (text[position] == 0x22 || text[position] == 0x27)
    if isPrefix, text[start..<position].allSatisfy({ "rbfuRBFU".utf8.contains($0) }) { return readString() }
    append(text[start].isDigit ? .number : .name, start, position)
  }

  private mutating func readString() {
    let quote = text[position]
    let isLong = position + 2 < text.count && text[position + 1] == quote && text[position + 2] == quote
    position += isLong ? 3 : 1
    let start = position
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "\\") {
        position += 2
        continue
      }
      if !isLong, byte == 0x0A || byte == 0x0D { break }
      if byte == quote {
        if !isLong { break }
        if position + 2 < text.count, text[position + 1] == quote, text[position + 2] == quote { break }
      }
      position += 1
    }
    position = min(position, text.count)
    append(.string, start, position)
    if position < text.count, text[position] == quote { position = min(position + (isLong ? 3 : 1), text.count) }
  }

  private mutating func readMark(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    default: break
    }
    append(.mark, position, position + 1)
    position += 1
  }

  private mutating func append(_ kind: Kind, _ start: Int, _ end: Int) {
    tokens.append(Token(kind: kind, start: Int32(clamping: start), end: Int32(clamping: end)))
  }

  // MARK: - Looking at tokens

  func isMark(_ index: Int, _ mark: UInt8) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .mark && text[Int(tokens[index].start)] == mark
  }

  func isName(_ index: Int, _ name: StaticString) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .name else { return false }
    let start = Int(tokens[index].start)
    guard Int(tokens[index].end) - start == name.utf8CodeUnitCount else { return false }
    return name.withBytes { bytes in
      for offset in 0..<name.utf8CodeUnitCount where text[start + offset] != bytes[offset] { return false }
      return true
    }
  }

  func isName(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .name }

  /// The text of a token.
  func string(_ index: Int) -> String {
    String(decoding: text[Int(tokens[index].start)..<Int(tokens[index].end)], as: UTF8.self)
  }

  /// Whether a token is a bracket that opens.
  func opens(_ index: Int) -> Bool {
    isMark(index, UInt8(ascii: "(")) || isMark(index, UInt8(ascii: "[")) || isMark(index, UInt8(ascii: "{"))
  }

  /// The index of the bracket that closes the one at `index`; the end of the line if none does.
  func closing(_ index: Int) -> Int {
    var depth = 0
    for current in index..<tokens.count where tokens[current].kind == .mark {
      switch text[Int(tokens[current].start)] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return current }
      default: break
      }
    }
    return tokens.count
  }
}
