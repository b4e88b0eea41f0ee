/// A word or a sign of Swift source. Comments and the texts of strings are none; what is interpolated is.
struct SourceToken {
  enum Kind { case word, number, text, sign }

  var kind: Kind
  var text: String
  var line: Int

  /// Whether it begins with a capital, as the names of types do.
  var isTypeName: Bool { kind == .word && text.utf8.first.map { (0x41...0x5A).contains($0) } == true }

  static func tokens(of source: String) -> [SourceToken] {
    var scanner = Scanner(bytes: Array(source.utf8))
    scanner.scan(untilParenthesis: false)
    return scanner.tokens
  }
}

private struct Scanner {
  let bytes: [UInt8]
  var index = 0
  var line = 1
  var tokens: [SourceToken] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ ahead: Int = 0) -> UInt8 { index + ahead < bytes.count ? bytes[index + ahead] : 0 }

  private func starts(with text: StaticString) -> Bool {
    let text = Array(text.description.utf8)
    return index + text.count <= bytes.count && bytes[index..<index + text.count].elementsEqual(text)
  }

  private mutating func advance() {
    if bytes[index] == 0x0A { line += 1 }
    index += 1
  }

  /// Reads to the end, or to the `)` that closes the interpolation which began before `index`.
  mutating func scan(untilParenthesis: Bool) {
    var depth = 1
    while index < bytes.count {
      let byte = byte()
      if starts(with: "//") {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      } else if starts(with: "/*") {
        skipComment()
      } else if let hashes = hashesOfString() {
        string(hashes: hashes)
      } else if Self.isLetter(byte) {
        append(.word) { Self.isLetter($0) || Self.isDigit($0) }
      } else if Self.isDigit(byte) {
        append(.number) { Self.isLetter($0) || Self.isDigit($0) }
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if untilParenthesis, depth == 0 { return advance() }
        let isSign = byte > 0x20 && byte != UInt8(ascii: "`")
        if isSign { tokens.append(SourceToken(kind: .sign, text: String(Unicode.Scalar(byte)), line: line)) }
        advance()
      }
    }
  }

  private mutating func append(_ kind: SourceToken.Kind, while isPart: (UInt8) -> Bool) {
    let start = index
    while index < bytes.count, isPart(bytes[index]) { index += 1 }
    tokens.append(SourceToken(kind: kind, text: String(decoding: bytes[start..<index], as: UTF8.self), line: line))
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        index += 2
      } else if starts(with: "*/") {
        depth -= 1
        index += 2
      } else {
        advance()
      }
    } while depth > 0 && index < bytes.count
  }

  /// The number of `#` before the quote of a string that begins here; nil when none does.
  private func hashesOfString() -> Int? {
    var hashes = 0
    while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
    return byte(hashes) == UInt8(ascii: "\"") ? hashes : nil
  }

  private mutating func string(hashes: Int) {
    index += hashes
    let marks = starts(with: "\"\"\"") ? 3 : 1
    index += marks
    let start = tokens.count
    while index < bytes.count {
      if closes(marks: marks, hashes: hashes) {
        index += marks + hashes
        break
      }
      if byte() == UInt8(ascii: "\\"), (0..<hashes).allSatisfy({ byte(1 + $0) == UInt8(ascii: "#") }) {
        index += 1 + hashes
        let isInterpolation = byte() == UInt8(ascii: "(")
        if index < bytes.count { advance() }
        if isInterpolation { scan(untilParenthesis: true) }
      } else {
        advance()
      }
    }
    tokens.insert(SourceToken(kind: .text, text: "", line: line), at: start)
  }

  private func closes(marks: Int, hashes: Int) -> Bool {
    (0..<marks).allSatisfy { byte($0) == UInt8(ascii: "\"") }
      && (0..<hashes).allSatisfy { byte(marks + $0) == UInt8(ascii: "#") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
