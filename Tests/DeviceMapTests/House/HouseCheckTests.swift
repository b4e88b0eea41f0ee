import Testing

/// The check of the house on small made-up houses: it must see what it is there for.
@Suite("The check of the house") struct HouseCheckTests {
  private static func house(_ sources: [(path: String, source: String)]) -> House {
    House(
      folders: ["First", "Second", "Second/Inner", "Third"],
      files: sources.map { SourceFile(path: $0.path, source: $0.source) })
  }

  struct Case: Sendable {
    var name: String
    var sources: [(String, String)]
    var arrows: [String] = []
  }

  static let cases = [
    Case(name: "forward", sources: [("First/A.swift", "struct A {}"), ("Second/B.swift", "struct B { var a: A }")]),
    Case(
      name: "back", sources: [("First/A.swift", "struct A {\n  var b: B\n}"), ("Second/B.swift", "struct B {}")],
      arrows: ["First/A.swift:2 -> Second/B.swift: B"]),
    Case(
      name: "once for a name",
      sources: [("First/A.swift", "func a(_: B) {}\nfunc c(_: B) {}"), ("Third/B.swift", "enum B {}")],
      arrows: ["First/A.swift:1 -> Third/B.swift: B"]),
    Case(
      name: "comments and strings say nothing",
      sources: [
        ("First/A.swift", "/// A ``B``.\n/* B /* B */ B */\nlet a = \"B\" + #\"\\(B)\"# + \"\"\"\n  B\n  \"\"\""),
        ("Second/B.swift", "struct B {}"),
      ]),
    Case(
      name: "interpolation",
      sources: [
        ("First/A.swift", "let a = \"x \\(f(\"(\", B.c)) y\""), ("Second/B.swift", "enum B { static let c = 1 }"),
      ],
      arrows: ["First/A.swift:1 -> Second/B.swift: B"]),
    Case(
      name: "a type that a later folder nests in an earlier one",
      sources: [
        ("First/A.swift", "struct A {}\nlet list: [A.Part] = []"),
        ("Second/A+Part.swift", "extension A {\n  struct Part {}\n}"),
      ],
      arrows: ["First/A.swift:2 -> Second/A+Part.swift: A.Part"]),
    Case(
      name: "the same, named from within",
      sources: [
        ("First/A.swift", "struct A {\n  var part: Part\n}"), ("Second/A+Part.swift", "extension A { struct Part {} }"),
      ],
      arrows: ["First/A.swift:2 -> Second/A+Part.swift: Part"]),
    Case(
      name: "nested types of the same name",
      sources: [
        ("First/A.swift", "struct A {\n  struct Part {}\n  var part: Part\n}"),
        ("Second/B.swift", "struct B { struct Part {} }"),
      ]),
    Case(
      name: "private types of the same name",
      sources: [
        ("First/A.swift", "private struct Part {}\nlet part: [Part] = []"),
        ("Second/B.swift", "fileprivate struct Part {}\nprivate enum Other {}"),
      ]),
    Case(
      name: "members that a later folder adds",
      sources: [
        ("First/A.swift", "struct A {}\nfunc use(_ a: A) { a.drawn() }"),
        ("Third/A+Drawing.swift", "extension A {\n  func drawn() {}\n}"),
      ],
      arrows: ["First/A.swift:2 -> Third/A+Drawing.swift: .drawn"]),
    Case(
      name: "members that an earlier folder has too",
      sources: [
        ("First/A.swift", "struct A { var size = 1 }\nfunc use(_ a: A) -> Int { a.size }"),
        ("Third/B+Size.swift", "extension A {\n  var size: Int { 2 }\n}"),
      ]),
    Case(
      name: "a conformance that a later folder adds",
      sources: [
        ("First/A.swift", "struct A: Error {}"),
        ("Third/A+Text.swift", "extension A: CustomStringConvertible {\n  var description: String { \"\" }\n}"),
      ],
      arrows: ["First/A.swift:1 -> Third/A+Text.swift: A: CustomStringConvertible"]),
    Case(
      name: "a conformance to what the later folder declares",
      sources: [("First/A.swift", "struct A {}"), ("Third/P.swift", "protocol P {}\nextension A: P {}")]),
    Case(
      name: "a folder and a folder in it",
      sources: [("Second/B.swift", "struct B { var c: C }"), ("Second/Inner/C.swift", "struct C {}")],
      arrows: ["Second/B.swift:1 -> Second/Inner/C.swift: C"]),
    Case(
      name: "a folder in it that is not listed",
      sources: [("Third/B.swift", "struct B { var c: C }"), ("Third/Part/C.swift", "struct C { var b: B? }")]),
  ]

  @Test("arrows that run back are found, others are not", arguments: cases) func arrows(example: Case) {
    #expect(Self.house(example.sources).arrowsBack().map(\.description) == example.arrows, "\(example.name)")
  }

  @Test("a file in no folder") func strangers() {
    #expect(Self.house([("Fourth/A.swift", ""), ("First/B.swift", "")]).strangers == ["Fourth/A.swift"])
  }

  @Test("public errors without a text") func errors() {
    let house = Self.house([
      (
        "First/A.swift",
        "public enum A: Error, Hashable {}\npublic struct B<T: P>: Error where T: Q {}\nenum C: Error {}"
      ),
      (
        "First/D.swift", "public struct D: Error, CustomStringConvertible {}\npublic enum E { public enum F: Error {} }"
      ),
      ("Second/A.swift", "extension A: CustomStringConvertible {}"),
    ])
    #expect(house.errorsWithoutText() == ["First/A.swift:2: B", "First/D.swift:2: E.F"])
  }

  @Test("imports and unsafe code") func foreignCode() {
    let house = Self.house([
      ("First/A.swift", "import Foundation\nlet a = 1"),
      ("First/B.swift", "// unsafe\nlet b = unsafe f()"),
      ("First/C.swift", "import Glibc\nlet c = unsafe f()"),
    ])
    #expect(
      house.foreignCode(unsafe: ["First/C.swift"], imports: ["First/C.swift"])
        == ["First/A.swift:1: import Foundation", "First/B.swift:2: unsafe"])
    #expect(
      house.foreignCode(unsafe: [], imports: []).count == 4)
  }

  @Test(
    "lengths at the limit and above it",
    arguments: [
      ("func f(a: () -> Void = {}) {\n  1\n  2\n}", []),
      ("func f(a: () -> Void = {}) {\n  1\n  2\n  3\n}", ["First/A.swift:1: f has 3 lines"]),
      ("struct A {\n  var a: Int {\n    1\n    2\n    3\n  }\n}", ["First/A.swift:2: a has 3 lines"]),
      (
        "struct A {\n  static func < (a: A, b: A) -> Bool {\n    1\n    2\n    3\n  }\n}",
        ["First/A.swift:2: < has 3 lines"]
      ),
      ("struct A {\n  init() {\n    do {\n      1\n    }\n  }\n}", ["First/A.swift:2: init has 3 lines"]),
      ("protocol P {\n  func f()\n}\nstruct A {\n\n\n\n}", []),
      ("let a = [\n1,\n2,\n3,\n]", []),
      ("//\n//\n//\n//\n//\n//\n//\n//\n//\n//\n", ["First/A.swift has 10 lines"]),
    ]) func lengths(source: String, found: [String])
  {
    #expect(Self.house([("First/A.swift", source)]).longCode(body: 2, file: 9) == found)
  }
}
