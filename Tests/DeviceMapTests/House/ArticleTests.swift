import Foundation
import Testing

/// The article about the house against the house.
@Suite("The article Architecture") struct ArticleTests {
  private static let article = Result {
    try String(contentsOf: HouseTests.sources.appending(path: "DeviceMap.docc/Architecture.md"), encoding: .utf8)
  }

  /// The first cell of each row of the table, without its backticks.
  private static func rows(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      String(line.split(separator: "|")[0].filter { $0 != "`" && $0 != " " })
    }
  }

  @Test("its table has the folders that there are, in their order") func folders() throws {
    let house = try HouseTests.house.get()
    let inUse = Set(house.files.compactMap { house.folder(ofFile: $0.path) })
    #expect(try Self.rows(Self.article.get()) == HouseTests.folders.filter(inUse.contains))
  }

  @Test("the files that it names are there") func files() throws {
    let article = try Self.article.get()
    let names = article.split(separator: "`").map(String.init).filter { $0.hasSuffix(".swift") }
    #expect(names.count > 12)
    let paths = Set(try HouseTests.house.get().files.map(\.path))
    #expect(names.filter { !paths.contains($0) } == [])
  }

  @Test("the files that CONTRIBUTING.md names are there") func contributing() throws {
    let root = FixtureFiles.directory.deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    let endings = [".swift", ".py", ".sh", ".md", ".txt"]
    let names = text.split { "`()".contains($0) }.map(String.init).filter { name in
      name.contains("/") && !name.contains(" ") && !name.contains("*") && endings.contains { name.hasSuffix($0) }
    }
    #expect(names.count >= 12)
    for name in names {
      let places = [root.appending(path: name), HouseTests.sources.appending(path: name)]
      #expect(places.contains { FileManager.default.fileExists(atPath: $0.path) }, "\(name)")
    }
  }

  @Test("the walk enters every folder between the files and the command") func walk() throws {
    let article = try Self.article.get()
    let entered = Set(
      article.split(separator: "`").filter { $0.hasSuffix(".swift") }.compactMap { $0.split(separator: "/").first })
    for folder in ["Checkpoint", "Names", "Catalog", "Assembly", "Tree", "Placement", "Report", "CommandLine"] {
      #expect(entered.contains(Substring(folder)), "\(folder)")
    }
  }

  @Test("the six words, and a picture each of row, template and states") func words() throws {
    let article = try Self.article.get()
    let words = article.split(separator: "\n").filter { $0.hasPrefix("- **") }.map { $0.split(separator: "*")[1] }
    #expect(words == ["limit", "reserve", "budget", "cap", "used", "free"])
    for title in ["A template", "The row", "The states of the solver"] {
      let section = try #require(article.components(separatedBy: "### \(title)\n").dropFirst().first)
      let text = section.components(separatedBy: "\n### ")[0]
      #expect(text.split(separator: "\n").count { $0.hasPrefix("    ") } >= 3, "\(title)")
    }
  }
}
