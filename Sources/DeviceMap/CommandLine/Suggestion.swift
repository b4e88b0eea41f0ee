/// Finds what somebody meant who misspelt a name.
package enum Suggestion {
  /// The nearest of `names`, if it is near enough to be what was meant; the first of equals.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let limit = max(1, word.utf8.count / 3)
    var best: (name: String, distance: Int)?
    for name in names where abs(name.utf8.count - word.utf8.count) <= limit {
      let distance = Self.distance(Array(word.utf8), Array(name.utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    if let best { return best.name }
    let longer = names.filter { word.utf8.count >= 4 && $0.hasPrefix(word) }
    return longer.count == 1 ? longer[0] : nil
  }

  /// Edits (insert, delete, replace, swap neighbours) that turn one word into the other. O(product of the lengths).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, a) in left.enumerated() {
      var current = [row + 1]
      for (column, b) in right.enumerated() {
        var cost = min(last[column] + (a == b ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
