import DeviceMap
import Testing

/// What is kept free on a device before anything is placed there.
@Suite("Reserves")
struct ReserveTests {
  @Test("a reserve comes on top of one that the budget has already, on accelerators alone")
  func reservesAddUp() throws {
    let memory = ModelMemory(try KnownMemoryTests.tree(KnownMemoryTests.llama8B))
    let running = RunningMemory(keepingFree: 7, of: memory)
    #expect(running.keepingFree(DeviceBudget(.gpu(0), bytes: 100)) == DeviceBudget(.gpu(0), bytes: 93, reserve: 7))
    let reserved = DeviceBudget(.gpu(0), bytes: 100, reserve: 5)
    #expect(running.keepingFree(reserved) == DeviceBudget(.gpu(0), bytes: 93, reserve: 12))
    let cpu = DeviceBudget(.cpu, bytes: 100, reserve: 5)
    #expect(running.keepingFree(cpu) == cpu)
  }
}
