extension Sequence where Element == String {
  /// The texts in the order of their UTF-8, whatever the language. O(n log n).
  package func sortedByBytes() -> [String] { sorted { $0.precedes($1) } }
}

extension String {
  /// Whether this comes before another in the order of their UTF-8. O(length).
  package func precedes(_ other: String) -> Bool {
    withSpan { mine in other.withSpan { mine.precedes($0) } }
  }
}

extension Span where Element == UInt8 {
  /// Whether these bytes come before others in lexicographic order. O(length).
  package func precedes(_ other: Span<UInt8>) -> Bool {
    let shared = Swift.min(count, other.count)
    var done = 0
    while done &+ 8 <= shared {
      let (mine, its) = (word(at: done).byteSwapped, other.word(at: done).byteSwapped)
      if mine != its { return mine < its }
      done &+= 8
    }
    let mine = partialWord(at: done, length: shared &- done).byteSwapped
    let its = other.partialWord(at: done, length: shared &- done).byteSwapped
    return mine == its ? count < other.count : mine < its
  }
}
