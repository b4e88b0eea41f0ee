extension ContiguousArray where Element == UInt8 {
  /// Appends the text of a JSON string whose bytes between the quotes are in `range` of `source`, escapes resolved.
  /// A lone surrogate becomes U+FFFD. The token must have been validated. O(length).
  package mutating func append(unescaping source: Span<UInt8>, in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source[index]
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        append(byte)
        continue
      }
      let letter = source[index]
      index += 1
      if letter == UInt8(ascii: "u") {
        append(scalar: source.escapedScalar(after: &index, before: range.upperBound))
      } else {
        append(Self.meaning(ofEscape: letter))
      }
    }
  }

  private static func meaning(ofEscape letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  private mutating func append(scalar: UInt32) {
    let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

extension Span where Element == UInt8 {
  /// The code point of the `\u` escape whose digits start at `index`, with its second half if it is a pair.
  fileprivate func escapedScalar(after index: inout Int, before end: Int) -> UInt32 {
    let unit = hexUnit(at: index)
    index += 4
    guard unit & 0xFC00 == 0xD800, index + 6 <= end, self[index] == UInt8(ascii: "\\"),
      self[index + 1] == UInt8(ascii: "u")
    else { return unit }
    let second = hexUnit(at: index + 2)
    guard second & 0xFC00 == 0xDC00 else { return unit }
    index += 6
    return 0x10000 + (unit & 0x3FF) << 10 + (second & 0x3FF)
  }

  private func hexUnit(at index: Int) -> UInt32 {
    var unit: UInt32 = 0
    for offset in 0..<4 { unit = unit << 4 | UInt32(ByteCursor.hexDigit(self[index + offset]) ?? 0) }
    return unit
  }
}
