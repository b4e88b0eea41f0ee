/// A dict of numbers and texts as it stands in Python: `{0: "24GiB", 'cpu': 64_000_000_000}`, `{'model': 0, 'lm_head':
/// 'cpu'}`.
package struct PythonDict {
  /// What stands behind a key.
  package enum Value: Hashable, Sendable {
    case integer(Int)
    case text(String)
  }

  private var rest: Substring.UTF8View

  /// The keys and values in order; nil when the text is something else.
  ///
  /// - Parameter most: members that are looked for; of more, one more is given.
  /// - Complexity: O(length).
  package static func members(_ text: String, most: Int = 1 << 16) -> [(key: String, value: Value)]? {
    var dict = PythonDict(rest: text[...].utf8)
    guard dict.accept("{") else { return nil }
    var members: [(key: String, value: Value)] = []
    while !dict.accept("}") {
      if members.count > most { return members }
      guard let key = dict.quoted() ?? dict.number(), dict.accept(":") else { return nil }
      if let text = dict.quoted() {
        members.append((key, .text(text)))
      } else if let digits = dict.number(), let number = Int(digits) {
        members.append((key, .integer(number)))
      } else {
        return nil
      }
      if !dict.accept(",") {
        guard dict.accept("}") else { return nil }
        break
      }
    }
    dict.skipSpace()
    return dict.rest.isEmpty ? members : nil
  }

  private mutating func skipSpace() { rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) } }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// A text in quotes of either kind, without escapes.
  private mutating func quoted() -> String? {
    skipSpace()
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let inner = rest.dropFirst()
    guard let end = inner.firstIndex(of: quote) else { return nil }
    let text = inner[..<end]
    guard !text.contains(UInt8(ascii: "\\")) else { return nil }
    rest = inner[inner.index(after: end)...]
    return String(Substring(text))
  }

  /// The digits of a whole number, underscores taken out.
  private mutating func number() -> String? {
    skipSpace()
    let digits = rest.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    guard let first = digits.first, first != UInt8(ascii: "_") else { return nil }
    rest = rest[digits.endIndex...]
    return String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }
}
