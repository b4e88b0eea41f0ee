import DeviceMap
import Testing

/// When a plan says that it offloads although there was room: at, below and above each boundary.
@Suite("Offloaded although there is room")
struct OffloadNoteTests {
  /// Puts `used` bytes on each GPU, in order, and all blocks on the cpu.
  private struct Fixed: PlacementPolicy {
    let name = "fixed"
    let gpus: Int

    func place(_ task: PlacementTask) -> Placement {
      let parts = (1..<task.tree.count).map { module in
        Placement.Assignment(.module(module), on: module <= gpus ? .gpu(module - 1) : .cpu)
      }
      return Placement(parts)
    }
  }

  /// One part of 10 bytes on each GPU, and blocks of 30 bytes on the cpu.
  private func codes(rooms: [Int], blocks: Int) throws -> [String] {
    let tree = ModuleTree {
      for gpu in rooms.indices { Module("held\(gpu)", bytes: 10) }
      for block in 0..<blocks { Module("block\(block)", bytes: 30) }
    }
    let limits = rooms.enumerated().map {
      (device: Device.gpu($0.offset), limit: MaxMemory.Limit.bytes(10 + $0.element))
    }
    let plan = try tree.plan(Fixed(gpus: rooms.count), maxMemory: MaxMemory(limits + [(.cpu, .bytes(1000))]))
    return plan.notes.map(\.code)
  }

  @Test(
    "all of it would fit into what is free together",
    arguments: [([39, 20], false), ([40, 20], true), ([41, 20], true), ([35, 24], false), ([35, 25], true)])
  func together(rooms: [Int], isNoted: Bool) throws {
    #expect(try codes(rooms: rooms, blocks: 2) == (isNoted ? ["offload-with-room"] : []))
  }

  @Test(
    "one more block would fit: on the first GPU with room to run it, on the others as it is",
    arguments: [([59, 0], false), ([60, 0], true), ([0, 29], false), ([0, 30], true), ([59, 29], false)])
  func oneMore(rooms: [Int], isNoted: Bool) throws {
    #expect(try codes(rooms: rooms, blocks: 3) == (isNoted ? ["offload-with-room"] : []))
  }
}
