extension Span where Element == UInt8 {
  /// The integer written in `range` (an integer token of JSON), or nil if `Int` cannot hold it. O(length).
  package func jsonInteger(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let isNegative = self[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var value = 0
    while index < range.upperBound {
      let digit = Int(self[index] &- UInt8(ascii: "0"))
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) =
        isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      if overflowed || carried { return nil }
      value = sum
      index += 1
    }
    return value
  }

  /// The number written in `range` (a number token of JSON) as the nearest double; infinite if it is too large.
  package func jsonDouble(in range: Range<Int>) -> Double {
    if let value = Double(string(in: range)) { return value }
    // What the conversion refuses is a token beyond the range of a double, which is too large or too small.
    let isNegative = self[range.lowerBound] == UInt8(ascii: "-")
    let magnitude: Double = jsonNumberIsHuge(in: range) ? .infinity : 0
    return isNegative ? -magnitude : magnitude
  }

  /// Whether the number token in `range` has a value of at least 1, judged by the place of its first digit.
  private func jsonNumberIsHuge(in range: Range<Int>) -> Bool {
    var integerDigits = 0
    var leadingZeros = 0
    var seenPoint = false
    var seenNonZero = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = self[index]
      index += 1
      if byte == UInt8(ascii: ".") { seenPoint = true }
      if byte | 0x20 == UInt8(ascii: "e") { break }
      guard byte &- UInt8(ascii: "0") < 10 else { continue }
      if byte != UInt8(ascii: "0") { seenNonZero = true }
      if seenPoint {
        if !seenNonZero { leadingZeros += 1 }
      } else if seenNonZero {
        integerDigits += 1
      }
    }
    guard seenNonZero else { return false }
    let place = integerDigits > 0 ? integerDigits : -leadingZeros
    guard index < range.upperBound else { return place > 0 }
    if self[index] == UInt8(ascii: "+") { index += 1 }
    guard let exponent = jsonInteger(in: index..<range.upperBound) else { return self[index] != UInt8(ascii: "-") }
    return exponent.addingReportingOverflow(place).partialValue > 0
  }
}
