/// Where the blocks of the recorded text stand, by the model types that they name: several for a type whose configs differ
/// in their operators.
struct PeakIndex: Sendable {
  /// The index of ``peakText``.
  static let recorded = PeakIndex(peakText)

  private let text: StaticString
  private var blocks: [String: [Range<Int>]] = [:]

  /// - Complexity: O(length of the text).
  init(_ text: StaticString) {
    self.text = text
    blocks = text.withBytes { (bytes) -> [String: [Range<Int>]] in
      var blocks: [String: [Range<Int>]] = [:]
      var start = 0
      while start < bytes.count {
        // A block ends in front of the next line that is not indented.
        let end = bytes.first(UInt8(ascii: "\n"), notBefore: UInt8(ascii: " "), from: start)
        var head = start
        while head < end, bytes[head] != UInt8(ascii: "\n") { head += 1 }
        let words = bytes.string(in: start..<head).split(separator: " ")
        if words.first == "peaks" {
          for kind in words.dropFirst() { blocks[String(kind), default: []].append(min(head + 1, end)..<end) }
        }
        start = end + 1
      }
      return blocks
    }
  }

  /// The lines of each block that names a model type, in the order of the text. O(length of the blocks).
  func blocks(of modelType: String) -> [[String]] {
    (blocks[modelType] ?? []).map { range in
      text.withBytes { $0.string(in: range).split(separator: "\n").map(String.init) }
    }
  }
}
