/// Text in XML and HTML.
enum MarkupText {
  /// Text as it may stand in XML; what a screen would not show as it is is written out, which covers the control
  /// characters that XML forbids.
  ///
  /// - Complexity: O(length).
  static func escaped(_ text: String) -> String { replaced(text.printable) }

  /// The same for a text of several lines.
  static func escapedLines(_ text: String) -> String { replaced(text.printableLines) }

  private static func replaced(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
