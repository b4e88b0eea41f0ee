/// A rule that turns names of tensors in files into names of the model (transformers 5.23.0,
/// `conversion_mapping.py` and `core_model_loading.py`).
package struct NameTransform: Sendable {
  package enum Kind: Sendable {
    /// Replaces what matches by the first target.
    case rename
    /// The same, and the tensors that arrive at one name become one tensor, or one becomes several.
    case convert(operations: [String])
    /// Pairs of sources and targets of which all but the first apply only after the first did.
    case group
    /// A rename that adds a number to the index that it captures.
    case offset(Int)
  }

  package var kind: Kind
  package var sources: [String]
  package var targets: [String]

  package init(kind: Kind, sources: [String], targets: [String]) {
    self.kind = kind
    self.sources = sources
    self.targets = targets
  }
}

/// Reads a `convert` entry.
struct ConversionReader {
  private let unit: CatalogUnit
  private let range: CatalogUnit.EntryRange

  init(unit: CatalogUnit, range: CatalogUnit.EntryRange) {
    self.unit = unit
    self.range = range
  }

  func read() throws(CatalogError) -> [NameTransform] {
    var outline = CatalogOutline(bytes: unit.bytes, range: range.body)
    var result: [NameTransform] = []
    while let line = outline.next() {
      do {
        var parser = try ExpressionParser(unit.bytes, line.range, symbols: unit.symbols)
        result.append(try transform(&parser))
        try parser.expectEnd()
      } catch {
        throw unit.error(error.reason, at: error.offset)
      }
    }
    return result
  }

  private func transform(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> NameTransform {
    let failure = parser.failure(.unknownEntry(parser.text))
    switch try parser.name() {
    case "rename": return try patterns(&parser, kind: .rename)
    case "group": return try patterns(&parser, kind: .group)
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

extension String {
  /// The string with each occurrence of `part` replaced.
  package func replacingBytes(_ part: String, with other: String) -> String {
    guard !part.isEmpty else { return self }
    var result = ""
    var rest = Substring(self)
    while let range = String(rest).utf8.firstRange(ofBytes: part.utf8) {
      let text = String(rest)
      result += text[..<range.lowerBound] + other
      rest = Substring(text[range.upperBound...])
    }
    return result + rest
  }
}
