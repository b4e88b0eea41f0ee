/// An exact quotient of two counts, such as the share of a device that is in use.
public struct Ratio: Sendable {
  /// Numerator and denominator; the denominator is positive.
  public let part: Int
  public let whole: Int

  package init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  package static let zero = Ratio(0, of: 1)

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
