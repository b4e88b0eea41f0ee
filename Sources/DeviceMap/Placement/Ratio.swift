/// An exact quotient of two counts, such as the share of a device that is in use.
public struct Ratio: Sendable {
  /// Numerator and denominator; the denominator is positive.
  public let part: Int
  /// The denominator, which is positive.
  public let whole: Int

  package init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  package static let zero = Ratio(0, of: 1)

  /// The quotient with the smallest terms whose value is a number that is not negative; nil when its terms would be too
  /// large.
  ///
  /// The convergents of the number's continued fraction come closer and closer, and one of them rounds to it.
  ///
  /// - Complexity: O(log of the terms).
  package init?(value: Double) {
    self = .zero
    if value == 0 { return }
    // The number itself is a quotient of two whole numbers, which 128 bits hold where it is neither tiny nor huge.
    guard value >= 0x1p-60, value < 0x1p62 else { return nil }
    var (rest, divisor) = (Int128(value.significand * 0x1p52), Int128(1))
    let shift = value.exponent - 52
    if shift >= 0 { rest <<= Int128(shift) } else { divisor <<= Int128(-shift) }
    var (part, whole, formerPart, formerWhole) = (Int128(1), Int128(0), Int128(0), Int128(1))
    while divisor > 0 {
      let quotient = rest / divisor
      (rest, divisor) = (divisor, rest % divisor)
      (part, formerPart) = (quotient * part + formerPart, part)
      (whole, formerWhole) = (quotient * whole + formerWhole, whole)
      guard let numerator = Int(exactly: part), let denominator = Int(exactly: whole) else { return nil }
      self.init(numerator, of: denominator)
      if self.value == value { return }
    }
  }

  /// The quotient as a number.
  public var value: Double { Double(part) / Double(whole) }

  /// The most bits of `capacity` that are no more than this part of it.
  package func bits(of capacity: Int) -> Int {
    Int(clamping: Int128(part) * Int128(capacity) / Int128(whole))
  }

  /// The most bits of `capacity` that are less than this part of it; -1 when there are none.
  package func bitsBelow(of capacity: Int) -> Int {
    let product = Int128(part) * Int128(capacity)
    return product == 0 ? -1 : Int(clamping: (product - 1) / Int128(whole))
  }
}

extension Ratio: Comparable {
  public static func == (left: Ratio, right: Ratio) -> Bool {
    Int128(left.part) * Int128(right.whole) == Int128(right.part) * Int128(left.whole)
  }

  public static func < (left: Ratio, right: Ratio) -> Bool {
    Int128(left.part) * Int128(right.whole) < Int128(right.part) * Int128(left.whole)
  }
}

extension Ratio: Hashable {
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
