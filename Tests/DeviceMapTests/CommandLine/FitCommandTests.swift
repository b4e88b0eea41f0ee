import DeviceMap
import Foundation
import Testing

/// `fit`, `devices`, and `--context` of `plan`, as words in and bytes out.
@Suite struct FitCommandTests {
  private func run(_ words: [String], devices: DeviceInventory = DeviceInventory(.init())) -> ProgramOutput {
    Program.run(words, ProgramEnvironment(devices: { devices }))
  }

  /// Runs `body` with a file that holds the config of Llama-3-8B.
  private func withConfig(_ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "fit-\(UUID().uuidString).json")
    try Data(KnownMemoryTests.llama8B.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file.path)
  }

  private struct Answer: Decodable {
    struct Device: Decodable {
      var device: Int
      var budgetBytes: Int
      var usedBytes: Int
      var freeBytes: Int
    }

    var weightsBytes: Int
    var kvCacheBytes: Int?
    var transientBytes: Int?
    var fits: Bool?
    var longestContext: Int?
    var devices: [Device]
  }

  private func answer(_ output: ProgramOutput) throws -> Answer {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Answer.self, from: Data(output.result.bytes))
  }

  @Test func theJSONHasTheFigures() throws {
    try withConfig { path in
      let output = run(["fit", path, "--json", "--max-memory", "0=18GiB", "--context", "4096", "--batch", "2"])
      let answer = try answer(output)
      #expect(output.status == 0 && answer.fits == true)
      #expect(answer.weightsBytes == 16_060_523_008)
      #expect(answer.kvCacheBytes == 2 * 4096 * 131_072)
      #expect(answer.transientBytes == 2 * 4096 * 118_784 + 4096 * 520)
      #expect(answer.devices.map(\.device) == [0])
      #expect(answer.devices[0].usedBytes + answer.devices[0].freeBytes == answer.devices[0].budgetBytes)
      let longest = try #require(answer.longestContext)
      for (context, status) in [(longest, 0), (longest + 1, 1)] {
        let again = run(["fit", path, "--max-memory", "0=18GiB", "--context", "\(context)", "--batch", "2"])
        #expect(again.status == status)
      }
    }
  }

  @Test func aModelThatDoesNotFitEndsWithOne() throws {
    try withConfig { path in
      #expect(run(["fit", path, "--max-memory", "0=15GiB,cpu=100GiB"]).status == 0)
      #expect(run(["fit", path, "--max-memory", "0=14GiB"]).status == 1)
      #expect(run(["fit", path, "--max-memory", "0=14GiB,cpu=100GiB"]).status == 0)
      #expect(run(["fit", path, "--max-memory", "0=14GiB,cpu=100MiB"]).status == 1)
      #expect(run(["fit", path, "--gpu", "100MiB"]).status == 1)
      #expect(run(["fit", path, "--max-memory", "0=15GiB", "--reserve", "1GiB"]).status == 1)
      #expect(run(["fit", path, "--max-memory", "0=15GiB", "--reserve", "20GiB"]).status == 1)
      #expect(run(["fit", path, "--gpu", "48GiBx1", "--train", "adamw", "--context", "2048"]).status == 1)
      #expect(run(["fit", path, "--gpu", "141GiBx1", "--train", "adamw", "--context", "2048"]).status == 0)
      #expect(run(["fit", path, "--gpu", "RTX 4090"]).status == 0)
      #expect(run(["fit", path, "--gpu", "8GiBx1"]).status == 1)
      #expect(run(["fit", path, "--gpu", "RTX 3060 12GBx2", "--context", "8192"]).status == 0)
    }
  }

  @Test func withoutContextPlansAreAsBefore() throws {
    try withConfig { path in
      let words = ["plan", path, "--max-memory", "0=12GiB,1=12GiB"]
      let plain = run(words)
      #expect(plain.status == 0)
      #expect(run(words + ["--reserve", "0"]).result.bytes == plain.result.bytes)
      #expect(run(words + ["--context", "8192", "--reserve", "0"]).status == 0)
    }
  }

  @Test(
    "what is wrong is said",
    arguments: [
      (["--context", "0"], "--context"), (["--batch", "2"], "--context"), (["--gpu", "A100"], "different memory"),
      (["--gpu", "XYZ"], "no GPU is called"), (["--price", "L4"], "NAME=PRICE"),
      (["--kv-dtype", "int3"], "--kv-dtype"),
      (["--checkpointing"], "--train"), (["--train", "adamw"], "--context"), (["--reserve", "-1GiB"], "negative"),
    ])
  func problems(_ words: [String], _ part: String) throws {
    try withConfig { path in
      let output = run(["fit", path, "--max-memory", "0=24GiB"] + words)
      #expect(output.status == 2 && output.result.bytes.isEmpty)
      #expect(output.messages.string.contains(part), "\(output.messages.string)")
    }
  }

  @Test func sixPricesAreCompared() throws {
    try withConfig { path in
      let offers = (1...7).map { "\(16 + $0)GiB=\($0)" }
      let six = run(["fit", path, "--price", offers.prefix(6).joined(separator: ",")])
      #expect(six.status == 0 && six.result.string.contains("cheapest: 1 x 17GiB at 1.00"), "\(six.result.string)")
      #expect(run(["fit", path, "--price", offers.joined(separator: ",")]).status == 2)
    }
  }

  @Test func devicesPrintsMaxMemory() {
    let gpus = [
      ReportedGPU(index: 0, name: "A", uuid: "GPU-1", totalBytes: 100 << 30, freeBytes: 90 << 30),
      ReportedGPU(index: 1, name: "A", uuid: "GPU-2", totalBytes: 100 << 30, freeBytes: 100 << 30),
    ]
    let inventory = DeviceInventory(.init(gpus: gpus, hostAvailableBytes: 1000))
    let output = run(["devices"], devices: inventory)
    #expect(output.result.string == "{\"0\": \(90 << 30), \"1\": \(100 << 30), \"cpu\": 900}\n")
    #expect(output.messages.string.contains("busy"))
  }
}
