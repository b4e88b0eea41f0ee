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
  private let loads: PlacementLoads?
  /// Bits per group without what is carved out of it, and of the experts that may be.
  private var bits: [Int]
  private var expertBits: [Int]
  private var unitGroup: [Int]

  /// - Parameter pinsLeaveChain: what is pinned to an accelerator does not count as a part of its stretch, so that the
  ///   device may hold it besides a stretch elsewhere in the chain.
  init(
    _ task: PlacementTask, _ groups: ConstrainedGroups, speeds: DeviceSpeeds?, loads: PlacementLoads?,
    pinsLeaveChain: Bool
  ) {
    self.task = task
    self.groups = groups
    self.speeds = speeds
    self.loads = loads
    let accelerators = task.devices.filter(\.device.isAccelerator)
    let devices = accelerators.isEmpty ? task.devices.filter { $0.device == .cpu } : accelerators
    computing = devices
    hosts = task.devices.filter { host in !devices.contains { $0.device == host.device } }
    bits = groups.groups.map { group in group.members.reduce(0) { $0 + groups.units.units[$1].bits } }
    expertBits = [Int](repeating: 0, count: bits.count)
    unitGroup = [Int](repeating: 0, count: groups.units.units.count)
    for (index, group) in groups.groups.enumerated() {
      for unit in group.members { unitGroup[unit] = index }
    }
    for (module, _) in groups.carved { bits[group(of: module)] -= task.bits(of: .module(module)) }
    for module in groups.experts { expertBits[group(of: module)] += task.bits(of: .module(module)) }
    classify(pinsLeaveChain: pinsLeaveChain)
  }

  private func group(of module: Int) -> Int {
    if let unit = groups.units.unit(of: module) { return unitGroup[unit] }
    return groups.units.units(in: module).first.map { unitGroup[$0] } ?? 0
  }

  private mutating func classify(pinsLeaveChain: Bool) {
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
      } else if bits[index] > 0 || hasLoad(index) {
        chainGroups.append(index)
      }
    }
  }

  private func hasLoad(_ group: Int) -> Bool {
    guard let loads else { return false }
    return loads.at(max(1, loads.tokens)).contains {
      self.group(of: $0.module) == group && ($0.resident > 0 || $0.transient > 0)
    }
  }

  // MARK: To the chain

  /// The chain with so many tokens held.
  func chain(tokens: Int) -> Chain {
    let state = groupLoads(tokens: tokens)
    var devices = computing.map { Chain.Accelerator(limit: 8 * min($0.bytes ?? 1 << 57, 1 << 57)) }
    for (group, accelerator) in beside {
      devices[accelerator].base += bits[group] + state.resident[group]
      devices[accelerator].baseTransient = max(devices[accelerator].baseTransient, state.transient[group])
    }
    var units: [Chain.Unit] = []
    for group in chainGroups {
      var unit = Chain.Unit(weight: bits[group])
      unit.state = state.resident[group]
      unit.transient = state.transient[group]
      unit.experts = expertBits[group]
      unit.cut = state.output[group]
      unit.mayOffload =
        groups.groups[group].pin == nil
        && hosts.contains { !groups.groups[group].forbidden.contains($0.device) }
      units.append(unit)
    }
    for (position, group) in chainGroups.enumerated() {
      block(groups.groups[group], at: position, of: units.count, &devices)
    }
    var chain = Chain(units: units, devices: devices)
    chain.streamFloor = streamFloor()
    if let speeds { setTimes(&chain, speeds, read: state.read) }
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
      for unit in groups.groups[group].members { floor = max(floor, groups.units.units[unit].bits) }
    }
    for (module, _) in groups.carved { floor = max(floor, task.bits(of: .module(module))) }
    return computing.contains { $0.device.isAccelerator } ? floor : 0
  }

  private struct GroupLoads {
    var resident: [Int]
    var transient: [Int]
    var output: [Int]
    /// Bits read for one token.
    var read: [Int]
  }

  private func groupLoads(tokens: Int) -> GroupLoads {
    let zeros = [Int](repeating: 0, count: bits.count)
    var result = GroupLoads(resident: zeros, transient: zeros, output: zeros, read: bits)
    for (index, group) in groups.groups.enumerated() {
      // Of an embedding one row is read.
      for unit in group.members where isLookup(groups.units.units[unit]) {
        result.read[index] -= groups.units.units[unit].bits
      }
    }
    for load in loads?.at(tokens) ?? [] {
      let group = group(of: load.module)
      result.resident[group] += 8 * load.resident
      result.transient[group] = max(result.transient[group], 8 * load.transient)
      result.output[group] = 8 * load.output
      if let read = load.read { result.read[group] += 8 * read - task.bits(of: .module(load.module)) }
    }
    result.read = result.read.map { max(0, $0) }
    return result
  }

  /// An embedding whose weights are not used as a head besides.
  private func isLookup(_ unit: PlacementUnits.Unit) -> Bool {
    let tree = task.tree
    guard tree.className(of: unit.module) == "Embedding", !unit.isOwnTensorsOnly else { return false }
    let own = tree.allTensors(of: unit.module)
    return !own.contains { tree.tensors[$0].tiedTo >= 0 } && !tree.tiedGroups.contains { own.contains($0[0]) }
  }

  private func setTimes(_ chain: inout Chain, _ speeds: DeviceSpeeds, read: [Int]) {
    for (index, accelerator) in computing.enumerated() {
      chain.devices[index].times = chainGroups.map { speeds.time(of: read[$0], on: accelerator.device) ?? 0 }
      chain.devices[index].timesWithoutExperts = chainGroups.map { group in
        speeds.time(of: max(0, read[group] - expertBits[group]), on: accelerator.device) ?? 0
      }
    }
    let host = hosts.first?.device ?? .disk
    if let first = computing.first?.device {
      for (position, group) in chainGroups.enumerated() {
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
