import DeviceMap
import Foundation
import Testing

/// Maps with one defect each, against the small tied checkpoint with three blocks, and maps without any.
@Suite("device-map check")
struct CheckCommandTests {
  /// Runs the command on a map written as text.
  private func check(_ map: String, _ options: [String] = []) throws -> (
    codes: [String], status: Int32, json: JSONValue
  ) {
    let directory = try TemporaryDirectory()
    let file = try directory.write(map, "map.json")
    let words = ["check", ProgramTests.checkpoint("tiny-gemma2"), file, "--json"] + options
    let output = Program.run(words, ProgramEnvironment())
    let json = try JSONDocument(parsing: output.result.string).root
    return (json["findings"]?.elements.compactMap { $0["code"]?.string } ?? [], output.status, json)
  }

  private static let rest = #""model.norm": 0, "model.rotary_emb": 0, "lm_head": 0"#
  private static let blocks = #""model.layers.0": 0, "model.layers.1": 0, "model.layers.2": 1"#
  private static let embedding = #""model.embed_tokens": 0"#

  @Test(
    "good maps are valid",
    arguments: [
      #"{"": 0}"#, #"{"": "cuda:1"}"#, #"{"": "cpu"}"#, #"{"model": 0, "lm_head": 0}"#,
      "{\(embedding), \(blocks), \(rest)}", #"{"": 0, "model.layers.1": 1, "model.layers.2": "disk"}"#,
    ])
  func good(map: String) throws {
    let result = try check(map)
    #expect(result.codes == [])
    #expect(result.status == 0)
    #expect(result.json["valid"]?.bool == true)
  }

  @Test(
    "one defect each",
    arguments: [
      ("{\(blocks), \(embedding), \"model.rotary_emb\": 0, \"lm_head\": 0}", [], ["uncovered"]),
      (#"{"lm_head": 0, "model.embed_tokens": 0}"#, [], ["uncovered", "uncovered", "uncovered"]),
      (#"{"": 0, "model.layers.1.mlp": 1}"#, [], ["block-cut"]),
      (#"{"": 0, "model.layers.1.mlp.gate_proj.weight": "cpu"}"#, [], ["block-cut"]),
      (#"{"": 0, "lm_head": 1}"#, [], ["ties-apart"]), (#"{"": 0, "lm_head": "disk"}"#, [], ["ties-apart"]),
      (#"{"": "0"}"#, [], ["unknown-device"]), (#"{"": "gpu0"}"#, [], ["unknown-device"]),
      (#"{"": -1}"#, [], ["unknown-device"]),
      (#"{"": 2}"#, ["--max-memory", "0=1GiB,1=1GiB"], ["unknown-device"]),
      (#"{"": 0}"#, ["--max-memory", "0=20KiB,cpu=1GiB"], ["over-budget"]),
    ] as [(String, [String], [String])])
  func broken(map: String, options: [String], codes: [String]) throws {
    let result = try check(map, options)
    #expect(result.codes == codes)
    #expect(result.status == 1)
    #expect(result.json["valid"]?.bool == false)
  }

  @Test(
    "what loads and runs all the same is a warning",
    arguments: [
      ("{\(blocks), \(embedding), \"model.norm\": 0, \"lm_head\": 0}", ["uncovered"]),
      (#"{"": 0, "model.layers.1.mlp": "cpu"}"#, ["block-cut"]), (#"{"": 0, "lm_head": "cpu"}"#, ["ties-apart"]),
      (#"{"": 0, "model.embed_tokens": "cpu"}"#, ["ties-apart"]), (#"{"": 0, "": 0}"#, ["repeated-key"]),
      (#"{"": 0, "model.layers.9": 1}"#, ["dead-key"]), (#"{"": 0, "model.layer.0": 1}"#, ["dead-key"]),
      (#"{"": 0, "model.embed_tokens": "cpu", "lm_head": "cpu"}"#, ["first-offloaded"]),
    ] as [(String, [String])])
  func warnings(map: String, codes: [String]) throws {
    let result = try check(map)
    #expect(result.codes == codes)
    #expect(result.status == 0)
    #expect(result.json["valid"]?.bool == true)
    #expect(result.json["findings"]?[0]?["severity"]?.string == "warning")
  }

  @Test("a whole plan is read as its map", arguments: ["auto", "sequential", "optimal"])
  func plans(policy: String) throws {
    let limits = ["--max-memory", "0=60KiB,1=60KiB,cpu=1GiB"]
    let plan = Program.run(
      ["plan", ProgramTests.checkpoint("tiny-gemma2"), "--json", "--policy", policy] + limits, ProgramEnvironment())
    let result = try check(plan.result.string, limits)
    #expect(result.status == 0, "\(result.codes)")
    let planned = try #require(JSONDocument(parsing: plan.result.string).root["devices"]?.elements)
    for device in try #require(result.json["devices"]?.elements) {
      let same = planned.first { $0["device"]?.source == device["device"]?.source }
      for key in ["limit_bytes", "budget_bytes", "weights_bytes", "used_bytes", "free_bytes"] {
        #expect(same?[key]?.source == device[key]?.source, "\(policy) \(key)")
      }
    }
  }

  @Test(
    "what is no map at all is bad input", arguments: ["", "[]", "{", #"{"a": []}"#, #"{"a": 1.5}"#, "{\"a\": null}"])
  func notAMap(text: String) throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(text, "map.json")
    let output = Program.run(["check", ProgramTests.checkpoint("tiny-gemma2"), file], ProgramEnvironment())
    #expect(output.status == 2)
    #expect(output.messages.string.contains("map.json"))
  }

  @Test("a budget is exceeded by one byte, and not when it is met")
  func budgetBoundary() throws {
    let used = try #require(check(#"{"": 0}"#).json["devices"]?[0]?["used_bytes"]?.int)
    for (budget, isValid) in [(used - 1, false), (used, true), (used + 1, true)] {
      let result = try check(#"{"": 0}"#, ["--max-memory", "0=\(budget)"])
      #expect((result.status == 0) == isValid, "\(budget)")
    }
  }

  @Test("the disk needs no limit, a device that is not named has none")
  func disk() throws {
    let map = #"{"": 0, "model.layers.2": "disk"}"#
    #expect(try check(map, ["--max-memory", "0=1GiB"]).codes == [])
    #expect(try check(map.replacing("disk", with: "cpu"), ["--max-memory", "0=1GiB"]).codes == ["unknown-device"])
  }

  @Test("keys of another family: the renames are proposed")
  func renames() throws {
    let map =
      #"{"transformer.wte": 0, "transformer.h.0": 0, "transformer.h.1": 0, "transformer.h.2": 1, "#
      + #""transformer.ln_f": 1, "lm_head": 0}"#
    let renames = try check(map).json["renames"]?.elements.map {
      "\($0["from"]?.string ?? "") -> \($0["to"]?.string ?? "")"
    }
    #expect(
      renames == [
        "transformer.wte -> model.embed_tokens", "transformer.h.N -> model.layers.N", "transformer.ln_f -> model.norm",
      ])
  }
}
