extension ClassReader {
  func tensors(_ range: Range<Int>) throws(CatalogError) -> [ClassEntry.TensorFact] {
    var parser = try parser(range)
    let start = offset(range.lowerBound)
    return try located { () throws(CatalogLexer.Failure) in
      let facts = try tensors(&parser, line: start)
      try parser.expectEnd()
      return facts
    }
  }

  /// `[~|+]name[dims] [dtype] [if condition]`, separated by commas.
  func tensors(
    _ parser: inout ExpressionParser, line: Int
  ) throws(CatalogLexer.Failure) -> [ClassEntry.TensorFact] {
    var facts: [ClassEntry.TensorFact] = []
    repeat {
      var kind = TensorKind.parameter
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
  func shorthand(
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

  func dtype(_ parser: inout ExpressionParser) throws(CatalogLexer.Failure) -> DType {
    let failure = parser.failure(.unknownDType(parser.text))
    guard let dtype = DType(torchName: try parser.name()) else { throw failure }
    return dtype
  }
}
