/// Reads a `config` entry: aliases, defaults, sub-configs and derived fields.
struct ConfigReader {
  private let unit: CatalogUnit
  private let text: CatalogEntryText

  init(unit: CatalogUnit, text: CatalogEntryText) {
    self.unit = unit
    self.text = text
  }

  func read() throws(CatalogError) -> ConfigKind {
    let words = text.words.map(\.text)
    guard words.count == 1 || words.count == 3 && words[1] == ":" else {
      throw unit.error(.expected("config NAME : MODEL_TYPE"), at: text.start + text.head.lowerBound)
    }
    let kind = ConfigKind(name: words[0], unit: unit, modelType: words.count == 1 ? "" : words[2])
    var outline = CatalogOutline(bytes: text.bytes, range: text.body)
    while let line = outline.next() {
      if text.isProvenance(line) { continue }
      do {
        try read(line.range, into: kind)
      } catch {
        throw unit.error(error.reason, at: text.start + error.offset)
      }
    }
    return kind
  }

  private func read(_ line: Range<Int>, into kind: ConfigKind) throws(CatalogLexer.Failure) {
    var parser = try ExpressionParser(text.bytes, line, symbols: unit.symbols)
    let first = try parser.name()
    let symbol = unit.symbols.intern(first)
    if try parser.accept("=") {
      let failure = parser.failure(.expected("a constant"))
      guard let value = try parser.expression().constantValue else { throw failure }
      kind.defaults[symbol] = value
    } else if try parser.accept(":") {
      try parser.expect("=")
      kind.addDerived(symbol, try parser.expression(), line: text.start + line.lowerBound)
    } else if first == "base_config_key" {
      repeat { kind.baseConfigKeys.append(try parser.name()) } while !parser.atEnd
    } else if first == "given" {
      repeat { kind.givenLast.insert(unit.symbols.intern(try parser.name())) } while !parser.atEnd
    } else if first == "aliases" {
      kind.setsRenamedFirst = try parser.name() == "first"
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

  /// `[type] TARGET [optional] [flat] [merged] [overlaid] [or OLDKEY] [default {...}]`; a model type may hold dashes and dots.
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
    if try parser.accept("overlaid") { sub.isOverlaid = true }
    if try parser.accept("or") { sub.oldKey = try parser.name() }
    if try parser.accept("default") {
      let failure = parser.failure(.expected("an object"))
      guard case .constant(.dictionary(let defaults)) = try parser.expression() else { throw failure }
      sub.defaults = defaults
    }
    return sub
  }
}
