/// Writes the placement of a chain as assignments of modules, with caps, trace and certificate.
struct OptimalPlacement {
  private let problem: PlacementProblem
  private let solution: ChainSolution
  private let objective: PlacementObjective
  private let running: RunningMemory?
  /// The device of every group, and of modules that are placed apart from their unit.
  private var devices: [Device?]
  private var apart: [(module: Int, device: Device)]

  /// - Throws: ``ConstraintError/exceedsBudget(_:bytes:rules:)`` when what must be on the cpu does not fit there.
  init(
    _ problem: PlacementProblem, _ solution: ChainSolution, running: RunningMemory?, objective: PlacementObjective
  ) throws(ConstraintError) {
    self.problem = problem
    self.solution = solution
    self.objective = objective
    self.running = running
    devices = [Device?](repeating: nil, count: problem.groups.groups.count)
    apart = problem.groups.carved
    for (group, accelerator) in problem.accelerators(of: solution.placement) {
      devices[group] = problem.computing[accelerator].device
    }
    try fillHosts()
    apart.sort { $0.module < $1.module }
  }

  // MARK: Hosts

  private enum Offloaded {
    case group(Int)
    case module(Int)
  }

  private mutating func fillHosts() throws(ConstraintError) {
    var offloaded: [Offloaded] = []
    var items: [HostFilling.Item] = []
    let hosts = problem.hosts.map(\.device)
    for group in problem.hosted + problem.chainGroups where devices[group] == nil {
      let demands = problem.groups.groups[group]
      let allowed = hosts.filter { !demands.forbidden.contains($0) && (demands.pin ?? $0) == $0 }
      offloaded.append(.group(group))
      items.append(
        HostFilling.Item(
          bits: problem.weight(ofGroup: group), mayBeOnCPU: allowed.contains(.cpu),
          mayBeOnDisk: allowed.contains(.disk)))
    }
    for (position, group) in problem.chainGroups.enumerated() where solution.placement.expertsOffloaded[position] {
      for module in problem.experts(ofGroup: group) {
        offloaded.append(.module(module))
        items.append(
          HostFilling.Item(
            bits: problem.task.weightBits(of: module), mayBeOnCPU: hosts.contains(.cpu), mayBeOnDisk: true))
      }
    }
    let cpu = problem.hosts.first { $0.device == .cpu }
    let carved = apart.reduce(0) { $0 + ($1.device == .cpu ? problem.task.weightBits(of: $1.module) : 0) }
    var limit = cpu.map { 8 * min($0.bytes ?? 1 << 57, 1 << 57) - carved } ?? 0
    if limit > 0, !devices.contains(where: { $0?.isAccelerator ?? false }) {
      limit = max(0, limit - needOfCPU(for: items, offloaded, in: limit))
    }
    let isOnCPU = try fill(items, offloaded, cpu: limit)
    for (index, item) in offloaded.enumerated() {
      let host: Device = isOnCPU[index] ? .cpu : .disk
      switch item {
      case .group(let group): devices[group] = host
      case .module(let module): apart.append((module, host))
      }
    }
  }

  /// Bits that the cpu keeps free where it computes: for what running takes and, where not all has room beside that, for
  /// the largest part that may come from the disk.
  private func needOfCPU(for items: [HostFilling.Item], _ offloaded: [Offloaded], in limit: Int) -> Int {
    let need = problem.needOfCPU(running)
    guard need > 0, items.reduce(0, { $0 + $1.bits }) > limit - need else { return need }
    let streamed = zip(items, offloaded).map { item, what in
      if case .group(let group) = what, problem.isAnchored(group) { return 0 }
      return item.mayBeOnDisk ? item.bits : 0
    }
    return need + (streamed.max() ?? 0)
  }

  /// What the references cannot run from disk is kept off it where there is room.
  private func fill(
    _ items: [HostFilling.Item], _ offloaded: [Offloaded], cpu limit: Int
  ) throws(ConstraintError) -> [Bool] {
    var kept = items
    for (index, item) in offloaded.enumerated() {
      if case .group(let group) = item, problem.isAnchored(group) || problem.isKeptOffDisk(group),
        items[index].mayBeOnCPU
      {
        kept[index].mayBeOnDisk = false
      }
    }
    if limit >= 0, let isOnCPU = HostFilling.fill(kept, cpu: limit) ?? HostFilling.fill(items, cpu: limit) {
      return isOnCPU
    }
    let must = items.reduce(0) { $0 + ($1.mayBeOnCPU && !$1.mayBeOnDisk ? $1.bits : 0) }
    throw .exceedsBudget(.cpu, bytes: (must - limit + 7) / 8, rules: [])
  }

  // MARK: Assignments

  func placement(notes: [Note]) -> Placement {
    var assignments: [Placement.Assignment] = []
    let units = problem.groups.row.parts
    let fallback = devices.lazy.compactMap { $0 }.first ?? problem.task.devices[0].device
    // Parts without bits go with what comes before them, or after at the start.
    var previous = units.indices.lazy.compactMap { devices[problem.groupIndex(ofUnit: $0)] }.first ?? fallback
    for (index, unit) in units.enumerated() {
      if let device = devices[problem.groupIndex(ofUnit: index)] { previous = device }
      assign(unit, previous, &assignments)
    }
    var placement = Placement(assignments, caps: caps(), trace: trace(), notes: notes)
    placement.running = running
    return placement
  }

  private func assign(_ unit: RowPart, _ device: Device, _ assignments: inout [Placement.Assignment]) {
    if unit.isOwnTensorsOnly {
      for tensor in problem.task.tree.ownTensors(of: unit.module) {
        assignments.append(.init(.tensor(tensor), on: device))
      }
    } else {
      assignments += Placement.assignments(of: unit.module, in: problem.task.tree, on: device, except: apart)
    }
  }

  // MARK: Reasons

  /// The budgets, lowered to the largest share where everything is on the accelerators; what is offloaded takes room of
  /// the first of them beside its share.
  private func caps() -> [DeviceBudget] {
    solution.offload.total > 0 || !problem.groups.carved.isEmpty || !problem.hosted.isEmpty
      ? problem.task.devices.map { DeviceBudget($0.device, bytes: $0.bytes) } : shares()
  }

  /// The budgets, lowered to the largest share where that is the objective.
  private func shares() -> [DeviceBudget] {
    problem.task.devices.map { budget in
      guard objective == .balance, let bytes = budget.bytes,
        problem.computing.contains(where: { $0.device == budget.device })
      else { return DeviceBudget(budget.device, bytes: budget.bytes) }
      let share = (solution.value.bits(of: 8 * min(bytes, 1 << 57)) + 7) / 8
      return DeviceBudget(budget.device, bytes: min(bytes, share))
    }
  }

  /// One event for every unit of the chain, in order, and one for every device that is left.
  private func trace() -> [TraceEvent] {
    let units = problem.chain(running).units
    var largest: [Device: Int] = [:]
    for (group, unit) in zip(problem.chainGroups, units) {
      if let device = devices[group] { largest[device] = max(largest[device] ?? 0, unit.transient) }
    }
    var caps: [Device: Int] = [:]
    for cap in shares() {
      // The layer that runs needs its room beside what stays.
      caps[cap.device] = cap.bytes.map { max(0, 8 * min($0, 1 << 57) - (largest[cap.device] ?? 0)) }
    }
    var used: [Device: Int] = [:]
    var events: [TraceEvent] = []
    var last: Device?
    for (group, unit) in zip(problem.chainGroups, units) {
      guard let device = devices[group] else { continue }
      let part = TreePart.module(problem.groups.row.parts[problem.groups.groups[group].members[0]].module)
      let size = device.isAccelerator ? unit.resident : unit.weight
      if let last, last != device, last.isAccelerator, let cap = caps[last], used[last, default: 0] + size > cap {
        events.append(event(part, last, .nextDevice, size, used[last, default: 0], cap))
      }
      events.append(event(part, device, .placed, size, used[device, default: 0], caps[device]))
      used[device, default: 0] += size
      last = device
    }
    return events
  }

  private func event(
    _ part: TreePart, _ device: Device, _ outcome: TraceEvent.Outcome, _ size: Int, _ used: Int, _ cap: Int?
  ) -> TraceEvent {
    TraceEvent(
      part, device: problem.task.devices.firstIndex { $0.device == device } ?? 0, outcome: outcome, size: size,
      sizeWithTies: size, used: used, cap: cap, reserve: 0)
  }
}
