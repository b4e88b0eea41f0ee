/// Makes a plan of what a policy decided: resolves it to tensors, counts the ledger, and remarks on it.
struct PlanBuilder {
  private let task: PlacementTask
  private let placement: Placement
  private var resolved: ResolvedPlacement
  private let ledger: Ledger
  private let tree: ModuleTree

  /// - Throws: ``PlacementError`` when a tensor is on no device or on two.
  init(_ task: PlacementTask, _ placement: Placement) throws(PlacementError) {
    self.task = task
    self.placement = placement
    tree = task.tree
    resolved = try ResolvedPlacement(placement, of: task.tree, on: task.devices.map(\.device))
    resolved.adoptOrphans(task)
    let devices = task.devices.enumerated().map { index, device in
      var device = device
      if index < placement.margins.count { device.reserve = device.reserve +| placement.margins[index] }
      return task.budget(of: device, with: placement.running)
    }
    let places = TensorPlaces(resolved.tensors, keys: resolved.keys, devices: devices)
    ledger = LedgerCount(
      tree, places, weights: task.weights, classes: task.classes, running: placement.running ?? task.options.running,
      caps: placement.caps
    ).count()
  }

  func plan(policy: String, notes: [Note]) -> Plan {
    let running = placement.running ?? task.options.running
    return Plan(
      tree: tree, policy: policy, engine: task.engine, engineVersion: task.engine.version(for: tree),
      devices: task.devices, keys: resolved.keys, resolved: resolved, ledger: ledger,
      notes: tree.notes + orphanNotes() + ledger.findings.map(\.note) + notes + placement.notes + leftOutNotes()
        + offloadNotes() + diskNotes() + (running?.notes ?? []),
      trace: placement.trace, certificate: placement.certificate, unplaced: placement.unplaced,
      weights: task.weights, running: running, workload: running.flatMap { PlannedWorkload($0) })
  }

  private func orphanNotes() -> [Note] {
    guard let (tensor, _) = resolved.orphans.first else { return [] }
    let count = resolved.orphans.count
    return [
      Note(
        code: "buffers-of-cut-modules",
        "\(count) buffer\(count == 1 ? "" : "s") of modules that were cut (the first is "
          + "\(tree.path(ofTensor: tensor))) would have no device in the reference and got that of the module's first part"
      )
    ]
  }

  private func leftOutNotes() -> [Note] {
    guard let first = placement.unplaced.first else { return [] }
    let bits = placement.unplaced.reduce(0) { $0 + task.weights.bits(ofTensor: $1) }
    return [
      Note(
        .warning, code: "left-out",
        "\(placement.unplaced.count) parameters of \(ByteText.size((bits + 7) / 8)) have no device, as the architecture allows; "
          + "the first is \(tree.path(ofTensor: first))")
    ]
  }

  /// A warning when something is offloaded for which the accelerators have room.
  ///
  /// They have if their free bytes sum up to what is offloaded, or if one of them could hold the largest layer that is
  /// offloaded besides, on the first, the room to run that layer in.
  private func offloadNotes() -> [Note] {
    let accelerators = ledger.accounts.filter(\.device.isAccelerator)
    let offloaded = accelerators.isEmpty ? 0 : ledger.offloadedBytes
    guard offloaded > 0 else { return [] }
    let rooms = accelerators.map { max(0, $0.free ?? 0) }
    let room = rooms.reduce(0, +|)
    let largest = largestOffloadedLayer()
    let holdsOne = largest > 0 && rooms.enumerated().contains { $1 >= ($0 == 0 ? 2 * largest : largest) }
    guard room >= offloaded || holdsOne else { return [] }
    return [
      Note(
        .warning, code: "offload-with-room",
        "\(ByteText.size(offloaded)) are offloaded to cpu or disk although the accelerators have \(ByteText.size(room)) free"
      )
    ]
  }

  /// A warning when something is on disk, and what would take it where no limit of the cpu was given.
  private func diskNotes() -> [Note] {
    guard let bytes = ledger[.disk]?.weights, bytes > 0 else { return [] }
    let isAlone = !ledger.accounts.contains { $0.device == .cpu }
    return [
      Note(
        .warning, code: "weights-on-disk",
        "\(ByteText.size(bytes)) of the weights are on disk and read again for each token, what fit calls not fitting"
          + (isAlone ? "; a limit of the cpu (cpu=64GiB) puts them into its memory" : ""))
    ]
  }

  /// Bytes of the largest module on cpu or disk that is a leaf or of a no-split class, with its state.
  private func largestOffloadedLayer() -> Int {
    var largest = 0
    var module = 1
    while module < tree.count {
      guard task.isLeaf(module) || task.isNoSplit(module) else {
        module += 1
        continue
      }
      let position = resolved.modules[module]
      if position >= 0, !task.devices[Int(position)].device.isAccelerator {
        largest = max(largest, task.bits(of: module))
      }
      module = tree.end(of: module)
    }
    return (largest + 7) / 8
  }
}

extension ResolvedPlacement {
  /// Gives a buffer that the policy left out its module's first device, or the next with room.
  mutating func adoptOrphans(_ task: PlacementTask) {
    guard !orphans.isEmpty else { return }
    let waiting = Set(orphans.map(\.tensor))
    var used = [Int](repeating: 0, count: task.devices.count)
    for tensor in tensors.indices where tensors[tensor] >= 0 && !waiting.contains(tensor) {
      used[Int(tensors[tensor])] += task.sizes.bits(ofTensor: tensor)
    }
    for (tensor, first) in orphans {
      let bits = task.sizes.bits(ofTensor: tensor)
      let position = (Int(first)..<used.count).first {
        DeviceCap(bytes: task.room(on: task.devices[$0]).bytes).holds(used[$0] + bits, keepingFree: 0)
      }
      used[position ?? Int(first)] += bits
      adopt(tensor, on: Int16(position ?? Int(first)))
    }
    settleKeys()
  }
}
