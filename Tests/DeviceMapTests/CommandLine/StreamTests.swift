import DeviceMap
import Foundation
import Testing

/// `-` in the place of a file: stdin where one is read, stdout where one is written.
@Suite("Streams") struct StreamTests {
  private func run(_ words: [String], input: String = "") -> (out: String, err: String, status: Int32) {
    var environment = ProgramEnvironment(devices: { DeviceInventory(devices: []) })
    environment.input = { limit in
      guard input.utf8.count <= limit else { throw UsageError.streamTwice("too long") }
      return ContiguousArray(input.utf8)
    }
    let output = Program.run(words, environment)
    return (output.result.string, output.messages.string, output.status)
  }

  private static let tiny = ProgramTests.checkpoint("tiny-gemma2")
  private static let limits = ["--max-memory", "0=60KiB,1=60KiB,cpu=1GiB"]

  @Test(
    "a config from stdin gives what the file gives",
    arguments: [
      ["plan", "-"], ["plan", "-", "--json"], ["tree", "-"], ["tree", "-", "--json"], ["fit", "-", "--context", "16"],
      ["explain", "-"], ["plan", "-", "--compare"],
    ])
  func configs(words: [String]) throws {
    let file = Self.tiny + "/config.json"
    let words = words + (words[0] == "tree" ? [] : Self.limits)
    let ofStream = run(words, input: try String(contentsOfFile: file, encoding: .utf8))
    let ofFile = run(words.map { $0 == "-" ? file : $0 })
    #expect(ofStream.status == 0 && ofStream == ofFile, "\(ofStream.err)")
  }

  @Test("what is no config is refused", arguments: ["", "[1]", "{", "\u{1}"])
  func notAConfig(text: String) { expectRefused(text) }

  @Test("what is longer than any config is refused") func tooLong() {
    expectRefused(String(repeating: " ", count: 1 << 24))
  }

  private func expectRefused(_ text: String) {
    let result = run(["plan", "-"] + Self.limits, input: text)
    #expect(result.status == 2 && result.out.isEmpty && result.err.hasPrefix("device-map: error: "), "\(result.err)")
  }

  @Test("a map and a plan from stdin are checked", arguments: [[], ["--json"]])
  func maps(json: [String]) {
    let map = run(["plan", Self.tiny] + json + Self.limits).out
    let result = run(["check", Self.tiny, "-"] + Self.limits, input: map)
    #expect(result.status == 0 && result.out.hasSuffix("the map is valid\n"), "\(result.err)")
    #expect(run(["check", Self.tiny, "-"], input: #"{"model": 7}"#).status == 1)
  }

  @Test("a catalog from stdin") func catalogs() throws {
    let folder = FixtureFiles.directory.appending(path: "catalog")
    let text = try String(contentsOf: folder.appending(path: "tiny.catalog"), encoding: .utf8)
    let config = folder.appending(path: "tiny.config.json").path
    #expect(run(["tree", config, "--catalog", "-"], input: text).status == 0)
    #expect(run(["architectures", "TinyForCausalLM", "--catalog", "-"], input: text).out.contains("class TinyMLP"))
    #expect(run(["tree", config, "--catalog", "-"], input: "class class").err.contains("stdin"))
  }

  @Test("a drawing on stdout stands there alone, and the map in the file of -o", arguments: ["svg", "html"])
  func drawings(kind: String) throws {
    let directory = try TemporaryDirectory()
    let words = ["plan", Self.tiny] + Self.limits
    let file = directory.path + "/drawing"
    #expect(run(words + ["--" + kind, file]).out == run(words).out)
    let alone = run(words + ["--" + kind, "-"])
    #expect(try alone.out == String(contentsOfFile: file, encoding: .utf8) && alone.status == 0)
    let both = run(words + ["--" + kind, "-", "-o", directory.path + "/map.json"])
    #expect(both.out == alone.out)
    #expect(try String(contentsOfFile: directory.path + "/map.json", encoding: .utf8) == run(words).out)
    #expect(run(words + ["-o", "-"]).out == run(words).out)
  }

  @Test(
    "one stream is one file",
    arguments: [
      (["check", "-", "-"], "'-' is stdin"), (["plan", "-", "--catalog", "-"], "'-' is stdin"),
      (["plan", tiny, "--svg", "-", "--html", "-"], "'-' is stdout"),
      (["plan", tiny, "--svg", "-", "-o", "-"], "'-' is stdout"),
      (["plan", tiny, "--svg", "-", "--compare"], "'--compare' and '--svg' cannot both be meant"),
      (["export", "-", "--to", "vllm"], "--as NAME"),
      (["plan", "-", "--revision", "main"], "option '--revision' is for"),
    ])
  func refused(words: [String], message: String) {
    let result = run(
      words + (words.contains("-") && words[0] == "check" ? [] : ["--max-memory", "0=1GiB"]), input: "{}")
    #expect(result.status == 2 && result.out.isEmpty && result.err.contains(message), "\(result.err)")
  }

  @Test("an engine's text names the model of --as") func exports() throws {
    let config = try String(contentsOfFile: Self.tiny + "/config.json", encoding: .utf8)
    let result = run(["export", "-", "--to", "transformers", "--as", "org/gemma"] + Self.limits, input: config)
    #expect(result.status == 0 && result.out.contains("\"org/gemma\""), "\(result.err)")
  }
}
