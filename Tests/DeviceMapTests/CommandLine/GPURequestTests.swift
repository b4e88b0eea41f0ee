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

  @Test(
    "the number stands before or behind, with or without spaces",
    arguments: [
      "4090x2", "4090 x2", "4090 x 2", "2x4090", "2 x 4090", "2*RTX4090", "RTX 4090 \u{D7} 2", "4090,RTX 4090",
    ])
  func counts(text: String) {
    let two = Self.run(["plan", Self.path, "--json", "--max-memory", "0=24564MiB,1=24564MiB"])
    let found = Self.run(["plan", Self.path, "--json", "--gpu", text])
    #expect(found.result.string == two.result.string, "\(found.messages.string)")
  }

  @Test(
    "names that look like sizes or numbers of GPUs",
    arguments: [
      ("910B", "0=64GiB"), ("Ascend 910B x2", "0=64GiB,1=64GiB"), ("2xRTX 3060 12GB", "0=12GiB,1=12GiB"),
      ("2x24g", "0=24GiB,1=24GiB"), ("24GB", "0=24GB"),
    ])
  func lookAlikes(text: String, limits: String) {
    let expected = Self.run(["plan", Self.path, "--json", "--max-memory", limits])
    let found = Self.run(["plan", Self.path, "--json", "--gpu", text])
    #expect(found.result.string == expected.result.string && found.messages.string.isEmpty, "\(found.messages.string)")
  }

  @Test(
    "the error is about what was typed",
    arguments: [
      ("3060x2", "\"3060\" comes with different memory"), ("2x3060", "\"3060\" comes with different memory"),
      ("24x2", "--gpu 24: did you mean 24GiB?"), ("RTX 9999", "no GPU is called \"RTX 9999\""),
      ("24", "did you mean 24GiB?"),
      ("12B", "no GPU is called \"12B\""), ("M3 Max", "comes with different memory: M3 Max 36GB, M3 Max 48GB"),
      ("m2 ultra", "M2 Ultra 64GB, M2 Ultra 128GB, M2 Ultra 192GB"), ("4090x1025", "between 1 and 1024"),
      ("4099", "no GPU is called \"4099\"; known are RTX 4090"),
      ("3060", "RTX 3060 12GB, RTX 3060 8GB; name one of them"), ("12x2", "did you mean 12GiB?"),
    ])
  func errors(text: String, message: String) {
    let found = Self.run(["plan", Self.path, "--gpu", text])
    #expect(found.status == 2 && found.messages.string.contains(message), "\(found.messages.string)")
  }

  @Test("fit says how to ask about one GPU, and nothing where that is not the question")
  func oneOfAKind() {
    let kind = Self.run(["fit", Self.path, "--gpu", "RTX 3060 12GB"])
    #expect(kind.status == 0 && kind.messages.string.contains("--gpu 'RTX 3060 12GBx1' asks whether one is enough"))
    for words in [["RTX 3060 12GBx1"], ["4090,L4"], ["4090", "--max-memory", "0=1GiB"]] {
      #expect(Self.run(["fit", Self.path, "--gpu"] + words).messages.string.isEmpty, "\(words)")
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
