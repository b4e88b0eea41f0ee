import DeviceMap
import Foundation
import Testing

/// The commands that the articles and README.md show, with a small model in the place of those on hubs.
@Suite("Commands in articles") struct ArticleCommandTests {
  private static let root = FixtureFiles.directory.deletingLastPathComponent()

  /// Lines after `$`, and commands between backticks that name every word.
  private static let commands = Result {
    let articles = try FileManager.default.contentsOfDirectory(
      at: HouseTests.sources.appending(path: "DeviceMap.docc"), includingPropertiesForKeys: nil)
    let files = articles.filter { $0.pathExtension == "md" } + [root.appending(path: "README.md")]
    var commands: [String] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      let text = try String(contentsOf: file, encoding: .utf8)
      commands += text.split(separator: "\n").filter { $0.hasPrefix("$ device-map ") }.map { String($0.dropFirst(2)) }
      commands += text.split(separator: "`").filter { $0.hasPrefix("device-map ") && !$0.contains("\n") }.map(
        String.init)
    }
    return commands.filter { command in !["ENGINE", "SHELL", "...", "benchmark"].contains { command.contains($0) } }
  }

  /// The words of a command, those in quotes as one.
  private static func words(_ command: String) -> [String] {
    command.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }

  @Test("each is understood, and has an answer") func understood() throws {
    let directory = try TemporaryDirectory()
    let map = try directory.write(#"{"": 0}"#, "map.json")
    let commands = try Self.commands.get()
    #expect(commands.count >= 20)
    for command in commands {
      let words = Self.words(command).dropFirst().map { word in
        if word == "MODEL" || word == "CONFIG" || word.contains("Qwen/") {
          return ProgramTests.checkpoint("tiny-llama")
        }
        if word.hasPrefix("Fixtures/") { return Self.root.appending(path: word).path }
        return word == "device_map.json" ? map : word
      }
      let output = Program.run(words, ProgramEnvironment(devices: { DeviceInventory(devices: []) }))
      #expect(output.status != 2, "\(command): \(output.messages.string)")
    }
  }
}
