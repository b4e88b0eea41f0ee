/// Reads a `class` or `model` entry.
struct ClassReader {
  let unit: CatalogUnit
  private let range: CatalogUnit.EntryRange
  private(set) var bytes: ContiguousArray<UInt8>
  /// What an offset in `bytes` is in the unit; a shared body has no place of its own there.
  private var origin: Int?

  /// How deep blocks may nest.
  static let deepest = 64

  init(unit: CatalogUnit, range: CatalogUnit.EntryRange) throws(CatalogError) {
    self.unit = unit
    self.range = range
    bytes = unit.bytes
  }

  /// `NAME [named CLASS] [: CONFIG] [= NUMBER [PREFIX]]`, then the body.
  mutating func read(name: String) throws(CatalogError) -> ClassEntry {
    var words = unit.bytes[range.head].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    words = Array(words.dropFirst())
    var className = String(name.prefix { $0 != "@" })
    var config: String?
    var shared = range.shared
    var position = 0
    while position + 1 < words.count {
      let value = words[position + 1]
      switch words[position] {
      case "named": className = value
      case ":": config = value
      case "=":
        guard let number = Int(value) else { throw unit.error(.badNumber, at: range.head.lowerBound) }
        shared = (number, position + 2 < words.count ? words[position + 2] : "")
        position += 1
      default: throw unit.error(.expected("'named', ':' or '='"), at: range.head.lowerBound)
      }
      position += 2
    }
    if range.kind == .model, config == nil { config = unit.onlyConfig }
    let entry = ClassEntry(
      name: name, className: unit.symbols.intern(className), unit: unit, isModel: range.kind == .model, config: config)
    var outline = CatalogOutline(bytes: bytes, range: range.body)
    entry.body = try body(&outline, above: range.column, entry: entry, depth: 0)
    if let shared {
      bytes = try unit.shared(shared.number, prefix: shared.prefix, at: range.head.lowerBound)
      origin = range.head.lowerBound
      var outline = CatalogOutline(bytes: bytes, range: 0..<bytes.count)
      entry.body += try body(&outline, above: -1, entry: entry, depth: 0)
    }
    return entry
  }

  func offset(_ offset: Int) -> Int { origin ?? offset }

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
    guard depth < Self.deepest else { throw unit.error(.nestedTooDeep, at: range.head.lowerBound) }
    var items: [ClassEntry.Item] = []
    while let line = outline.peek(), line.indent > indent {
      _ = outline.next()
      if let entry, depth == 0, try property(line, of: entry) { continue }
      try item(line, &outline, &items, depth: depth)
    }
    return items
  }

  /// A line at the head of an entry that is no part of the structure.
  private func property(_ line: CatalogOutline.Line, of entry: ClassEntry) throws(CatalogError) -> Bool {
    let words = bytes[line.range].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    switch words[0] {
    case "no_split": entry.noSplit += words.dropFirst()
    case "no_placement": entry.noPlacement += words.dropFirst()
    case "base" where words.count == 2: entry.base = words[1]
    case "remote" where words.count == 1: entry.isRemote = true
    case "tie":
      guard words.count == 4, words[2] == "=" else {
        throw unit.error(.expected("tie NAME = NAME"), at: offset(line.range.lowerBound))
      }
      entry.ties.append((words[1], words[3]))
    case "param":
      var parser = try parser((line.range.lowerBound + 5)..<line.range.upperBound)
      let (name, value) = try located { () throws(CatalogLexer.Failure) in
        let name = try parser.name()
        try parser.expect("=")
        let failure = parser.failure(.expected("a constant"))
        guard let value = try parser.expression().constantValue else { throw failure }
        return (name, value)
      }
      entry.defaults.append((unit.symbols.intern(name), value))
    case "keep_fp32": entry.keptFloat32 += try patterns(line, behind: words[0])
    case "keep_fp32_strict": entry.keptFloat32Strict += try patterns(line, behind: words[0])
    default: return false
    }
    return true
  }

  /// Patterns in quotes behind a word.
  private func patterns(_ line: CatalogOutline.Line, behind word: String) throws(CatalogError) -> [String] {
    var parser = try parser((line.range.lowerBound + word.utf8.count)..<line.range.upperBound)
    return try located { () throws(CatalogLexer.Failure) in
      var patterns = [try parser.rawString()]
      while !parser.atEnd { patterns.append(try parser.rawString()) }
      return patterns
    }
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
      } else if case .branches(let earlier)? = items.last {
        items[items.count - 1] = .branches(earlier + [branch])
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
