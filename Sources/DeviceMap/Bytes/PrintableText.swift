extension String {
  /// The text as it may stand in one line on a screen: what would move the cursor, change the direction of writing or
  /// be no character at all is written out (`\n`, `\u{1B}`, `\xFF` for a byte of a path that is not UTF-8).
  ///
  /// Names come from files, arguments and programs that anybody may have written; what is shown of them goes through
  /// here. O(length).
  package var printable: String { printable(keepingLines: false) }

  /// The same for a text of several lines.
  package var printableLines: String { printable(keepingLines: true) }

  /// The text itself or, where it has more than `limit` scalars, its beginning and its end. O(length).
  package func shortened(to limit: Int) -> String {
    guard utf8.count > limit, unicodeScalars.count > limit else { return self }
    var result = String(unicodeScalars.prefix(limit / 2))
    result += "..."
    result += String(unicodeScalars.suffix(limit - limit / 2 - 3))
    return result
  }

  private func printable(keepingLines: Bool) -> String {
    let isPlain = utf8.allSatisfy { (0x20..<0x7F).contains($0) || keepingLines && $0 == 0x0A }
    if isPlain { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.isPrintable || keepingLines && scalar == "\n" {
        text.unicodeScalars.append(scalar)
      } else {
        text += scalar.writtenOut
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    if value < 0x7F { return value >= 0x20 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return false
    default: return true
    }
  }

  fileprivate var writtenOut: String {
    switch self {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    if let byte = PathText.byte(ofStandIn: self) { return "\\x" + String(byte, radix: 16, uppercase: true) }
    return "\\u{" + String(value, radix: 16, uppercase: true) + "}"
  }
}
