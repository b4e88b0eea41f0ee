/// The lines of a text, without their ends and the blanks around them; `\n`, `\r\n` and `\r` all end a line.
struct TextLines: Sequence {
  private let text: String

  init(_ text: String) { self.text = text }

  func makeIterator() -> AnyIterator<String> {
    var rest = text.split(omittingEmptySubsequences: false) { $0.isNewline }[...]
    return AnyIterator { rest.popFirst().map(trimmed) }
  }
}

/// A text without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let isBlank = { (character: Character) in character.isWhitespace }
  var rest = text.drop(while: isBlank)
  while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
  return String(rest)
}
