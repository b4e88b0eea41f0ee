/// The tables at the head of the text, and what they leave out because it follows from elsewhere.
extension Catalog {
  /// What a head table says about `key`, or nil: of an activation its class, of a model type its config, of `TABLE TYPE`
  /// the classes of an auto class, of a model or of a conversion the unit that describes it.
  ///
  /// - Complexity: O(log n) and, but for activations, the length of a unit.
  package func lookUp(_ table: Table, _ key: String) -> String? {
    switch table {
    case .activation: return row(.activation, key)
    case .type: return row(.type, key) ?? typeOfOwnUnit(key)?.config
    case .auto: return row(.auto, key) ?? baseModels(key)
    case .model: return added(.model, key) ?? unit(ofModel: key)
    case .convert:
      if let unit = row(.convert, key) { return unit }
      let units = [lookUp(.type, key).map { String($0.prefix { $0 != "." }) }, unit(byPrefixOf: key)]
      return units.lazy.compactMap { $0 }.first { has("convert", key, in: $0) }
    }
  }

  /// All model types with their configs, or all models or conversions with their units, in order. O(n).
  package func entries(of table: Table) -> [(key: String, value: String)] {
    var result = text.withBytes { bytes in
      switch table {
      case .activation, .auto, .type: CatalogSearch.lines(in: bytes, 0..<headEnd, table: table)
      case .model: CatalogSearch.entries(in: bytes, headEnd..<bytes.count, keyword: "model")
      case .convert: CatalogSearch.entries(in: bytes, headEnd..<bytes.count, keyword: "convert")
      }
    }
    if table == .type { addTypesOfOwnUnits(to: &result) }
    if table == .model { removeOtherUnits(from: &result) }
    for addition in additions {
      let rows = addition.tables[table] ?? [:]
      result.removeAll { rows[$0.key] != nil }
      result += rows.keys.sorted().map { ($0, rows[$0] ?? "") }
    }
    return result
  }

  /// The model types that the head maps to a config that has another type.
  package func otherTypes(of config: String) -> [String] {
    let lines = text.withBytes { CatalogSearch.lines(in: $0, 0..<headEnd, table: .type) }
    return lines.filter { $0.value == config }.map(\.key)
      + additions.flatMap { addition in
        (addition.tables[.type] ?? [:]).filter { $0.value == config }.map(\.key).sorted()
      }
  }

  private func addTypesOfOwnUnits(to types: inout [(key: String, value: String)]) {
    var known = Set(types.map(\.key))
    let configs = text.withBytes { CatalogSearch.configs(in: $0, headEnd..<$0.count) }
    for config in configs where Self.unitName(config.type) == config.unit && known.insert(config.type).inserted {
      types.append((config.type, "\(config.unit).\(config.name)"))
    }
    types.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// Of a name that several units describe, the unit counts that a look-up finds.
  private func removeOtherUnits(from models: inout [(key: String, value: String)]) {
    var counts: [String: Int] = [:]
    for model in models { counts[model.key, default: 0] += 1 }
    models.removeAll { counts[$0.key, default: 0] > 1 && lookUp(.model, $0.key) != $0.value }
  }

  // MARK: - Rows

  private func added(_ table: Table, _ key: String) -> String? {
    for addition in additions {
      if let value = addition.tables[table]?[key] { return value }
    }
    return nil
  }

  private func row(_ table: Table, _ key: String) -> String? {
    added(table, key)
      ?? text.withBytes { bytes in
        CatalogSearch.line(in: bytes, 0..<headEnd, table: table, key: key).map { bytes.text($0) }
      }
  }

  /// What AutoModel makes of a model type: it stands in the first line of the config.
  private func baseModels(_ key: String) -> String? {
    guard key.hasPrefix("AutoModel ") else { return nil }
    let classes = typeOfOwnUnit(String(key.dropFirst(10)))?.classes ?? ""
    return classes.isEmpty ? nil : classes
  }

  // MARK: - Configs

  /// The unit that is called like a model type.
  private static func unitName(_ type: String) -> String { String(type.map { $0 == "-" ? "_" : $0 }) }

  /// The config of a model type in the unit that is called like it, and its base models.
  private func typeOfOwnUnit(_ type: String) -> (config: String, classes: String)? {
    let unit = Self.unitName(type)
    let configs = text.withBytes { bytes in
      CatalogSearch.block(in: bytes, headEnd..<bytes.count, keyword: "unit", name: unit).map {
        CatalogSearch.configs(in: bytes, $0)
      }
    }
    return configs?.first { $0.type == type }.map { ("\(unit).\($0.name)", $0.classes) }
  }

  // MARK: - Units

  /// Names of models are shorter.
  private static let longestName = 128

  /// The unit of the longest prefix of `name` that the head knows.
  private func unit(byPrefixOf name: String) -> String? {
    guard name.utf8.count <= Self.longestName else { return nil }
    var prefix = Substring(name)
    while !prefix.isEmpty {
      let found = text.withBytes { bytes in
        CatalogSearch.line(in: bytes, 0..<headEnd, table: .model, key: String(prefix)).map { bytes.text($0) }
      }
      if let found { return found }
      prefix.removeLast()
    }
    return nil
  }

  /// The unit of the built-in text that describes a model, or says that it cannot.
  private func unit(ofModel name: String) -> String? {
    guard let unit = unit(byPrefixOf: name) else { return nil }
    return has("model", name, in: unit) || has("headers", name, in: unit) ? unit : nil
  }

  private func has(_ keyword: StaticString, _ name: String, in unit: String) -> Bool {
    text.withBytes { bytes in
      CatalogSearch.block(in: bytes, headEnd..<bytes.count, keyword: "unit", name: unit).map {
        CatalogSearch.hasEntry(in: bytes, $0, keyword: keyword, name: name)
      } ?? false
    }
  }
}
