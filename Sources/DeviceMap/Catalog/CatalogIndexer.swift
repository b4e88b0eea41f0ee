/// The pass over a catalog's text that finds its entries.
struct CatalogIndexer: ~Escapable {
  private let text: Span<UInt8>
  private var index: CatalogIndex
  /// How far the entries of the unit are indented; nil behind its first line.
  private var level: Int? = 0
  private var isInUnit = false
  /// The unit counts for other releases: its entries have no names.
  private var isOtherRelease = false
  private let release: Release

  /// The index of a text. O(length).
  ///
  /// - Parameter release: units that are of others (`since`, `until`) are left out.
  /// - Throws: a byte offset and what is wrong there.
  static func index(_ text: Span<UInt8>, for release: Release) throws(CatalogLexer.Failure) -> CatalogIndex {
    var indexer = CatalogIndexer(text, release)
    try indexer.run()
    return indexer.index
  }

  @_lifetime(copy text)
  private init(_ text: Span<UInt8>, _ release: Release) {
    self.text = text
    self.release = release
    index = CatalogIndex(byteCount: text.count)
  }

  private mutating func run() throws(CatalogLexer.Failure) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: " ") {
        if level != 0 || index.entries.isEmpty && !isOtherRelease { try indented(position) }
      } else if byte != 10, byte != 13, byte != UInt8(ascii: "#") {
        try entry(at: position, indent: 0)
      }
      position = level == 0 && !index.entries.isEmpty ? nextFlushLine(position) : end(of: 10, orLineFrom: position) + 1
    }
  }

  /// A line with spaces in front, where the entries of the unit may be indented.
  private mutating func indented(_ position: Int) throws(CatalogLexer.Failure) {
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
    let keyword = start..<end(of: UInt8(ascii: " "), orLineFrom: start)
    if indent == 0 { level = 0 }
    guard let kind = kind(keyword), isInUnit || kind.isRow else { return try other(keyword, start: start - indent) }
    index.close(at: start - indent, unit: false)
    if isOtherRelease { return }
    let name = kind.isRow ? try key(behind: keyword) : word(behind: keyword)
    guard kind.isRow || !name.isEmpty else { throw failure(.expected("a name"), lineEnd(keyword.upperBound)) }
    let entry = CatalogIndex.Entry(
      kind: kind, unit: Int32(truncatingIfNeeded: index.units.count - 1), start: Int32(truncatingIfNeeded: start),
      name: CatalogIndex.TextRange(name), end: Int32(truncatingIfNeeded: text.count))
    index.add(entry, modelType: kind == .config ? modelType(behind: name) : nil, in: text)
  }

  /// A line that starts no entry.
  private mutating func other(_ keyword: Range<Int>, start: Int) throws(CatalogLexer.Failure) {
    if text.equals("unit", in: keyword) { return try unit(keyword, start: start) }
    if text.equals("recorded", in: keyword) || text.equals("by", in: keyword) {
      return try provenance(keyword.lowerBound..<lineEnd(keyword.lowerBound))
    }
    if isInUnit, text.equals("since", in: keyword) || text.equals("until", in: keyword) {
      return try bound(keyword)
    }
    // Tables that files used to start with; the entries say the same.
    if !isInUnit, text.equals("transformers", in: keyword) { return }
    if !isInUnit, text.equals("model", in: keyword) || text.equals("convert", in: keyword) {
      _ = try key(behind: keyword)
      return
    }
    throw failure(.unknownEntry(text.string(in: keyword)), keyword.lowerBound)
  }

  private mutating func unit(_ keyword: Range<Int>, start: Int) throws(CatalogLexer.Failure) {
    let name = word(behind: keyword)
    guard !name.isEmpty else { throw failure(.expected("a name"), lineEnd(keyword.upperBound)) }
    index.close(at: start, unit: true)
    isInUnit = true
    isOtherRelease = false
    level = nil
    guard index.addUnit(name, start: start, in: text) else {
      throw failure(.duplicate("unit \(text.string(in: name))"), keyword.lowerBound)
    }
  }

  /// `recorded VERSION` or `by hand: WHY` below the first line of a unit: where its entries come from.
  private mutating func provenance(_ line: Range<Int>) throws(CatalogLexer.Failure) {
    guard let unit = index.units.last, unit.provenance.isEmpty, Provenance.isOne(text, line),
      index.entries.last?.unit != Int32(index.units.count - 1)
    else { throw failure(.expected("'recorded VERSION' or 'by hand: WHY' once, below 'unit'"), line.lowerBound) }
    index.setProvenance(line)
  }

  /// `since RELEASE` or `until RELEASE` below the first line of a unit: the releases for which its entries count.
  private mutating func bound(_ keyword: Range<Int>) throws(CatalogLexer.Failure) {
    let word = word(behind: keyword)
    guard let bound = Release(text.string(in: word)), index.entries.last?.unit != Int32(index.units.count - 1) else {
      throw failure(.expected("a release, as 5.23, below 'unit'"), word.lowerBound)
    }
    let counts = text.equals("since", in: keyword) ? bound.isUpTo(release) : release.isUpTo(bound)
    if !counts { isOtherRelease = true }
  }

  /// `TYPE` of `config NAME : TYPE`.
  private func modelType(behind name: Range<Int>) -> Range<Int>? {
    let colon = word(behind: name)
    guard text.equals(":", in: colon) else { return nil }
    let type = word(behind: colon)
    return type.isEmpty ? nil : type
  }

  /// What a word starts. A word of up to eight letters is compared as a number, its first letter in the lowest bits.
  @inline(__always)
  private func kind(_ keyword: Range<Int>) -> CatalogEntryKind? {
    if keyword.count > 8 { return text.equals("activation", in: keyword) ? .activation : nil }
    return switch text.partialWord(at: keyword.lowerBound, length: keyword.count) {
    case 0x73_73_61_6C_63: .class
    case 0x6C_65_64_6F_6D: .model
    case 0x6F_74_75_61: .auto
    case 0x67_69_66_6E_6F_63: .config
    case 0x74_72_65_76_6E_6F_63: .convert
    case 0x65_70_79_74: .type
    case 0x73_72_65_64_61_65_68: .headers
    default: nil
    }
  }

  // MARK: - Words

  /// The next word of the line behind another; empty at its end.
  @inline(__always)
  private func word(behind other: Range<Int>) -> Range<Int> {
    var first = other.upperBound
    while first < text.count, text[first] == UInt8(ascii: " ") { first += 1 }
    var end = end(of: UInt8(ascii: " "), orLineFrom: first)
    while end > first, text[end - 1] == 13 { end -= 1 }
    return first..<end
  }

  /// `KEY` of the row `KEYWORD KEY = VALUE`.
  private func key(behind keyword: Range<Int>) throws(CatalogLexer.Failure) -> Range<Int> {
    let end = lineEnd(keyword.lowerBound)
    var position = keyword.upperBound + 1
    while position + 2 < end {
      if text.equals(" = ", in: position..<(position + 3)) { return (keyword.upperBound + 1)..<position }
      position = self.end(of: UInt8(ascii: " "), orLineFrom: position + 1)
    }
    throw failure(.expected("' = '"), keyword.lowerBound)
  }

  /// Where the line that holds `start` ends, without the blanks at its end.
  private func lineEnd(_ start: Int) -> Int { CatalogIndex.lineEnd(start, in: text) }

  /// Where `byte` first stands from `start` on, or the line ends.
  @inline(__always)
  private func end(of byte: UInt8, orLineFrom start: Int) -> Int {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var position = start
    while position &+ 8 <= text.count {
      let word = text.word(at: position)
      let found = Self.zeros(word ^ pattern) | Self.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
      if found != 0 { return position &+ found.trailingZeroBitCount / 8 }
      position &+= 8
    }
    while position < text.count, text[position] != byte, text[position] != 10 { position += 1 }
    return position
  }

  /// Where the next line starts that is not indented, behind the line that holds `start`.
  private func nextFlushLine(_ start: Int) -> Int {
    min(text.first(10, notBefore: UInt8(ascii: " "), from: start) + 1, text.count)
  }

  /// The high bit of each byte that is zero; above the lowest of them, also of bytes that are one.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private func failure(_ reason: CatalogError.Reason, _ offset: Int) -> CatalogLexer.Failure {
    CatalogLexer.Failure(reason: reason, offset: offset)
  }
}
