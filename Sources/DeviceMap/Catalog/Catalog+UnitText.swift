/// Units as text, for people.
extension Catalog {
  /// The text of a unit as the newest file that has it says it, with the bodies that are those of other classes written
  /// out; nil when there is no such unit. O(length).
  package func unitText(_ name: String) -> String? {
    for (number, source) in sources.enumerated().reversed() {
      guard let unit = source.find(.unit, name) else { continue }
      let entries = source.index.entries.indices.filter { source.index.entries[$0].unit == Int32(unit) }
      let start = source.index.units[unit].start
      let end = source.index.units[unit].end
      let texts = entries.map { text(of: Location(source: number, entry: $0)) }
      let base = sources[..<number].reduce(0) { $0 + $1.count }
      let head = source.text(start..<(texts.first.map { $0.start - base - $0.indent } ?? end))
      return head + texts.map { expanded($0, of: name) }.joined()
    }
    return nil
  }

  /// An entry with its body, that of another class included.
  private func expanded(_ text: CatalogEntryText, of unit: String) -> String {
    let blanks = String(repeating: " ", count: text.indent)
    let words = text.words
    let isClass = text.kind == .class || text.kind == .model
    guard isClass, let like = words.firstIndex(where: { $0.text == "like" }), like + 1 < words.count else {
      return blanks + String(decoding: text.bytes, as: UTF8.self)
    }
    let prefix = Self.prefix(in: words.map(\.text)) ?? Self.modelPrefix(of: words[0].text, in: unit)
    let body = try? body(like: words[like + 1].text, of: unit, prefix: prefix, at: text.start)
    let head = text.bytes[..<words[like].start].reversed().drop { $0 == UInt8(ascii: " ") }.reversed()
    let lines = [ContiguousArray(text.bytes[text.body]), body ?? []].map { String(decoding: $0, as: UTF8.self) }
    return blanks + String(decoding: Array(head), as: UTF8.self) + joined(lines[0], lines[1])
  }

  /// A body behind another, without the blank lines between entries that they end with, but for the last.
  private func joined(_ first: String, _ second: String) -> String {
    let lines = (first + "\n" + second).split(separator: "\n")
    return "\n" + lines.map { $0 + "\n" }.joined() + (first.hasSuffix("\n\n") ? "\n" : "")
  }
}
