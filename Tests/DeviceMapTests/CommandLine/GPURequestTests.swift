import DeviceMap
import Testing

/// `--gpu` says the same as `--max-memory` where a plan is made, and what it always said to `fit`.
@Suite("GPUs by name") struct GPURequestTests {
  static let path = ProgramTests.checkpoint("tiny-llama")

  static func run(_ words: [String]) -> ProgramOutput { Program.run(words, ProgramEnvironment()) }

  @Test(
    "the limits are those of the table or of the size",
    arguments: [
      (["--gpu", "60KiBx2"], "0=60KiB,1=60KiB"), (["--gpu", "60KiB", "--gpu", "80KiBx1"], "0=60KiB,1=80KiB"),
      (["--gpu", "60KiB*2", "--max-memory", "cpu=1GiB"], "0=60KiB,1=60KiB,cpu=1GiB"),
      (["--gpu", "4090x2"], "0=24564MiB,1=24564MiB"), (["--gpu", "H100x2,L4"], "0=81559MiB,1=81559MiB,2=23034MiB"),
    ])
  func limits(words: [String], limits: String) {
    for command in ["plan", "explain"] {
      let byName = Self.run([command, Self.path] + words)
      let bySize = Self.run([command, Self.path, "--max-memory", limits])
      #expect(byName.result.string == bySize.result.string)
      #expect(byName.status == 0)
    }
  }

  @Test("check knows the devices")
  func check() throws {
    let directory = try TemporaryDirectory()
    let map = try directory.write(#"{"": 1}"#, "map.json")
    #expect(Self.run(["check", Self.path, map, "--gpu", "1GiBx2"]).status == 0)
    #expect(Self.run(["check", Self.path, map, "--gpu", "1KiBx2"]).status == 1)
  }

  @Test(
    "what is no GPU is refused",
    arguments: [
      (["--gpu", "XYZ"], "no GPU is called"), (["--gpu", "4090x0"], "between 1 and 1024"),
      (["--gpu", "24GiB", "--max-memory", "0=24GiB"], "two limits"),
    ])
  func refusals(words: [String], text: String) {
    let output = Self.run(["plan", Self.path] + words)
    #expect(output.status == 2)
    #expect(output.messages.string.contains(text), "\(output.messages.string)")
    #expect(output.result.string.isEmpty)
  }
}
