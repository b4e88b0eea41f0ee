import DeviceMap
import Foundation
import Testing

/// One question, one answer: the same bytes on any number of cores, in any language, whatever order a hash table has, and
/// however many ask at once.
@Suite("Same answer") struct SameAnswerTests {
  private static let checkpoints = FixtureFiles.directory.appending(path: "checkpoints")

  private static let questions: [[String]] = ["tiny-llama", "tiny-mixtral", "tiny-gemma2", "tiny-llava"].flatMap {
    name in
    let path = checkpoints.appending(path: name).path
    return [
      ["plan", path, "--max-memory", "0=200KiB,1=100KiB,cpu=1GiB", "--json"],
      ["plan", path, "--max-memory", "0=200KiB,1=100KiB,cpu=1GiB", "--compare"],
      ["tree", path, "--json"], ["fit", path, "--max-memory", "0=1MiB", "--context", "16", "--json"],
      ["explain", path, "--max-memory", "0=200KiB,1=100KiB,cpu=1GiB"],
    ]
  }

  private static func answer(_ words: [String]) -> [UInt8] {
    let output = Program.run(words, ProgramEnvironment())
    return output.result.bytes + output.messages.bytes
  }

  @Test("From 64 tasks at once") func tasks() async {
    let expected = Self.questions.map(Self.answer)
    let wrong = await withTaskGroup(of: [Int].self) { group in
      for task in 0..<64 {
        group.addTask {
          [task % Self.questions.count].filter { Self.answer(Self.questions[$0]) != expected[$0] }
        }
      }
      return await group.reduce(into: [Int]()) { $0 += $1 }
    }
    #expect(wrong == [] && expected.allSatisfy { !$0.isEmpty })
  }

  @Test("On any number of threads") func threads() throws {
    let directory = try TemporaryDirectory()
    try SparseCheckpoint.write(
      directory: directory.url, configJSON: "{}",
      tensors: (0..<300).map { (name: "h.\($0 / 3).w\($0 % 3)", dtype: DType.f32, shape: [4]) }, shardBytes: 64)
    var answers: Set<String> = []
    for threads in [1, 2, 3, 16] {
      let checkpoint = try Checkpoint(at: directory.path, options: Checkpoint.Options(threads: threads))
      let tree = try ModuleTree(checkpoint)
      let plan = try tree.plan(.auto, maxMemory: [.gpu(0): "1KiB", .cpu: "1MiB"])
      answers.insert(plan.deviceMapJSON() + tree.notes.map(\.text).joined())
    }
    #expect(answers.count == 1)
  }

  #if os(Linux)
    @Test("In any language, whatever order a hash table has", arguments: [0, 3, 6]) func processes(_ question: Int)
      throws
    {
      let tests = try #require(try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      let program = Files.join(Files.directory(of: tests), "device-map")
      try #require(FileManager.default.fileExists(atPath: program), "the command is built beside the tests")
      var answers: Set<ChildProcess.Outcome> = []
      for setting in ["A=1", "A=2", "LC_ALL=tr_TR.UTF-8", "LC_ALL=C", "SWIFT_DETERMINISTIC_HASHING=1", "TZ=Asia/Tokyo"]
      {
        answers.insert(ChildProcess.run("env", [setting, program] + Self.questions[question], seconds: 60))
      }
      #expect(answers.count == 1)
      guard case .ended(0...1, let output, _)? = answers.first else {
        Issue.record("\(answers)")
        return
      }
      #expect(!output.isEmpty)
    }
  #endif
}
