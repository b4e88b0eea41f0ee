/// The releases that the built-in catalog tells apart; each text names its own in its first line.
extension Release {
  /// The releases whose models are known, the newest first.
  public static let all: [Release] = catalogTexts.compactMap { Release(headOf: $0) }

  /// The one that is taken when nobody asks for another.
  public static let newest = all[0]

  /// The one of that series or version (`5.23`, `5.23.0`); nil when it is not known.
  ///
  /// - Complexity: O(releases).
  public init?(known text: String) {
    guard let release = Self.all.first(where: { $0.name == text || $0.version == text }) else { return nil }
    self = release
  }

  /// What a text of the catalog says in its first line, `transformers VERSION`; nil where it says nothing.
  init?(headOf text: StaticString) {
    let head = text.withBytes { bytes in bytes.string(in: 0..<CatalogIndex.lineEnd(0, in: bytes)) }
    let name = "transformers "
    guard head.hasPrefix(name) else { return nil }
    self.init(String(head.dropFirst(name.utf8.count)))
  }
}
