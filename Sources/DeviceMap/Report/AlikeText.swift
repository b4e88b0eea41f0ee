/// Sentences that differ in the numbers of modules alone, as one.
package enum AlikeText {
  /// One sentence for all that are alike, in the order in which the first of each kind comes:
  /// `model.layers.3 (LlamaDecoderLayer) is cut between GPU 0 and cpu (and 28 more alike)`.
  ///
  /// - Complexity: O(length of all).
  package static func grouped(_ texts: [String]) -> [String] {
    guard texts.count > 1 else { return texts }
    var templates = ByteTable(expectedCount: texts.count)
    var groups: [(first: String, count: Int)] = []
    for text in texts {
      let template = template(of: text)
      let (group, isNew) = templates.insert(template.span, in: 0..<template.count)
      if isNew { groups.append((text, 1)) } else { groups[Int(group)].count += 1 }
    }
    return groups.map { $0.count == 1 ? $0.first : "\($0.first) (and \($0.count - 1) more alike)" }
  }

  /// The text with `N` for the numbers that are a name within a path (`layers.3.mlp`); others, as in `8.70 GiB`, stay.
  static func template(of text: String) -> ContiguousArray<UInt8> {
    let bytes = ContiguousArray(text.utf8)
    var result: ContiguousArray<UInt8> = []
    result.reserveCapacity(bytes.count)
    var isPath = false
    var isWordStart = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: " ") {
        isWordStart = true
      } else if isWordStart, !"('\"".utf8.contains(byte) {
        (isPath, isWordStart) = (!byte.isDigit, false)
      }
      result.append(byte)
      index += 1
      guard byte == UInt8(ascii: "."), isPath else { continue }
      let digits = bytes[index...].prefix(while: \.isDigit)
      if !digits.isEmpty, digits.endIndex == bytes.endIndex || !bytes[digits.endIndex].isLetter {
        result.append(UInt8(ascii: "N"))
        index = digits.endIndex
      }
    }
    return result
  }
}
