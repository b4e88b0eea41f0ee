/// Reads a `config` entry: aliases, defaults, sub-configs and derived fields.
struct ConfigReader {
  private let unit: CatalogUnit
  private let range: CatalogUnit.EntryRange

  init(unit: CatalogUnit, range: CatalogUnit.EntryRange) {
    self.unit = unit
    self.range = range
  }

  func read(unknown: [String]) throws(CatalogError) -> ConfigKind {
    let words = unit.bytes[range.head].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 1 || words.count >= 3 && words[1] == ":" else {
      throw unit.error(.expected("config NAME : MODEL_TYPE"), at: range.head.lowerBound)
    }
    let kind = ConfigKind(name: words[0], unit: unit, modelType: words.count == 1 ? "" : words[2])
    kind.unknown = Set(unknown.map { unit.symbols.intern($0) })
    var outline = CatalogOutline(bytes: unit.bytes, range: range.body)
    while let line = outline.next() {
      do {
        try read(line.range, into: kind)
      } catch {
        throw unit.error(error.reason, at: error.offset)
      }
    }
    return kind
  }

  private func read(_ line: Range<Int>, into kind: ConfigKind) throws(CatalogLexer.Failure) {
    var parser = try ExpressionParser(unit.bytes, line, symbols: unit.symbols)
    let first = try parser.name()
    let symbol = unit.symbols.intern(first)
    if try parser.accept("=") {
      let failure = parser.failure(.expected("a constant"))
      guard let value = try parser.expression().constantValue else { throw failure }
      kind.defaults[symbol] = value
    } else if try parser.accept(":") {
      try parser.expect("=")
      kind.addDerived(symbol, try parser.expression(), line: line.lowerBound)
    } else if first == "base_config_key" {
      repeat { kind.baseConfigKeys.append(try parser.name()) } while !parser.atEnd
    } else if first == "alias" {
      let name = unit.symbols.intern(try parser.name())
      try parser.expect("=")
      kind.aliases[name] = unit.symbols.intern(try parser.name())
    } else if first == "sub" {
      let name = unit.symbols.intern(try parser.name())
      try parser.expect(":")
      kind.subConfigs[name] = try subConfig(&parser)
    } else {
      throw parser.failure(.expected("'=' or ':='"))
    }
    try parser.expectEnd()
  }

  /// `[type] TARGET [optional] [flat] [merged] [default {...}]`; a model type may hold dashes and dots.
  private func subConfig(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> ConfigKind.SubConfig {
    var sub = ConfigKind.SubConfig(
      target: "", isByType: false, isOptional: false, isFlat: false, isMerged: false, defaults: CatalogDictionary())
    sub.target = try parser.name()
    if sub.target == "type" {
      sub.isByType = true
      sub.target = try parser.name()
    }
    while try parser.accept("-") { sub.target += "-" + (try parser.name()) }
    if try parser.accept("optional") { sub.isOptional = true }
    if try parser.accept("flat") { sub.isFlat = true }
    if try parser.accept("merged") { sub.isMerged = true }
    if try parser.accept("default") {
      let failure = parser.failure(.expected("an object"))
      guard case .constant(.dictionary(let defaults)) = try parser.expression() else { throw failure }
      sub.defaults = defaults
    }
    return sub
  }
}
