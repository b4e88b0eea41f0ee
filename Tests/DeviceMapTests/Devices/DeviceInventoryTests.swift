import DeviceMap
import Testing

@Suite struct DeviceInventoryTests {
  private func gpu(_ index: Int, total: Int, free: Int) -> ReportedGPU {
    ReportedGPU(index: index, name: "A", uuid: "GPU-\(index)", totalBytes: total, freeBytes: free)
  }

  @Test func aSingleGPUAndTheCpuKeepATenthFree() {
    let inventory = DeviceInventory(
      .init(gpus: [gpu(0, total: 1000, free: 900)], hostAvailableBytes: 5001, hostTotalBytes: 8000))
    #expect(inventory.devices.map(\.device) == [.gpu(0), .cpu])
    #expect(inventory.devices.map(\.budgetBytes) == [810, 4500])
    #expect(inventory.devices.map(\.processFraction) == [0.81, nil])
  }

  @Test func twoGPUsAreUsedWhole() {
    let inventory = DeviceInventory(.init(gpus: [gpu(0, total: 1000, free: 900), gpu(1, total: 1000, free: 1000)]))
    #expect(inventory.devices.map(\.budgetBytes) == [900, 1000])
  }

  @Test func oneGPUOfTwoIsUsableWhenTheOtherIsFull() {
    let inventory = DeviceInventory(.init(gpus: [gpu(0, total: 1000, free: 0), gpu(1, total: 1000, free: 1000)]))
    #expect(inventory.devices.map(\.budgetBytes) == [0, 900])
  }

  @Test func visibleGPUsAreNumberedAnew() {
    let inventory = DeviceInventory(
      .init(
        gpus: [gpu(0, total: 10, free: 10), gpu(1, total: 20, free: 20), gpu(2, total: 30, free: 30)],
        visibleDevices: "2,0"))
    #expect(inventory.devices.map(\.device) == [.gpu(0), .gpu(1)])
    #expect(inventory.devices.map(\.driverIndex) == [2, 0])
    #expect(inventory.devices.map(\.totalBytes) == [30, 10])
    #expect(inventory.notes.map(\.code) == ["gpus-hidden"])
  }

  @Test func aMacHasItsWorkingSet() {
    let inventory = DeviceInventory(
      .init(hostAvailableBytes: 100, metalWorkingSetBytes: GPUModel.macWorkingSet(ram: 48 << 30)))
    #expect(inventory.devices.map(\.device) == [.mps, .cpu])
    #expect(inventory.devices[0].budgetBytes == 36 << 30)
    #expect(inventory.devices[0].processFraction == nil)
  }

  @Test func meminfo() throws {
    #expect(try HostMemory.availableBytes(meminfo: DeviceTexts.text("meminfo.txt")) == 98_304_512 << 10)
    #expect(try HostMemory.totalBytes(meminfo: DeviceTexts.text("meminfo.txt")) == 131_921_540 << 10)
    #expect(try HostMemory.availableBytes(meminfo: DeviceTexts.text("meminfo-old.txt")) == 4_200_000 << 10)
    #expect(throws: HostMemoryError.missing("MemAvailable")) { try HostMemory.availableBytes(meminfo: "") }
    #expect(throws: HostMemoryError.malformed(line: "MemAvailable: x kB")) {
      try HostMemory.availableBytes(meminfo: "MemAvailable: x kB\n")
    }
  }

  @Test func rocm() throws {
    let gpus = try RocmSMI.parse(DeviceTexts.text("rocm-smi-2.csv"))
    #expect(gpus.map(\.name) == ["AMD Instinct MI300X OAM", "AMD Instinct MI300X OAM"])
    #expect(gpus.map(\.totalBytes) == [206_141_652_992, 206_141_652_992])
    #expect(gpus.map(\.freeBytes) == [206_141_652_992 - 297_533_440, 206_141_652_992 - 180_297_533_440])
    #expect(gpus.map(\.isBusy) == [false, true])
    #expect(throws: RocmSMIError.noTable) { try RocmSMI.parse("ERROR: GPU[0]: not supported\n") }
    #expect(throws: RocmSMIError.noDevices) {
      try RocmSMI.parse("device,VRAM Total Memory (B),VRAM Total Used Memory (B)\n")
    }
    #expect(throws: RocmSMIError.unexpected(text: "card0,1,2")) {
      try RocmSMI.parse("device,VRAM Total Memory (B),VRAM Total Used Memory (B)\ncard0,1,2\n")
    }
  }
}
