extension Span where Element == UInt8 {
  /// Whether serde_json (1.0, which reads headers in the safetensors crate) refuses the number token in `range` as out of range.
  /// It multiplies the first digits that 64 bits hold by powers of ten, each product rounded, so that numbers at the
  /// end of the range may fall on the other side of it. O(length).
  package func overflowsInSerde(in range: Range<Int>) -> Bool {
    // Below this no rounding of the product reaches infinity.
    guard jsonDouble(in: range).magnitude > 1.797e308 else { return false }
    let (significand, exponent) = serdeParts(in: range)
    guard exponent <= 308, let power = Double("1e\(exponent)") else { return true }
    return !(Double(significand) * power).isFinite
  }

  /// The digits of a number token that 64 bits hold, and the power of ten that is left.
  private func serdeParts(in range: Range<Int>) -> (significand: UInt64, exponent: Int) {
    var (significand, exponent) = (UInt64(0), 0)
    var (isFraction, isFull) = (false, false)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = self[index]
      index += 1
      if byte | 0x20 == UInt8(ascii: "e") {
        if self[index] == UInt8(ascii: "+") { index += 1 }
        exponent += Swift.min(1 << 40, jsonInteger(in: index..<range.upperBound) ?? .max)
        break
      }
      if byte == UInt8(ascii: ".") { (isFraction, isFull) = (true, false) }
      guard byte.isDigit else { continue }
      let (product, overflowed) = significand.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(UInt64(byte &- UInt8(ascii: "0")))
      isFull = isFull || overflowed || carried
      if !isFull { significand = sum }
      if isFraction != isFull { exponent += isFraction ? -1 : 1 }
    }
    return (significand, exponent)
  }
}
