import DeviceMap
import Testing

@Suite struct NvidiaSMITests {
  private static let mebibyte = 1 << 20

  @Test func oneGPU() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-1.csv"))
    #expect(
      gpus == [
        ReportedGPU(
          index: 0, name: "NVIDIA GeForce RTX 4090", uuid: "GPU-6d1a7c9e-4a2f-8f0b-1c55-0d6e2f4a9b31",
          totalBytes: 24564 * Self.mebibyte, freeBytes: 23987 * Self.mebibyte)
      ])
    #expect(!gpus[0].isBusy)
  }

  @Test func twoGPUsOfWhichOneIsBusy() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-2.csv"))
    #expect(gpus.map(\.isBusy) == [false, true])
    #expect(gpus.map(\.totalBytes) == [24576 * Self.mebibyte, 12288 * Self.mebibyte])
  }

  @Test func eightGPUs() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-8.csv"))
    #expect(gpus.map(\.index) == Array(0..<8))
    #expect(gpus.filter(\.isBusy).map(\.index) == [5])
  }

  @Test func headerAndUnitsAreRead() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-units.csv"))
    #expect(gpus.map(\.freeBytes) == [14923 * Self.mebibyte, 15101 * Self.mebibyte])
    #expect(gpus.map(\.uuid) == ["", ""])
  }

  @Test func aGPUInMIGModeHasNoSizes() throws {
    let gpus = try NvidiaSMI.parse(DeviceTexts.text("smi-mig.csv"))
    #expect(gpus.map(\.totalBytes) == [nil, 40960 * Self.mebibyte])
    let inventory = DeviceInventory(.init(gpus: gpus))
    #expect(inventory.devices.map(\.device) == [.gpu(1)])
    #expect(inventory.notes.map(\.code) == ["gpu-without-size"])
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

  @Test func allOfItMayBeFree() throws {
    let gpus = try NvidiaSMI.parse("0, A, 8192, 8192\n")
    #expect(gpus.map(\.freeBytes) == [8192 * Self.mebibyte])
    #expect(gpus.map(\.totalBytes) == [8192 * Self.mebibyte])
  }

  @Test(
    "a GPU is busy beyond a tenth, or beyond 1 GiB",
    arguments: [(8 << 30, 819, false), (8 << 30, 820, true), (80 << 30, 1024, false), (80 << 30, 1025, true)])
  func busy(_ total: Int, _ usedMiB: Int, _ isBusy: Bool) {
    #expect(ReportedGPU(index: 0, name: "", totalBytes: total, freeBytes: total - usedMiB << 20).isBusy == isBusy)
  }
}
