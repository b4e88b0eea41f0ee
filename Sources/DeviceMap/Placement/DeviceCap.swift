/// What may be placed on a device, in bits.
///
/// The references multiply some budgets by 0.9 in floating point, so a cap can lie between two whole numbers of bits.
struct DeviceCap: Hashable, Sendable {
  /// Whole bits; nil for no limit.
  var bits: Int?
  /// What the cap has beyond `bits`, less than one bit.
  private var fraction = 0.0

  /// Larger budgets are cut to this, which is more than any model that can be planned.
  private static let mostBytes = 1 << 57

  init(bytes: Int?) { bits = bytes.map { 8 * Swift.min($0, Self.mostBytes) } }

  mutating func multiply(by factor: Double) {
    guard let bits, factor != 1 else { return }
    let product = (Double(bits) + fraction) * factor
    let whole = Int(product)
    self.bits = whole
    fraction = product - Double(whole)
  }

  mutating func lower(to limit: Int) {
    guard let bits, limit <= bits else { return }
    self.bits = limit
    fraction = 0
  }

  /// Whether `size` is at most the cap less what is kept free.
  func holds(_ size: Int, keepingFree reserve: Int) -> Bool {
    bits.map { size <= $0 - reserve } ?? true
  }

  /// Whether `size` is at least the cap less what is kept free.
  func isReached(by size: Int, keepingFree reserve: Int) -> Bool {
    bits.map { fraction > 0 ? size > $0 - reserve : size >= $0 - reserve } ?? false
  }
}
