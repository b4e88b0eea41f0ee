import Foundation
import Testing

/// The public symbols of the library, read as text: each has its sentence.
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
}
