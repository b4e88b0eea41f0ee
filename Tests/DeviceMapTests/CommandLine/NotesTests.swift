import Foundation
import Testing

@testable import DeviceMap

/// Remarks of checkpoint, tree and plan are one list, in this order, in every result.
@Suite struct NotesTests {
  /// A checkpoint of an architecture that is not known, with a file that belongs to nothing.
  private static func checkpoint() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    let weights = ProgramTests.checkpoint("tiny-gemma2") + "/model.safetensors"
    try directory.write(Data(contentsOf: URL(filePath: weights)), "model.safetensors")
    try directory.write("{}", "left.safetensors")
    try directory.write(#"{"architectures": ["QuillForCausalLM"], "model_type": "quill"}"#, "config.json")
    try directory.write(#"{"": 0}"#, "map.json")
    return directory
  }

  private static let busy = DeviceInventory(
    devices: [InstalledDevice(.gpu(0), name: "A", totalBytes: 8 << 30, freeBytes: 4 << 30, budgetBytes: 4 << 30)],
    notes: [Note(.warning, code: "gpu-busy", "GPU 0 is in use")])

  @Test(
    "all of them, with their own codes, in JSON as on stderr",
    arguments: [
      (["tree", "."], []),
      (["plan", ".", "--max-memory", "0=1GiB,disk=1GiB"], ["disk-limit-ignored"]),
      (["plan", "."], ["gpu-busy"]),
      (["plan", ".", "--policy", "optimal"], ["gpu-busy"]),
      (["fit", ".", "--max-memory", "0=1GiB"], ["weights-only"]),
      (["fit", "."], ["gpu-busy", "weights-only"]),
      (["check", ".", "map.json"], []),
    ])
  func commands(words: [String], more: [String]) throws {
    let directory = try Self.checkpoint()
    let words = words.map { $0 == "." ? directory.path : $0 == "map.json" ? directory.path + "/map.json" : $0 }
    let output = Program.run(words + ["--json"], ProgramEnvironment(devices: { Self.busy }))
    #expect(output.status == 0, "\(output.messages.string)")
    let notes = try #require(try JSONDocument(parsing: output.result.string).root["notes"]).elements
    let codes = notes.map { $0["code"]?.string }
    #expect(codes == ["extra-files", "tied-head", "unknown-architecture"] + more)
    let lines = notes.map { "device-map: \($0["severity"]?.string ?? ""): \($0["text"]?.string ?? "")\n" }
    #expect(output.messages.string == lines.joined())
  }

  @Test(
    "a better plan is a note of the plan where more than a hundredth is offloaded",
    arguments: [("0=60KiB,1=40KiB,cpu=1GB", ["offload-with-room", "better-plan"]), ("0=100KiB,1=100KiB,cpu=1GB", [])])
  func betterPlan(_ limits: String, _ codes: [String]) throws {
    let words = ["plan", ProgramTests.checkpoint("tiny-llama"), "--json", "--max-memory", limits]
    let output = Program.run(words, ProgramEnvironment())
    let notes = try #require(try JSONDocument(parsing: output.result.string).root["notes"]).elements
    #expect(notes.compactMap { $0["code"]?.string } == codes, "\(output.messages.string)")
  }

  @Test("remarks on a checkpoint have codes of their own") func checkpointCodes() {
    let notes: [CheckpointNote] = [
      .indexIgnored(index: "a", file: "b"), .extraFiles([]), .tensorsNotInIndex(count: 1, first: "a", shard: "b"),
      .tensorsElsewhere(count: 1, first: "a", indexed: "b", actual: "c"),
      .tensorsInTwoFiles(count: 1, first: "a", passedOver: "b", counted: "c"), .totalSizeDiffers(index: 1, actual: 2),
      .dataMissing([]), .noConfig, .otherWeights([]), .oneOfSeveral(file: "a"),
      .wrongType(ModelConfig.WrongType(key: "a", expected: "b", offset: 0)),
    ]
    #expect(
      notes.map(\.note.code) == [
        "index-ignored", "extra-files", "tensors-not-in-index", "tensors-elsewhere",
        "tensors-in-two-files", "total-size-differs", "data-missing", "no-config", "other-weights", "one-of-several",
        "wrong-type",
      ])
  }
}
