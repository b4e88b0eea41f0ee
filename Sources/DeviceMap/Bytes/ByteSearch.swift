/// Finds one text in others, comparing bytes.
///
/// The table of Knuth, Morris and Pratt ("Fast pattern matching in strings", 1977) makes a search linear whatever the
/// texts are.
package struct ByteSearch: Sendable {
  private let part: ContiguousArray<UInt8>
  /// For each length that matched, the longest shorter one that still matches at its end.
  private let shorter: ContiguousArray<Int>

  /// - Complexity: O(length of `part`).
  package init(_ part: some Collection<UInt8>) {
    let part = ContiguousArray(part)
    var shorter: ContiguousArray<Int> = [0]
    var length = 0
    for index in part.indices.dropFirst() {
      while length > 0, part[index] != part[length] { length = shorter[length - 1] }
      if part[index] == part[length] { length += 1 }
      shorter.append(length)
    }
    self.part = part
    self.shorter = shorter
  }

  /// Where the part first stands in `bytes` at or behind `start`. O(length of `bytes`).
  package func first(in bytes: ContiguousArray<UInt8>, from start: Int = 0) -> Range<Int>? {
    if part.isEmpty { return start..<start }
    var length = 0
    for index in start..<max(start, bytes.count) {
      while length > 0, bytes[index] != part[length] { length = shorter[length - 1] }
      if bytes[index] == part[length] { length += 1 }
      if length == part.count { return (index + 1 - length)..<(index + 1) }
    }
    return nil
  }

  /// What stands between the occurrences of the part, which is not empty. O(length of `text`).
  package func pieces(of text: String) -> [String] {
    let bytes = ContiguousArray(text.utf8)
    var pieces: [String] = []
    var start = 0
    while let found = first(in: bytes, from: start) {
      pieces.append(String(decoding: bytes[start..<found.lowerBound], as: UTF8.self))
      start = found.upperBound
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }
}

extension String {
  /// Whether the bytes of `part` occur in those of the text. O(lengths).
  package func containsBytes(of part: String) -> Bool {
    ByteSearch(part.utf8).first(in: ContiguousArray(utf8)) != nil
  }

  /// The text with each occurrence of `part` replaced. O(lengths).
  package func replacingBytes(_ part: String, with other: String) -> String {
    part.utf8.isEmpty ? self : ByteSearch(part.utf8).pieces(of: self).joined(separator: other)
  }
}
