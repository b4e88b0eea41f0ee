/// How much work one input may ask for. A file can be written so that a few lines take hours or all of the memory
/// (lists of lists, conditions over a million layers); whoever works on it counts its steps here, and ends with an error
/// that says so when they are used up.
///
/// A step takes a few nanoseconds. The largest published models take less than a hundredth of what there is.
package final class WorkBudget {
  /// Steps for one model: about a second.
  package static let usual = 1 << 26

  private var left: Int

  package init(steps: Int = WorkBudget.usual) { left = max(0, steps) }

  /// Whether more was asked for than there was.
  package var isExceeded: Bool { left < 0 }

  /// How many steps may still be taken.
  package var remaining: Int { max(0, left) }

  /// Takes `steps`; false, from then on for ever, when they are not there.
  @inline(__always)
  package func take(_ steps: Int) -> Bool {
    if left < 0 { return false }
    left = steps > left ? -1 : left - steps
    return left >= 0
  }
}
