/// A regular expression of the small kind that the reference's name conversions and tie patterns use.
///
/// Literals, `.`, `\d`, `\w`, classes, `^`, `$`, groups, alternatives, `*` `+` `?` (also lazy), lookahead and lookbehind.
/// Matching backtracks and takes at most ``stepLimit`` steps; a pattern that needs more counts as not matching.
package struct NamePattern: Sendable {
  package static let stepLimit = 100_000

  /// Bytes that no text has; a name may hold them in the place of the digits of a number, and patterns take them for
  /// digits (see ``NumberStandIns``).
  static let digitStandIns: ClosedRange<UInt8> = 0xF8...0xFF

  package struct Failure: Error {}

  package indirect enum Node: Sendable {
    case byte(UInt8)
    case any
    case set([ClosedRange<UInt8>], negated: Bool)
    case start
    case end
    case group(Int, Node)
    case sequence([Node])
    case alternatives([Node])
    case repeated(Node, minimum: Int, maximum: Int, greedy: Bool)
    case look(Node, ahead: Bool, negative: Bool)
  }

  package let root: Node
  package let groupCount: Int

  /// - Throws: ``Failure`` when the pattern uses what is not supported.
  package init(_ pattern: String) throws(Failure) {
    var parser = PatternParser(Array(pattern.utf8))
    root = try parser.parse()
    groupCount = parser.groups
  }

  /// A match: the range of the whole, and of each capturing group that took part.
  package struct Match {
    package var range: Range<Int>
    package var groups: [Range<Int>?]
  }

  /// The leftmost match. O(length x steps of the pattern), bounded by ``stepLimit``.
  ///
  /// - Parameter work: the steps are taken from it; where there are none left nothing matches.
  package func firstMatch(in text: [UInt8], _ work: WorkBudget) -> Match? {
    guard !work.isExceeded else { return nil }
    var matcher = PatternMatcher(text: text, groups: groupCount)
    // A step of a pattern takes longer than one of an expression.
    defer { _ = work.take(2 * matcher.steps) }
    for start in 0...text.count {
      matcher.reset()
      if let end = matcher.match(root, at: start, then: { _, end in end }) {
        return Match(range: start..<end, groups: matcher.groups)
      }
      if case .sequence(let nodes) = root, case .start? = nodes.first { return nil }
      if matcher.steps > Self.stepLimit { return nil }
    }
    return nil
  }
}

/// Reads a pattern.
private struct PatternParser {
  private let text: [UInt8]
  private var position = 0
  private(set) var groups = 0
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
      nodes.append(quantified(node))
    }
    return .sequence(nodes)
  }

  private mutating func quantified(_ node: NamePattern.Node) -> NamePattern.Node {
    let bounds: (Int, Int)
    if accept("*") {
      bounds = (0, Int.max)
    } else if accept("+") {
      bounds = (1, Int.max)
    } else if accept("?") {
      bounds = (0, 1)
    } else {
      return node
    }
    return .repeated(node, minimum: bounds.0, maximum: bounds.1, greedy: !accept("?"))
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
    if accept("(?") { throw NamePattern.Failure() }
    if accept("(") {
      let number = groups
      groups += 1
      return .group(number, try closed(alternatives()))
    }
    if accept("\\") { return try escape() }
    let byte = text[position]
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"): throw NamePattern.Failure()
    default: break
    }
    position += 1
    return .byte(byte)
  }

  private mutating func closed(_ node: NamePattern.Node) throws(NamePattern.Failure) -> NamePattern.Node {
    guard accept(")") else { throw NamePattern.Failure() }
    return node
  }

  private static let digits: [ClosedRange<UInt8>] = [48...57, NamePattern.digitStandIns]
  private static let word: [ClosedRange<UInt8>] = [48...57, 65...90, 95...95, 97...122, NamePattern.digitStandIns]

  private mutating func escape() throws(NamePattern.Failure) -> NamePattern.Node {
    guard position < text.count else { throw NamePattern.Failure() }
    let byte = text[position]
    position += 1
    switch byte {
    case UInt8(ascii: "d"): return .set(Self.digits, negated: false)
    case UInt8(ascii: "D"): return .set(Self.digits, negated: true)
    case UInt8(ascii: "w"): return .set(Self.word, negated: false)
    case UInt8(ascii: "W"): return .set(Self.word, negated: true)
    default:
      guard !byte.isLetter, !byte.isDigit else { throw NamePattern.Failure() }
      return .byte(byte)
    }
  }

  private mutating func set() throws(NamePattern.Failure) -> NamePattern.Node {
    let negated = accept("^")
    var ranges: [ClosedRange<UInt8>] = []
    while position < text.count, text[position] != UInt8(ascii: "]") {
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

/// Matches by backtracking: each node is matched with what is to follow it.
private struct PatternMatcher {
  typealias Continuation = (inout PatternMatcher, Int) -> Int?

  let text: [UInt8]
  private(set) var groups: [Range<Int>?]
  private(set) var steps = 0

  init(text: [UInt8], groups: Int) {
    self.text = text
    self.groups = Array(repeating: nil, count: groups)
  }

  mutating func reset() {
    for index in groups.indices { groups[index] = nil }
  }

  /// The end of the whole match when `node` matches at `position` and `next` behind it.
  mutating func match(_ node: NamePattern.Node, at position: Int, then next: Continuation) -> Int? {
    steps += 1
    guard steps <= NamePattern.stepLimit else { return nil }
    switch node {
    case .byte(let byte): return position < text.count && text[position] == byte ? next(&self, position + 1) : nil
    case .any: return position < text.count ? next(&self, position + 1) : nil
    case .set(let ranges, let negated):
      guard position < text.count, ranges.contains(where: { $0.contains(text[position]) }) != negated else {
        return nil
      }
      return next(&self, position + 1)
    case .start: return position == 0 ? next(&self, position) : nil
    case .end: return position == text.count ? next(&self, position) : nil
    case .group(let number, let inner):
      let earlier = groups[number]
      let end = match(inner, at: position) { matcher, end in
        matcher.groups[number] = position..<end
        return next(&matcher, end)
      }
      if end == nil { groups[number] = earlier }
      return end
    case .sequence(let nodes): return match(nodes[...], at: position, then: next)
    case .alternatives(let nodes):
      for node in nodes {
        if let end = match(node, at: position, then: next) { return end }
      }
      return nil
    case .repeated(let inner, let minimum, let maximum, let greedy):
      return repeated(inner, minimum, maximum, greedy, at: position, then: next)
    case .look(let inner, let ahead, let negative):
      return looks(inner, ahead: ahead, at: position) != negative ? next(&self, position) : nil
    }
  }

  private mutating func match(
    _ nodes: ArraySlice<NamePattern.Node>, at position: Int, then next: Continuation
  ) -> Int? {
    guard let first = nodes.first else { return next(&self, position) }
    let rest = nodes.dropFirst()
    return match(first, at: position) { matcher, end in matcher.match(rest, at: end, then: next) }
  }

  private mutating func repeated(
    _ node: NamePattern.Node, _ minimum: Int, _ maximum: Int, _ greedy: Bool, at position: Int, then next: Continuation
  ) -> Int? {
    // What is repeated is one byte wide wherever it matters, so the possible ends are found without recursion.
    var ends = [position]
    while ends.count <= maximum, let end = match(node, at: ends[ends.count - 1], then: { _, end in end }) {
      if end == ends[ends.count - 1] { break }
      ends.append(end)
    }
    guard ends.count > minimum else { return nil }
    let candidates = ends[minimum...]
    if greedy {
      for end in candidates.reversed() {
        if let result = next(&self, end) { return result }
      }
    } else {
      for end in candidates {
        if let result = next(&self, end) { return result }
      }
    }
    return nil
  }

  private mutating func looks(_ node: NamePattern.Node, ahead: Bool, at position: Int) -> Bool {
    let saved = groups
    defer { groups = saved }
    if ahead { return match(node, at: position, then: { _, end in end }) != nil }
    for start in stride(from: position, through: 0, by: -1) {
      if match(node, at: start, then: { _, end in end == position ? end : nil }) != nil { return true }
    }
    return false
  }
}
