import DeviceMap
import Testing

@Suite struct ContextObjectiveTests {
  @Test("the policy that looks for the longest context agrees with the fit", arguments: [[24], [12, 12], [10, 16]])
  func longestContext(_ gibibytes: [Int]) throws {
    let tree = try KnownMemoryTests.tree(KnownMemoryTests.llama8B)
    var fit = try ModelFit(tree)
    fit.reserve = 0
    let budgets = gibibytes.enumerated().map { DeviceBudget(.gpu($0), bytes: $1 << 30) }
    let longest = try #require(fit.longestContext(on: budgets, Workload(context: 1)))
    let running = RunningMemory(fit.memory, Workload(context: 1), reserve: 0)
    let limits = MaxMemory(budgets.map { ($0.device, .bytes($0.bytes ?? 0)) })
    let plan = try tree.plan(
      OptimalPolicy(.context), maxMemory: limits, options: PlacementOptions(running: running))
    #expect(plan.deviceMap.allSatisfy { $0.device.isAccelerator })
    #expect(plan.certificate?.value.part == longest)
    #expect(plan.ledger.errors.isEmpty && plan.running?.work.context == longest)
  }
}
