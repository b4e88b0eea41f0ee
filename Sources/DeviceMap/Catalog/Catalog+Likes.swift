/// Bodies of classes that are those of others: `class MistralMLP like llama.LlamaMLP`.
extension Catalog {
  /// How many classes may stand between a class and the body that it has.
  private static let longestChain = 8

  /// The body of a class, with `prefix` where that one has the prefix of its own model.
  ///
  /// - Parameters:
  ///   - name: the class, with its unit in front or of `unit`.
  ///   - prefix: nil for the class's own name for its model.
  ///   - offset: where the class is named, for messages.
  /// - Complexity: O(length of the body).
  func body(
    like name: String, of unit: String, prefix: String, at offset: Int, depth: Int = 0
  ) throws(CatalogError) -> ContiguousArray<UInt8> {
    guard depth < Self.longestChain else { throw error(.nestedTooDeep, at: offset) }
    let (text, owner, local) = try entryText(like: name, of: unit, at: offset)
    var body = ContiguousArray(text.bytes[text.body])
    let own = Self.modelPrefix(of: local, in: owner)
    let words = text.words.map(\.text)
    if let like = words.firstIndex(of: "like"), like + 1 < words.count {
      if body.last.map({ $0 != 10 }) ?? false { body.append(10) }
      body += try self.body(
        like: words[like + 1], of: owner, prefix: Self.prefix(in: words) ?? own, at: offset, depth: depth + 1)
    }
    return own.isEmpty ? body : Self.replacing(own, by: prefix, in: body)
  }

  /// The class whose body another has, its unit, and its name there.
  func entryText(
    like name: String, of unit: String, at offset: Int
  ) throws(CatalogError) -> (text: CatalogEntryText, unit: String, name: String) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let (owner, local) = parts.count == 2 ? (parts[0], parts[1]) : (unit, name)
    guard let location = find(local, unit: owner) else { throw error(.missing("class \(name)"), at: offset) }
    let text = text(of: location)
    guard text.kind == .class || text.kind == .model else { throw error(.missing("class \(name)"), at: offset) }
    return (text, owner, local)
  }

  /// `PREFIX` of `like CLASS as PREFIX`.
  static func prefix(in words: [String]) -> String? {
    guard let word = words.firstIndex(of: "as"), word + 1 < words.count else { return nil }
    return words[word + 1]
  }

  /// The part of a class name that names its model, such as Llama in LlamaAttention of the unit llama; "" when it does not
  /// start with it.
  package static func modelPrefix(of name: String, in unit: String) -> String {
    let wanted = Array(unit.utf8.filter { $0 != UInt8(ascii: "_") })
    var matched = 0
    var length = 0
    for byte in name.utf8 where matched < wanted.count {
      length += 1
      if byte == UInt8(ascii: "_") { continue }
      let lower = byte &- 65 < 26 ? byte | 0x20 : byte
      guard lower == wanted[matched] else { return "" }
      matched += 1
    }
    return matched == wanted.count ? String(decoding: name.utf8.prefix(length), as: UTF8.self) : ""
  }

  /// The text with each word that starts with a prefix starting with another. O(length).
  private static func replacing(
    _ prefix: String, by other: String, in body: ContiguousArray<UInt8>
  ) -> ContiguousArray<UInt8> {
    let prefix = ContiguousArray(prefix.utf8)
    var result = ContiguousArray<UInt8>()
    result.reserveCapacity(body.count + 64)
    var position = 0
    while position < body.count {
      let last = position == 0 ? 10 : body[position - 1]
      let isInWord = last.isLetter || last.isDigit || last == UInt8(ascii: ".")
      if !isInWord, body[position...].starts(with: prefix) {
        result.append(contentsOf: other.utf8)
        position += prefix.count
      } else {
        result.append(body[position])
        position += 1
      }
    }
    return result
  }
}
