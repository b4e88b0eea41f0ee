import Testing

@testable import DeviceMap

@Suite struct NvidiaSMITests {
  private static let mebibyte = 1 << 20

  @Test func oneGPU() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-1.csv"))
    #expect(
      gpus == [
        ReportedGPU(
          index: 0, name: "NVIDIA GeForce RTX 4090", uuid: "GPU-6d1a7c9e-4a2f-8f0b-1c55-0d6e2f4a9b31",
          total: 24564 * Self.mebibyte, free: 23987 * Self.mebibyte)
      ])
    #expect(!gpus[0].isBusy)
  }

  @Test func twoGPUsOfWhichOneIsBusy() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-2.csv"))
    #expect(gpus.map(\.isBusy) == [false, true])
    #expect(gpus.map(\.total) == [24576 * Self.mebibyte, 12288 * Self.mebibyte])
  }

  @Test func eightGPUs() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-8.csv"))
    #expect(gpus.map(\.index) == Array(0..<8))
    #expect(gpus.filter(\.isBusy).map(\.index) == [5])
  }

  @Test func headerAndUnitsAreRead() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-units.csv"))
    #expect(gpus.map(\.free) == [14923 * Self.mebibyte, 15101 * Self.mebibyte])
    #expect(gpus.map(\.uuid) == ["", ""])
  }

  @Test func aGPUInMIGModeHasNoSizes() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-mig.csv"))
    #expect(gpus.map(\.total) == [nil, 40960 * Self.mebibyte])
    let inventory = DeviceInventory(.init(gpus: gpus))
    #expect(inventory.entries.map(\.device) == [.gpu(1)])
    #expect(inventory.notes.map(\.code) == ["gpu-without-size"])
  }

  @Test func partsOfAGPUAreListed() throws {
    let gpus = try NvidiaSMI.parseList(DeviceTexts.text("smi-list-mig.txt"))
    #expect(gpus.map(\.index) == [0, 1])
    #expect(gpus[0].parts.map(\.name) == ["MIG 3g.20gb", "MIG 2g.10gb", "MIG 1g.5gb+me"])
    #expect(gpus[0].parts.map(\.total) == [20 << 30, 10 << 30, 5 << 30])
    #expect(gpus[1].parts.isEmpty)
    #expect(gpus[1].name == "NVIDIA A100-SXM4-40GB")
  }

  @Test(
    "messages instead of a table",
    arguments: [
      (
        "smi-no-driver.txt",
        NvidiaSMIError.driver(
          "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA "
            + "driver is installed and running.")
      ),
      ("smi-mismatch.txt", .driver("Failed to initialize NVML: Driver/library version mismatch")),
      ("smi-lost.txt", .driver("Unable to determine the device handle for GPU0000:3B:00.0: Unknown Error")),
      ("smi-no-devices.txt", .noDevices),
    ])
  func messages(_ file: String, _ error: NvidiaSMIError) throws {
    let text = try DeviceTexts.text(file)
    #expect(throws: error) { try NvidiaSMI.parse(text) }
    #expect(throws: error) { try NvidiaSMI.parse(text, exitCode: 9) }
  }

  @Test(
    "nonsense",
    arguments: [
      ("", NvidiaSMIError.noDevices),
      ("hello", .unexpected(line: 1, text: "hello", problem: .columns(1))),
      ("x, A, 1, 1", .unexpected(line: 1, text: "x, A, 1, 1", problem: .index)),
      ("-1, A, 1, 1", .unexpected(line: 1, text: "-1, A, 1, 1", problem: .index)),
      ("0, A, much, 1", .unexpected(line: 1, text: "0, A, much, 1", problem: .memory)),
      ("0, A, 99999999999999999999, 1", .unexpected(line: 1, text: "0, A, 99999999999999999999, 1", problem: .memory)),
      ("0, A, 1, 2", .unexpected(line: 1, text: "0, A, 1, 2", problem: .freeAboveTotal)),
      ("0, A, 2, 1\n0, A, 2, 1", .unexpected(line: 2, text: "0, A, 2, 1", problem: .repeatedIndex)),
      ("0, A, 2, 1\n\n1, B", .unexpected(line: 3, text: "1, B", problem: .columns(2))),
    ])
  func nonsense(_ text: String, _ error: NvidiaSMIError) {
    #expect(throws: error) { try NvidiaSMI.parse(text) }
  }

  @Test func aFailureWithoutKnownWordsKeepsItsCode() {
    #expect(throws: NvidiaSMIError.failed(exitCode: 2, text: "what?")) { try NvidiaSMI.parse("what?\n", exitCode: 2) }
  }

  @Test(
    "a GPU is busy beyond a tenth, or beyond 1 GiB",
    arguments: [(8 << 30, 819, false), (8 << 30, 820, true), (80 << 30, 1024, false), (80 << 30, 1025, true)])
  func busy(_ total: Int, _ usedMiB: Int, _ isBusy: Bool) {
    #expect(ReportedGPU(index: 0, name: "", total: total, free: total - usedMiB << 20).isBusy == isBusy)
  }
}
