extension ByteCursor {
  /// Reads any value without keeping it. `depth` is how many arrays and objects are open around it.
  @inline(never)
  package mutating func skipValue(depth: Int, dialect: JSONDialect = .strict) throws(JSONFault) {
    let limit = dialect.depthLimit
    /// Whether each open container is an object.
    var open: ContiguousArray<Bool> = []
    while true {
      var opened = false
      switch current {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard depth + open.count < limit else { throw JSONFault(.tooDeep(limit: limit), at: position) }
        open.append(current == UInt8(ascii: "{"))
        position += 1
        opened = true
      default: try skipScalar(dialect)
      }
      guard try skipToNextValue(&open, afterOpening: opened, dialect) else { return }
    }
  }

  /// Moves over closing brackets, a comma and a key to the next value; false when nothing is open any more.
  private mutating func skipToNextValue(
    _ open: inout ContiguousArray<Bool>, afterOpening opened: Bool, _ dialect: JSONDialect
  ) throws(JSONFault) -> Bool {
    var opened = opened
    while let isObject = open.last {
      skipWhitespace()
      if consume(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        open.removeLast()
        opened = false
        continue
      }
      if !opened {
        guard consume(UInt8(ascii: ",")) else { throw unexpected(isObject ? .commaOrBrace : .commaOrBracket) }
        skipWhitespace()
      }
      if isObject {
        _ = try string(expected: .key, dialect: dialect)
        try colon()
      }
      return true
    }
    return false
  }

  private mutating func skipScalar(_ dialect: JSONDialect) throws(JSONFault) {
    switch current ?? 0 {
    case UInt8(ascii: "\""): _ = try string(dialect: dialect)
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    case UInt8(ascii: "N") where dialect == .python: try literal("NaN")
    case UInt8(ascii: "I") where dialect == .python: try literal("Infinity")
    case UInt8(ascii: "-") where dialect == .python && consume("-Infinity"): break
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let token = try number()
      if dialect == .strict { try requireDoubleRange(token) }
    default: throw unexpected(.value)
    }
  }
}
