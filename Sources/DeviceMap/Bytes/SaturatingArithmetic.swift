infix operator +| : AdditionPrecedence
infix operator *| : MultiplicationPrecedence

/// Arithmetic for counts of bytes that came from a file: what overflows is the largest number there is, which fits
/// nowhere, instead of a crash or a small number.
extension Int {
  /// The sum, or `Int.max` where it overflows. Neither side is negative.
  static func +| (one: Int, other: Int) -> Int {
    let (sum, overflow) = one.addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  /// The product, or `Int.max` where it overflows. Neither side is negative.
  static func *| (one: Int, other: Int) -> Int {
    let (product, overflow) = one.multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
