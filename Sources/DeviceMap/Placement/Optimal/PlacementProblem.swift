/// A model with its constraints as a ``Chain``, and the way back from a placement of the chain to modules.
struct PlacementProblem {
  let task: PlacementTask
  let groups: ConstrainedGroups
  /// Devices that hold the chain: the accelerators, or the cpu where there is none.
  let computing: [DeviceBudget]
  /// Devices that take what is offloaded.
  let hosts: [DeviceBudget]
  /// The group behind every unit of the chain.
  private(set) var chainGroups: [Int] = []
  /// Groups that are on a host in any case, and those that are on an accelerator beside the chain.
  private(set) var hosted: [Int] = []
  private(set) var beside: [(group: Int, accelerator: Int)] = []
  private let speeds: DeviceSpeeds?
  /// Bits per group without what is carved out of it, and of the experts that may be.
  private var bits: [Int]
  private var expertBits: [Int]
  /// Bits that are carved out of each group for a host.
  private var hostedBits: [Int]
  private var unitGroup: [Int]
  /// Groups that the references cannot run from the cpu or disk.
  private var anchors = Anchors.none

  /// - Parameters:
  ///   - pinsLeaveChain: what is pinned to an accelerator does not count as a part of its stretch, so that the device may
  ///     hold it besides a stretch elsewhere in the chain.
  ///   - usesAccelerators: whether the accelerators compute, where there are any; else the cpu does.
  init(
    _ task: PlacementTask, _ groups: ConstrainedGroups, speeds: DeviceSpeeds?, pinsLeaveChain: Bool,
    usesAccelerators: Bool = true
  ) {
    self.task = task
    self.groups = groups
    self.speeds = speeds
    let accelerators = task.devices.filter(\.device.isAccelerator)
    let devices =
      accelerators.isEmpty || !usesAccelerators ? task.devices.filter { $0.device == .cpu } : accelerators
    computing = devices
    // Beside accelerators nothing is trained on the cpu.
    let trains = task.options.running?.training != nil && !accelerators.isEmpty
    hosts = task.devices.filter { host in
      !host.device.isAccelerator && !devices.contains { $0.device == host.device } && !(trains && host.device == .cpu)
    }
    bits = groups.groups.map { group in group.members.reduce(0) { $0 + groups.row.parts[$1].bits } }
    expertBits = [Int](repeating: 0, count: bits.count)
    hostedBits = expertBits
    unitGroup = [Int](repeating: 0, count: groups.row.parts.count)
    for (index, group) in groups.groups.enumerated() {
      for unit in group.members { unitGroup[unit] = index }
    }
    for (module, device) in groups.carved {
      bits[group(of: module)] -= task.weightBits(of: module)
      if !device.isAccelerator { hostedBits[group(of: module)] += task.weightBits(of: module) }
    }
    for module in groups.experts { expertBits[group(of: module)] += task.weightBits(of: module) }
    anchors = Anchors(task.tree, groups.row, unitGroup: unitGroup)
    classify(pinsLeaveChain: pinsLeaveChain)
  }

  /// The problem with what is in no file allowed on the cpu; nil where nothing is, or there is no cpu to take it.
  func absentOnCPU() -> PlacementProblem? {
    guard hosts.contains(where: { $0.device == .cpu }), let freer = anchors.absentOnCPU() else { return nil }
    var problem = self
    problem.anchors = freer
    return problem
  }

  /// The problem with the first part allowed on the cpu, from where it is brought for each run: code that asks for the
  /// device of the model gets none then. Nil where there is no cpu to take it, or it cannot be there.
  func firstOnCPU() -> PlacementProblem? {
    guard hosts.contains(where: { $0.device == .cpu }), computing.contains(where: \.device.isAccelerator),
      let freer = anchors.firstOnCPU()
    else { return nil }
    var problem = self
    problem.anchors = freer
    return problem
  }

  /// Whether the accelerators hold a tenth of the weights.
  func holdsEnough(_ placement: ChainPlacement) -> Bool {
    let held = accelerators(of: placement).keys.reduce(0) { $0 +| bits[$1] }
    return 10 *| held >= bits.reduce(0, +|)
  }

  /// The path and bytes of the first part, for messages.
  var firstPart: (path: String, bytes: Int)? {
    anchors.firstPart.map { (groups.row.path($0), (groups.row.parts[$0].bits + 7) / 8) }
  }

  /// Whether a group is kept off the disk where there is room on the cpu.
  func isKeptOffDisk(_ group: Int) -> Bool { anchors.keptOffDisk.contains(group) }

  /// Whether a group must not be offloaded while anything is computed elsewhere.
  func isAnchored(_ group: Int) -> Bool { anchors.groups.contains(group) }

  private func group(of module: Int) -> Int {
    if let unit = groups.row.part(of: module) { return unitGroup[unit] }
    return groups.row.parts(in: module).first.map { unitGroup[$0] } ?? 0
  }

  private mutating func classify(pinsLeaveChain: Bool) {
    let demands = groups.row.demands(task.options.running)
    for (index, group) in groups.groups.enumerated() {
      let isHosted =
        group.pin.map { pin in hosts.contains { $0.device == pin } }
        ?? computing.allSatisfy { group.forbidden.contains($0.device) }
      if isHosted {
        hosted.append(index)
      } else if let pin = group.pin, pinsLeaveChain || bits[index] == 0,
        let accelerator = computing.firstIndex(where: { $0.device == pin })
      {
        beside.append((index, accelerator))
      } else if bits[index] > 0 || group.members.contains(where: { demands[$0].state > 0 || demands[$0].transient > 0 })
      {
        chainGroups.append(index)
      }
    }
  }

  // MARK: To the chain

  /// The chain with what running adds.
  ///
  /// - Parameters:
  ///   - running: nil for weights alone.
  ///   - budgets: replace those of the computing devices.
  func chain(_ running: RunningMemory?, budgets: [DeviceBudget]? = nil) -> Chain {
    let demands = groupDemands(running)
    let offered = budgets ?? computing.map { task.budget(of: $0, with: running) }
    var devices = offered.map { Chain.Accelerator(limit: 8 * min($0.bytes ?? 1 << 57, 1 << 57)) }
    for (group, device) in beside {
      devices[device].base += bits[group] + demands.state[group]
      devices[device].baseTransient = max(devices[device].baseTransient, demands.transient[group])
    }
    var units: [Chain.Unit] = []
    for group in chainGroups {
      var unit = Chain.Unit(weight: bits[group])
      unit.state = demands.state[group]
      unit.transient = demands.transient[group]
      unit.experts = expertBits[group]
      unit.cut = demands.output[group]
      unit.stream += hostedBits[group]
      unit.needsFirst = hostedBits[group] > 0 && !groups.rules.runsExpertsInPlace
      unit.mayOffload =
        groups.groups[group].pin == nil && !isAnchored(group)
        && hosts.contains { !groups.groups[group].forbidden.contains($0.device) }
      units.append(unit)
    }
    for (position, group) in chainGroups.enumerated() {
      block(groups.groups[group], at: position, of: units.count, &devices)
    }
    var chain = Chain(units: units, devices: devices)
    chain.streamFloor = streamFloor()
    chain.offloadsExpertsOfFirstOnly = !groups.rules.runsExpertsInPlace
    if let speeds { setTimes(&chain, speeds, demands) }
    return chain
  }

  /// The problem with the cpu as what computes; nil where nothing runs, or there is no cpu.
  func onCPU() -> PlacementProblem? {
    guard let running = task.options.running, !running.demands.isEmpty, running.training == nil,
      task.devices.contains(where: { $0.device == .cpu }), computing.contains(where: \.device.isAccelerator)
    else { return nil }
    return PlacementProblem(task, groups, speeds: nil, pinsLeaveChain: false, usesAccelerators: false)
  }

  /// What running takes of the cpu in bits, where it computes for all parts; 0 where something else does.
  func needOfCPU(_ running: RunningMemory?) -> Int {
    let demands = groupDemands(running)
    return demands.state.reduce(0, +|) +| (demands.transient.max() ?? 0)
  }

  /// Whether the cpu has room for everything, to run there.
  func cpuHoldsAll(_ running: RunningMemory?) -> Bool {
    guard let cpu = hosts.first(where: { $0.device == .cpu }) else { return false }
    let weights = bits.reduce(0, +|) +| groups.carved.reduce(0) { $0 +| task.weightBits(of: $1.module) }
    return weights +| needOfCPU(running) <= 8 * min(cpu.bytes ?? 1 << 57, 1 << 57)
  }

  /// The chain for when something that must not be offloaded fits no device: then nothing is on the accelerators, and
  /// anything may be on disk.
  func hostedChain(_ running: RunningMemory?) -> Chain {
    var problem = self
    problem.anchors = .none
    var chain = problem.chain(running)
    for (index, device) in computing.enumerated() where device.device.isAccelerator {
      chain.devices[index].blocked = [Bool](repeating: true, count: chain.units.count)
    }
    return chain
  }

  private func block(
    _ group: ConstrainedGroups.Group, at position: Int, of count: Int, _ devices: inout [Chain.Accelerator]
  ) {
    for (index, accelerator) in computing.enumerated() {
      let isBlocked =
        group.forbidden.contains(accelerator.device) || (group.pin.map { $0 != accelerator.device } ?? false)
      guard isBlocked else { continue }
      if devices[index].blocked.isEmpty { devices[index].blocked = [Bool](repeating: false, count: count) }
      devices[index].blocked[position] = true
    }
  }

  /// The largest thing that is on a host in any case and streams.
  private func streamFloor() -> Int {
    var floor = 0
    for group in hosted where !groups.groups[group].isHostOnly {
      for unit in groups.groups[group].members { floor = max(floor, groups.row.parts[unit].bits) }
    }
    for (module, _) in groups.carved { floor = max(floor, task.weightBits(of: module)) }
    let runs = task.options.running?.demands.isEmpty == false
    return runs || computing.contains { $0.device.isAccelerator } ? floor : 0
  }

  /// What running adds to each group, and what it reads, in bits.
  private struct GroupDemands {
    var state: [Int]
    var transient: [Int]
    var output: [Int]
    /// Bits read for one token.
    var read: [Int]
    /// Bits of experts that one token does not read.
    var inactive: [Int]
  }

  /// Of an embedding one row is read, of experts those that the token passes through.
  private func setReads(_ demands: inout GroupDemands, batch: Int) {
    let reads = TokenReads(task.tree, weights: task.weights, batch: batch)
    for (index, group) in groups.groups.enumerated() {
      for unit in group.members {
        let part = groups.row.parts[unit]
        let read = part.tensors.reduce(0) { $0 + reads.bits(ofTensor: $1) }
        demands.read[index] -= part.bits - read
      }
      demands.read[index] = max(0, demands.read[index])
      demands.inactive[index] = expertBits[index] - reads.active(ofExperts: expertBits[index])
    }
  }

  private func groupDemands(_ running: RunningMemory?) -> GroupDemands {
    let zeros = [Int](repeating: 0, count: bits.count)
    var result = GroupDemands(state: zeros, transient: zeros, output: zeros, read: bits, inactive: zeros)
    if speeds != nil { setReads(&result, batch: running?.work.batch ?? 1) }
    guard let running, !running.demands.isEmpty else { return result }
    for (part, demand) in groups.row.demands(running).enumerated() {
      let group = unitGroup[part]
      result.state[group] = min(result.state[group] +| 8 *| demand.state, Self.most)
      result.transient[group] = max(result.transient[group], min(8 *| demand.transient, Self.most))
      result.output[group] = min(8 *| demand.output, Self.most)
    }
    return result
  }

  /// More than any device has; sums of it do not overflow.
  private static let most = 1 << 50

  private func setTimes(_ chain: inout Chain, _ speeds: DeviceSpeeds, _ demands: GroupDemands) {
    for (index, accelerator) in computing.enumerated() {
      let time = { (bits: Int) -> Int in speeds.time(of: bits, on: accelerator.device) ?? 0 }
      chain.devices[index].times = chainGroups.map { time(demands.read[$0]) }
      chain.devices[index].timesWithoutExperts = chainGroups.map { group in
        time(max(0, demands.read[group] - (expertBits[group] - demands.inactive[group])))
      }
    }
    let host = hosts.first?.device ?? .disk
    if let first = computing.first?.device {
      for (position, group) in chainGroups.enumerated() {
        // Offloaded modules are brought whole, inactive experts too.
        chain.units[position].streamTime = speeds.streamTime(of: bits[group], from: host, to: first)
        chain.units[position].expertStreamTime = speeds.streamTime(of: expertBits[group], from: host, to: first)
      }
    }
    setLinks(&chain, speeds)
  }

  private func setLinks(_ chain: inout Chain, _ speeds: DeviceSpeeds) {
    chain.links.hop = speeds.hopNanoseconds * 1000
    chain.links.returnsToFirst = groups.returnsToFirst
    let rates = computing.flatMap { one in
      computing.map { other in
        DeviceSpeeds.picoseconds(1 << 20, bytesPerSecond: speeds.link(one.device, other.device))
      }
    }
    let count = computing.count
    let apart = rates.indices.filter { $0 / count != $0 % count }.map { rates[$0] }
    chain.links.uniform = apart.first ?? 0
    if Set(apart).count > 1 { chain.links.perMebibit = rates }
  }

  // MARK: From the chain

  /// A device for every group; nil where a group is offloaded.
  func accelerators(of placement: ChainPlacement) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (position, group) in chainGroups.enumerated() { result[group] = placement.accelerators[position] }
    for (group, accelerator) in beside { result[group] = accelerator }
    return result
  }

  func weight(ofGroup group: Int) -> Int { bits[group] }

  func groupIndex(ofUnit unit: Int) -> Int { unitGroup[unit] }

  /// The experts of a group that may be offloaded alone.
  func experts(ofGroup group: Int) -> [Int] { groups.experts.filter { self.group(of: $0) == group } }
}
