/// Searches for the number from which on something holds, or up to which.
package enum Bisection {
  /// The least number from 1 to `top` for which `holds`, which then holds for all above; nil when not even for `top`.
  package static func least(upTo top: Int, _ holds: (Int) -> Bool) -> Int? {
    guard holds(top) else { return nil }
    var (low, high) = (0, top)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The largest number from `first` to `most` for which `holds`, which then holds for all between; nil when not for
  /// `first`.
  package static func largest(from first: Int = 1, upTo most: Int, _ holds: (Int) -> Bool) -> Int? {
    guard most >= first, holds(first) else { return nil }
    var (low, high) = (first, 2 *| first)
    while high < most, holds(high) { (low, high) = (high, 2 *| high) }
    if high >= most, holds(most) { return most }
    high = min(high, most)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
