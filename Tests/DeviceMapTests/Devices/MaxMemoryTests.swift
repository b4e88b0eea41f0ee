import DeviceMap
import Testing

@Suite struct MaxMemoryTests {
  @Test func devicesAreOrdered() throws {
    let limits: MaxMemory = [.disk: 5, .cpu: "1KiB", .gpu(10): 3, .mps: 4, .gpu(2): "2KB"]
    #expect(
      try limits.budgets() == [
        DeviceBudget(.gpu(2), bytes: 2000), DeviceBudget(.gpu(10), bytes: 3), DeviceBudget(.mps, bytes: 4),
        DeviceBudget(.cpu, bytes: 1024), DeviceBudget(.disk, bytes: 5),
      ])
  }

  @Test(arguments: ["0=24GiB,1=24GiB,cpu=64GiB", " 1 = 24GiB , cuda:0=24GiB,cpu=64GiB,", "cpu=64GiB,0=24GiB,1=24GiB"])
  func textOfTheCommandLine(text: String) throws {
    let gib = 1 << 30
    #expect(
      try MaxMemory(parsing: text).budgets() == [
        DeviceBudget(.gpu(0), bytes: 24 * gib), DeviceBudget(.gpu(1), bytes: 24 * gib),
        DeviceBudget(.cpu, bytes: 64 * gib),
      ])
  }

  @Test(arguments: [
    ("0", MaxMemoryError.notAPair("0")), ("0=1,24GiB", .notAPair("24GiB")),
    ("gpu=1", .unknownDevice("gpu")), ("-1=1", .unknownDevice("-1")), ("+1=1", .unknownDevice("+1")),
    ("cuda=1", .unknownDevice("cuda")), ("cuda:x=1", .unknownDevice("cuda:x")), ("=1", .unknownDevice("")),
    ("99999999999999999999=1", .unknownDevice("99999999999999999999")),
    ("0=1,cuda:0=2", .duplicate(.gpu(0))), ("cpu=1,cpu=1", .duplicate(.cpu)),
    ("0=", .size(device: .gpu(0), .empty)), ("cpu=-1GiB", .size(device: .cpu, .negative(text: "-1GiB"))),
    ("disk=1GiX", .size(device: .disk, .unknownUnit(text: "1GiX", unit: "GiX"))),
  ])
  func rejected(text: String, error: MaxMemoryError) {
    #expect(throws: error) { try MaxMemory(parsing: text) }
  }

  @Test func membersOfAnObject() throws {
    let limits = try MaxMemory(members: [("cpu", .bytes(7)), ("cuda:1", .text("1KB"))])
    #expect(try limits.budgets() == [DeviceBudget(.gpu(1), bytes: 1000), DeviceBudget(.cpu, bytes: 7)])
    #expect(throws: MaxMemoryError.duplicate(.gpu(1))) {
      try MaxMemory(members: [("1", .bytes(7)), ("cuda:1", .bytes(7))])
    }
  }

  @Test func moreGPUsThanArePlannedForAreRefused() throws {
    var limits = MaxMemory((0..<MaxMemory.mostGPUs).map { (.gpu($0), .bytes(1)) } + [(.cpu, .bytes(1))])
    #expect(try limits.budgets().count == 1025)
    #expect(throws: MaxMemoryError.idTooLarge(1024)) { try MaxMemory([(.gpu(1024), .bytes(1))]).budgets() }
    #expect(MaxMemoryError.idTooLarge(1024).description.hasSuffix("begin at 0 and end before 1024"))
    limits.append(.mps, .bytes(1))
    #expect(throws: MaxMemoryError.tooManyGPUs(1025)) { try limits.budgets() }
    #expect(
      MaxMemoryError.tooManyGPUs(1025).description
        == "1025 GPUs are more than are planned for at once; give at most 1024")
  }

  @Test func literalsAreReadWhenPlanning() {
    let tree = ModuleTree { Module("a", bytes: 1) }
    #expect(throws: PlacementError.maxMemory(.size(device: .gpu(0), .unknownUnit(text: "1X", unit: "X")))) {
      try tree.plan(maxMemory: [.gpu(0): "1X"])
    }
    #expect(throws: PlacementError.maxMemory(.size(device: .cpu, .negative(text: "-1")))) {
      try tree.plan(maxMemory: [.cpu: -1])
    }
  }

  @Test func bitsAndDiskAreRemarkedOn() {
    let limits: MaxMemory = [.gpu(0): "10Gb", .gpu(1): "10GB", .disk: "1GB"]
    #expect(limits.notes.map(\.code) == ["size-in-bits", "disk-limit-ignored"])
    #expect(limits.notes[0].text.contains("1250000000 bytes"))
  }

  @Test(arguments: ["0", "17", "cuda:0", " cpu ", "mps", "disk"])
  func devices(text: String) {
    let names = ["0": "0", "17": "17", "cuda:0": "0", " cpu ": "cpu", "mps": "mps", "disk": "disk"]
    #expect(Device(parsing: text)?.description == names[text])
  }
}
