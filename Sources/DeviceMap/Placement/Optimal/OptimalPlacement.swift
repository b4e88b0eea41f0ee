/// Writes the placement of a chain as assignments of modules, with caps, trace and certificate.
struct OptimalPlacement {
  private let problem: PlacementProblem
  private let solution: ChainSolution
  private let objective: PlacementObjective
  /// The device of every group, and of modules that are placed apart from their unit.
  private var devices: [Device?]
  private var apart: [(module: Int, device: Device)]

  /// - Throws: ``ConstraintError/exceedsBudget(_:bytes:rules:)`` when what must be on the cpu does not fit there.
  init(
    _ problem: PlacementProblem, _ solution: ChainSolution, objective: PlacementObjective
  ) throws(ConstraintError) {
    self.problem = problem
    self.solution = solution
    self.objective = objective
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
            bits: problem.task.bits(of: .module(module)), mayBeOnCPU: hosts.contains(.cpu), mayBeOnDisk: true))
      }
    }
    let cpu = problem.hosts.first { $0.device == .cpu }
    let carved = apart.reduce(0) { $0 + ($1.device == .cpu ? problem.task.bits(of: .module($1.module)) : 0) }
    let limit = cpu.map { 8 * min($0.bytes ?? 1 << 57, 1 << 57) - carved } ?? 0
    guard let isOnCPU = HostFilling.fill(items, cpu: limit), limit >= 0 else {
      let must = items.reduce(0) { $0 + ($1.mayBeOnCPU && !$1.mayBeOnDisk ? $1.bits : 0) }
      throw .exceedsBudget(.cpu, bytes: (must - limit + 7) / 8, rules: [])
    }
    for (index, item) in offloaded.enumerated() {
      let host: Device = isOnCPU[index] ? .cpu : .disk
      switch item {
      case .group(let group): devices[group] = host
      case .module(let module): apart.append((module, host))
      }
    }
  }

  // MARK: Assignments

  func placement(notes: [Note]) -> Placement {
    var assignments: [Placement.Assignment] = []
    let units = problem.groups.units.units
    let fallback = devices.lazy.compactMap { $0 }.first ?? problem.task.devices[0].device
    // Parts without bits go with what comes before them, or after at the start.
    var previous = units.indices.lazy.compactMap { devices[problem.groupIndex(ofUnit: $0)] }.first ?? fallback
    for (index, unit) in units.enumerated() {
      if let device = devices[problem.groupIndex(ofUnit: index)] { previous = device }
      assign(unit, previous, &assignments)
    }
    var placement = Placement(assignments, caps: caps(), trace: trace(), notes: notes)
    placement.apart = apart.map(\.module)
    placement.certificate = PlacementCertificate(solution, objective: objective)
    return placement
  }

  private func assign(_ unit: PlacementUnits.Unit, _ device: Device, _ assignments: inout [Placement.Assignment]) {
    if unit.isOwnTensorsOnly {
      for tensor in problem.task.tree.ownTensors(of: unit.module) {
        assignments.append(.init(.tensor(tensor), on: device))
      }
    } else {
      assign(module: unit.module, device, &assignments)
    }
  }

  private func assign(module: Int, _ device: Device, _ assignments: inout [Placement.Assignment]) {
    let tree = problem.task.tree
    let next = firstApart(from: module)
    guard next < apart.count, apart[next].module < tree.end(of: module) else {
      assignments.append(.init(.module(module), on: device))
      return
    }
    if apart[next].module == module {
      assignments.append(.init(.module(module), on: apart[next].device))
      return
    }
    for tensor in tree.ownTensors(of: module) { assignments.append(.init(.tensor(tensor), on: device)) }
    for child in tree.children(of: module) { assign(module: child, device, &assignments) }
  }

  private func firstApart(from module: Int) -> Int {
    var (low, high) = (0, apart.count)
    while low < high {
      let middle = (low + high) / 2
      if apart[middle].module < module { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Reasons

  /// The budgets, lowered to the largest share where that is the objective.
  private func caps() -> [DeviceBudget] {
    problem.task.devices.map { budget in
      guard objective == .balance, let bytes = budget.bytes,
        problem.computing.contains(where: { $0.device == budget.device })
      else { return budget }
      var cap = budget
      cap.bytes = min(bytes, (solution.value.bits(of: 8 * min(bytes, 1 << 57)) + 7) / 8)
      return cap
    }
  }

  /// One event for every unit of the chain, in order, and one for every device that is left.
  private func trace() -> [TraceEvent] {
    let caps = caps()
    var used: [Device: Int] = [:]
    var events: [TraceEvent] = []
    var last: Device?
    for group in problem.chainGroups {
      guard let device = devices[group] else { continue }
      let part = Placement.Part.module(problem.groups.units.units[problem.groups.groups[group].members[0]].module)
      let size = problem.weight(ofGroup: group)
      let cap = caps.first { $0.device == device }?.bytes.map { 8 * min($0, 1 << 57) }
      if let last, last != device, last.isAccelerator {
        let cap = caps.first { $0.device == last }?.bytes.map { 8 * min($0, 1 << 57) }
        if let cap, used[last, default: 0] + size > cap {
          events.append(event(part, last, .nextDevice, size, used[last, default: 0], cap))
        }
      }
      events.append(event(part, device, .placed, size, used[device, default: 0], cap))
      used[device, default: 0] += size
      last = device
    }
    return events
  }

  private func event(
    _ part: Placement.Part, _ device: Device, _ outcome: TraceEvent.Outcome, _ size: Int, _ used: Int, _ cap: Int?
  ) -> TraceEvent {
    TraceEvent(
      part, device: problem.task.devices.firstIndex { $0.device == device } ?? 0, outcome: outcome, size: size,
      sizeWithTies: size, used: used, cap: cap, reserve: 0)
  }
}
