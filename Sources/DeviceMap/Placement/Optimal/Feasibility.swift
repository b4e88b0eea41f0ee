/// Whether a model fits devices at all, what proves that it does not, and what would change it.
///
/// In the given order of devices filling each as far as it goes is optimal, so the ranges of that filling are a proof:
/// no placement in this order gets further. The answers are those of ``OptimalPolicy``, without the placement.
package struct Feasibility {
  /// How far one accelerator gets when those before it are filled as far as they go.
  package struct DeviceRange: Hashable, Sendable {
    package var device: Device
    /// Paths of the first and last part; nil when not even the next part fits.
    package var first: String?
    package var last: String?
    /// Bytes of weights and state in the range.
    package var bytes: Int
  }

  package let task: PlacementTask
  package let ranges: [DeviceRange]
  /// The first part that no accelerator is left for, with what it needs in bytes; nil when everything fits.
  package let left: (path: String, bytes: Int)?
  /// Bytes of all parts from that one on.
  package let leftBytes: Int
  private let problem: PlacementProblem
  private let chain: Chain

  /// - Throws: ``ConstraintError`` when the tied or colocated parts contradict each other.
  /// - Complexity: O(parts x devices).
  package init(_ task: PlacementTask) throws(ConstraintError) {
    self.task = task
    let groups = try ConstrainedGroups(task, task.row(), PlacementConstraints(), keepsTowersTogether: false)
    let problem = PlacementProblem(task, groups, speeds: nil, pinsLeaveChain: false)
    let chain = problem.chain(task.options.running)
    func path(_ unit: Int) -> String {
      problem.groups.row.path(problem.groups.groups[problem.chainGroups[unit]].members[0])
    }
    var next = 0
    var ranges: [DeviceRange] = []
    for (index, device) in problem.computing.enumerated() where device.device.isAccelerator {
      let end = Int(chain.furthestReach(on: chain.devices[index], limit: chain.devices[index].limit)[next])
      let bits = chain.units[next..<end].reduce(0) { $0 + $1.resident }
      ranges.append(
        DeviceRange(
          device: device.device, first: next < end ? path(next) : nil, last: next < end ? path(end - 1) : nil,
          bytes: (bits + 7) / 8))
      next = end
    }
    self.problem = problem
    self.chain = chain
    self.ranges = ranges
    left = next < chain.units.count ? (path(next), (chain.units[next].resident + 7) / 8) : nil
    leftBytes = (chain.units[next...].reduce(0) { $0 + $1.resident } + 7) / 8
  }

  /// Whether everything fits the accelerators in the given order.
  package var fits: Bool { left == nil }

  /// Whether everything fits the accelerators when they may be used in any order; nil when that cannot be told exactly.
  package var fitsInAnyOrder: Bool? {
    guard let graph = DeviceOrders(anyOrder: chain.kinds(withTimes: false), limit: ChainSolver.stateLimit) else {
      return nil
    }
    return ReachSolver(chain, graph: graph).placement(limits: chain.devices.map(\.limit)) != nil
  }

  /// How many more bytes on one device would make everything fit in the given order, for each accelerator with which any
  /// number does, in order.
  ///
  /// - Complexity: O(parts x devices), about 60 times for each device that could take what is left.
  package func missingBytes() -> [(device: Device, bytes: Int)] {
    let accelerators = chain.devices.prefix(ranges.count)
    // The part that each begins with, and the first part that those behind it can begin with.
    var starts: [Int] = []
    var next = 0
    for accelerator in accelerators {
      starts.append(next)
      next = Int(chain.furthestReach(on: accelerator, limit: accelerator.limit)[next])
    }
    var needs = [chain.units.count]
    for accelerator in accelerators.dropFirst().reversed() {
      let end = needs[needs.count - 1]
      let reach = chain.furthestReach(on: accelerator, limit: accelerator.limit)
      needs.append(reach.firstIndex { Int($0) >= end } ?? chain.units.count)
    }
    needs.reverse()
    return zip(accelerators.indices, zip(starts, needs)).compactMap { index, range in
      missingBytes(on: index, from: range.0, to: range.1).map { (ranges[index].device, $0) }
    }
  }

  /// How many bytes more an accelerator needs that is to hold the parts from one to another.
  private func missingBytes(on index: Int, from start: Int, to end: Int) -> Int? {
    let accelerator = chain.devices[index]
    // A reserve that is larger than the device has to be met first.
    let budget = problem.computing[index]
    let short = max(0, budget.reserve - (budget.limit ?? .max))
    let all = chain.units.reduce(0) { $0 +| $1.resident +| $1.transient } / 8 + 1
    return Bisection.least(upTo: all) { extra in
      Int(chain.furthestReach(on: accelerator, limit: accelerator.limit + 8 * extra)[start]) >= end
    }.map { $0 + short }
  }
}

// MARK: - Many questions about one model

extension Feasibility {
  /// Whether everything fits with what running adds: on the accelerators or, what must be offloaded, on the cpu.
  ///
  /// - Parameter anyOrder: the accelerators may be used in any order.
  /// - Complexity: O(parts x devices); where something must be offloaded as the optimal policy.
  package func fits(_ running: RunningMemory?, anyOrder: Bool) -> Bool {
    let chain = problem.chain(running)
    guard let solver = ChainSolver(chain, objective: .balance, order: anyOrder ? .any : .given) else {
      let solution = try? HeuristicChainSolver(chain: chain, objective: .balance, mostTokens: 0, chainAt: nil).solve()
      return solution.map { mayHost($0.offload.total) } ?? false || fitsHost(running)
    }
    if solver.holdsAll { return true }
    guard offloadFloor(chain) <= hostRoom else { return false }
    // A format that is refused beside accelerators may still be wholly on the cpu.
    if fitsHost(running) { return true }
    guard mayHost(1), let bits = solver.leastOffloadedBits(enough: hostRoom) else { return false }
    return mayHost(bits)
  }

  /// Bytes that must be offloaded with what running adds; where nothing can run on the accelerators, what the cpu needs
  /// to run everything.
  package func leastOffloadedBytes(_ running: RunningMemory?, anyOrder: Bool) -> Int? {
    let chain = problem.chain(running)
    guard let solver = ChainSolver(chain, objective: .balance, order: anyOrder ? .any : .given) else { return nil }
    let bits = solver.holdsAll ? 0 : solver.leastOffloadedBits() ?? need(chain)
    return (bits + 7) / 8
  }

  private func need(_ chain: Chain) -> Int {
    chain.units.reduce(0) { $0 +| $1.resident } +| (chain.units.map(\.transient).max() ?? 0)
  }

  /// Bits of the cpu's budget.
  private var hostRoom: Int {
    problem.hosts.first { $0.device == .cpu }.map { 8 * min($0.bytes ?? 1 << 57, 1 << 57) } ?? 0
  }

  /// Whether so many bits may be on the cpu beside accelerators.
  private func mayHost(_ bits: Int) -> Bool {
    guard bits > 0 else { return true }
    let used = problem.computing.map(\.device) + [.cpu]
    return bits <= hostRoom && (task.tree.quantization?.refused(of: used).isEmpty ?? true)
  }

  /// Whether the cpu holds everything, to run there.
  private func fitsHost(_ running: RunningMemory?) -> Bool {
    problem.cpuHoldsAll(running) && (task.tree.quantization?.refused(of: [.cpu]).isEmpty ?? true)
  }

  private func offloadFloor(_ chain: Chain) -> Int {
    let weights = chain.units.reduce(0) { $0 + $1.weight }
    return max(0, weights - chain.devices.reduce(0) { $0 + max(0, $1.limit - $1.base) })
  }

  /// How far devices of some budgets get, one after the other, each from any part on.
  package func reaches(_ running: RunningMemory?, budgets: [Int]) -> [[Int32]] {
    let chain = problem.chain(running)
    return budgets.map {
      chain.furthestReach(on: Chain.Accelerator(limit: 8 * min($0, 1 << 57)), limit: 8 * min($0, 1 << 57))
    }
  }

  /// Parts that take room.
  package var partCount: Int { chain.units.count }
}
