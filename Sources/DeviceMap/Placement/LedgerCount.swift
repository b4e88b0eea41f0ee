/// Counts a ``Ledger``.
package struct LedgerCount {
  private let tree: ModuleTree
  private let weights: ModuleSizes
  private let places: TensorPlaces
  private let classes: NoSplitClasses
  private let running: RunningMemory?
  /// Position of the device that computes for the hosts; nil when nothing is placed.
  private let main: Int?
  /// Single tensors on a host, by the keys of the map, while their modules compute on an accelerator.
  private var stranded: [Int] = []
  private var ledger: Ledger

  /// - Parameters:
  ///   - weights: sizes of the weights alone.
  ///   - classes: what must not be cut.
  ///   - running: what running adds; nil for weights alone.
  ///   - caps: what a policy left of the budgets.
  package init(
    _ tree: ModuleTree, _ places: TensorPlaces, weights: ModuleSizes, classes: NoSplitClasses, running: RunningMemory?,
    caps: [DeviceBudget] = []
  ) {
    self.tree = tree
    self.weights = weights
    self.places = places
    self.classes = classes
    self.running = running
    let offered = places.devices.map(\.device)
    let computing = running?.training == nil ? offered : TrainingStates.devices(of: offered)
    let mainDevice = Ledger.mainDevice(of: places.keys, among: computing)
    main = mainDevice.flatMap { device in places.devices.firstIndex { $0.device == device } }
    var accounts = places.devices.map { device in
      let cap = caps.first { $0.device == device.device }.map(\.bytes) ?? device.bytes
      return DeviceAccount(device.device, limit: device.limit, reserve: device.reserve, cap: cap)
    }
    for index in accounts.indices {
      let device = accounts[index].device
      accounts[index].first = places.keys.first { $0.device == device }.map { tree.path(of: $0.part) }
      accounts[index].last = places.keys.last { $0.device == device }.map { tree.path(of: $0.part) }
    }
    ledger = Ledger(accounts: accounts, mainDevice: mainDevice)
  }

  /// - Complexity: O(modules + tensors).
  package consuming func count() -> Ledger {
    findStranded()
    countWeights()
    countRunning()
    settleCaps()
    findCutBlocks()
    for tensor in stranded {
      ledger.findings.append(.strandedTensor(path: tree.path(ofTensor: tensor), device: device(of: tensor)))
    }
    findFirstOffloaded()
    findAbsent()
    findReadOutside()
    findBudgets()
    findRefusedHosts()
    findTraining()
    findUnknown()
    return ledger
  }

  private func device(of tensor: Int) -> Device { places.devices[Int(places.positions[tensor])].device }

  /// Position of the device that computes what is on a device.
  private func computing(_ position: Int) -> Int {
    places.devices[position].device.isAccelerator ? position : main ?? position
  }

  private var mainIsAccelerator: Bool { main.map { places.devices[$0].device.isAccelerator } ?? false }

  // MARK: - Bytes

  private mutating func countWeights() {
    let weights = weights
    var bits = [Int](repeating: 0, count: places.devices.count)
    var unplaced = 0
    for tensor in places.positions.indices {
      guard places.positions[tensor] >= 0 else {
        guard tree.tensors[tensor].kind != .transientBuffer, weights.bits(ofTensor: tensor) > 0 else { continue }
        if unplaced == 0 { ledger.firstUnplaced = tree.path(ofTensor: tensor) }
        unplaced += weights.bits(ofTensor: tensor)
        continue
      }
      let position = Int(places.positions[tensor])
      bits[position] += weights.bits(ofTensor: tensor)
      ledger.accounts[position].tensors += 1
    }
    // Tensors that share storage take room on every device they are on.
    for all in tree.tiedGroups {
      let group = all.filter { !tree.tensors[$0].isLoadedApart }
      let used = Set(group.map { places.positions[$0] }.filter { $0 >= 0 }).sorted()
      guard used.count > 1 else { continue }
      if let counted = group.first(where: { !weights.isCountedElsewhere($0) }) {
        for position in used where position != places.positions[counted] {
          bits[Int(position)] += weights.bits(ofTensor: counted)
        }
      }
      ledger.findings.append(
        .tiesApart(
          tensors: group.sorted().map { tree.path(ofTensor: $0) },
          devices: used.map { places.devices[Int($0)].device }.sorted()))
    }
    ledger.unplacedBytes = (unplaced + 7) / 8
    for position in bits.indices { ledger.accounts[position].weights = (bits[position] + 7) / 8 }
  }

  private mutating func countRunning() {
    guard let running, !running.demands.isEmpty else { return }
    for demand in running.demands where demand.module < tree.count {
      var isFirst = true
      var last = -1
      for tensor in tree.allTensors(of: demand.module) where places.positions[tensor] >= 0 {
        let position = computing(Int(places.positions[tensor]))
        guard position != last else { continue }
        last = position
        if isFirst { ledger.accounts[position].state = ledger.accounts[position].state +| demand.resident }
        isFirst = false
        ledger.accounts[position].transient = max(ledger.accounts[position].transient, demand.transient)
      }
    }
    guard let main else { return }
    ledger.accounts[main].transient = ledger.accounts[main].transient +| largestStreamed()
  }

  /// A policy that counts less than what runs on a device leaves it that all the same, as far as the budget goes: the
  /// references know nothing of what is brought from the cpu.
  private mutating func settleCaps() {
    for index in ledger.accounts.indices {
      guard let cap = ledger.accounts[index].cap else { continue }
      let used = min(ledger.accounts[index].used, ledger.accounts[index].budget ?? .max)
      ledger.accounts[index].cap = max(cap, used)
    }
  }

  /// Bytes of the largest part that is brought to the main device to run there.
  private func largestStreamed() -> Int {
    guard places.positions.contains(where: { $0 >= 0 && computing(Int($0)) != Int($0) }) else { return 0 }
    let row = Row(tree, weights: weights, isNoSplit: classes.isNoSplit)
    var largest = 0
    for part in row.parts {
      let streamed = part.tensors.reduce(0) { sum, tensor in
        let position = Int(places.positions[tensor])
        return position < 0 || computing(position) == position ? sum : sum + weights.bits(ofTensor: tensor)
      }
      largest = max(largest, streamed)
    }
    return (largest + 7) / 8
  }

  // MARK: - Findings

  private mutating func findStranded() {
    guard mainIsAccelerator else { return }
    for key in places.keys where !key.device.isAccelerator {
      guard case .tensor(let tensor) = key.part, tree.tensors[tensor].kind != .transientBuffer else { continue }
      stranded.append(tensor)
    }
  }

  private mutating func findCutBlocks() {
    guard Set(places.keys.map(\.device)).count > 1 else { return }
    let alone = Set(stranded)
    var inCutBlocks: Set<Int> = []
    for block in classes.blocks() {
      let range = tree.allTensors(of: block)
      guard isSpread(range) else { continue }
      inCutBlocks.formUnion(range.lazy.filter { alone.contains($0) })
      let placed = range.filter { places.positions[$0] >= 0 }
      let runsOn = placed.map { tensor in
        let position = Int(places.positions[tensor])
        return alone.contains(tensor) ? position : computing(position)
      }
      ledger.findings.append(
        .blockCut(
          .init(
            path: tree.path(of: block), className: tree.className(of: block),
            devices: Set(placed.map { device(of: $0) }).sorted(),
            isFatal: classes.areKnown && Set(runsOn).count > 1)))
    }
    stranded.removeAll { inCutBlocks.contains($0) }
  }

  /// Whether tensors lie on several devices.
  private func isSpread(_ tensors: Range<Int>) -> Bool {
    var first: Int16 = -1
    for position in places.positions[tensors] where position >= 0 && position != first {
      if first >= 0 { return true }
      first = position
    }
    return false
  }

  private mutating func findFirstOffloaded() {
    guard mainIsAccelerator, let first = tree.tensors.indices.first(where: { tree.tensors[$0].kind == .parameter }),
      places.positions[first] >= 0, !device(of: first).isAccelerator,
      !tree.tiedGroups.contains(where: { $0.contains(first) && isApart($0) })
    else { return }
    ledger.findings.append(.firstOffloaded(path: tree.path(ofTensor: first), device: device(of: first)))
  }

  private mutating func findAbsent() {
    let absent = tree.tensors.indices.filter { tensor in
      tree.tensors[tensor].isMissing && tree.tensors[tensor].kind == .parameter && places.positions[tensor] >= 0
        && device(of: tensor) == .disk
    }
    guard let first = absent.first else { return }
    ledger.findings.append(.absentOnDisk(path: tree.path(ofTensor: first), count: absent.count))
  }

  /// What is not there when it is read, or not as it is elsewhere.
  private mutating func findReadOutside() {
    func isOnDisk(_ tensor: Int) -> Bool { places.positions[tensor] >= 0 && device(of: tensor) == .disk }
    let tensors = tree.tensors
    let marked = tensors.indices.filter { tensors[$0].outsideRead != .never || tensors[$0].isKeptInFloat32 }
    for when in [OutsideRead.always, .sometimes] {
      let read = marked.filter { tensor in
        tensors[tensor].outsideRead == when
          && (isOnDisk(tensor) || places.positions[tensor] >= 0 && mainIsAccelerator && device(of: tensor) == .cpu)
      }
      guard let first = read.first else { continue }
      ledger.findings.append(
        .readOutside(
          path: tree.path(ofTensor: first), count: read.count, device: device(of: first), isFatal: when == .always))
    }
    let rounded = marked.filter { tensors[$0].isKeptInFloat32 && isOnDisk($0) }
    if let first = rounded.first {
      ledger.findings.append(.roundedOnDisk(path: tree.path(ofTensor: first), count: rounded.count))
    }
  }

  /// Whether tensors that share storage lie on several devices.
  private func isApart(_ group: [Int]) -> Bool { Set(group.map { places.positions[$0] }).count > 1 }

  private mutating func findBudgets() {
    for account in ledger.accounts {
      guard let budget = account.budget, account.used > budget else { continue }
      ledger.findings.append(.overBudget(device: account.device, used: account.used, budget: budget))
    }
  }

  /// Whether what runs is known.
  private mutating func findUnknown() {
    guard let running, running.isUnknown, let reason = running.memory.unknown else { return }
    ledger.findings.append(
      .runningUnknown(className: running.memory.className, reason: reason.description))
  }

  /// What of a training lies where none runs, and whether all that it keeps is known.
  private mutating func findTraining() {
    guard let running, running.training != nil else { return }
    let trained = TrainingStates.devices(of: places.devices.map(\.device))
    let others = ledger.accounts.filter { $0.weights > 0 && !trained.contains($0.device) }
    if !others.isEmpty {
      ledger.findings.append(
        .trainingOffloaded(others.map(\.device), bytes: others.reduce(0) { $0 +| $1.weights }))
    }
    if running.lacksActivations { ledger.findings.append(.activationsUnknown) }
  }

  /// What the format of packed weights allows on the cpu and on disk.
  private mutating func findRefusedHosts() {
    guard let quantization = tree.quantization else { return }
    let refused = quantization.refused(of: ledger.accounts.filter { $0.weights > 0 }.map(\.device))
    guard !refused.isEmpty else { return }
    let bytes = ledger.accounts.reduce(0) { $0 + (refused.contains($1.device) ? $1.weights : 0) }
    ledger.findings.append(.hostRefused(format: quantization.format.name, refused, bytes: bytes))
  }
}
