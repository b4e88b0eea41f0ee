extension UInt8 {
  @inline(__always)
  package var isDigit: Bool { self &- 48 < 10 }

  /// A letter or underscore.
  package var isLetter: Bool { (self | 0x20) &- 97 < 26 || self == 95 }
}
