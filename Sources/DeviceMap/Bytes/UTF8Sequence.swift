extension Span where Element == UInt8 {
  /// The length (2...4) of the well-formed UTF-8 sequence at `offset`, whose first byte is not ASCII; nil if there is
  /// none. The rules are those of Unicode 16, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
  package func multibyteSequence(at offset: Int) -> Int? {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch self[offset] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard count - offset >= length, second.contains(self[offset + 1]) else { return nil }
    for index in 2..<max(2, length) where !(0x80...0xBF).contains(self[offset + index]) { return nil }
    return length
  }

  /// The offset of the first byte that is not part of well-formed UTF-8, or nil. O(n).
  package var firstInvalidUTF8: Int? {
    var offset = 0
    while offset < count {
      if offset + 8 <= count, word(at: offset) & 0x8080_8080_8080_8080 == 0 {
        offset += 8
      } else if self[offset] < 0x80 {
        offset += 1
      } else if let length = multibyteSequence(at: offset) {
        offset += length
      } else {
        return offset
      }
    }
    return nil
  }
}
