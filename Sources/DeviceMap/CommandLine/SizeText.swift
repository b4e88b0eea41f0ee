/// A size on the command line: as ``MemorySize`` reads it, or with a unit of one letter, as `24g` for 24 GiB.
enum SizeText {
  /// Below this, a number without a unit is not a number of bytes that anybody means.
  static let leastBareBytes = 1 << 10
  /// The same where the model has more parameters than this.
  static let leastBareBytesOfModels = 1 << 20

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

  /// A size that stands behind an option. One with a small b at the end is asked about: accelerate counts bits there, and
  /// hardly anybody means them.
  ///
  /// - Throws: ``UsageError/sizeInBits(option:_:_:)``, or ``MemorySizeError``.
  static func size(_ text: String, of option: String) throws -> MemorySize {
    let size = try MemorySize(parsing: spelledOut(text))
    guard !size.isBitCount else { throw UsageError.sizeInBits(option: option, trimmed(text), bytes: size.bytes) }
    return size
  }

  /// The bytes of a number without a unit; nil for what has one and for what is no size.
  static func bareBytes(_ size: String) -> Int? {
    guard let last = trimmed(size).utf8.last, last == UInt8(ascii: ".") || (0x30...0x39).contains(last) else {
      return nil
    }
    return try? MemorySize(parsing: size).bytes
  }
}
