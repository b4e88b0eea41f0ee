import DeviceMap
import Testing

/// What is kept free on a device before anything is placed there.
@Suite("Reserves")
struct ReserveTests {
  @Test("a reserve comes on top of one that the budget has already, on accelerators alone")
  func reservesAddUp() throws {
    let memory = ModelMemory(try KnownMemoryTests.tree(KnownMemoryTests.llama8B))
    let running = RunningMemory(keepingFree: 7, of: memory)
    let plain = running.budget(of: DeviceBudget(.gpu(0), bytes: 100))
    #expect(plain == DeviceBudget(.gpu(0), bytes: 100, reserve: 7) && plain.bytes == 93)
    let reserved = running.budget(of: DeviceBudget(.gpu(0), bytes: 100, reserve: 5))
    #expect(reserved == DeviceBudget(.gpu(0), bytes: 100, reserve: 12) && reserved.bytes == 88)
    let cpu = DeviceBudget(.cpu, bytes: 100, reserve: 5)
    #expect(running.budget(of: cpu) == cpu)
    #expect(DeviceBudget(.gpu(0), bytes: 6, reserve: 7).bytes == 0)
  }
}
