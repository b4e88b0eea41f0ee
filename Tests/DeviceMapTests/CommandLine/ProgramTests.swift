import DeviceMap
import Foundation
import Testing

/// The command from words to bytes and status, on the checkpoints in `Fixtures/checkpoints`.
@Suite("Program")
struct ProgramTests {
  static let checkpoints = FixtureFiles.directory.appending(path: "checkpoints")

  static func run(_ words: String...) -> (out: String, err: String, status: Int32) {
    let output = Program.run(words, ProgramEnvironment())
    return (output.result.string, output.messages.string, output.status)
  }

  static func checkpoint(_ name: String) -> String { checkpoints.appending(path: name).path }

  // MARK: - Results

  @Test("a map goes to stdout and nothing else does")
  func plan() {
    let result = Self.run("plan", Self.checkpoint("tiny-llama"), "--max-memory", "0=100KiB,1=100KiB,cpu=1GiB")
    #expect(
      result.out
        == #"{"model.embed_tokens": 0, "model.layers.0": 0, "model.layers.1": 0, "model.layers.2": 1, "model.layers.3": 1, "#
        + #""model.norm": 1, "model.rotary_emb": 1, "lm_head": 1}"# + "\n")
    #expect(result.status == 0)
  }

  @Test(
    "recorded maps of real small checkpoints, from their directory and from config.json",
    arguments: ["tiny-llama", "tiny-mixtral", "tiny-gemma2", "tiny-llava"], ["", "/config.json"])
  func recordedPlans(name: String, file: String) throws {
    let data = try Data(contentsOf: Self.checkpoints.appending(path: "\(name)/plans.json"))
    let recording = try JSONDocument(parsing: [UInt8](data)).root
    let maps = try #require(recording["maps"]).elements.map { map in
      map.members.flatMap { member in
        ModelRecording.expanded(member.key).map { "\"\($0)\": \(member.value.source)" }
      }
    }
    var compared = 0
    for engine in try #require(recording["cases"]).members {
      for policy in engine.value.members {
        for budget in policy.value.members {
          compared += 1
          guard let index = budget.value.int, TestExtent.takes(compared) else { continue }
          let limits = try #require(recording["budgets"]?[budget.key])
          let result = Self.run(
            "plan", Self.checkpoint(name) + file, "--engine", engine.key, "--policy", policy.key, "--max-memory",
            limits.source)
          let expected = "{" + maps[index].joined(separator: ", ") + "}\n"
          #expect(result.out == expected, "\(name) \(engine.key) \(policy.key) \(budget.key)")
        }
      }
    }
    #expect(compared == 2 * 3 * 13)
  }

  @Test(
    "the tree as JSON is that of the reference", arguments: ["tiny-llama", "tiny-mixtral", "tiny-gemma2", "tiny-llava"])
  func tree(name: String) throws {
    let result = Self.run("tree", Self.checkpoint(name), "--json")
    let root = try JSONDocument(parsing: result.out).root
    let recording = try JSONDocument(
      parsing: [UInt8](try Data(contentsOf: Self.checkpoints.appending(path: "\(name)/plans.json")))
    ).root
    #expect(root["total_bytes"]?.int == recording["total"]?.int)
    var expected: [String] = []
    func add(_ node: JSONValue, _ prefix: String) {
      for name in ModelRecording.expanded(node[0]?.string ?? "") {
        expected.append("\(prefix)\(name) \(node[1]?.string ?? "") \(node[2]?.int ?? -1)")
        for child in node[3]?.elements ?? JSONDocument.emptyArray.elements { add(child, "\(prefix)\(name).") }
      }
    }
    for node in try #require(recording["tree"]).elements { add(node, "") }
    let found = try #require(root["modules"]).elements.map {
      "\($0["name"]?.string ?? "") \($0["class"]?.string ?? "") \($0["bytes"]?.int ?? -1)"
    }
    #expect(firstDifference(found, expected) == nil)
  }

  @Test("the same words give the same bytes", arguments: ["plan", "tree", "explain"])
  func deterministic(command: String) {
    var words = [command, Self.checkpoint("tiny-mixtral")]
    if command != "tree" { words += ["--max-memory", "0=60KiB,1=50KiB,cpu=1GiB"] }
    let first = Program.run(words, ProgramEnvironment())
    for _ in 0..<5 {
      let again = Program.run(words, ProgramEnvironment())
      #expect(again.result.bytes == first.result.bytes)
      #expect(again.messages.bytes == first.messages.bytes)
    }
  }

  @Test("the whole plan as JSON can be read, and holds the map")
  func planJSON() throws {
    for policy in ["auto", "balanced_low_0", "sequential", "optimal"] {
      let words = [
        "plan", Self.checkpoint("tiny-gemma2"), "--policy", policy, "--max-memory", "0=40KiB,1=60KiB,cpu=1GiB",
      ]
      let map = try JSONDocument(parsing: Program.run(words, ProgramEnvironment()).result.string).root
      let plan = try JSONDocument(parsing: Program.run(words + ["--json"], ProgramEnvironment()).result.string).root
      let pairs = plan["device_map"]?.members.map { "\($0.key)=\($0.value.source)" }
      #expect(pairs == map.members.map { "\($0.key)=\($0.value.source)" })
      #expect(plan["schema_version"]?.int == 2)
      #expect(plan["policy"]?.string == policy)
    }
  }

  @Test("a result goes to the file of -o")
  func outputFile() throws {
    let directory = try TemporaryDirectory()
    let file = directory.path + "/map.json"
    let result = Self.run("plan", Self.checkpoint("tiny-llama"), "--max-memory", "0=1GiB", "-o", file)
    #expect(result.out == "" && result.status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "{\"\": 0}\n")
  }

  // MARK: - Refusals

  @Test(
    "bad input is one message and status 2",
    arguments: [
      ([], "no command given; see 'device-map --help'"),
      (["plam"], "unknown command 'plam', did you mean 'plan'?; see 'device-map --help'"),
      (["plan"], "'plan' needs CHECKPOINT; see 'device-map help plan'"),
      (
        ["plan", "X", "--polcy", "auto"],
        "unknown option '--polcy' of 'plan', did you mean '--policy'?; see 'device-map help plan'"
      ),
      (["plan", "X", "--max-memory", "0=1XB"], nil), (["plan", "X", "--max-memory", "0=-1GiB"], nil),
      (["plan", "X", "--max-memory", "tpu=1GiB"], nil), (["plan", "X", "--max-memory", "0"], nil),
      (["plan", "X", "--max-memory", "{\"0\": []}"], nil), (["plan", "X", "--max-memory", "{"], nil),
      (
        ["plan", "X", "--max-memory", "0=1GiB", "--policy", "best"],
        "'best' is not a value of --policy: expected one of auto, balanced, balanced_low_0, sequential, optimal"
      ),
      (["plan", "X", "--max-memory", "0=1GiB", "--engine", "vllm"], nil),
      (["plan", "X", "--max-memory", "0=1GiB", "--dtype", "float3"], nil),
      (["plan", "X", "--max-memory", "0=1GiB", "--pin", "a=0"], nil),
      (["plan", "X", "--max-memory", "0=1GiB", "--policy", "optimal", "--pin", "nothing.like.it=0"], nil),
      (["tree", "X", "--depth", "-1"], nil), (["plan", "/nonexistent/checkpoint", "--max-memory", "0=1GiB"], nil),
      (["check", "X", "/nonexistent/map.json"], nil), (["explain", "X", "model.layer", "--max-memory", "0=1GiB"], nil),
      (["architectures", "lama"], "the catalog has no class or model type 'lama', did you mean 'llama'?"),
      (["help", "plam"], nil), (["benchmark", "speed"], nil),
    ] as [([String], String?)])
  func refuses(words: [String], message: String?) {
    let filled = words.map { $0 == "X" ? Self.checkpoint("tiny-llama") : $0 }
    let output = Program.run(filled, ProgramEnvironment())
    #expect(output.status == 2, "\(words)")
    #expect(output.result.count == 0, "\(words)")
    let text = output.messages.string
    #expect(text.hasPrefix("device-map: error: ") && text.split(separator: "\n").count == 1, "\(text)")
    if let message { #expect(text == "device-map: error: \(message)\n") }
  }

  @Test("an empty directory is refused")
  func emptyDirectory() throws {
    let directory = try TemporaryDirectory()
    let result = Self.run("plan", directory.path, "--max-memory", "0=1GiB")
    #expect(result.status == 2)
    #expect(result.err.contains(directory.path))
  }

  @Test("help and version are results", arguments: CommandSpec.all.map(\.name))
  func help(command: String) {
    #expect(Self.run("help", command).out == Self.run(command, "--help").out)
    #expect(Self.run("help", command).out.hasPrefix("usage: device-map \(command)"))
    #expect(Self.run("--version").out == Program.versionLine)
  }
}
