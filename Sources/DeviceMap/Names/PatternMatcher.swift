/// Matches by backtracking: each node is matched with what is to follow it.
struct PatternMatcher {
  typealias Continuation = (inout PatternMatcher, Int) -> Int?

  let text: [UInt8]
  private(set) var groups: [Range<Int>?]
  private(set) var steps = 0
  private let mostSteps: Int
  private var depth = 0
  /// Nodes within nodes and behind one another, each of which takes a place on the stack: more than any name needs.
  private static let mostDepth = 1024

  init(text: [UInt8], groups: Int, mostSteps: Int) {
    self.text = text
    self.mostSteps = mostSteps
    self.groups = Array(repeating: nil, count: groups)
  }

  mutating func reset() {
    for index in groups.indices { groups[index] = nil }
  }

  /// The end of the whole match when `node` matches at `position` and `next` behind it.
  mutating func match(_ node: NamePattern.Node, at position: Int, then next: Continuation) -> Int? {
    steps += 1
    depth += 1
    defer { depth -= 1 }
    guard steps <= mostSteps, depth <= Self.mostDepth else { return nil }
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
    case .repeated(let inner, let minimum, let maximum, let preference):
      return inner.isOneByte || preference == .possessive
        ? counted(inner, minimum, maximum, preference, at: position, then: next)
        : repeated(inner, minimum, maximum, preference == .most, at: position, 0, then: next)
    case .wordBoundary(let isWanted):
      return (isWord(position - 1) != isWord(position)) == isWanted ? next(&self, position) : nil
    case .atomic(let inner):
      guard let end = match(inner, at: position, then: { _, end in end }) else { return nil }
      return next(&self, end)
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

  private func isWord(_ position: Int) -> Bool {
    text.indices.contains(position) && PatternParser.word.contains { $0.contains(text[position]) }
  }

  /// Repetitions whose ends follow from their number, so that they are found without recursion.
  private mutating func counted(
    _ node: NamePattern.Node, _ minimum: Int, _ maximum: Int, _ preference: NamePattern.Preference, at position: Int,
    then next: Continuation
  ) -> Int? {
    var ends = [position]
    while ends.count <= maximum, let end = match(node, at: ends[ends.count - 1], then: { _, end in end }) {
      if end == ends[ends.count - 1] {
        while ends.count <= minimum { ends.append(end) }
        break
      }
      ends.append(end)
    }
    guard ends.count > minimum else { return nil }
    switch preference {
    case .possessive: return next(&self, ends[ends.count - 1])
    case .most:
      for end in ends[minimum...].reversed() {
        if let result = next(&self, end) { return result }
      }
    case .fewest:
      for end in ends[minimum...] {
        if let result = next(&self, end) { return result }
      }
    }
    return nil
  }

  /// Repetitions that may end in several ways each.
  private mutating func repeated(
    _ node: NamePattern.Node, _ minimum: Int, _ maximum: Int, _ isGreedy: Bool, at position: Int, _ count: Int,
    then next: Continuation
  ) -> Int? {
    steps += 1
    guard steps <= mostSteps else { return nil }
    if !isGreedy, count >= minimum, let end = next(&self, position) { return end }
    if count < maximum {
      let end = match(node, at: position) { matcher, end in
        // A repetition of nothing would be repeated for ever.
        end == position && count >= minimum
          ? nil : matcher.repeated(node, minimum, maximum, isGreedy, at: end, count + 1, then: next)
      }
      if let end { return end }
    }
    return isGreedy && count >= minimum ? next(&self, position) : nil
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

extension NamePattern.Node {
  /// Whether each match is of one byte.
  fileprivate var isOneByte: Bool {
    switch self {
    case .byte, .any, .set: true
    default: false
    }
  }
}
