/// One unit of a catalog: the configs, classes and conversions of a family of models, read when they are asked for.
package final class CatalogUnit {
  package let name: String
  package let symbols: SymbolStore
  let catalog: Catalog
  private var classes: [String: ClassEntry] = [:]
  private var configs: [String: ConfigKind] = [:]

  init(_ name: String, in catalog: Catalog, symbols: SymbolStore) {
    self.name = name
    self.catalog = catalog
    self.symbols = symbols
  }

  /// Lets go of what was read, which knows the unit in turn: neither would be freed otherwise.
  func forget() { (classes, configs) = ([:], [:]) }

  /// An error at a byte that is counted through all texts.
  func error(_ reason: CatalogError.Reason, at offset: Int) -> CatalogError { catalog.error(reason, at: offset) }

  /// The line of a byte that is counted through all texts, in the file of its family.
  package func line(_ offset: Int) -> Int { catalog.place(of: offset).line }

  /// The file and line of a byte that is counted through all texts.
  package func place(_ offset: Int) -> EntryLine {
    let place = catalog.place(of: offset)
    return EntryLine(file: place.file, number: place.line)
  }

  /// Whether the unit describes a class or config, or says that it cannot.
  package func has(_ name: String) -> Bool { catalog.find(name, unit: self.name) != nil }

  /// The class of that name; nil when the catalog only says that it has no closed form, or does not know it.
  package func classEntry(_ name: String) throws(CatalogError) -> ClassEntry? {
    if let known = classes[name] { return known }
    guard let text = entryText(name), text.kind == .model || text.kind == .class else { return nil }
    var reader = ClassReader(unit: self, text: text)
    let entry = try reader.read(name: name)
    classes[name] = entry
    return entry
  }

  package func config(_ name: String) throws(CatalogError) -> ConfigKind? {
    if let known = configs[name] { return known }
    guard let text = entryText(name), text.kind == .config else { return nil }
    let kind = try ConfigReader(unit: self, text: text).read()
    configs[name] = kind
    return kind
  }

  /// The names of its configs and classes, in the order of the text.
  package var entryNames: [String] { catalog.entryNames(of: name).map(\.name) }

  /// The config of models that name none: the only one there is.
  var onlyConfig: String? {
    let configs = catalog.entryNames(of: self.name).filter { $0.kind == .config }
    return configs.count == 1 ? configs[0].name : nil
  }

  package func conversion(_ key: String) throws(CatalogError) -> [NameTransform]? {
    guard let location = catalog.find(.convert, key) else { return nil }
    return try ConversionReader(unit: self, text: catalog.text(of: location)).read()
  }

  /// The other key whose conversions stand for those of `key`, as in `convert KEY as OTHER`.
  package func conversionAlias(_ key: String) -> String? {
    guard let location = catalog.find(.convert, key) else { return nil }
    let text = catalog.text(of: location)
    let words = Words(text.bytes, text.head)
    return words.second == "as" ? words.third : nil
  }

  private func entryText(_ name: String) -> CatalogEntryText? {
    catalog.find(name, unit: self.name).map { catalog.text(of: $0) }
  }
}
