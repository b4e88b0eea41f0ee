/// Reads a pattern.
struct PatternParser {
  private let text: [UInt8]
  private var position = 0
  private(set) var groups = 0
  private static let mostRepetitions = 1 << 20
  private var depth = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func parse() throws(NamePattern.Failure) -> NamePattern.Node {
    let node = try alternatives()
    guard position == text.count else { throw NamePattern.Failure() }
    return node
  }

  private mutating func accept(_ string: StaticString) -> Bool {
    let count = string.utf8CodeUnitCount
    guard position + count <= text.count else { return false }
    let isHere = string.withBytes { bytes in
      for index in 0..<count where text[position + index] != bytes[index] { return false }
      return true
    }
    if isHere { position += count }
    return isHere
  }

  private mutating func alternatives() throws(NamePattern.Failure) -> NamePattern.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth < 32 else { throw NamePattern.Failure() }
    var nodes = [try sequence()]
    while accept("|") { nodes.append(try sequence()) }
    return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
  }

  private mutating func sequence() throws(NamePattern.Failure) -> NamePattern.Node {
    var nodes: [NamePattern.Node] = []
    while position < text.count, text[position] != UInt8(ascii: "|"), text[position] != UInt8(ascii: ")") {
      let node = try atom()
      nodes.append(try quantified(node))
    }
    return .sequence(nodes)
  }

  private mutating func quantified(_ node: NamePattern.Node) throws(NamePattern.Failure) -> NamePattern.Node {
    let bounds: (Int, Int)
    if accept("*") {
      bounds = (0, Int.max)
    } else if accept("+") {
      bounds = (1, Int.max)
    } else if accept("?") {
      bounds = (0, 1)
    } else if let stated = try counts() {
      bounds = stated
    } else {
      return node
    }
    let preference: NamePattern.Preference = accept("?") ? .fewest : accept("+") ? .possessive : .most
    guard position == text.count || !Self.quantifiers.contains(text[position]) else { throw NamePattern.Failure() }
    return .repeated(node, minimum: bounds.0, maximum: bounds.1, preference)
  }

  private static let quantifiers = Array("*+?".utf8)

  /// `{m}`, `{m,}`, `{,n}` or `{m,n}`; a brace that begins none of them is a letter of its own.
  private mutating func counts() throws(NamePattern.Failure) -> (Int, Int)? {
    let start = position
    guard accept("{") else { return nil }
    let low = number()
    let high = accept(",") ? number() ?? (low == nil ? nil : Int.max) : low
    guard accept("}"), low != nil || high != nil else {
      position = start
      return nil
    }
    let bounds = (low ?? 0, high ?? Int.max)
    guard bounds.0 <= bounds.1, bounds.0 <= Self.mostRepetitions else { throw NamePattern.Failure() }
    return bounds
  }

  private mutating func number() -> Int? {
    let start = position
    while position < text.count, text[position].isDigit { position += 1 }
    return start == position ? nil : text.span.jsonInteger(in: start..<position) ?? Int.max
  }

  private mutating func atom() throws(NamePattern.Failure) -> NamePattern.Node {
    if accept("^") { return .start }
    if accept("$") { return .end }
    if accept(".") { return .any }
    if accept("[") { return try set() }
    if accept("(?:") { return try closed(alternatives()) }
    if accept("(?=") { return .look(try closed(alternatives()), ahead: true, negative: false) }
    if accept("(?!") { return .look(try closed(alternatives()), ahead: true, negative: true) }
    if accept("(?<=") { return .look(try closed(alternatives()), ahead: false, negative: false) }
    if accept("(?<!") { return .look(try closed(alternatives()), ahead: false, negative: true) }
    if accept("(?>") { return .atomic(try closed(alternatives())) }
    if accept("(?P<") {
      guard let end = text[position...].firstIndex(of: UInt8(ascii: ">")), end > position, !text[position].isDigit,
        text[position..<end].allSatisfy({ $0.isLetter || $0.isDigit })
      else { throw NamePattern.Failure() }
      position = end + 1
    } else if accept("(?") {
      throw NamePattern.Failure()
    } else if accept("(") {
      // A group.
    } else {
      return try character()
    }
    let number = groups
    groups += 1
    return .group(number, try closed(alternatives()))
  }

  private mutating func character() throws(NamePattern.Failure) -> NamePattern.Node {
    if accept("\\A") { return .start }
    if accept("\\Z") { return .end }
    if accept("\\b") { return .wordBoundary(true) }
    if accept("\\B") { return .wordBoundary(false) }
    if accept("\\") { return try escape() }
    let byte = text[position]
    // A brace is a letter of its own unless it counts, of which there is nothing here.
    guard !Self.quantifiers.contains(byte), try counts() == nil else { throw NamePattern.Failure() }
    position += 1
    return .byte(byte)
  }

  private mutating func closed(_ node: NamePattern.Node) throws(NamePattern.Failure) -> NamePattern.Node {
    guard accept(")") else { throw NamePattern.Failure() }
    return node
  }

  private static let digits: [ClosedRange<UInt8>] = [48...57, NamePattern.digitStandIns]
  private static let space: [ClosedRange<UInt8>] = [9...13, 28...32]
  static let word: [ClosedRange<UInt8>] = [48...57, 65...90, 95...95, 97...122, NamePattern.digitStandIns]

  private mutating func escape() throws(NamePattern.Failure) -> NamePattern.Node {
    guard position < text.count else { throw NamePattern.Failure() }
    let byte = text[position]
    position += 1
    switch byte {
    case UInt8(ascii: "d"): return .set(Self.digits, negated: false)
    case UInt8(ascii: "D"): return .set(Self.digits, negated: true)
    case UInt8(ascii: "w"): return .set(Self.word, negated: false)
    case UInt8(ascii: "W"): return .set(Self.word, negated: true)
    case UInt8(ascii: "s"): return .set(Self.space, negated: false)
    case UInt8(ascii: "S"): return .set(Self.space, negated: true)
    default:
      guard !byte.isLetter, !byte.isDigit else { throw NamePattern.Failure() }
      return .byte(byte)
    }
  }

  private mutating func set() throws(NamePattern.Failure) -> NamePattern.Node {
    let negated = accept("^")
    var ranges: [ClosedRange<UInt8>] = []
    let first = position
    while position < text.count, position == first || text[position] != UInt8(ascii: "]") {
      if accept("\\") {
        switch try escape() {
        case .byte(let byte): ranges.append(byte...byte)
        case .set(let inner, negated: false): ranges += inner
        default: throw NamePattern.Failure()
        }
        continue
      }
      let low = text[position]
      position += 1
      if position + 1 < text.count, text[position] == UInt8(ascii: "-"), text[position + 1] != UInt8(ascii: "]") {
        let high = text[position + 1]
        guard low <= high else { throw NamePattern.Failure() }
        ranges.append(low...high)
        position += 2
      } else {
        ranges.append(low...low)
      }
    }
    guard accept("]") else { throw NamePattern.Failure() }
    if (UInt8(48)...57).allSatisfy({ digit in ranges.contains { $0.contains(digit) } }) {
      ranges.append(NamePattern.digitStandIns)
    }
    return .set(ranges, negated: negated)
  }
}
