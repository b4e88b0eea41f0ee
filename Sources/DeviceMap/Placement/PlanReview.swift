/// Checks a placement, adds up what it uses, and remarks on it.
struct PlanReview {
  let task: PlacementTask
  private let placement: Placement
  private(set) var coverage: ResolvedPlacement
  /// Bits on each device, in device order.
  private(set) var used: [Int]
  private var violations: [PlanViolation] = []
  private var notes: [Note] = []

  private let tree: ModuleTree

  /// - Throws: ``PlacementError`` when a tensor is on no device or on two.
  init(_ task: PlacementTask, _ placement: Placement) throws(PlacementError) {
    self.task = task
    tree = task.tree
    self.placement = placement
    coverage = try ResolvedPlacement(placement, of: task.tree, on: task.devices.map(\.device))
    used = [Int](repeating: 0, count: task.devices.count)
    addUp()
    adoptOrphans()
    checkBlocks()
    checkBudgets()
    checkHost()
  }

  mutating func addNotes(_ more: [Note]) { notes += more }

  private mutating func addUp() {
    let orphans = Set(coverage.orphans.map(\.tensor))
    let (places, sizes) = (coverage.tensors, task.sizes)
    for tensor in places.indices {
      let place = Int(places[tensor])
      guard place >= 0, orphans.isEmpty || !orphans.contains(tensor) else { continue }
      used[place] += sizes.bits(ofTensor: tensor)
    }
    checkTies()
  }

  /// Gives a buffer that has no device its module's first one, or the next with room.
  private mutating func adoptOrphans() {
    for (tensor, first) in coverage.orphans {
      let bits = task.sizes.bits(ofTensor: tensor)
      let candidates = Int(first)..<used.count
      let position = candidates.first {
        DeviceCap(bytes: task.devices[$0].bytes).holds(used[$0] + bits, keepingFree: 0)
      }
      used[position ?? Int(first)] += bits
      coverage.adopt(tensor, on: Int16(position ?? Int(first)))
    }
    coverage.settleKeys()
    guard let (tensor, _) = coverage.orphans.first else { return }
    let count = coverage.orphans.count
    notes.append(
      Note(
        code: "buffers-of-cut-modules",
        "\(count) buffer\(count == 1 ? "" : "s") of modules that were cut (the first is "
          + "\(tree.path(ofTensor: tensor))) would have no device in the reference and got that of the module's first part"
      ))
  }

  /// Tensors that share storage take room on every device they are on.
  private mutating func checkTies() {
    for group in tree.tiedGroups {
      guard let holder = group.first(where: { !task.sizes.isCountedElsewhere($0) }) else { continue }
      let devices = Set(group.map { coverage.tensors[$0] }.filter { $0 >= 0 })
      if devices.count < 2 { continue }
      for device in devices where device != coverage.tensors[holder] {
        used[Int(device)] += task.sizes.bits(ofTensor: holder)
      }
      report(.tiedApart(group.map { tree.path(ofTensor: $0) }))
    }
  }

  private mutating func checkBlocks() {
    var module = 1
    while module < tree.count {
      let isCut = task.isNoSplit(module) && isSpread(module)
      if isCut { report(.cut(module: tree.path(of: module))) }
      // A module that is whole, or cut and reported, need not be looked into.
      module = isCut || coverage.modules[module] >= 0 ? tree.end(of: module) : module + 1
    }
  }

  private func isSpread(_ module: Int) -> Bool {
    if placement.apart.isEmpty {
      let placed = coverage.tensors[tree.allTensors(of: module)]
      var first: Int16 = -1
      for device in placed where device >= 0 && device != first {
        if first >= 0 { return true }
        first = device
      }
      return false
    }
    let inside = placement.apart.filter { (module..<tree.end(of: module)).contains($0) }
    let apart = inside.map { tree.allTensors(of: $0) }
    let placed = tree.allTensors(of: module).lazy.filter { tensor in !apart.contains { $0.contains(tensor) } }
      .map { coverage.tensors[$0] }.filter { $0 >= 0 }
    guard let first = placed.first else { return false }
    return placed.contains { $0 != first }
  }

  private mutating func checkBudgets() {
    for (index, device) in task.devices.enumerated() {
      if DeviceCap(bytes: device.bytes).holds(used[index], keepingFree: 0) { continue }
      report(.overBudget(device.device, bytes: (used[index] + 7) / 8 - (device.bytes ?? 0)))
    }
  }

  /// What the format of packed weights allows on the cpu and on disk.
  private mutating func checkHost() {
    guard let quantization = tree.quantization else { return }
    let inUse = used.indices.filter { used[$0] > 0 }
    let refused = quantization.refused(of: inUse.map { task.devices[$0].device })
    guard !refused.isEmpty else { return }
    let bits = inUse.filter { refused.contains(task.devices[$0].device) }.reduce(0) { $0 + used[$1] }
    report(.hostRefused(quantization.format, refused, bytes: (bits + 7) / 8))
  }

  private mutating func report(_ violation: PlanViolation) {
    violations.append(violation)
    switch violation {
    case .cut(let module):
      notes.append(Note(.warning, code: "block-cut", "\(module) must not be cut but lies on several devices"))
    case .tiedApart(let tensors):
      notes.append(
        Note(
          .warning, code: "tied-apart", "\(tensors.joined(separator: ", ")) share storage but lie on several devices"))
    case .hostRefused(let format, let devices, let bytes):
      notes.append(
        Note(
          .warning, code: "host-refused",
          "\(format.name) weights cannot be on \(devices.map(\.description).joined(separator: " or ")), "
            + "where \(bytes) bytes of the model are"))
    case .overBudget(let device, let bytes):
      notes.append(Note(.warning, code: "over-budget", "device \(device) carries \(bytes) bytes more than its budget"))
    }
  }

  func plan(policy: String) -> Plan {
    Plan(
      tree: tree, policy: policy, engine: task.engine, devices: task.devices, keys: coverage.keys, coverage: coverage,
      usage: Usage(loads: loads()), violations: violations, notes: tree.notes + notes + leftOutNotes() + offloadNotes(),
      trace: placement.trace, certificate: placement.certificate, unplaced: placement.unplaced)
  }

  private func loads() -> [Usage.Load] {
    let path = { (part: Placement.Part) in
      switch part {
      case .module(let module): tree.path(of: module)
      case .tensor(let tensor): tree.path(ofTensor: tensor)
      }
    }
    let running = runningBits()
    return task.devices.enumerated().map { index, device in
      let cap = placement.caps.first { $0.device == device.device } ?? device
      let first = coverage.keys.first { $0.device == device.device }
      let last = coverage.keys.last { $0.device == device.device }
      return Usage.Load(
        device: device.device, budget: device.bytes, cap: cap.bytes, weights: (used[index] - running[index] + 7) / 8,
        states: running[index] / 8, reserve: device.reserve, first: first.map { path($0.part) },
        last: last.map { path($0.part) })
    }
  }

  /// Bits of caches and states on each device.
  private func runningBits() -> [Int] {
    var result = [Int](repeating: 0, count: used.count)
    guard task.sizes.hasRunningBits else { return result }
    for tensor in tree.tensors.indices where coverage.tensors[tensor] >= 0 {
      result[Int(coverage.tensors[tensor])] += task.sizes.runningBits(ofTensor: tensor)
    }
    return result
  }

  private func leftOutNotes() -> [Note] {
    guard let first = placement.unplaced.first else { return [] }
    let bits = placement.unplaced.reduce(0) { $0 + task.sizes.bits(ofTensor: $1) }
    return [
      Note(
        .warning, code: "left-out",
        "\(placement.unplaced.count) parameters of \((bits + 7) / 8) bytes have no device, as the architecture allows; "
          + "the first is \(tree.path(ofTensor: first))")
    ]
  }
}
