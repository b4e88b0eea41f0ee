extension Range<Int> {
  /// The first index that is no longer before something, or the end: `isBefore` holds up to one index and for none
  /// from there on.
  ///
  /// - Complexity: O(log n) questions.
  package func firstIndex(notBefore isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
