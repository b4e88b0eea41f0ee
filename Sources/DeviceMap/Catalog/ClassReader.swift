/// Reads a `class` or `model` entry.
struct ClassReader {
  private let unit: CatalogUnit
  private let range: CatalogUnit.EntryRange
  private var bytes: ContiguousArray<UInt8>
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
    words.removeFirst()
    var className = String(name.prefix { $0 != "@" })
    var config: String?
    var shared: (number: Int, prefix: String)?
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

  private func offset(_ offset: Int) -> Int { origin ?? offset }

  private func located<Result>(
    _ body: () throws(CatalogLexer.Failure) -> Result
  ) throws(CatalogError) -> Result {
    do { return try body() } catch { throw unit.error(error.reason, at: offset(error.offset)) }
  }

  private func parser(_ range: Range<Int>) throws(CatalogError) -> ExpressionParser {
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
    default: return false
    }
    return true
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

  private func expression(_ range: Range<Int>) throws(CatalogError) -> Expression {
    var parser = try parser(range)
    return try located { () throws(CatalogLexer.Failure) in
      let result = try parser.expression()
      try parser.expectEnd()
      return result
    }
  }

  // MARK: - Children and tensors

  private func child(_ line: CatalogOutline.Line) throws(CatalogError) -> ClassEntry.ChildFact {
    let (name, end) = try self.name(line.range)
    guard end < line.range.upperBound, bytes[end] == UInt8(ascii: ":") else {
      throw unit.error(.expected("':' behind the name of the child"), at: offset(end))
    }
    var parser = try parser((end + 1)..<line.range.upperBound)
    let start = offset(line.range.lowerBound)
    return try located { () throws(CatalogLexer.Failure) in
      let head = try parser.name()
      let fact = ClassEntry.ChildFact(name: name, target: .named(head), line: start)
      if head == "same" {
        fact.target = .same
        _ = try parser.name()
      } else if head == "activation", parser.at("(") {
        try parser.advance()
        fact.target = .activation(try parser.expression())
        try parser.expect(")")
      } else if head == "auto", parser.at("(") {
        try parser.advance()
        fact.target = .auto(table: try parser.name())
        try parser.expect(")")
        try arguments(&parser, of: fact)
      } else if parser.at("[") {
        fact.target = .inline(unit.symbols.intern(head))
        fact.tensors = try shorthand(&parser, line: start)
      } else if parser.atEnd || parser.at("(") || parser.at("using") || parser.at("with") || isArgument(parser) {
        try arguments(&parser, of: fact)
      } else {
        fact.target = .inline(unit.symbols.intern(head))
        fact.tensors = try tensors(&parser, line: start)
      }
      try parser.expectEnd()
      return fact
    }
  }

  private func isArgument(_ parser: ExpressionParser) -> Bool {
    parser.token.kind == .name && bytes[parser.token.start] == UInt8(ascii: "$")
  }

  /// The name in front of the colon: `-`, a word, or text with expressions in braces.
  private func name(_ range: Range<Int>) throws(CatalogError) -> (ClassEntry.Name, end: Int) {
    var parts: [ClassEntry.Name.Part] = []
    var position = range.lowerBound
    var start = position
    while position < range.upperBound, bytes[position] != UInt8(ascii: ":") {
      guard bytes[position] == UInt8(ascii: "{") else {
        position += 1
        continue
      }
      if start < position { parts.append(.text(String(decoding: bytes[start..<position], as: UTF8.self))) }
      var close = position
      while close < range.upperBound, bytes[close] != UInt8(ascii: "}") { close += 1 }
      guard close < range.upperBound else { throw unit.error(.expected("'}'"), at: offset(position)) }
      parts.append(.value(try expression((position + 1)..<close)))
      position = close + 1
      start = position
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if !parts.isEmpty {
      if !text.isEmpty { parts.append(.text(text)) }
      return (.template(parts), position)
    }
    guard !text.isEmpty else { throw unit.error(.expected("a name"), at: offset(range.lowerBound)) }
    return (text == "-" ? .next : .fixed(unit.symbols.intern(text)), position)
  }

  private func arguments(_ parser: inout ExpressionParser, of fact: ClassEntry.ChildFact) throws(CatalogLexer.Failure) {
    if try parser.accept("(") {
      while try !parser.accept(")") {
        let name = try parser.name()
        if name.utf8.first == UInt8(ascii: "$") {
          let symbol = unit.symbols.intern(String(name.dropFirst()))
          fact.arguments.append((symbol, .parameter(symbol, [])))
        } else {
          try parser.expect("=")
          fact.arguments.append((unit.symbols.intern(name), try parser.expression()))
        }
        if try !parser.accept(","), !parser.at(")") { throw parser.failure(.expected("',' or ')'")) }
      }
    }
    while !parser.atEnd {
      if try parser.accept("using") {
        fact.configs.append(ClassEntry.ConfigUse(argument: nil, path: try path(&parser)))
      } else if try parser.accept("with") {
        if fact.configs.isEmpty { fact.configs.append(ClassEntry.ConfigUse(argument: nil, path: nil)) }
        repeat {
          let name = unit.symbols.intern(try parser.name())
          try parser.expect("=")
          fact.configs[fact.configs.count - 1].changes.append((name, try parser.expression()))
        } while try parser.accept(",")
      } else if isArgument(parser) {
        let name = unit.symbols.intern(String(try parser.name().dropFirst()))
        try parser.expect("using")
        fact.configs.append(ClassEntry.ConfigUse(argument: name, path: try path(&parser)))
      } else {
        throw parser.failure(.expected("'using' or 'with'"))
      }
    }
  }

  /// A path to a config; nil for `self`.
  private func path(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> Expression? {
    if try parser.accept("self") { return nil }
    return try parser.expression()
  }

  private func tensors(_ range: Range<Int>) throws(CatalogError) -> [ClassEntry.TensorFact] {
    var parser = try parser(range)
    let start = offset(range.lowerBound)
    return try located { () throws(CatalogLexer.Failure) in
      let facts = try tensors(&parser, line: start)
      try parser.expectEnd()
      return facts
    }
  }

  /// `[~|+]name[dims] [dtype] [if condition]`, separated by commas.
  private func tensors(
    _ parser: inout ExpressionParser, line: Int
  ) throws(CatalogLexer.Failure) -> [ClassEntry.TensorFact] {
    var facts: [ClassEntry.TensorFact] = []
    repeat {
      var kind = ModuleTree.TensorKind.parameter
      if try parser.accept("~") { kind = .transientBuffer } else if try parser.accept("+") { kind = .persistentBuffer }
      let name = try tensorName(&parser)
      let shape = try shape(&parser)
      var fact = ClassEntry.TensorFact(
        name: name, kind: kind, shape: shape, dtype: nil, condition: nil, line: line)
      if parser.token.kind == .name, !parser.at("if") { fact.dtype = try dtype(&parser) }
      if try parser.accept("if") { fact.condition = try parser.condition() }
      facts.append(fact)
    } while try parser.accept(",")
    return facts
  }

  /// A word, a number, or text with expressions in braces.
  private func tensorName(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> ClassEntry.Name {
    var parts: [ClassEntry.Name.Part] = []
    while !parser.at("[") || parts.isEmpty {
      if try parser.accept("{") {
        parts.append(.value(try parser.expression()))
        try parser.expect("}")
      } else if parser.token.kind == .name || parser.token.kind == .number {
        parts.append(.text(parser.text))
        try parser.advance()
      } else {
        throw parser.failure(.expected("a name"))
      }
    }
    if parts.count == 1, case .text(let text) = parts[0] { return .fixed(unit.symbols.intern(text)) }
    return .template(parts)
  }

  /// `[dims] [dtype] [bias [if condition]]`: a weight, and perhaps a bias as long as its first dimension.
  private func shorthand(
    _ parser: inout ExpressionParser, line: Int
  ) throws(CatalogLexer.Failure) -> [ClassEntry.TensorFact] {
    let shape = try shape(&parser)
    var weight = ClassEntry.TensorFact(
      name: .fixed(unit.symbols.intern("weight")), kind: .parameter, shape: shape, dtype: nil, condition: nil,
      line: line)
    if parser.token.kind == .name, !parser.at("bias") { weight.dtype = try dtype(&parser) }
    guard try parser.accept("bias") else { return [weight] }
    var bias = weight
    bias.name = .fixed(unit.symbols.intern("bias"))
    bias.shape = shape.map { Array($0.prefix(1)) }
    if try parser.accept("if") { bias.condition = try parser.condition() }
    return [weight, bias]
  }

  private func shape(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> [Expression]? {
    try parser.expect("[")
    var dimensions: [Expression] = []
    if try parser.accept("?") {
      if try parser.accept("]") { return nil }
      dimensions.append(.unknown)
      try parser.expect(",")
    }
    while try !parser.accept("]") {
      dimensions.append(try parser.expression())
      if try !parser.accept(","), !parser.at("]") { throw parser.failure(.expected("',' or ']'")) }
    }
    return dimensions
  }

  private func dtype(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> DType {
    let failure = parser.failure(.unknownDType(parser.text))
    guard let dtype = DType(torchName: try parser.name()) else { throw failure }
    return dtype
  }
}
