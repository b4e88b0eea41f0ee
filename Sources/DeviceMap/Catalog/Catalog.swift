/// What is known of architectures: the text that comes with the library, and entries that a user adds to it.
///
/// The text is never read as a whole. Names are looked up by binary search over its lines, and a unit (the entry of a
/// family of models) is read when a model needs it.
public struct Catalog: Sendable {
  /// The version of the reference that the built-in text was recorded from.
  public static let version = "transformers 5.23.0"

  /// The catalog that comes with the library.
  public static let builtIn = Catalog(catalogText)

  let text: StaticString
  /// Where the head tables end and the blocks start.
  let headEnd: Int
  /// Entries of the user, which win over the built-in ones; the last file first.
  package private(set) var additions: [CatalogAddition] = []

  package init(_ text: StaticString) {
    self.text = text
    headEnd = text.withBytes { CatalogSearch.headEnd($0) }
  }

  /// The tables at the head of a text, in the order in which they stand there.
  package enum Table: Int, CaseIterable, Sendable {
    case activation, type, auto, model, convert

    package var keyword: StaticString {
      switch self {
      case .activation: "activation"
      case .type: "type"
      case .auto: "auto"
      case .model: "model"
      case .convert: "convert"
      }
    }
  }

  /// Adds the entries of a file in the same format, which replace earlier entries of the same name.
  ///
  /// - Parameters:
  ///   - bytes: the text of the file.
  ///   - path: its name, for messages.
  /// - Throws: ``CatalogError`` with line and column when the text cannot be read, whichever entry it is in; the catalog
  ///   stays as it was.
  /// - Complexity: O(length of the text).
  public mutating func add(_ bytes: [UInt8], path: String) throws(CatalogError) {
    let addition = try CatalogAddition(ContiguousArray(bytes), file: path)
    var result = self
    result.additions.insert(addition, at: 0)
    try result.check(addition)
    self = result
  }

  /// The text of a unit as it stands in the catalog, its first line included. O(log n + length).
  package func unitText(_ name: String) -> String? {
    for addition in additions {
      if let range = addition.units[name] { return String(decoding: addition.bytes[range], as: UTF8.self) }
    }
    return text.withBytes { bytes in
      CatalogSearch.block(in: bytes, headEnd..<bytes.count, keyword: "unit", name: name).map { bytes.text($0) }
    }
  }

  /// A unit, not yet read: what the built-in text says of it, with the entries of additions over it.
  /// O(log n + length).
  func unit(_ name: String, symbols: SymbolStore) throws(CatalogError) -> CatalogUnit? {
    var parts: [CatalogUnit.Part] = []
    let text = text
    let found = text.withBytes { bytes in
      CatalogSearch.block(in: bytes, headEnd..<bytes.count, keyword: "unit", name: name).map { range in
        (start: range.lowerBound, bytes: bytes.body(of: range))
      }
    }
    if let found {
      parts.append(
        CatalogUnit.Part(bytes: found.bytes, file: nil) {
          text.withBytes { bytes in
            var line = 2
            for index in 0..<found.start where bytes[index] == 10 { line += 1 }
            return line
          }
        })
    }
    for addition in additions.reversed() {
      if let part = addition.part(name) { parts.append(part) }
    }
    if parts.isEmpty { return nil }
    return try CatalogUnit(name: name, parts: parts, symbols: symbols) { (number) throws(CatalogError) in
      for addition in self.additions {
        if let range = addition.shared[number] { return ContiguousArray(addition.bytes[range]) }
      }
      return self.shared(number)
    }
  }

  /// The lines of a description that classes share, `@` for the prefix of their names. O(log n + length).
  package func sharedText(_ number: Int) -> String? {
    for addition in additions {
      if let range = addition.shared[number] { return String(decoding: addition.bytes[range], as: UTF8.self) }
    }
    return shared(number).map { String(decoding: $0, as: UTF8.self) }
  }

  private func shared(_ number: Int) -> ContiguousArray<UInt8>? {
    text.withBytes { bytes in
      CatalogSearch.block(in: bytes, headEnd..<bytes.count, keyword: "shared", name: String(number)).map {
        bytes.body(of: $0)
      }
    }
  }

  /// Reads every entry of an addition, so that a mistake is reported wherever it is.
  private func check(_ addition: CatalogAddition) throws(CatalogError) {
    let symbols = SymbolStore()
    for name in addition.unitNames {
      guard let unit = try unit(name, symbols: symbols) else { continue }
      for entry in unit.entryNames {
        _ = try unit.classEntry(entry)
        _ = try unit.config(entry)
        if entry.hasPrefix("convert ") { _ = try unit.conversion(String(entry.dropFirst(8))) }
      }
    }
  }
}

extension Span where Element == UInt8 {
  /// The bytes of a range as text.
  package func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines of a block behind its first.
  fileprivate func body(of range: Range<Int>) -> ContiguousArray<UInt8> {
    var start = range.lowerBound
    while start < range.upperBound, self[start] != 10 { start += 1 }
    var result = ContiguousArray<UInt8>()
    result.reserveCapacity(range.upperBound - start)
    for index in min(start + 1, range.upperBound)..<range.upperBound { result.append(self[index]) }
    return result
  }
}
