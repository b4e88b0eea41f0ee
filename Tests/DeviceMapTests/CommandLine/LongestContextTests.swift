import DeviceMap
import Foundation
import Testing

/// The longest context that `fit` prints against what `Fixtures/oracle/peaks/longest.py` measured there and one token beyond.
@Suite("Longest context") struct LongestContextTests {
  struct Recording: Decodable, Sendable, CustomTestStringConvertible {
    var model: String
    var config: String
    /// Bytes of the GPU.
    var limit: Int
    /// Tokens that the command printed.
    var context: Int
    /// Bytes that the reference takes with that many tokens, and with one more.
    var need: Int
    var beyond: Int

    var testDescription: String { model }
  }

  private static func recordings() throws -> [Recording] {
    try FixtureFiles.lines("memory/longest.jsonl", count: 15).map {
      try JSONDecoder().decode(Recording.self, from: Data($0))
    }
  }

  @Test("what the reference takes fits the GPU there, and no longer one token beyond", arguments: try recordings())
  func longest(_ recording: Recording) throws {
    let directory = try TemporaryDirectory()
    let config = try directory.write(recording.config, "config.json")
    let words = ["fit", config, "--json", "--max-memory", "0=\(recording.limit)", "--reserve", "0"]
    let answer = try JSONDocument(parsing: Self.run(words).result.string).root
    #expect(answer["longest_context"]?.int == recording.context)
    #expect(recording.need <= recording.limit)
    #expect(recording.beyond > recording.limit)
    #expect(Self.run(words + ["--context", "\(recording.context)"]).status == 0)
    #expect(Self.run(words + ["--context", "\(recording.context + 1)"]).status == 1)
  }

  private static func run(_ words: [String]) -> ProgramOutput {
    Program.run(words, ProgramEnvironment(devices: { DeviceInventory(.init()) }))
  }
}
