/// A number of bytes, as people write it: `24GiB`, `10GB`, `5.5GiB`, `1073741824`.
///
/// The rules are those of accelerate 1.15.0 for max_memory, widened by the units of 10^12 and 2^40 and by numbers
/// without a unit, which are bytes:
///
/// | unit | bytes |
/// |---|---|
/// | `KiB`, `MiB`, `GiB`, `TiB`, in any case | 2^10, 2^20, 2^30, 2^40 |
/// | `KB`, `MB`, `GB`, `TB` with a capital `B` | 10^3, 10^6, 10^9, 10^12 |
/// | `Kb`, `Mb`, `Gb`, `Tb`, the same with a small `b` | the same in bits: an eighth |
public struct MemorySize: Hashable, Sendable {
  /// The size in bytes.
  public var bytes: Int

  /// The text ended in a small `b` and so counted bits; rarely what was meant.
  public var isBitCount: Bool

  /// A size of so many bytes.
  public init(bytes: Int) {
    self.bytes = bytes
    isBitCount = false
  }

  /// Reads a size; spaces around the number and the unit are allowed, fractions of a byte are dropped.
  ///
  /// - Throws: ``MemorySizeError`` for text that is empty, negative, not a number, too large, or of an unknown unit.
  /// - Complexity: O(length).
  public init(parsing text: String) throws(MemorySizeError) {
    let trimmed = Self.trimmed(text.utf8[...])
    guard let last = trimmed.last else { throw .empty }
    let unitStart = trimmed.lastIndex { !Self.isLetter($0) }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
    let unitText = String(Substring(trimmed[unitStart...]))
    guard let factor = Self.factor(unit: unitText) else {
      throw .unknownUnit(text: text, unit: unitText)
    }
    let number = Self.trimmed(trimmed[..<unitStart])
    let whole = try Self.whole(number, times: factor, of: text)
    isBitCount = factor % 10 == 0 && last == UInt8(ascii: "b")
    bytes = isBitCount ? whole / 8 : whole
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = text.firstIndex(where: { !isSpace($0) }), let last = text.lastIndex(where: { !isSpace($0) })
    else { return text[text.endIndex...] }
    return text[first...last]
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

  private static func factor(unit: String) -> Int? {
    switch unit.uppercased() {
    case "": 1
    case "KIB": 1 << 10
    case "MIB": 1 << 20
    case "GIB": 1 << 30
    case "TIB": 1 << 40
    case "KB": 1_000
    case "MB": 1_000_000
    case "GB": 1_000_000_000
    case "TB": 1_000_000_000_000
    default: nil
    }
  }

  /// The number times the factor without its fraction, exact for whole numbers and else as a product of doubles.
  private static func whole(
    _ number: Substring.UTF8View, times factor: Int, of text: String
  ) throws(MemorySizeError) -> Int {
    guard let digits = plainNumber(number) else { throw .notANumber(text: text) }
    if digits.hasPrefix("-") { throw .negative(text: text) }
    if factor == 1, let exact = Int(digits) { return exact }
    guard let value = Double(digits) else { throw .notANumber(text: text) }
    let product = value * Double(factor)
    guard product < 0x1p63 else { throw .tooLarge(text: text) }
    return Int(product)
  }

  /// A decimal number with optional sign, fraction and exponent and with underscores between digits taken out; nil for
  /// anything else (`inf`, `nan`, hexadecimal).
  private static func plainNumber(_ number: Substring.UTF8View) -> String? {
    var result = ""
    var previous: UInt8 = 0
    var digitsSeen = false
    for byte in number {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digitsSeen = true
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "_") where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(previous):
        break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        return nil
      }
      previous = byte
    }
    return digitsSeen && previous != UInt8(ascii: "_") ? result : nil
  }
}

/// Why a text is not a size.
public enum MemorySizeError: Error, Hashable, Sendable {
  /// There is no text.
  case empty
  /// It does not begin with a number.
  case notANumber(text: String)
  /// Behind the number stands what is no unit.
  case unknownUnit(text: String, unit: String)
  /// The number is below zero.
  case negative(text: String)
  /// More than 2^63 - 1 bytes.
  case tooLarge(text: String)
}
