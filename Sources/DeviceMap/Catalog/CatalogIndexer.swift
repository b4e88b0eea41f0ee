/// The pass over a catalog's text that finds its entries.
struct CatalogIndexer: ~Escapable {
  private let text: Span<UInt8>
  private var index: CatalogIndex
  private var position = 0
  /// How far the entries of the unit are indented; nil behind its first line.
  private var level: Int? = 0
  private var isInUnit = false

  /// The index of a text. O(length).
  ///
  /// - Throws: a byte offset and what is wrong there.
  static func index(_ text: Span<UInt8>) throws(CatalogLexer.Failure) -> CatalogIndex {
    var indexer = CatalogIndexer(text)
    try indexer.run()
    return indexer.index
  }

  @_lifetime(copy text)
  private init(_ text: Span<UInt8>) {
    self.text = text
    index = CatalogIndex(byteCount: text.count)
  }

  private mutating func run() throws(CatalogLexer.Failure) {
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: " ") {
        if level != 0 || index.entries.isEmpty { try indented() }
      } else if byte != 10, byte != 13, byte != UInt8(ascii: "#") {
        try entry(at: position, indent: 0)
      }
      position = lineEnd(position) + 1
    }
  }

  /// A line with spaces in front, where the entries of the unit may be indented.
  private mutating func indented() throws(CatalogLexer.Failure) {
    var first = position
    while first < text.count, text[first] == UInt8(ascii: " ") { first += 1 }
    guard first < text.count, text[first] != 10, text[first] != 13, text[first] != UInt8(ascii: "#") else { return }
    let indent = first - position
    if level == nil { level = indent }
    guard let level, level > 0, indent >= level else { throw failure(.badIndentation, first) }
    if indent == level { try entry(at: first, indent: indent) }
  }

  // MARK: - Lines

  private mutating func entry(at start: Int, indent: Int) throws(CatalogLexer.Failure) {
    var end = lineEnd(start)
    while end > start, text[end - 1] == UInt8(ascii: " ") || text[end - 1] == 13 { end -= 1 }
    let line = start..<end
    let keyword = word(in: line, from: start)
    if indent == 0 { level = 0 }
    if text.equals("unit", in: keyword) { return try unit(line, keyword) }
    if text.equals("recorded", in: keyword) || text.equals("by", in: keyword) { return try provenance(line) }
    guard let kind = kind(keyword), isInUnit || kind.isRow else {
      throw failure(.unknownEntry(text.string(in: keyword)), start)
    }
    index.close(at: position, unit: false)
    let name: Range<Int>
    if kind.isRow {
      name = (keyword.upperBound + 1)..<(try equals(in: line, from: keyword.upperBound))
    } else {
      name = word(in: line, from: keyword.upperBound)
      guard !name.isEmpty else { throw failure(.expected("a name"), end) }
    }
    let entry = CatalogIndex.Entry(
      kind: kind, unit: Int32(index.units.count - 1), head: CatalogIndex.TextRange(line),
      name: CatalogIndex.TextRange(name), end: Int32(text.count))
    index.add(entry, modelType: kind == .config ? modelType(in: line, behind: name) : nil, in: text)
  }

  private mutating func unit(_ line: Range<Int>, _ keyword: Range<Int>) throws(CatalogLexer.Failure) {
    let name = word(in: line, from: keyword.upperBound)
    guard !name.isEmpty else { throw failure(.expected("a name"), line.upperBound) }
    index.close(at: position, unit: true)
    isInUnit = true
    level = nil
    guard index.addUnit(name, start: position, in: text) else {
      throw failure(.duplicate("unit \(text.string(in: name))"), line.lowerBound)
    }
  }

  /// `recorded VERSION` or `by hand: WHY` below the first line of a unit: where its entries come from.
  private mutating func provenance(_ line: Range<Int>) throws(CatalogLexer.Failure) {
    guard let unit = index.units.last, unit.provenance.isEmpty, Provenance(text.string(in: line)) != nil,
      index.entries.last?.unit != Int32(index.units.count - 1)
    else { throw failure(.expected("'recorded VERSION' or 'by hand: WHY' once, below 'unit'"), line.lowerBound) }
    index.setProvenance(line)
  }

  /// `TYPE` of `config NAME : TYPE`.
  private func modelType(in line: Range<Int>, behind name: Range<Int>) -> Range<Int>? {
    let colon = word(in: line, from: name.upperBound)
    guard text.equals(":", in: colon) else { return nil }
    let type = word(in: line, from: colon.upperBound)
    return type.isEmpty ? nil : type
  }

  private func kind(_ keyword: Range<Int>) -> CatalogEntryKind? {
    if text.equals("class", in: keyword) { return .class }
    if text.equals("model", in: keyword) { return .model }
    if text.equals("config", in: keyword) { return .config }
    if text.equals("auto", in: keyword) { return .auto }
    if text.equals("convert", in: keyword) { return .convert }
    if text.equals("type", in: keyword) { return .type }
    if text.equals("headers", in: keyword) { return .headers }
    return text.equals("activation", in: keyword) ? .activation : nil
  }

  // MARK: - Words

  /// The next word from `start` on; empty at the end of the line.
  private func word(in line: Range<Int>, from start: Int) -> Range<Int> {
    var first = start
    while first < line.upperBound, text[first] == UInt8(ascii: " ") { first += 1 }
    var end = first
    while end < line.upperBound, text[end] != UInt8(ascii: " ") { end += 1 }
    return first..<end
  }

  /// Where ` = ` stands in a row.
  private func equals(in line: Range<Int>, from start: Int) throws(CatalogLexer.Failure) -> Int {
    var position = start + 1
    while position + 2 < line.upperBound {
      if text.equals(" = ", in: position..<(position + 3)) { return position }
      position += 1
    }
    throw failure(.expected("' = '"), line.lowerBound)
  }

  /// Where the line that holds `start` ends.
  @inline(__always)
  private func lineEnd(_ start: Int) -> Int {
    var position = start
    while position &+ 8 <= text.count {
      let difference = text.word(at: position) ^ 0x0A0A_0A0A_0A0A_0A0A
      let found = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if found != 0 { return position &+ found.trailingZeroBitCount / 8 }
      position &+= 8
    }
    while position < text.count, text[position] != 10 { position += 1 }
    return position
  }

  private func failure(_ reason: CatalogError.Reason, _ offset: Int) -> CatalogLexer.Failure {
    CatalogLexer.Failure(reason: reason, offset: offset)
  }
}
