/// Whether a model fits the accelerators at all, what proves that it does not, and what would change it.
///
/// In the given order of devices filling each as far as it goes is optimal, so the stretches of that filling are a
/// proof: no placement in this order gets further.
package struct Feasibility {
  /// How far one accelerator gets when those before it are filled as far as they go.
  package struct DeviceRange: Hashable, Sendable {
    package var device: Device
    /// Paths of the first and last unit; nil when not even the next unit fits.
    package var first: String?
    package var last: String?
    /// Bytes of the stretch.
    package var bytes: Int
  }

  package let task: PlacementTask
  package let stretches: [DeviceRange]
  /// The first unit that no accelerator is left for, with what it needs in bytes; nil when everything fits.
  package let left: (path: String, bytes: Int)?
  /// Bytes of all units from that one on.
  package let leftBytes: Int
  private let chain: Chain

  /// - Throws: ``ConstraintError`` when the tied or colocated parts contradict each other.
  /// - Complexity: O(units x devices).
  package init(_ task: PlacementTask) throws(ConstraintError) {
    self.task = task
    let units = PlacementUnits(task)
    let groups = try ConstrainedGroups(task, units, PlacementConstraints(), keepsTowersTogether: false)
    let problem = PlacementProblem(task, groups, speeds: nil, loads: nil, pinsLeaveChain: false)
    chain = problem.chain(tokens: 0)
    func path(_ unit: Int) -> String {
      problem.groups.units.path(problem.groups.groups[problem.chainGroups[unit]].members[0])
    }
    var next = 0
    var stretches: [DeviceRange] = []
    for (index, accelerator) in problem.computing.enumerated() where accelerator.device.isAccelerator {
      let end = Int(chain.furthestReach(on: chain.devices[index], limit: chain.devices[index].limit)[next])
      let bits = chain.units[next..<end].reduce(0) { $0 + $1.resident }
      stretches.append(
        DeviceRange(
          device: accelerator.device, first: next < end ? path(next) : nil, last: next < end ? path(end - 1) : nil,
          bytes: (bits + 7) / 8))
      next = end
    }
    self.stretches = stretches
    left = next < chain.units.count ? (path(next), (chain.units[next].resident + 7) / 8) : nil
    leftBytes = (chain.units[next...].reduce(0) { $0 + $1.resident } + 7) / 8
  }

  /// Whether everything fits in the given order.
  package var fits: Bool { left == nil }

  /// Whether everything fits when the devices may be used in any order; nil when that cannot be told exactly.
  package var fitsInAnyOrder: Bool? {
    guard let graph = DeviceOrders(anyOrder: chain.kinds(withTimes: false), limit: ChainSolver.stateLimit) else {
      return nil
    }
    return ReachSolver(chain, graph: graph).placement(limits: chain.devices.map(\.limit)) != nil
  }

  /// How many more bytes on one device would make everything fit in the given order.
  ///
  /// - Returns: nil if no number does.
  /// - Complexity: O(units x devices) for each of about 60 steps of a bisection.
  package func missingBytes(on device: Device) -> Int? {
    guard let index = stretches.firstIndex(where: { $0.device == device }) else { return nil }
    func fits(with extra: Int) -> Bool {
      var next = 0
      for (position, accelerator) in chain.devices.prefix(stretches.count).enumerated() {
        let limit = accelerator.limit + (position == index ? 8 * extra : 0)
        next = Int(chain.furthestReach(on: accelerator, limit: limit)[next])
      }
      return next == chain.units.count
    }
    var low = 0
    var high = chain.units.reduce(0) { $0 + $1.resident + $1.transient } / 8 + 1
    guard fits(with: high) else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(with: middle) { high = middle } else { low = middle }
    }
    return high
  }
}
