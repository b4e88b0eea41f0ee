/// Reads expressions, and the tokens around them, from a byte range of a catalog's text.
///
/// Binding, loosest first: `a if c else b`; `or`, `??`; `and`; `not`; comparisons and `in`; `+ -`; `* / // %`; unary
/// `-`; `**`; `[]` and `.name`.
package struct ExpressionParser {
  package typealias Failure = CatalogLexer.Failure

  /// How deep expressions may nest in brackets.
  static let deepest = 64
  /// How many operators may stand on one another, in brackets or in a chain: evaluating them takes as much stack.
  static let tallest = 128

  private var lexer: CatalogLexer
  package private(set) var token: CatalogToken
  package let symbols: SymbolStore
  private var depth = 0
  /// How many operators stand on one another in the expression that was read last.
  private var height = 0

  package init(_ bytes: ContiguousArray<UInt8>, _ range: Range<Int>, symbols: SymbolStore) throws(Failure) {
    lexer = CatalogLexer(bytes: bytes, position: range.lowerBound, end: range.upperBound)
    self.symbols = symbols
    token = CatalogToken(kind: .end, start: 0, end: 0)
    token = try lexer.next()
  }

  package var atEnd: Bool { token.kind == .end }
  package var offset: Int { token.start }

  package mutating func advance() throws(Failure) { token = try lexer.next() }

  /// Whether the token is exactly `text`.
  package func at(_ text: StaticString) -> Bool {
    let length = token.end - token.start
    guard length == text.utf8CodeUnitCount, token.kind != .string else { return false }
    return text.withBytes { expected in
      for index in 0..<length where lexer.bytes[token.start + index] != expected[index] { return false }
      return true
    }
  }

  package mutating func accept(_ text: StaticString) throws(Failure) -> Bool {
    guard at(text) else { return false }
    try advance()
    return true
  }

  package mutating func expect(_ text: StaticString) throws(Failure) {
    guard try accept(text) else { throw failure(.expected("'\(text)'")) }
  }

  package func failure(_ reason: CatalogError.Reason) -> Failure { Failure(reason: reason, offset: token.start) }

  /// The bytes of the token as text.
  package var text: String { String(decoding: lexer.bytes[token.start..<token.end], as: UTF8.self) }

  /// A name token, consumed.
  package mutating func name() throws(Failure) -> String {
    guard token.kind == .name else { throw failure(.expected("a name")) }
    let result = text
    try advance()
    return result
  }

  package mutating func expectEnd() throws(Failure) {
    guard atEnd else { throw failure(.expected("the end of the line")) }
  }

  // MARK: - Expressions

  package mutating func expression() throws(Failure) -> Expression { try expression(0) }

  /// An expression without a conditional at its top (`x if c` ends before `if`).
  package mutating func condition() throws(Failure) -> Expression { try expression(1) }

  private mutating func expression(_ level: Int) throws(Failure) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw failure(.nestedTooDeep) }
    var left = try operand(level)
    var tall = height
    while true {
      if token.kind == .name {
        if level <= 0, try accept("if") {
          let condition = try operand(1, on: &tall)
          try expect("else")
          left = .conditional(condition, then: left, else: try operand(0, on: &tall))
        } else if level <= 1, try accept("or") {
          left = .or(left, try operand(2, on: &tall))
        } else if level <= 2, try accept("and") {
          left = .and(left, try operand(3, on: &tall))
        } else if level <= 4, try accept("in") {
          left = .binary(.contained, left, try operand(5, on: &tall))
        } else if level <= 4, at("not") {
          try advance()
          try expect("in")
          left = .binary(.notContained, left, try operand(5, on: &tall))
        } else {
          break
        }
      } else if level <= 1, try accept("??") {
        left = .fallback(left, try operand(2, on: &tall))
      } else if let (op, binding) = binaryOperator(), binding >= level {
        try advance()
        left = .binary(op, left, try operand(binding + 1, on: &tall))
      } else {
        break
      }
    }
    height = tall
    return left
  }

  /// An operand of an operator that stands on `tall` others.
  private mutating func operand(_ level: Int, on tall: inout Int) throws(Failure) -> Expression {
    let result = try expression(level)
    try grow(&tall)
    return result
  }

  /// One operator more on those of `tall` and of the operand that was read last.
  private mutating func grow(_ tall: inout Int) throws(Failure) {
    tall = max(tall, height) + 1
    guard tall <= Self.tallest else { throw failure(.nestedTooDeep) }
    height = tall
  }

  private func binaryOperator() -> (Expression.Operator, Int)? {
    guard token.kind == .symbol else { return nil }
    let first = lexer.bytes[token.start]
    let isPair = token.end - token.start == 2
    switch (first, isPair) {
    case (UInt8(ascii: "+"), false): return (.add, 5)
    case (UInt8(ascii: "-"), false): return (.subtract, 5)
    case (UInt8(ascii: "*"), false): return (.multiply, 6)
    case (UInt8(ascii: "/"), false): return (.divide, 6)
    case (UInt8(ascii: "/"), true): return (.floorDivide, 6)
    case (UInt8(ascii: "%"), false): return (.remainder, 6)
    case (UInt8(ascii: "*"), true): return (.power, 8)
    case (UInt8(ascii: "="), true): return (.equal, 4)
    case (UInt8(ascii: "!"), true): return (.notEqual, 4)
    case (UInt8(ascii: "<"), false): return (.less, 4)
    case (UInt8(ascii: "<"), true): return (.lessOrEqual, 4)
    case (UInt8(ascii: ">"), false): return (.greater, 4)
    case (UInt8(ascii: ">"), true): return (.greaterOrEqual, 4)
    default: return nil
    }
  }

  private mutating func operand(_ level: Int) throws(Failure) -> Expression {
    height = 0
    var result: Expression
    switch token.kind {
    case .name:
      if try accept("not") { return .not(try grown(3)) }
      result = try named()
    case .number: result = .constant(try number())
    case .string: result = .constant(.string(try string()))
    case .symbol:
      if try accept("-") { return .negative(try grown(7)) }
      result = try bracketed()
    case .member, .end: throw failure(.expected("a value"))
    }
    var tall = height
    while true {
      if try accept("[") {
        result = .index(result, try operand(0, on: &tall))
        try expect("]")
      } else if token.kind == .member {
        result = .item(result, symbols.intern(String(text.dropFirst())))
        try grow(&tall)
        try advance()
      } else {
        height = tall
        return result
      }
    }
  }

  /// The operand of an operator in front.
  private mutating func grown(_ level: Int) throws(Failure) -> Expression {
    var tall = 0
    return try operand(level, on: &tall)
  }

  private mutating func bracketed() throws(Failure) -> Expression {
    if try accept("(") {
      let result = try expression(0)
      try expect(")")
      return result
    }
    if try accept("[") { return try list() }
    if try accept("{") { return try dictionary() }
    if try accept("?") { return .unknown }
    throw failure(.expected("a value"))
  }

  /// An element of a list, dictionary or call, of which the tallest counts.
  private mutating func element(_ tallest: inout Int) throws(Failure) -> Expression {
    let result = try expression(0)
    tallest = max(tallest, height + 1)
    guard tallest <= Self.tallest else { throw failure(.nestedTooDeep) }
    height = tallest
    return result
  }

  private mutating func named() throws(Failure) -> Expression {
    if try accept("true") { return .constant(.bool(true)) }
    if try accept("false") { return .constant(.bool(false)) }
    if try accept("none") { return .constant(.none) }
    if try accept("null") { return .constant(.none) }
    let here = failure(.unknownFunction(text))
    let name = try self.name()
    if try accept("(") {
      guard let function = Expression.Function(rawValue: name) else { throw here }
      var arguments: [Expression] = []
      var tallest = 0
      while try !accept(")") {
        arguments.append(try element(&tallest))
        if try !accept(","), !at(")") { throw failure(.expected("',' or ')'")) }
      }
      return .call(function, arguments)
    }
    let isParameter = name.utf8.first == UInt8(ascii: "$")
    let parts = name.split(separator: ".").map { symbols.intern(String($0)) }
    if !isParameter { return .name(parts[0], Array(parts.dropFirst())) }
    let first = name.dropFirst().split(separator: ".").first.map(String.init) ?? ""
    return .parameter(symbols.intern(first), Array(parts.dropFirst()))
  }

  private mutating func number() throws(Failure) -> CatalogValue {
    let text = text
    let value: CatalogValue
    if let integer = Int(text) {
      value = .int(integer)
    } else if text.utf8.contains(where: { !$0.isDigit }), let double = Double(text) {
      value = .double(double)
    } else {
      throw failure(.badNumber)
    }
    try advance()
    return value
  }

  /// A quoted text with the escapes of JSON.
  package mutating func string() throws(Failure) -> String {
    guard token.kind == .string else { throw failure(.expected("a text in quotes")) }
    var result: [UInt8] = []
    var position = token.start + 1
    while position < token.end - 1 {
      let byte = lexer.bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      let escape = lexer.bytes[position]
      position += 1
      switch escape {
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "f"): result.append(12)
      case UInt8(ascii: "u"):
        let digits = lexer.bytes[position..<min(position + 4, token.end - 1)]
        guard digits.count == 4, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code)
        else { throw failure(.unexpectedCharacter) }
        result.append(contentsOf: Array(String(Character(scalar)).utf8))
        position += 4
      default: result.append(escape)
      }
    }
    try advance()
    return String(decoding: result, as: UTF8.self)
  }

  /// A quoted text without escapes.
  package mutating func rawString() throws(Failure) -> String {
    guard token.kind == .string else { throw failure(.expected("a text in quotes")) }
    let result = String(decoding: lexer.bytes[(token.start + 1)..<(token.end - 1)], as: UTF8.self)
    try advance()
    return result
  }

  private mutating func list() throws(Failure) -> Expression {
    var items: [Expression] = []
    var tallest = 0
    while try !accept("]") {
      items.append(try element(&tallest))
      if items.count == 1, try accept("each") {
        let variable = symbols.intern(try name())
        try expect("<")
        let count = try element(&tallest)
        try expect("]")
        return .each(items[0], variable, count: count)
      }
      if try !accept(","), !at("]") { throw failure(.expected("',' or ']'")) }
    }
    return .list(items)
  }

  private mutating func dictionary() throws(Failure) -> Expression {
    var members: [(key: String, value: Expression)] = []
    var tallest = 0
    while try !accept("}") {
      let key = try string()
      try expect(":")
      members.append((key, try element(&tallest)))
      if try !accept(","), !at("}") { throw failure(.expected("',' or '}'")) }
    }
    let result = Expression.dictionary(members)
    return result.constantValue.map { .constant($0) } ?? result
  }
}
