extension ClassReader {
  func child(_ line: CatalogOutline.Line) throws(CatalogError) -> ClassEntry.ChildFact {
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
        let path = parser.token.kind == .string ? try parser.string() : try parser.name()
        fact.target = .same(path: path.split(separator: ".").map { unit.symbols.intern(String($0)) })
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
      } else if parser.atEnd || parser.at("(") || isArgument(parser)
        || parser.at("using") || parser.at("with") || parser.at("to")
      {
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
      } else if try parser.accept("to") {
        fact.dtype = try dtype(&parser)
      } else if isArgument(parser) {
        let name = unit.symbols.intern(String(try parser.name().dropFirst()))
        try parser.expect("using")
        fact.configs.append(ClassEntry.ConfigUse(argument: name, path: try path(&parser)))
      } else {
        throw parser.failure(.expected("'using', 'with' or 'to'"))
      }
    }
  }

  /// A path to a config; nil for `self`.
  private func path(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> Expression? {
    if try parser.accept("self") { return nil }
    return try parser.expression()
  }
}
