/// A regular expression of the small kind that the reference's name conversions and tie patterns use.
///
/// Literals, `.`, classes, `\d` `\w` `\s` and their opposites, `^` `$` `\A` `\Z` `\b` `\B`, groups (also named, atomic), alternatives,
/// `*` `+` `?` `{m,n}` (also lazy and possessive), lookahead and lookbehind, as Python's `re` reads them; no references back, no flags.
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
    case repeated(Node, minimum: Int, maximum: Int, Preference)
    /// Between a letter, digit or underscore and something else, or not so.
    case wordBoundary(Bool)
    /// What is matched once and not tried in another way.
    case atomic(Node)
    case look(Node, ahead: Bool, negative: Bool)
  }

  /// Which number of repetitions is tried first; a possessive one tries no other.
  package enum Preference: Sendable { case most, fewest, possessive }

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

  /// The leftmost match. O(length x steps of the pattern), bounded by ``stepLimit`` and by what is left of `work`.
  ///
  /// - Parameter work: the steps are taken from it; where they do not suffice nothing matches.
  package func firstMatch(in text: [UInt8], _ work: WorkBudget) -> Match? {
    guard !work.isExceeded else { return nil }
    // A step of a pattern takes longer than one of an expression; one more than there are uses up the budget.
    let mostSteps = min(Self.stepLimit, work.remaining / 2 + 1)
    var matcher = PatternMatcher(text: text, groups: groupCount, mostSteps: mostSteps)
    defer { _ = work.take(2 * matcher.steps) }
    for start in 0...text.count {
      matcher.reset()
      if let end = matcher.match(root, at: start, then: { _, end in end }) {
        return Match(range: start..<end, groups: matcher.groups)
      }
      if case .sequence(let nodes) = root, case .start? = nodes.first { return nil }
      if matcher.steps > mostSteps { return nil }
    }
    return nil
  }
}
