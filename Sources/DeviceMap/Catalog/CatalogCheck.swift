/// Reads every entry of the newest text of a catalog, so that a mistake in it is reported wherever it is.
struct CatalogCheck {
  private let catalog: Catalog
  private let source: Int
  private let symbols = SymbolStore()

  init(_ catalog: Catalog) {
    self.catalog = catalog
    source = catalog.sources.count - 1
  }

  /// - Complexity: O(length of the text).
  func run() throws(CatalogError) {
    let newest = catalog.sources[source]
    for number in newest.index.entries.indices {
      let location = Catalog.Location(source: source, entry: number)
      let text = catalog.text(of: location)
      let entry = newest.index.entries[number]
      let unit = CatalogUnit(newest.unitName(of: entry), in: catalog, symbols: symbols)
      switch entry.kind {
      case .config: _ = try ConfigReader(unit: unit, text: text).read()
      case .class, .model:
        var reader = ClassReader(unit: unit, text: text)
        try reader.check(name: newest.text(entry.name.range))
      case .convert: _ = try ConversionReader(unit: unit, text: text).read()
      case .headers, .type, .auto, .activation:
        var outline = CatalogOutline(bytes: text.bytes, range: text.body)
        while let line = outline.next() {
          guard entry.kind == .headers else {
            throw catalog.error(.badIndentation, at: text.start + line.range.lowerBound)
          }
        }
      }
    }
  }
}
