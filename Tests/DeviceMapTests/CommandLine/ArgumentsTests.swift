import Testing

@testable import DeviceMap

@Suite("Arguments")
struct ArgumentsTests {
  static let command = CommandSpec(
    "cook", summary: "Cook.", positionals: ["DISH", "[SIDE]"],
    options: [
      OptionSpec("heat", value: "DEGREES", "How hot."), OptionSpec("salt", "With salt."),
      OptionSpec("spice", value: "NAME", repeatable: true, "Which."),
      OptionSpec("output", short: "o", value: "FILE", "To."),
    ])

  @Test("values, flags, short forms and the end of options")
  func parses() throws {
    let arguments = try Arguments(
      ["soup", "--heat=90", "--salt", "--spice", "a,b", "-o", "out", "--spice=c", "--", "--bread"], for: Self.command)
    #expect(arguments.positionals == ["soup", "--bread"])
    #expect(arguments.value("heat") == "90")
    #expect(arguments.has("salt"))
    #expect(arguments.list("spice") == ["a", "b", "c"])
    #expect(arguments.value("output") == "out")
    #expect(try arguments.integer("heat", atLeast: 90) == 90)
  }

  @Test(
    "what is wrong is named",
    arguments: [
      (["soup", "--haet", "9"], UsageError.unknownOption("--haet", command: "cook", suggestion: "--heat")),
      (["soup", "--zzzz"], .unknownOption("--zzzz", command: "cook", suggestion: nil)),
      (["soup", "-x"], .unknownOption("-x", command: "cook", suggestion: nil)),
      (["soup", "--heat"], .missingValue(option: "--heat", value: "DEGREES")),
      (["soup", "--salt=1"], .surplusValue(option: "--salt", value: "1")),
      (["soup", "--heat", "1", "--heat", "2"], .repeatedOption("--heat")),
      ([], .missingPositional("DISH", command: "cook")),
      (["soup", "bread", "wine"], .surplusPositional("wine", command: "cook")),
    ])
  func rejects(words: [String], error: UsageError) {
    #expect(throws: error) { try Arguments(words, for: Self.command) }
  }

  @Test(
    "numbers below the minimum and words are no integers", arguments: ["89", "x", "", "9.0", "99999999999999999999"])
  func rejectsIntegers(text: String) throws {
    let arguments = try Arguments(["soup", "--heat", text], for: Self.command)
    #expect(throws: UsageError.invalidValue(option: "--heat", value: text, expected: .integer(atLeast: 90))) {
      try arguments.integer("heat", atLeast: 90)
    }
  }

  @Test("help lists what is parsed")
  func help() {
    #expect(
      Help.command(Self.command) == """
        usage: device-map cook DISH [SIDE] [options]

        Cook.

        options:
          --heat DEGREES
              How hot.
          --salt
              With salt.
          --spice NAME
              Which.
          -o, --output FILE
              To.

        """)
  }

  @Test("every command has distinct options")
  func distinctOptions() {
    for command in CommandSpec.all {
      #expect(Set(command.options.map(\.name)).count == command.options.count, "\(command.name)")
    }
  }
}

@Suite("Suggestion")
struct SuggestionTests {
  @Test(
    "the nearest name, if it is near",
    arguments: [
      ("--polcy", "--policy"), ("--max-memroy", "--max-memory"), ("--no-splt", "--no-split"), ("--polic", "--policy"),
      ("--frobnicate", nil), ("--x", nil),
    ])
  func nearest(word: String, expected: String?) {
    #expect(Suggestion.nearest(to: word, among: ["--policy", "--max-memory", "--no-split"]) == expected)
  }

  @Test(
    "a third of the letters may differ, of short words one; a longer name is meant by its beginning",
    arguments: [
      ("abcdefghi", "abcdefxyz", true), ("abcdefghi", "abcdewxyz", false), ("abcdef", "abcdxy", true),
      ("abcdef", "abcxyz", false), ("abcde", "abcdx", true), ("abcde", "abcxy", false), ("ab", "ax", true),
      ("ab", "xy", false), ("abcd", "abcdefghijkl", true), ("abc", "abcdefghijkl", false),
    ])
  func limit(word: String, name: String, isNear: Bool) {
    #expect(Suggestion.nearest(to: word, among: [name]) == (isNear ? name : nil))
  }

  @Test("the first of equally near names, and none of several longer ones")
  func ambiguous() {
    #expect(Suggestion.nearest(to: "abcd", among: ["abcx", "abcy"]) == "abcx")
    #expect(Suggestion.nearest(to: "abcd", among: ["abxy", "abcy"]) == "abcy")
    #expect(Suggestion.nearest(to: "abcd", among: ["abcdefghijkl", "abcdefghijkm"]) == nil)
  }

  @Test("edits are counted", arguments: [("", "abc", 3), ("abc", "abc", 0), ("ab", "ba", 1), ("kitten", "sitting", 3)])
  func distance(left: String, right: String, expected: Int) {
    for (one, other) in [(left, right), (right, left)] {
      let words = (Array(one.utf8), Array(other.utf8))
      #expect(Suggestion.distance(words.0, words.1, atMost: expected + 1) == expected)
      #expect(Suggestion.distance(words.0, words.1, atMost: expected) == expected)
      #expect(Suggestion.distance(words.0, words.1, atMost: expected - 1) == nil)
    }
  }

  @Test("the same within the limit as without one") func banded() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
      }
      let distance = Suggestion.distance(words[0], words[1], atMost: 9)
      for limit in 0..<9 {
        let expected = distance.flatMap { $0 <= limit ? $0 : nil }
        #expect(Suggestion.distance(words[0], words[1], atMost: limit) == expected, "\(words) seed \(seed)")
      }
    }
  }

  @Test("long words are no misspelt names, and cost nothing") func longWords() {
    let names = (0..<5_000).map { "model.layers.\($0).self_attn.query_key_value_projection.weight" }
    let seconds = threadSeconds {
      #expect(Suggestion.nearest(to: String(repeating: "m", count: 1_000_000), among: names) == nil)
      #expect(Suggestion.nearest(to: names[77] + "s", among: names) == names[77])
      #expect(
        Suggestion.nearest(to: String(repeating: "z", count: 200), among: [String(repeating: "z", count: 199)]) != nil)
    }
    #expect(seconds < 5)
  }
}
