import DeviceMap
import Foundation
import Testing

/// `tree --json` of several checkpoints.
@Suite("Trees of several checkpoints") struct SeveralTreesTests {
  private func folder(_ configs: [String: String]) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    for (name, text) in configs { try directory.write(text, name) }
    return directory
  }

  private func run(_ words: [String]) -> ProgramOutput { Program.run(["tree"] + words, ProgramEnvironment()) }

  @Test("Each is printed as it is alone, and one that cannot be read ends no other") func lines() throws {
    let llama = #"{"model_type": "llama", "architectures": ["LlamaForCausalLM"], "num_hidden_layers": 1}"#
    let bert = #"{"model_type": "bert", "architectures": ["BertModel"], "num_hidden_layers": 2}"#
    let directory = try folder(["a.json": llama, "b.json": "{", "c.json": bert])
    let paths = ["a.json", "b.json", "c.json"].map { directory.path + "/" + $0 }
    let all = run(["--json"] + paths)
    let lines = all.result.string.split(separator: "\n").map { String($0) + "\n" }
    #expect(all.status == 2 && lines.count == 3)
    for place in [0, 2] { #expect(lines[place] == run(["--json", paths[place]]).result.string) }
    let refused = run(["--json", paths[1]]).messages.string
    let error = try #require(JSONDocument(parsing: lines[1]).root["error"]?.string)
    #expect(!error.isEmpty && refused.contains(error))
  }

  @Test("Without --json one is all that is taken") func text() throws {
    let directory = try folder(["a.json": #"{"model_type": "bert"}"#])
    let output = run([directory.path + "/a.json", directory.path + "/a.json"])
    #expect(output.status == 2 && output.result.count == 0)
  }

  @Test("A wrong depth is refused, of one checkpoint and of several", arguments: [1, 2]) func depth(_ count: Int) throws
  {
    let directory = try folder(["a.json": #"{"model_type": "bert"}"#])
    let paths = [String](repeating: directory.path + "/a.json", count: count)
    let output = run(["--json", "--depth", "-1"] + paths)
    #expect(output.status == 2 && output.result.count == 0 && output.messages.string.contains("--depth"))
  }

  @Test("No file of any of them is overwritten", arguments: 0..<3) func outputs(_ place: Int) throws {
    let config = #"{"model_type": "bert", "architectures": ["BertModel"], "num_hidden_layers": 1}"#
    let folders = try (0..<3).map { _ in try folder(["config.json": config]) }
    let output = run(["--json", "-o", folders[place].path + "/config.json"] + folders.map(\.path))
    #expect(output.status == 2)
    #expect(try String(contentsOf: URL(filePath: folders[place].path + "/config.json"), encoding: .utf8) == config)
  }
}
