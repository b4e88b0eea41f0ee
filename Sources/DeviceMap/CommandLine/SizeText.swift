/// A size on the command line: as ``MemorySize`` reads it, or with a unit of one letter, as `24g` for 24 GiB.
enum SizeText {
  /// Below this, a number without a unit is not a number of bytes that anybody means.
  private static let leastBareBytes = 1 << 20

  /// The size with its unit in full: `24g` is `24GiB` as for most programs, `24B` a bare number.
  static func spelledOut(_ size: String) -> String {
    let text = trimmed(size)
    let letters = text.reversed().prefix { $0.isLetter }
    guard letters.count == 1, let unit = letters.first, text.count > 1 else { return size }
    switch unit {
    case "k", "K", "m", "M", "g", "G", "t", "T": return text + "iB"
    case "B": return String(text.dropLast())
    default: return size
    }
  }

  /// Whether a size is a small number without a unit: 24 is rarely 24 bytes.
  static func isQuestionable(_ size: String) -> Bool {
    guard let last = trimmed(size).utf8.last, last == UInt8(ascii: ".") || (0x30...0x39).contains(last),
      let bytes = try? MemorySize(parsing: size).bytes
    else { return false }
    return (1..<leastBareBytes).contains(bytes)
  }
}
