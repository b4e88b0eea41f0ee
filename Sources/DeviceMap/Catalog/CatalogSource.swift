/// One text of a catalog with its index: the families that come with the library, or a file of the user.
struct CatalogSource: Sendable {
  private let storage: Storage
  let index: CatalogIndex
  /// The file of the user; nil for the families that are built in.
  let file: String?
  /// The release whose entries a built-in text holds; nil for a file.
  let release: Release?

  private enum Storage: Sendable {
    case embedded(StaticString)
    case read(ContiguousArray<UInt8>)
  }

  /// A text that is part of the program. O(length).
  init(_ text: StaticString, release: Release) throws(CatalogLexer.Failure) {
    storage = .embedded(text)
    file = nil
    self.release = Release(headOf: text)
    index = try text.withBytes { bytes throws(CatalogLexer.Failure) in
      try CatalogIndexer.index(bytes, for: release)
    }
  }

  /// A file of the user. O(length).
  init(_ bytes: ContiguousArray<UInt8>, file: String, release: Release) throws(CatalogLexer.Failure) {
    storage = .read(bytes)
    self.file = file
    self.release = nil
    guard bytes.count <= CatalogIndex.longestText else {
      throw CatalogLexer.Failure(reason: .tooLong(bytes: CatalogIndex.longestText), offset: 0)
    }
    index = try CatalogIndexer.index(bytes.span, for: release)
  }

  /// How many bytes the text has.
  var count: Int {
    switch storage {
    case .embedded(let text): text.utf8CodeUnitCount
    case .read(let bytes): bytes.count
    }
  }

  func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch storage {
    case .embedded(let text): try text.withBytes(body)
    case .read(let bytes): try body(bytes.span)
    }
  }

  /// The bytes of a range as text. O(length).
  func text(_ range: Range<Int>) -> String { withBytes { $0.string(in: range) } }

  /// The number of what a name leads to: of a unit for names of units, of an entry for others.
  func find(_ space: CatalogIndex.Space, _ name: String, unit: Int32 = -1) -> Int? {
    withBytes { index.find(space, name, unit: unit, in: $0) }
  }

  /// What stands behind ` = ` in a row.
  func value(ofRow entry: CatalogIndex.Entry) -> String {
    withBytes { bytes in
      let end = index.head(of: entry, in: bytes).upperBound
      return bytes.string(in: min(entry.name.range.upperBound + 3, end)..<end)
    }
  }

  /// The name of the unit that an entry stands in.
  func unitName(of entry: CatalogIndex.Entry) -> String {
    entry.unit < 0 ? "" : text(index.units[Int(entry.unit)].name)
  }

  /// Where a byte of the text stands: the file, and line and column from 1; of a built-in text the file of its family.
  /// O(length of the unit, or of the text of a user).
  func place(of offset: Int) -> (file: String, line: Int, column: Int) {
    let unit = index.unit(at: offset)
    let first = file == nil ? unit?.start ?? 0 : 0
    let name = file ?? unit.map { "Families/\(text($0.name)).catalog" } ?? "Families"
    return withBytes { bytes in
      var line = 1
      var start = first
      for position in first..<max(first, min(offset, bytes.count)) where bytes[position] == 10 {
        line += 1
        start = position + 1
      }
      return (name, line, offset - start + 1)
    }
  }
}
