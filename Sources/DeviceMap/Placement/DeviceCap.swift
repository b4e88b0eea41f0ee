/// What may be placed on a device, in bits.
///
/// The references multiply some budgets by 0.9 in floating point, so a cap can lie between two whole numbers of bits.
struct DeviceCap: Hashable, Sendable {
  /// Whole bits; nil for no limit.
  var bits: Int?
  /// The cap is a little more than `bits`.
  var hasFraction = false

  /// Larger budgets are cut to this, which is more than any model that can be planned.
  private static let mostBytes = 1 << 57

  init(bytes: Int?) { bits = bytes.map { 8 * Swift.min($0, Self.mostBytes) } }

  mutating func multiply(by factor: Double) {
    guard let bits, factor != 1 else { return }
    let product = Double(bits) * factor
    self.bits = Int(product)
    hasFraction = product != product.rounded(.down)
  }

  mutating func lower(to limit: Int) {
    guard let bits, limit <= bits else { return }
    self.bits = limit
    hasFraction = false
  }

  /// Whether `size` is at most the cap less what is kept free.
  func holds(_ size: Int, keepingFree reserve: Int) -> Bool {
    bits.map { size <= $0 - reserve } ?? true
  }

  /// Whether `size` is at least the cap less what is kept free.
  func isReached(by size: Int, keepingFree reserve: Int) -> Bool {
    bits.map { hasFraction ? size > $0 - reserve : size >= $0 - reserve } ?? false
  }
}
