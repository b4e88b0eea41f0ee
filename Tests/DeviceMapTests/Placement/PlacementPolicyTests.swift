import DeviceMap
import Testing

/// Policies written by users: what the planner makes of them and what it refuses.
@Suite struct PlacementPolicyTests {
  /// Places what a test says.
  private struct Fixed: PlacementPolicy {
    let name = "fixed"
    let assignments: [Placement.Assignment]

    init(_ parts: (TreePart, Device)...) {
      assignments = parts.map { Placement.Assignment($0.0, on: $0.1) }
    }

    func place(_ task: PlacementTask) -> Placement { Placement(assignments) }
  }

  /// Modules: 0 the root, 1 `a` with 2 `x` and 3 `y`, 4 `b`. Tensors: 0 buffer of `a`, 1 `x`, 2 `y`, 3 `b`.
  private let tree = ModuleTree {
    Module("a", class: "Block", buffers: 5) {
      Module("x", bytes: 10)
      Module("y", bytes: 20)
    }
    Module("b", bytes: 30)
  }.noSplit("Block")

  private func plan(_ policy: Fixed, _ limits: MaxMemory = [.gpu(0): 40, .gpu(1): 40]) throws -> Plan {
    try tree.plan(policy, maxMemory: limits)
  }

  private func map(_ plan: Plan) -> [String] { plan.deviceMap.map { "\($0.path)=\($0.device)" } }

  @Test func partsAreJoinedAndCounted() throws {
    let plan = try plan(Fixed((.module(4), .gpu(1)), (.module(3), .gpu(0)), (.module(2), .gpu(0))))
    #expect(map(plan) == ["a=0", "b=1"])
    #expect(plan.policy == "fixed")
    let load = try #require(plan.usage[.gpu(0)])
    #expect((load.budget, load.cap, load.weights) == (40, 40, 35))
    #expect((load.first, load.last) == ("a", "a"))
    #expect(plan.usage[.gpu(0)]?.free == 5)
    #expect(plan.usage[.disk]?.free == nil)
    #expect(plan.device(of: "a.x") == .gpu(0))
    #expect(plan.device(of: "a.x.weight") == .gpu(0))
    #expect(plan.device(of: "") == nil)
    #expect(plan.device(of: "nowhere") == nil)
  }

  @Test func cutBlocksAndExceededBudgetsAreReported() throws {
    let plan = try plan(
      Fixed((.module(2), .gpu(0)), (.module(3), .gpu(1)), (.module(4), .gpu(1))), [.gpu(0): 15, .gpu(1): 49])
    #expect(map(plan) == ["a.buffer=0", "a.x=0", "a.y=1", "b=1"])
    let cut = PlacementFinding.BlockCut(path: "a", className: "Block", devices: [.gpu(0), .gpu(1)], isFatal: true)
    #expect(plan.ledger.findings == [.blockCut(cut), .overBudget(device: .gpu(1), used: 50, budget: 49)])
    #expect(plan.notes.map(\.code) == ["buffers-of-cut-modules", "block-cut", "over-budget"])
  }

  @Test func tensorsThatShareStorageAreKeptTogetherOrReported() throws {
    let tree = ModuleTree {
      Module("a", bytes: 10)
      Module("b", bytes: 10)
    }.tied("a", "b")
    let plan = try tree.plan(Fixed((.module(1), .gpu(0)), (.module(2), .cpu)), maxMemory: [.gpu(0): 40, .cpu: 40])
    #expect(plan.ledger.findings == [.tiesApart(tensors: ["a.weight", "b.weight"], devices: [.gpu(0), .cpu])])
    #expect(plan.ledger.accounts.map(\.weights) == [10, 10, 0])
  }

  @Test func incompleteOrDoublePlacementsAreRefused() throws {
    #expect(throws: PlacementError.notPlaced(tensor: "b.weight")) { try plan(Fixed((.module(1), .gpu(0)))) }
    #expect(throws: PlacementError.notPlaced(tensor: "a.x.weight")) {
      try plan(Fixed((.module(3), .gpu(0)), (.module(4), .gpu(0))))
    }
    #expect(throws: PlacementError.placedTwice(path: "a")) {
      try plan(Fixed((.module(1), .gpu(0)), (.module(2), .gpu(0)), (.module(4), .gpu(0))))
    }
    #expect(throws: PlacementError.placedTwice(path: "b")) {
      try plan(Fixed((.module(4), .gpu(0)), (.module(4), .gpu(0))))
    }
    #expect(throws: PlacementError.placedTwice(path: "a.y.weight")) {
      try plan(Fixed((.tensor(2), .gpu(0)), (.tensor(2), .gpu(1))))
    }
    #expect(throws: PlacementError.deviceNotOffered(.cpu, path: "a")) { try plan(Fixed((.module(1), .cpu))) }
    #expect(throws: PlacementError.noSuchPart(.module(5))) { try plan(Fixed((.module(5), .gpu(0)))) }
    #expect(throws: PlacementError.noSuchPart(.tensor(-1))) { try plan(Fixed((.tensor(-1), .gpu(0)))) }
  }

  @Test func sizesThatOverflowAreRefused() {
    let huge = ModuleTree {
      Module("a", tensors: [Module.Tensor("weight", .f64, count: 1 << 53)])
      Module("b", tensors: [Module.Tensor("weight", .f64, count: 1 << 53)])
      Module("c", tensors: [Module.Tensor("weight", .f64, count: 1 << 58)])
    }
    #expect(throws: PlacementError.sizeOverflow(tensor: "c.weight")) { try huge.plan(maxMemory: [.cpu: 1]) }
  }

  @Test func theTaskShowsTheTree() throws {
    let task = try PlacementTask(tree, maxMemory: [.cpu: "1KB", .gpu(1): 7])
    #expect(task.devices.map(\.device) == [.gpu(1), .cpu, .disk])
    #expect(task.devices.map(\.bytes) == [7, 1000, nil])
    #expect(task.children(of: task.root) == [1, 4])
    #expect((1...4).map(task.isNoSplit) == [true, false, false, false])
    #expect((1...4).map { task.bits(of: $0) / 8 } == [35, 10, 20, 30])
    #expect(task.ownBuffers(of: 1) == 0..<1)
    #expect(task.ownParameters(of: 1) == 0..<0)
  }

  /// The policy of README: by class, written with the public interface alone.
  private struct ExpertsToCPU: PlacementPolicy {
    let name = "experts-to-cpu"
    func place(_ task: PlacementTask) -> Placement {
      let experts = task.tree.modules.filter { $0.className.hasSuffix("Experts") }
      return Placement(task, on: .gpu(0), except: experts.map { ($0, .cpu) })
    }
  }

  @Test func aPolicyNamesModulesByTheirClass() throws {
    let tree = ModuleTree {
      Module("embed", class: "Embedding", bytes: 7)
      Module("layers") {
        for index in 0..<2 {
          Module("\(index)", class: "Block", buffers: 3) {
            Module("attention", bytes: 8)
            Module("experts", class: "TinyExperts", bytes: 100)
          }
        }
      }
    }.noSplit("Block")
    let plan = try tree.plan(ExpertsToCPU(), maxMemory: [.gpu(0): 100, .cpu: 1000])
    #expect(
      map(plan) == [
        "embed=0", "layers.0.buffer=0", "layers.0.attention=0", "layers.0.experts=cpu", "layers.1.buffer=0",
        "layers.1.attention=0", "layers.1.experts=cpu",
      ])
    // The experts run on the GPU that the rest of their blocks is on, so nothing fails.
    #expect(plan.ledger.errors == [] && plan.ledger.findings.map(\.code) == ["block-cut", "block-cut"])
    #expect(plan.ledger.offloadedBytes == 200)
    let rule = PlacementConstraints([.pin(try ModulePattern("**.experts"), .cpu)])
    let optimal = try tree.plan(OptimalPolicy(constraints: rule), maxMemory: [.gpu(0): 200, .cpu: 1000])
    #expect(map(optimal) == map(plan))
  }
}
