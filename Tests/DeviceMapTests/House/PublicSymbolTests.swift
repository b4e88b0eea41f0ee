import Foundation
import Testing

/// The public symbols of the library, read as text: each has its sentence, and says what it costs where it goes through
/// something.
@Suite("Public symbols") struct PublicSymbolTests {
  /// What protocols ask for, those of the standard library and our own; their documentation is there.
  private static let inherited = [
    "var description", "func ==", "static func <", "static func ==", "func hash(into", "func makeIterator",
    "func next()",
    "var startIndex", "var endIndex", "func index(", "subscript(position", "init(integerLiteral", "init(stringLiteral",
    "init(dictionaryLiteral", "var debugDescription", "func place(", "var name: String", "let name = ", "func answers(",
    "subscript(_ number",
  ]

  /// Lines that declare something public, or a case of a public enumeration, without a comment before them.
  private static func undocumented(_ source: String) -> [String] {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    var found: [String] = []
    var isInEnum = false
    for (number, line) in lines.enumerated() {
      if line.contains("enum ") { isInEnum = line.hasPrefix("public ") }
      if line.hasPrefix("public struct") || line.hasPrefix("func ") || line.hasPrefix("public var") { isInEnum = false }
      let isCase = isInEnum && line.hasPrefix("case ") && !line.contains("case .") && !line.contains("):")
      guard isCase || line.hasPrefix("public ") else { continue }
      guard !inherited.contains(where: { line.contains($0) }) else { continue }
      let before = lines[..<number].reversed().first { !$0.hasPrefix("@") } ?? ""
      if !before.hasPrefix("///") { found.append(String(line)) }
    }
    return found
  }

  @Test("each has its sentence") func sentences() throws {
    for file in try HouseTests.house.get().files {
      let source = try String(contentsOf: HouseTests.sources.appending(path: file.path), encoding: .utf8)
      #expect(Self.undocumented(source) == [], "\(file.path)")
    }
  }

  /// What goes through a collection; `map` and `flatMap` may be those of an optional.
  private static let loops = [
    "{ for ", ".reduce(", ".filter", ".compactMap", ".sorted", ".joined", ".count {", ".count(where", ".first {",
    ".first(where", ".last(where", ".min {", ".max {", ".min(", ".max(", ".contains {", ".contains(where",
    ".allSatisfy",
    "modules.map", "tensors.map", "indices.map",
  ]

  /// Public functions, initializers and computed values with a loop in them and no complexity, and how many have both.
  private static func uncounted(_ source: String) -> (found: [String], counted: Int) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    var found: [String] = []
    var counted = 0
    for (number, line) in lines.enumerated() {
      let text = line.drop { $0 == " " }
      guard text.hasPrefix("public "), ["func ", "init", "var ", "subscript"].contains(where: { text.contains($0) }),
        !inherited.contains(where: { text.contains($0) })
      else { continue }
      let end = line.prefix { $0 == " " } + "}"
      let isWhole = line.hasSuffix("}")
      let after = lines[(number + 1)...].prefix { !isWhole && $0 != end && !$0.hasPrefix(end + " ") }
      // A stored value has no body.
      guard isWhole || line.hasSuffix("{") || line.hasSuffix("(") else { continue }
      let body = ([line] + after).filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      let isLoop = body.contains { line in
        let words = line.drop { $0 == " " }
        return words.hasPrefix("for ") || words.hasPrefix("while ") || loops.contains { line.contains($0) }
      }
      guard isLoop else { continue }
      let comment = lines[..<number].reversed().prefix { line in
        ["///", "@"].contains { line.drop { $0 == " " }.hasPrefix($0) }
      }
      if comment.contains(where: { $0.contains("- Complexity: ") }) { counted += 1 } else { found.append(String(text)) }
    }
    return (found, counted)
  }

  @Test("what goes through something says what it costs") func complexity() throws {
    var counted = 0
    for file in try HouseTests.house.get().files {
      let source = try String(contentsOf: HouseTests.sources.appending(path: file.path), encoding: .utf8)
      let (found, count) = Self.uncounted(source)
      #expect(found == [], "\(file.path)")
      counted += count
    }
    #expect(counted >= 80)
    let example = "  /// A sum.\n  public var sum: Int { all.reduce(0, +) }\n"
    #expect(Self.uncounted(example).found.count == 1)
    #expect(Self.uncounted(example.replacing("A sum.", with: "- Complexity: O(all).")).counted == 1)
  }
}
