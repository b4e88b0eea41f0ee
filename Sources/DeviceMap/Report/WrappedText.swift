extension String {
  /// The lines of the text, broken between words where they are longer than a screen is wide; what stands before the
  /// first word of a line stands before its further lines as well. Words that are wider alone stay whole.
  ///
  /// - Parameters:
  ///   - width: columns of the screen; nil for any number.
  ///   - hanging: blanks before further lines beside those of the first.
  /// - Complexity: O(length).
  package func wrapped(to width: Int?, hanging: Int = 0) -> String {
    guard let width, utf8.count > width else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.utf8.count > width ? Self.broken(line, to: width, hanging: hanging) : String(line)
    }.joined(separator: "\n")
  }

  private static func broken(_ line: Substring, to width: Int, hanging: Int) -> String {
    let indent = line.prefix { $0 == " " }
    let further = String(indent) + String(repeating: " ", count: hanging)
    var text = String(indent)
    var column = indent.count
    var isFirst = true
    for word in line.dropFirst(indent.count).split(separator: " ", omittingEmptySubsequences: false) {
      let count = word.unicodeScalars.count
      if !isFirst, column + 1 + count > width, column > further.count {
        while text.last == " " { text.removeLast() }
        text += "\n" + further + word
        column = further.count + count
      } else {
        text += (isFirst ? "" : " ") + word
        column += (isFirst ? 0 : 1) + count
      }
      isFirst = false
    }
    return text
  }
}
