/// A parsed text: its bytes, and one node for each value and each key, in the order of the text.
///
/// `{"a": [1, 2], "b": null}` becomes
///
///     0 object  next 7
///     1   key a   next 2
///     2   array   next 5
///     3     number  next 4
///     4     number  next 5
///     5   key b   next 6
///     6   null    next 7
///
/// A node knows where its text is and which node comes after everything inside it, so that a value can be skipped in
/// one step. Strings and numbers stay text until somebody asks for them.
package final class JSONTape: Sendable {
  package let bytes: ContiguousArray<UInt8>
  package let nodes: ContiguousArray<Node>

  package struct Node: Sendable {
    /// The first byte: of a string the one after the quote.
    var start: UInt32
    /// The byte after the last one: of a string the closing quote.
    var end: UInt32
    /// The node after this one and all that is inside it.
    var next: UInt32
    var kind: Kind
    /// Of a string: whether it has escapes. Of a number: whether it is an integer.
    var flag: Bool

    @inline(__always)
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  package enum Kind: UInt8, Sendable {
    case object, array, string, number, nan, infinity, negativeInfinity, yes, no, null
  }

  package init(_ bytes: ContiguousArray<UInt8>, dialect: JSONDialect) throws(JSONError) {
    let span = bytes.span
    guard span.count < Int(UInt32.max) else { throw JSONFault(.tooLong, at: 0).located(in: span) }
    var parser = JSONTapeParser(span, dialect: dialect)
    do throws(JSONFault) {
      try parser.parse()
    } catch {
      throw error.located(in: span)
    }
    nodes = parser.nodes
    self.bytes = bytes
  }
}

/// Writes the tape. Open arrays and objects are kept in a list, not on the call stack, so depth costs no stack.
private struct JSONTapeParser: ~Escapable {
  var cursor: ByteCursor
  var nodes: ContiguousArray<JSONTape.Node> = []
  private var open: ContiguousArray<Int> = []
  private let dialect: JSONDialect

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, dialect: JSONDialect) {
    cursor = ByteCursor(bytes)
    self.dialect = dialect
    nodes.reserveCapacity(bytes.count / 8)
  }

  mutating func parse() throws(JSONFault) {
    cursor.skipWhitespace()
    try value()
    while let container = open.last {
      try nextMember(of: container)
    }
    cursor.skipWhitespace()
    guard cursor.isAtEnd else { throw JSONFault(.trailingBytes, at: cursor.position) }
  }

  /// What follows a value inside `container`: its end, or a comma and the next value. An opened container is left
  /// with the cursor before its first value, so that the same step serves both.
  private mutating func nextMember(of container: Int) throws(JSONFault) {
    let isObject = nodes[container].kind == .object
    let isFirst = nodes.count == container + 1
    cursor.skipWhitespace()
    if cursor.consume(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      close(container)
      return
    }
    if !isFirst {
      guard cursor.consume(UInt8(ascii: ",")) else {
        throw cursor.unexpected(isObject ? .commaOrBrace : .commaOrBracket)
      }
      cursor.skipWhitespace()
    }
    if isObject {
      let token = try cursor.string(expected: .key, dialect: dialect)
      append(.string, token.start, token.end, flag: token.hasEscapes)
      try cursor.colon()
    }
    try value()
  }

  private mutating func value() throws(JSONFault) {
    let start = cursor.position
    guard let byte = cursor.current else { throw cursor.unexpected(.value) }
    switch byte {
    case UInt8(ascii: "\""):
      let token = try cursor.string(dialect: dialect)
      append(.string, token.start, token.end, flag: token.hasEscapes)
    case UInt8(ascii: "{"): try open(.object)
    case UInt8(ascii: "["): try open(.array)
    case UInt8(ascii: "t"): try literal("true", .yes)
    case UInt8(ascii: "f"): try literal("false", .no)
    case UInt8(ascii: "n"): try literal("null", .null)
    case UInt8(ascii: "N") where dialect == .python: try literal("NaN", .nan)
    case UInt8(ascii: "I") where dialect == .python: try literal("Infinity", .infinity)
    case UInt8(ascii: "-") where dialect == .python && cursor.consume("-Infinity"):
      append(.negativeInfinity, start, cursor.position, flag: false)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let token = try cursor.number()
      if dialect == .strict { try cursor.requireDoubleRange(token) }
      append(.number, token.start, token.end, flag: token.isInteger)
    default: throw cursor.unexpected(.value)
    }
  }

  private mutating func literal(_ text: StaticString, _ kind: JSONTape.Kind) throws(JSONFault) {
    let start = cursor.position
    try cursor.literal(text)
    append(kind, start, cursor.position, flag: false)
  }

  private mutating func open(_ kind: JSONTape.Kind) throws(JSONFault) {
    guard open.count < dialect.depthLimit else {
      throw JSONFault(.tooDeep(limit: dialect.depthLimit), at: cursor.position)
    }
    open.append(nodes.count)
    append(kind, cursor.position, cursor.position, flag: false)
    cursor.position += 1
  }

  private mutating func close(_ container: Int) {
    nodes[container].next = UInt32(truncatingIfNeeded: nodes.count)
    nodes[container].end = UInt32(truncatingIfNeeded: cursor.position)
    open.removeLast()
  }

  private mutating func append(_ kind: JSONTape.Kind, _ start: Int, _ end: Int, flag: Bool) {
    nodes.append(
      JSONTape.Node(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        next: UInt32(truncatingIfNeeded: nodes.count + 1), kind: kind, flag: flag))
  }
}

extension ByteCursor {
  /// Refuses a number beyond the range of a double, as serde_json does.
  package func requireDoubleRange(_ token: NumberToken) throws(JSONFault) {
    if token.end - token.start <= 300, token.isInteger { return }
    if bytes.overflowsInSerde(in: token.start..<token.end) { throw JSONFault(.numberOutOfRange, at: token.start) }
  }
}
