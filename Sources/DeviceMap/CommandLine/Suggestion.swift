/// Finds what somebody meant who misspelt a name.
package enum Suggestion {
  /// Words longer than this are not names that somebody misspelt.
  private static let longestWord = 200

  /// The nearest of `names`, if it is near enough to be what was meant; the first of equals.
  ///
  /// - Complexity: O(names x length of the word x edits that are near enough, a third of it).
  package static func nearest(to word: String, among names: [String]) -> String? {
    let typed = Array(word.utf8)
    guard typed.count <= longestWord else { return nil }
    if let begun = onlyName(beginningWith: word, among: names) { return begun }
    var limit = max(1, typed.count / 3)
    var best: String?
    for name in names where abs(name.utf8.count - typed.count) <= limit {
      guard let distance = distance(typed, Array(name.utf8), atMost: limit) else { continue }
      best = name
      if distance == 0 { break }
      limit = distance - 1
    }
    return best
  }

  /// The one name of which a word is the beginning, if it says enough.
  private static func onlyName(beginningWith word: String, among names: [String]) -> String? {
    guard word.utf8.count >= 4 else { return nil }
    let longer = names.lazy.filter { $0.hasPrefix(word) }.prefix(2)
    return longer.count == 1 ? longer.first : nil
  }

  /// Edits (insert, delete, replace, swap neighbours) that turn one word into the other, nil if more than `limit`.
  ///
  /// - Complexity: O(length x limit).
  static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    let tooFar = limit + 1
    var beforeLast = [Int](repeating: tooFar, count: right.count + 1)
    var last = (0...right.count).map { min($0, tooFar) }
    var current = last
    for (row, a) in left.enumerated() {
      // Only columns near the diagonal can be within the limit; those beside them are too far by definition.
      let columns = max(0, row - limit)..<min(right.count, row + limit + 1)
      current[columns.lowerBound] = columns.lowerBound == 0 ? min(row + 1, tooFar) : tooFar
      var nearest = current[columns.lowerBound]
      for column in columns {
        let b = right[column]
        var cost = min(last[column] + (a == b ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = min(cost, tooFar)
        nearest = min(nearest, cost)
      }
      if columns.upperBound < right.count { current[columns.upperBound + 1] = tooFar }
      if nearest > limit { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
