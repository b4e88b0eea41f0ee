import Testing

@testable import DeviceMap

@Suite("Patterns for numbers of layers") struct NumberPatternTests {
  @Test("patterns match their numbers and no others") func numberPatterns() throws {
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<120 {
      let low = Int.random(in: 0..<130, using: &generator)
      let high = Int.random(in: low..<low + 60, using: &generator)
      let gap = Int.random(in: low...high, using: &generator)
      let numbers = (low...high).filter { $0 != gap || low == high }
      let text = NumberPattern.text(of: numbers)
      let pattern = try Regex(text)
      let found = (0..<210).filter { String($0).wholeMatch(of: pattern) != nil }
      #expect(found == numbers, "\(low)...\(high) without \(gap): \(text)")
    }
    #expect(NumberPattern.text(of: Array(18..<40)) == "1[89]|[23][0-9]")
    #expect(NumberPattern.text(of: [0, 1, 2, 9, 10, 99, 100, 101]) == "[0-2]|9|10|99|10[01]")
    #expect(NumberPattern.text(of: []) == "")
  }
}
