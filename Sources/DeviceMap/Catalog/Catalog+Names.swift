/// Looking things up by name, and listing them.
extension Catalog {
  /// The kinds of names that are looked up.
  package enum Table: Int, CaseIterable, Sendable {
    case activation, type, auto, model, convert

    fileprivate var space: CatalogIndex.Space {
      switch self {
      case .activation: .activation
      case .type: .type
      case .auto: .auto
      case .model: .model
      case .convert: .convert
      }
    }
  }

  /// What the catalog says about `key`, or nil: of an activation its class, of a model type its config (`UNIT.CONFIG`), of
  /// `TABLE TYPE` the classes of an auto class, of a model or of a conversion the unit that describes it.
  ///
  /// - Complexity: expected O(length of the key).
  package func lookUp(_ table: Table, _ key: String) -> String? {
    find(table.space, key).map { value(of: $0) }
  }

  /// All names of a table with what they stand for, in order. O(n log n).
  package func entries(of table: Table) -> [(key: String, value: String)] {
    let keys = Set(sources.flatMap { source in source.index.names(table.space).map { source.text($0) } })
    return keys.sortedByBytes().compactMap { key in
      lookUp(table, key).map { (key, $0) }
    }
  }

  /// The names of all units, in order. O(n log n).
  package var unitNames: [String] {
    Set(sources.flatMap { source in source.index.units.map { source.text($0.name) } }).sortedByBytes()
  }

  /// Whether a text has a unit of that name. Expected O(length of the name).
  func hasUnit(_ name: String) -> Bool { sources.contains { $0.find(.unit, name) != nil } }

  /// The classes, models and configs of a unit, each once, in the order in which they first stand in the texts. O(n).
  package func entryNames(of unit: String) -> [(kind: CatalogEntryKind, name: String)] {
    var known: Set<String> = []
    var result: [(kind: CatalogEntryKind, name: String)] = []
    for source in sources {
      guard let number = source.find(.unit, unit).map(Int32.init) else { continue }
      for entry in source.index.entries where entry.unit == number && !entry.kind.isRow && entry.kind != .convert {
        let name = source.text(entry.name.range)
        if known.insert(name).inserted { result.append((entry.kind, name)) }
      }
    }
    return result
  }

  /// The model types for which a `type` line names this config (`UNIT.CONFIG`), in order. O(n).
  package func otherTypes(of config: String) -> [String] {
    sources.flatMap { source in
      source.index.entries.filter { $0.kind == .type && source.value(ofRow: $0) == config }
        .map { source.text($0.name.range) }.sorted()
    }
  }

  /// Where an entry of a unit comes from; nil when the text does not say it or has no such entry.
  package func provenance(of name: String, unit: String) -> Provenance? {
    guard let location = find(name, unit: unit) else { return nil }
    return text(of: location).provenance ?? defaultProvenance(location)
  }

  /// Where the conversions of a key come from.
  package func provenance(ofConversion key: String) -> Provenance? {
    guard let location = find(.convert, key) else { return nil }
    return text(of: location).provenance ?? defaultProvenance(location)
  }

  /// Whether a model type is known from code beside checkpoints alone, and to no class of the reference.
  package func isOfCheckpointCode(type: String) -> Bool {
    find(.type, type).flatMap(defaultProvenance)?.isOfCheckpointCode ?? false
  }

  private func defaultProvenance(_ location: Location) -> Provenance? {
    let source = sources[location.source]
    let unit = entry(location).unit
    return unit < 0 ? nil : source.withBytes { Provenance($0, source.index.units[Int(unit)].provenance) }
  }

  private func value(of location: Location) -> String {
    let source = sources[location.source]
    let entry = entry(location)
    switch entry.kind {
    case .type, .auto, .activation: return source.value(ofRow: entry)
    case .config: return "\(source.unitName(of: entry)).\(source.text(entry.name.range))"
    case .class, .model, .headers, .convert: return source.unitName(of: entry)
    }
  }
}
