/// The largest layer still to be placed, which the references keep free on their main devices.
///
/// Layers stand at positions in placing order, and a maximum tree over their sizes answers "the largest but those" in
/// O(log n). The references recompute the maximum only once every layer that realised it has been *tried*, and do not
/// notice that a layer went along with what it is tied to; both habits change maps and are kept:
///
/// - ``attempt(_:)``: a part is tried; its layers no longer count, but they come back with the next recomputation if the
///   part is still waiting then.
/// - ``place(_:)``: gone for good. ``takeAlong(_:)``: gone, but only noticed by the next recomputation.
struct LayerReserve {
  /// Size in bits of the largest layer as last computed, 0 when there is none.
  private(set) var largest = 0

  private static let gone = -1
  private var maxima: ContiguousArray<Int>
  private let width: Int
  /// Whether a layer that realises `largest` is left.
  private var isRealised = false
  /// Positions that count only until the first recomputation: tensors that the root owns.
  private var provisional: [Int]
  private var takenAlong: [Range<Int>] = []
  private var waiting = 0..<0

  /// - Parameter provisional: positions that only the first maximum takes into account.
  init(sizes: ContiguousArray<Int>, provisional: [Int]) {
    // A power of two, so that a range of leaves has its parents on one level.
    width = 1 << (Int.bitWidth - max(0, sizes.count - 1).leadingZeroBitCount)
    maxima = ContiguousArray(repeating: Self.gone, count: 2 * width)
    for (index, size) in sizes.enumerated() { maxima[width + index] = size }
    for index in stride(from: width - 1, to: 0, by: -1) {
      maxima[index] = max(maxima[2 * index], maxima[2 * index + 1])
    }
    self.provisional = provisional
    let first = maximum(in: 0..<width)
    largest = max(0, first)
    isRealised = first != Self.gone
  }

  /// A part with these layers is tried.
  mutating func attempt(_ layers: Range<Int>) {
    if isRealised, layers.isEmpty || maximum(in: layers) < largest { return }
    if isRealised, maximum(without: layers, and: waiting) == largest { return }
    recompute(without: layers)
  }

  /// A part was cut, or put back in front of something that was cut; all that waits counts again.
  mutating func recompute() { recompute(without: 0..<0) }

  /// The part that was tried waits while another is placed.
  mutating func wait(_ layers: Range<Int>) { waiting = layers }

  mutating func place(_ layers: Range<Int>) { remove(layers) }

  mutating func takeAlong(_ layers: Range<Int>) {
    if !layers.isEmpty { takenAlong.append(layers) }
  }

  private mutating func recompute(without layers: Range<Int>) {
    for range in takenAlong { remove(range) }
    for position in provisional { remove(position..<position + 1) }
    takenAlong.removeAll(keepingCapacity: true)
    provisional.removeAll()
    waiting = 0..<0
    let found = maximum(without: layers, and: waiting)
    largest = max(0, found)
    isRealised = found != Self.gone
  }

  /// The maximum outside of two ranges that are disjoint or equal.
  private func maximum(without one: Range<Int>, and other: Range<Int>) -> Int {
    let low = other.isEmpty || (!one.isEmpty && one.lowerBound <= other.lowerBound) ? one : other
    let high = low == one ? other : one
    if low.isEmpty { return maxima[1] }
    let below = maximum(in: 0..<low.lowerBound)
    if high.isEmpty || high == low { return max(below, maximum(in: low.upperBound..<width)) }
    let between = maximum(in: low.upperBound..<high.lowerBound)
    return max(below, between, maximum(in: high.upperBound..<width))
  }

  private func maximum(in range: Range<Int>) -> Int {
    var low = range.lowerBound + width
    var high = range.upperBound + width
    var result = Self.gone
    while low < high {
      if low & 1 == 1 {
        result = max(result, maxima[low])
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        result = max(result, maxima[high])
      }
      low >>= 1
      high >>= 1
    }
    return result
  }

  /// Takes a range out, level by level. O(length + log n).
  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var low = range.lowerBound + width
    var high = range.upperBound - 1 + width
    for index in low...high { maxima[index] = Self.gone }
    while low > 1 {
      low >>= 1
      high >>= 1
      for index in low...high {
        maxima[index] = max(maxima[2 * index], maxima[2 * index + 1])
      }
    }
  }
}
