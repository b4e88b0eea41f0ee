/// The units of a model as groups that go together, with what is demanded of each.
struct ConstrainedGroups {
  struct Group {
    /// Units in definition order.
    var members: [Int]
    var pin: Device?
    var forbidden: [Device] = []
    var isHostOnly = false
    /// The rules that speak of it.
    var rules: [PlacementConstraints.Rule] = []
  }

  let task: PlacementTask
  let row: Row
  private(set) var groups: [Group] = []
  /// Modules inside blocks that are pinned to a host, in definition order.
  private(set) var carved: [(module: Int, device: Device)] = []
  /// Modules called `experts` inside blocks, in definition order.
  private(set) var experts: [Int] = []
  /// Whether what runs last is with what runs first.
  private(set) var returnsToFirst = false

  let rules: PlacementConstraints

  /// Patterns times modules: some seconds.
  private static let mostMatches = 1 << 24

  /// - Throws: ``ConstraintError`` when a rule matches nothing, cuts a block, or contradicts another.
  init(
    _ task: PlacementTask, _ row: Row, _ rules: PlacementConstraints, keepsTowersTogether: Bool
  ) throws(ConstraintError) {
    self.task = task
    self.row = row
    self.rules = rules
    let patterns = rules.rules.reduce(0) { $0 + $1.patterns.count }
    guard patterns.multipliedReportingOverflow(by: task.tree.count).partialValue <= Self.mostMatches else {
      throw .tooManyPatterns(patterns, modules: task.tree.count)
    }
    var joined = UnitGroups(count: row.parts.count)
    joinTies(&joined)
    let inputs = rules.keepsInputsAndOutputsOnFirst ? joinInputs(&joined) : nil
    if keepsTowersTogether, let towers = row.towersWithEmbedding(of: task.tree) { joined.join(towers) }
    for rule in rules.rules {
      guard case .together(let patterns) = rule else { continue }
      var all: [Int] = []
      for pattern in patterns { all += try wholeUnits(pattern, rule) }
      joined.join(all.sorted())
    }
    var groupOf = collect(&joined)
    if let inputs { moveToFront(groupOf[inputs], &groupOf) }
    try apply(groupOf)
    try findExperts()
    try checkCarvedTies()
    try checkContradictions()
    markReturn()
  }

  // MARK: Groups

  private func joinTies(_ joined: inout UnitGroups) {
    let tree = task.tree
    for group in tree.tiedGroups {
      joined.join(group.compactMap { row.part(of: Int(tree.tensors[$0].owner)) })
    }
  }

  /// Joins what is outside the repeated blocks; the first of it.
  private func joinInputs(_ joined: inout UnitGroups) -> Int? {
    let inputs = row.parts.indices.filter { !row.parts[$0].isBlock }
    joined.join(inputs)
    return inputs.first
  }

  /// Groups in order of their first units, and the group of each unit.
  private mutating func collect(_ joined: inout UnitGroups) -> [Int] {
    var groupOf = [Int](repeating: -1, count: row.parts.count)
    for unit in row.parts.indices {
      let first = joined.first(of: unit)
      if first == unit {
        groupOf[unit] = groups.count
        groups.append(Group(members: [unit]))
      } else {
        groupOf[unit] = groupOf[first]
        groups[groupOf[first]].members.append(unit)
      }
    }
    return groupOf
  }

  private mutating func moveToFront(_ group: Int, _ groupOf: inout [Int]) {
    groups.insert(groups.remove(at: group), at: 0)
    for unit in groupOf.indices {
      if groupOf[unit] == group { groupOf[unit] = 0 } else if groupOf[unit] < group { groupOf[unit] += 1 }
    }
  }

  private mutating func markReturn() {
    let last = row.parts.indices.last { row.parts[$0].bits > 0 }
    let first = groups.first { group in group.members.contains { row.parts[$0].bits > 0 } }
    if let last, let first, let own = first.members.first, own != last { returnsToFirst = first.members.contains(last) }
  }

  // MARK: Rules

  private func matches(_ pattern: ModulePattern, _ rule: PlacementConstraints.Rule) throws(ConstraintError) -> [Int] {
    let found = pattern.moduleIndices(in: task.tree)
    if found.isEmpty { throw .matchesNothing(pattern: pattern.text, rule: rule.description) }
    return found
  }

  private func wholeUnits(
    _ pattern: ModulePattern, _ rule: PlacementConstraints.Rule
  ) throws(ConstraintError) -> [Int] {
    var result: [Int] = []
    for module in try matches(pattern, rule) {
      let inside = row.parts(in: module)
      if inside.isEmpty, let unit = row.part(of: module) {
        throw .cutsBlock(block: row.path(unit), module: task.tree.path(of: module), rule: rule.description)
      }
      result += inside
    }
    return result
  }

  private mutating func apply(_ groupOf: [Int]) throws(ConstraintError) {
    for rule in rules.rules {
      switch rule {
      case .together(let patterns):
        var matched: Set<Int> = []
        for pattern in patterns { matched.formUnion(try wholeUnits(pattern, rule).map { groupOf[$0] }) }
        for group in matched.sorted() { note(rule, group) }
      case .pin(let pattern, let device):
        try checkOffered(device, rule)
        try pin(pattern, device, rule, groupOf)
      case .hostOnly(let pattern):
        try checkOffered(.cpu, rule)
        try pin(pattern, .cpu, rule, groupOf)
        for unit in try wholeUnits(pattern, rule) { groups[groupOf[unit]].isHostOnly = true }
      case .forbid(let pattern, let device):
        try checkOffered(device, rule)
        for unit in try wholeUnits(pattern, rule) {
          groups[groupOf[unit]].forbidden.append(device)
          note(rule, groupOf[unit])
        }
      }
    }
  }

  private mutating func note(_ rule: PlacementConstraints.Rule, _ group: Int) {
    if !groups[group].rules.contains(rule) { groups[group].rules.append(rule) }
  }

  private func checkOffered(_ device: Device, _ rule: PlacementConstraints.Rule) throws(ConstraintError) {
    guard task.devices.contains(where: { $0.device == device }) else {
      throw .deviceNotOffered(device, rule: rule.description)
    }
  }

  private mutating func pin(
    _ pattern: ModulePattern, _ device: Device, _ rule: PlacementConstraints.Rule, _ groupOf: [Int]
  ) throws(ConstraintError) {
    for module in try matches(pattern, rule) {
      let inside = row.parts(in: module)
      if inside.isEmpty, let unit = row.part(of: module) {
        guard !device.isAccelerator else {
          throw .cutsBlock(block: row.path(unit), module: task.tree.path(of: module), rule: rule.description)
        }
        try carve(module, device, rule)
        note(rule, groupOf[unit])
      }
      for unit in inside { try pin(groupOf[unit], device, rule) }
    }
  }

  private mutating func pin(
    _ group: Int, _ device: Device, _ rule: PlacementConstraints.Rule
  ) throws(ConstraintError) {
    note(rule, group)
    if let known = groups[group].pin, known != device {
      throw .contradiction(module: row.path(groups[group].members[0]), rules: groups[group].rules.map(\.description))
    }
    groups[group].pin = device
  }

  private mutating func carve(
    _ module: Int, _ device: Device, _ rule: PlacementConstraints.Rule
  ) throws(ConstraintError) {
    for (other, otherDevice) in carved {
      let isWithin = module < task.tree.end(of: other) && other < task.tree.end(of: module)
      guard isWithin else { continue }
      if other == module, otherDevice == device { return }
      throw .contradiction(module: task.tree.path(of: module), rules: rules.rules.map(\.description))
    }
    carved.append((module, device))
  }

  // MARK: Experts and checks

  private mutating func findExperts() throws(ConstraintError) {
    guard rules.experts != .withLayers else { return }
    let tree = task.tree
    for unit in row.parts where unit.isBlock {
      var module = unit.module + 1
      while module < tree.end(of: unit.module) {
        guard tree.name(of: module) == "experts" else {
          module += 1
          continue
        }
        if task.weightBits(of: module) > 0, !carved.contains(where: { $0.module == module }) {
          experts.append(module)
        }
        module = tree.end(of: module)
      }
    }
    if experts.isEmpty { throw .noExperts }
    guard rules.experts == .cpu else { return }
    let host = task.devices.contains { $0.device == .cpu } ? Device.cpu : .disk
    for module in experts { carved.append((module, host)) }
    experts = []
  }

  private mutating func checkCarvedTies() throws(ConstraintError) {
    carved.sort { $0.module < $1.module }
    let tree = task.tree
    for group in tree.tiedGroups {
      let hosts = group.map { tensor in carver(of: Int(tree.tensors[tensor].owner)) }
      guard let first = hosts.first, let apart = hosts.firstIndex(where: { $0 != first }) else { continue }
      throw .separatesTied(
        tensor: tree.path(ofTensor: group[apart]), from: tree.path(ofTensor: group[0]),
        rule: rules.rules.map(\.description).joined(separator: " "))
    }
    experts.removeAll { module in
      tree.tiedGroups.contains { group in
        let inside = group.filter { (module..<tree.end(of: module)).contains(Int(tree.tensors[$0].owner)) }
        return !inside.isEmpty && inside.count < group.count
      }
    }
  }

  private func carver(of module: Int) -> Device? {
    carved.first { $0.module <= module && module < task.tree.end(of: $0.module) }?.device
  }

  private func checkContradictions() throws(ConstraintError) {
    for group in groups where !group.rules.isEmpty {
      let isImpossible =
        group.pin.map { group.forbidden.contains($0) }
        ?? task.devices.allSatisfy { group.forbidden.contains($0.device) }
      if isImpossible {
        throw .contradiction(module: row.path(group.members[0]), rules: group.rules.map(\.description))
      }
    }
  }
}
