/// The text of one entry, to be read.
struct CatalogEntryText {
  let kind: CatalogEntryKind
  /// The first line and the body.
  let bytes: ContiguousArray<UInt8>
  /// The first line, from its second word on.
  let head: Range<Int>
  /// The lines below it.
  let body: Range<Int>
  /// How far the first line is indented.
  let indent: Int
  /// Where `bytes` starts, counted through all texts of the catalog.
  let start: Int

  /// The text of an entry of a source that starts at `base`. O(length).
  init(_ entry: CatalogIndex.Entry, in source: CatalogSource, base: Int) {
    let head: Range<Int>
    (bytes, indent, head) = source.withBytes { text in
      let head = source.index.head(of: entry, in: text)
      var bytes = ContiguousArray<UInt8>()
      bytes.append(text, in: head.lowerBound..<max(Int(entry.end), head.upperBound))
      var indent = 0
      while indent < head.lowerBound, text[head.lowerBound - indent - 1] == UInt8(ascii: " ") { indent += 1 }
      return (bytes, indent, head)
    }
    kind = entry.kind
    start = base + head.lowerBound
    self.head = (entry.name.range.lowerBound - head.lowerBound)..<head.count
    body = head.count..<bytes.count
  }

  /// The words of the first line behind its keyword, and where each stands.
  var words: [(text: String, start: Int)] {
    bytes[head].split(separator: UInt8(ascii: " ")).map { (String(decoding: $0, as: UTF8.self), $0.startIndex) }
  }

  /// What the entry itself says about where it comes from, which stands first in its body.
  var provenance: Provenance? {
    var outline = CatalogOutline(bytes: bytes, range: body)
    return outline.next().flatMap { Provenance(bytes.span, $0.range) }
  }

  /// Whether a line says where the entry comes from.
  func isProvenance(_ line: CatalogOutline.Line) -> Bool {
    Provenance.isOne(bytes.span, line.range)
  }
}

/// The first words of a line.
struct Words {
  private(set) var first: String?
  private(set) var second: String?
  private(set) var third: String?

  init(_ bytes: ContiguousArray<UInt8>, _ range: Range<Int>) {
    let words = bytes[range].split(separator: UInt8(ascii: " "), maxSplits: 3).map {
      String(decoding: $0, as: UTF8.self)
    }
    first = words.first
    second = words.count > 1 ? words[1] : nil
    third = words.count > 2 ? words[2] : nil
  }
}

/// Walks over the lines of a text by their indentation; blank lines and comments are left out.
struct CatalogOutline {
  let bytes: ContiguousArray<UInt8>
  private var position: Int
  private let end: Int

  struct Line {
    /// Spaces before the first word.
    var indent: Int
    /// The line without indentation and line end.
    var range: Range<Int>
  }

  init(bytes: ContiguousArray<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next line, without moving past it.
  mutating func peek() -> Line? {
    while position < end {
      let start = position
      var stop = start
      while stop < end, bytes[stop] != 10 { stop += 1 }
      var first = start
      while first < stop, bytes[first] == UInt8(ascii: " ") { first += 1 }
      var last = stop
      while last > first, bytes[last - 1] == UInt8(ascii: " ") || bytes[last - 1] == 13 { last -= 1 }
      if first == last || bytes[first] == UInt8(ascii: "#") {
        position = min(stop + 1, end)
        continue
      }
      return Line(indent: first - start, range: first..<last)
    }
    return nil
  }

  mutating func next() -> Line? {
    guard let line = peek() else { return nil }
    position = line.range.upperBound
    while position < end, bytes[position] != 10 { position += 1 }
    position = min(position + 1, end)
    return line
  }
}
