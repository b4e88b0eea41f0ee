import DeviceMap
import Testing

/// What holds for every plan of a reference policy, on random trees; a failure names the seed that makes the tree.
@Suite struct PlanPropertyTests {
  private func module(_ name: String, depth: Int, _ random: inout SeededGenerator) -> Module {
    var result = Module(name, class: ["Block", "Layer", "Linear"].randomElement(using: &random)!)
    let size = Int.random(in: 1...100, using: &random)
    if depth == 0 || random.chance(15) { result.tensors.append(.init("weight", .bf16, count: size)) }
    if random.chance(10) {
      result.tensors.append(.init("buffer", .bool, count: size, kind: .transientBuffer))
    }
    if depth > 0 {
      for child in 0..<Int.random(in: 1...4, using: &random) {
        result.children.append(module("\(child)", depth: depth - 1, &random))
      }
    }
    return result
  }

  private func tree(_ random: inout SeededGenerator) -> ModuleTree {
    let modules = ["x", "y", "z"].map { module($0, depth: Int.random(in: 0...3, using: &random), &random) }
    let tree = ModuleTree { modules }
    return random.chance(40) ? tree.tied("x", "z").noSplit("Block") : tree.noSplit("Block")
  }

  private func limits(_ total: Int, _ random: inout SeededGenerator) -> [(device: Device, limit: MaxMemory.Limit)] {
    var result: [(device: Device, limit: MaxMemory.Limit)] = []
    for id in Set((0..<4).map { _ in Int.random(in: 0..<6, using: &random) }).sorted() {
      result.append((.gpu(id), .bytes(random.chance(10) ? 0 : Int.random(in: 0...total, using: &random))))
    }
    if random.chance(60) { result.append((.cpu, .bytes(Int.random(in: 0...total, using: &random)))) }
    return result
  }

  @Test(arguments: Array(UInt64(1)...200).ofThisRun)
  func everyPlanIsSound(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tree = tree(&random)
    for engine in Engine.allCases {
      let total = try ModuleSizes(tree, engine: engine).totalBits
      let limits = limits(total / 8 + 1, &random)
      for policy in [ReferencePolicy.auto, .balancedLow0, .sequential] {
        let options = PlacementOptions(fallbackAllocation: random.chance(50))
        let plan = try tree.plan(policy, maxMemory: MaxMemory(limits), engine: engine, options: options)
        checkCoverage(plan, "seed \(seed) \(engine) \(policy.name)")
        checkBudgets(plan, "seed \(seed) \(engine) \(policy.name)")
        let again = try tree.plan(
          policy, maxMemory: MaxMemory(limits.shuffled(using: &random)), engine: engine, options: options)
        #expect(again.deviceMap == plan.deviceMap, "seed \(seed): the order of the limits must not matter")
        #expect(again.notes == plan.notes, "seed \(seed)")
      }
    }
  }

  /// Every tensor of the checkpoint has exactly one key over it, and that key's device.
  private func checkCoverage(_ plan: Plan, _ context: String) {
    let tree = plan.tree
    var covered = [Device?](repeating: nil, count: tree.tensors.count)
    for entry in plan.deviceMap {
      let range = tree.module(at: entry.path).map { tree.allTensors(of: $0) }
      let tensors = range ?? tree.tensor(atPath: entry.path).map { $0..<$0 + 1 } ?? 0..<0
      for tensor in tensors {
        #expect(covered[tensor] == nil, "\(context): \(tree.path(ofTensor: tensor)) has two keys")
        covered[tensor] = entry.device
      }
    }
    for tensor in tree.tensors.indices {
      let device = plan.device(of: tree.path(ofTensor: tensor))
      if covered[tensor] == nil, tree.tensors[tensor].kind == .transientBuffer {
        // A buffer that is in no file has a device without a key when its module is cut.
        #expect(device != nil, "\(context): \(tree.path(ofTensor: tensor)) has no device")
        #expect(plan.notes.contains { $0.code == "buffers-of-cut-modules" }, "\(context)")
      } else {
        #expect(covered[tensor] != nil, "\(context): \(tree.path(ofTensor: tensor)) has no key")
        #expect(device == covered[tensor], "\(context)")
      }
    }
  }

  /// Blocks and ties are whole; only buffers that the references do not count may exceed a budget.
  private func checkBudgets(_ plan: Plan, _ context: String) {
    let buffers = plan.tree.tensors.filter { $0.kind != .parameter }.reduce(0) { $0 + $1.count }
    for finding in plan.ledger.errors {
      if case .strandedTensor = finding { continue }
      guard case .overBudget(_, let used, let budget) = finding, used - budget <= buffers else {
        Issue.record("\(context): \(finding)")
        continue
      }
    }
    let bytes = plan.ledger.accounts.reduce(0) { $0 + $1.weights }
    let total = try? ModuleSizes(plan.tree, engine: plan.engine).totalBits
    // Each device rounds a fraction of a byte up.
    #expect((bytes - ((total ?? 0) + 7) / 8) <= plan.devices.count && bytes * 8 >= total ?? 0, "\(context)")
  }
}
