/// Reads a `convert` entry.
struct ConversionReader {
  private let unit: CatalogUnit
  private let text: CatalogEntryText

  init(unit: CatalogUnit, text: CatalogEntryText) {
    self.unit = unit
    self.text = text
  }

  func read() throws(CatalogError) -> [NameTransform] {
    var outline = CatalogOutline(bytes: text.bytes, range: text.body)
    var result: [NameTransform] = []
    while let line = outline.next() {
      if text.isProvenance(line) { continue }
      do {
        var parser = try ExpressionParser(text.bytes, line.range, symbols: unit.symbols)
        result.append(try transform(&parser))
        try parser.expectEnd()
      } catch {
        throw unit.error(error.reason, at: text.start + error.offset)
      }
    }
    return result
  }

  private func transform(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> NameTransform {
    let failure = parser.failure(.unknownEntry(parser.text))
    switch try parser.name() {
    case "rename": return try patterns(&parser, kind: .rename)
    case "group": return try patterns(&parser, kind: .group)
    case "halve": return try patterns(&parser, kind: .halve)
    case "offset":
      let sign = try parser.accept("-") ? -1 : 1
      guard let number = Int(parser.text) else { throw parser.failure(.badNumber) }
      try parser.advance()
      return try patterns(&parser, kind: .offset(sign * number))
    case "merge":
      var result = try patterns(&parser, kind: .rename)
      result.kind = .convert(operations: try operations(&parser))
      return result
    case "prefix": return try prefixChange(&parser)
    default: throw failure
    }
  }

  private func patterns(
    _ parser: inout ExpressionParser, kind: NameTransform.Kind
  ) throws(CatalogLexer.Failure) -> NameTransform {
    var result = NameTransform(kind: kind, sources: [], targets: [])
    while parser.token.kind == .string { result.sources.append(try parser.rawString()) }
    try parser.expect("-")
    try parser.expect(">")
    while parser.token.kind == .string { result.targets.append(try parser.rawString()) }
    guard !result.sources.isEmpty, !result.targets.isEmpty else { throw parser.failure(.expected("a pattern")) }
    return result
  }

  /// `: OPERATION ARGUMENT.., OPERATION ..`; only the names matter here.
  private func operations(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> [String] {
    var result: [String] = []
    guard try parser.accept(":") else { return result }
    repeat {
      result.append(try parser.name())
      while !parser.atEnd, !parser.at(",") { try parser.advance() }
    } while try parser.accept(",")
    return result
  }

  /// `prefix add "x"` or `prefix remove "x"`, each perhaps behind a prefix that stays (`after "y"`).
  private func prefixChange(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> NameTransform {
    let failure = parser.failure(.expected("'add' or 'remove'"))
    let change = try parser.name()
    let prefix = try parser.rawString()
    let stem = try parser.accept("after") ? try parser.rawString() + #"\."# : ""
    let plain = stem.replacingBytes(#"\."#, with: ".")
    switch change {
    case "add":
      return NameTransform(
        kind: .rename, sources: [#"^\#(stem)(?:(?!\#(prefix)\.))(.+)"#], targets: [plain + prefix + #".\1"#])
    case "remove":
      return NameTransform(kind: .rename, sources: [#"^\#(stem)\#(prefix)\.(.+)"#], targets: [plain + #"\1"#])
    default: throw failure
    }
  }
}
