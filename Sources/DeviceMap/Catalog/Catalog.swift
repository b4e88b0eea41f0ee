/// What is known of architectures: the families that come with the library, and entries that a user adds to them.
///
/// A text is indexed in one pass; an entry is read when a model needs it.
public struct Catalog: Sendable {
  /// The catalog that comes with the library, for the newest release.
  public static let builtIn = Catalog(.newest)

  /// The release of transformers whose models it describes.
  public let release: Release

  /// A file of more bytes is not read: the built-in text has less than half of them.
  package static let mostBytesOfFile = 8 << 20

  /// The texts, each read with those before it; entries of later ones win.
  private(set) var sources: [CatalogSource] = []

  /// What comes with the library for a release: the families of the newest, and over them what was another way up to
  /// each earlier one.
  ///
  /// - Parameter release: one of ``Release/all``; of others the nearest that is known.
  /// - Complexity: O(length of the texts).
  public init(_ release: Release) {
    self.release = release
    for (known, text) in zip(Release.all, catalogTexts) where release.isUpTo(known) || sources.isEmpty {
      // The texts are part of the program and were tested with it.
      do {
        sources.append(try CatalogSource(text, release: release))
      } catch {
        preconditionFailure("the built-in catalog: \(error)")
      }
    }
  }

  /// Whether a model of a unit was built another way in an earlier release than in the newest; what rotary embeddings
  /// keep, which is some bytes in nearly all of them, is not counted.
  ///
  /// - Complexity: O(length of what those releases had another way), once, and O(entries in it).
  static func hasOther(unit: String, in release: Release) -> Bool {
    earlier.contains { known, source in
      guard release.isUpTo(known), let number = source.find(.unit, unit) else { return false }
      return source.index.entries.contains { entry in
        entry.unit == Int32(number) && !source.text(entry.name.range).hasSuffix("RotaryEmbedding")
      }
    }
  }

  /// What was another way up to each earlier release.
  private static let earlier: [(release: Release, source: CatalogSource)] = zip(Release.all, catalogTexts).dropFirst()
    .compactMap { release, text in (try? CatalogSource(text, release: release)).map { (release, $0) } }

  /// A text of its own, without what comes with the library.
  package init(_ text: StaticString, release: Release = .newest) {
    self.release = release
    do {
      sources = [try CatalogSource(text, release: release)]
    } catch {
      preconditionFailure("a catalog in the program: \(error)")
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
    let bytes = ContiguousArray(bytes)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw CatalogError(.notUTF8, file: path, line: 1, column: 1)
    }
    var result = self
    do {
      result.sources.append(try CatalogSource(bytes, file: path, release: release))
    } catch {
      throw Self.error(error, in: bytes, file: path)
    }
    try CatalogCheck(result).run()
    self = result
  }

  /// An error in a text that has no index.
  private static func error(
    _ failure: CatalogLexer.Failure, in bytes: ContiguousArray<UInt8>, file: String
  ) -> CatalogError {
    let before = bytes.prefix(failure.offset)
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return CatalogError(
      failure.reason, file: file, line: before.count { $0 == 10 } + 1, column: failure.offset - start + 1)
  }

  // MARK: - Places

  /// An entry of one of the texts.
  struct Location: Hashable {
    var source: Int
    var entry: Int
  }

  /// The newest entry of a class, model or config of a unit, or that says that it needs the headers.
  func find(_ name: String, unit: String) -> Location? {
    for source in sources.indices.reversed() {
      guard let number = sources[source].find(.unit, unit) else { continue }
      if let entry = sources[source].find(.entry, name, unit: Int32(number)) {
        return Location(source: source, entry: entry)
      }
    }
    return nil
  }

  /// The newest entry that a name of any unit leads to.
  func find(_ space: CatalogIndex.Space, _ name: String) -> Location? {
    for source in sources.indices.reversed() where space != .convert || holdsConversion(name, source) {
      if let entry = sources[source].find(space, name) { return Location(source: source, entry: entry) }
    }
    return nil
  }

  /// Whether a text's conversions count: transformers 4 has those of its classes alone, and the old names of norms.
  private func holdsConversion(_ key: String, _ source: Int) -> Bool {
    release.major >= 5 || key == "legacy" || (sources[source].release?.major ?? 0) < 5
  }

  func entry(_ location: Location) -> CatalogIndex.Entry { sources[location.source].index.entries[location.entry] }

  /// The text of an entry, to be read. O(length).
  func text(of location: Location) -> CatalogEntryText {
    CatalogEntryText(
      entry(location), in: sources[location.source],
      base: sources[..<location.source].reduce(0) { $0 + $1.count })
  }

  /// Where a byte stands that is counted through all texts.
  func place(of offset: Int) -> (file: String, line: Int, column: Int) {
    var offset = offset
    for source in sources.dropLast() {
      if offset < source.count { return source.place(of: offset) }
      offset -= source.count
    }
    return sources[sources.count - 1].place(of: offset)
  }

  /// An error at a byte that is counted through all texts.
  func error(_ reason: CatalogError.Reason, at offset: Int) -> CatalogError {
    let place = place(of: offset)
    return CatalogError(reason, file: place.file, line: place.line, column: place.column)
  }
}
