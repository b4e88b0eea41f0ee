extension ByteCursor {
  /// Reads any value of the strict dialect without keeping it. `depth` is how many arrays and objects are open around
  /// it.
  @inline(never)
  package mutating func skipValue(depth: Int) throws(JSONFault) {
    let limit = JSONDialect.strict.depthLimit
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
      default: try skipScalar()
      }
      guard try skipToNextValue(&open, afterOpening: opened) else { return }
    }
  }

  /// Moves over closing brackets, a comma and a key to the next value; false when nothing is open any more.
  private mutating func skipToNextValue(
    _ open: inout ContiguousArray<Bool>, afterOpening opened: Bool
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
        _ = try string(expected: .key)
        try colon()
      }
      return true
    }
    return false
  }

  private mutating func skipScalar() throws(JSONFault) {
    switch current ?? 0 {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try requireDoubleRange(try number())
    default: throw unexpected(.value)
    }
  }
}
