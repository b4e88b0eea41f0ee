import DeviceMap
import Testing

/// Patterns of names, as Python's `re` reads them.
@Suite("Patterns of names") struct NamePatternTests {
  /// What `re.search` of Python 3.11 finds: the place of the match, nil for none.
  @Test(
    arguments: [
      (#"(\d+)\.mlp"#, "layers.12.mlp", 7..<13), (#"\bgate\b"#, "mlp.gate.w", 4..<8), (#"\bgate\b"#, "gate_proj", nil),
      (#"\Bate"#, "gate", 1..<4), ("a{2,3}", "baaaa", 1..<4), ("a{2,3}?", "baaaa", 1..<3), ("a{,2}b", "aab", 0..<3),
      ("a{2}", "a{2}", nil), ("a{x}", "a{x}", 0..<4), ("(?:a|ab)*c", "aabc", 0..<4), ("(?:ab|a)*?b", "aab", 0..<3),
      ("(?>a|ab)c", "abc", nil), ("a*+a", "aaa", nil), ("(?P<n>x)y", "xy", 0..<2), ("[]a]+", "]a]", 0..<3),
      (#"\Aab\Z"#, "ab", 0..<2), (#"\Aab\Z"#, "abc", nil), (#"\s\S"#, "a b", 1..<3), ("(a*)*b", "aab", 0..<3),
      ("(a|b){2}c", "abc", 0..<3), ("(?:a?){3}b", "aab", 0..<3),
    ] as [(String, String, Range<Int>?)])
  func search(_ pattern: String, _ text: String, _ range: Range<Int>?) throws {
    #expect(try NamePattern(pattern).firstMatch(in: Array(text.utf8), WorkBudget())?.range == range)
  }

  /// What would take the whole stack counts as not matching.
  @Test(arguments: ["(?:(?:ab)*c?)*d", "((a|b)+)+d", String(repeating: "(ab)", count: 20_000) + "d"])
  func endsOnLongNames(_ pattern: String) throws {
    let text = [UInt8](String(repeating: "ab", count: 30_000).utf8)
    #expect(try NamePattern(pattern).firstMatch(in: text, WorkBudget()) == nil)
  }

  /// A pattern takes no more steps than there are: about 500 here, each counted twice.
  @Test(arguments: [(100, false), (500, false), (10_000, true)])
  func staysWithinItsBudget(steps: Int, isFound: Bool) throws {
    let work = WorkBudget(steps: steps)
    let text = [UInt8](String(repeating: "ab", count: 100).utf8)
    #expect((try NamePattern("(?:ab)*$").firstMatch(in: text, work) != nil) == isFound)
    #expect(work.isExceeded != isFound)
  }
}
