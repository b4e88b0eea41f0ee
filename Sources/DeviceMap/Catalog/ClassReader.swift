/// Reads a `class` or `model` entry.
struct ClassReader {
  let unit: CatalogUnit
  private let text: CatalogEntryText
  private(set) var bytes: ContiguousArray<UInt8>
  /// Where the body of another class is named that `bytes` hold.
  private var likeOffset: Int?

  /// How deep blocks may nest.
  static let deepest = 64

  init(unit: CatalogUnit, text: CatalogEntryText) {
    self.unit = unit
    self.text = text
    bytes = text.bytes
  }

  /// What the first line says: `NAME [named CLASS] [: CONFIG] [like CLASS [as PREFIX]]`.
  private struct Head {
    var className: String
    var config: String?
    /// The class whose body it has, the name of its own model, and where that stands.
    var like: (name: String, prefix: String, offset: Int)?
  }

  /// The entry with its body, that of another class included.
  mutating func read(name: String) throws(CatalogError) -> ClassEntry {
    let head = try head(name)
    let entry = entry(name, head)
    entry.body = try ownBody(of: entry)
    if let like = head.like {
      bytes = try unit.catalog.body(like: like.name, of: unit.name, prefix: like.prefix, at: like.offset)
      likeOffset = like.offset
      var outline = CatalogOutline(bytes: bytes, range: 0..<bytes.count)
      let other = self.entry(name, head)
      entry.body += try body(&outline, above: -1, entry: other, depth: 0)
    }
    return entry
  }

  /// Reads what the entry itself says; of a class whose body it has, only that there is one. O(length).
  mutating func check(name: String) throws(CatalogError) {
    let head = try head(name)
    _ = try ownBody(of: entry(name, head))
    if let like = head.like {
      _ = try unit.catalog.entryText(like: like.name, of: unit.name, at: like.offset)
    }
  }

  private func head(_ name: String) throws(CatalogError) -> Head {
    var result = Head(className: String(name.prefix { $0 != "@" }))
    var words = text.words.dropFirst()
    while let word = words.popFirst() {
      guard let value = words.popFirst() else {
        throw unit.error(.expected("a name behind '\(word.text)'"), at: text.start + word.start)
      }
      switch word.text {
      case "named": result.className = value.text
      case ":": result.config = value.text
      case "like":
        let prefix = Catalog.modelPrefix(of: name, in: unit.name)
        result.like = (value.text, prefix, text.start + value.start)
      case "as" where result.like != nil: result.like?.prefix = value.text
      default: throw unit.error(.expected("'named', ':' or 'like'"), at: text.start + word.start)
      }
    }
    return result
  }

  private func entry(_ name: String, _ head: Head) -> ClassEntry {
    let isModel = text.kind == .model
    return ClassEntry(
      name: name, className: unit.symbols.intern(head.className), unit: unit, isModel: isModel,
      config: head.config ?? (isModel ? unit.onlyConfig : nil))
  }

  private func ownBody(of entry: ClassEntry) throws(CatalogError) -> [ClassEntry.Item] {
    var outline = CatalogOutline(bytes: bytes, range: text.body)
    return try body(&outline, above: text.indent, entry: entry, depth: 0)
  }

  /// Where a byte of the body stands, counted through all texts.
  func offset(_ offset: Int) -> Int { likeOffset ?? text.start + offset }

  func located<Result>(
    _ body: () throws(CatalogLexer.Failure) -> Result
  ) throws(CatalogError) -> Result {
    do { return try body() } catch { throw unit.error(error.reason, at: offset(error.offset)) }
  }

  func parser(_ range: Range<Int>) throws(CatalogError) -> ExpressionParser {
    do { return try ExpressionParser(bytes, range, symbols: unit.symbols) } catch {
      throw unit.error(error.reason, at: offset(error.offset))
    }
  }

  // MARK: - Lines

  private func body(
    _ outline: inout CatalogOutline, above indent: Int, entry: ClassEntry?, depth: Int
  ) throws(CatalogError) -> [ClassEntry.Item] {
    guard depth < Self.deepest else { throw unit.error(.nestedTooDeep, at: text.start) }
    var items: [ClassEntry.Item] = []
    while let line = outline.peek(), line.indent > indent {
      _ = outline.next()
      if let entry, depth == 0, try fact(line, of: entry) { continue }
      try item(line, &outline, &items, depth: depth)
    }
    return items
  }

  private func item(
    _ line: CatalogOutline.Line, _ outline: inout CatalogOutline, _ items: inout [ClassEntry.Item], depth: Int
  ) throws(CatalogError) {
    let start = offset(line.range.lowerBound)
    let first = bytes[line.range.lowerBound]
    if first == UInt8(ascii: "."), line.range.count > 1, bytes[line.range.lowerBound + 1] == UInt8(ascii: " ") {
      items.append(.tensors(try tensors((line.range.lowerBound + 1)..<line.range.upperBound)))
      return
    }
    let word = keyword(line)
    let rest = (line.range.lowerBound + word.utf8.count)..<line.range.upperBound
    switch word {
    case "require": items.append(.require(try expression(rest), line: start))
    case "if", "elif", "else":
      let condition = word == "else" ? nil : try expression(rest)
      let inner = try body(&outline, above: line.indent, entry: nil, depth: depth + 1)
      let branch = (condition: condition, body: inner, line: start)
      if word == "if" {
        items.append(.branches([branch]))
      } else if case .branches(var branches)? = items.popLast() {
        branches.append(branch)
        items.append(.branches(branches))
      } else {
        throw unit.error(.expected("'if' before '\(word)'"), at: start)
      }
    case "each":
      var parser = try parser(rest)
      let (variable, count) = try located { () throws(CatalogLexer.Failure) in
        let variable = try parser.name()
        try parser.expect("<")
        let count = try parser.expression()
        try parser.expectEnd()
        return (variable, count)
      }
      let inner = try body(&outline, above: line.indent, entry: nil, depth: depth + 1)
      items.append(.each(unit.symbols.intern(variable), count: count, body: inner, line: start))
    default:
      let fact = try child(line)
      fact.body = try body(&outline, above: line.indent, entry: nil, depth: depth + 1)
      items.append(.child(fact))
    }
  }

  /// The first word when it is a keyword of the structure (a child may be called `if`, too: it has a colon behind).
  private func keyword(_ line: CatalogOutline.Line) -> String {
    for word in ["if", "elif", "each", "require"] as [StaticString] {
      let count = word.utf8CodeUnitCount
      guard line.range.count > count, bytes[line.range.lowerBound + count] == UInt8(ascii: " ") else { continue }
      if bytes[line.range].starts(with: "\(word)".utf8) { return "\(word)" }
    }
    return bytes[line.range].elementsEqual("else".utf8) ? "else" : ""
  }

  func expression(_ range: Range<Int>) throws(CatalogError) -> Expression {
    var parser = try parser(range)
    return try located { () throws(CatalogLexer.Failure) in
      let result = try parser.expression()
      try parser.expectEnd()
      return result
    }
  }
}
