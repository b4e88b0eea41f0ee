/// Fills the devices in order, part by part, as the references do.
///
/// A part that fits goes on the device at hand. One that does not is cut if it may be, else the device is left for
/// good. On the first GPU and the cpu (or on mps alone) the largest layer still to come is kept free.
struct ReferencePacker {
  let task: PlacementTask
  let caps: [DeviceCap]
  /// Tied groups are placed in one piece, transitively, instead of as the references do it.
  let tiesAsOne: Bool
  let ties: TieTable
  var work: WorkList
  var reserve: LayerReserve
  /// Bits on each device, and after it was left also what was kept free on it.
  private(set) var used: [Int]
  var current = 0
  /// The last fallback of the device at hand was not placed, so there is no use in another.
  var fallbackFailed = false
  /// A fallback was searched for, with or without success.
  var usedFallback = false
  /// Modules that were replaced by their tensors.
  var dissolved: Set<Int> = []
  private(set) var assignments: [Placement.Assignment] = []
  private(set) var unplaced: [Int] = []
  private var trace: [TraceEvent] = []
  private let layers: LayerPositions
  private let isMain: [Bool]

  /// A part that is tried, with what it is tied to.
  struct Candidate {
    var part: TreePart
    var size: Int
    var sizeWithTies: Int
    /// Parts of the list that share storage with this one.
    var partners: [TreePart]
    var isTied: Bool
  }

  /// A tied tensor whose other half is in no part of the list.
  struct LostPartner: Error { var tensor: Int }

  init(_ task: PlacementTask, caps: [DeviceCap], ties: TieTable, tiesAsOne: Bool) {
    self.task = task
    self.caps = caps
    self.tiesAsOne = tiesAsOne
    self.ties = ties
    work = WorkList(task)
    layers = LayerPositions(task)
    reserve = LayerReserve(sizes: layers.sizes, provisional: layers.provisional)
    used = [Int](repeating: 0, count: caps.count)
    let accelerators = task.devices.map(\.device).filter(\.isAccelerator)
    let main: [Device] = accelerators.contains(.mps) ? [.mps] : Array(accelerators.prefix(1)) + [.cpu]
    isMain = task.devices.map { main.contains($0.device) }
  }

  /// Bits kept free on the device at hand.
  var kept: Int { isMain[current] ? reserve.largest : 0 }

  var usedHere: Int { used[current] }

  mutating func pack() throws(LostPartner) {
    while let part = work.next() {
      reserve.attempt(layers.range(of: part))
      let candidate = try candidate(part)
      if fits(candidate.sizeWithTies) {
        place(candidate)
      } else if !splitPartner(of: candidate), !split(candidate), try !placeAnother(before: candidate) {
        leaveDevice(candidate)
      }
    }
  }

  func fits(_ size: Int) -> Bool { caps[current].holds(usedHere + size, keepingFree: kept) }

  private mutating func place(_ candidate: Candidate) {
    let device = task.devices[current].device
    record(candidate, .placed)
    assign(candidate.part, to: device)
    reserve.place(layers.range(of: candidate.part))
    for partner in candidate.partners {
      record(partner, .placedWithTies, task.bits(of: partner), task.bits(of: partner))
      assign(partner, to: device)
      reserve.takeAlong(layers.range(of: partner))
    }
    used[current] += candidate.sizeWithTies
    fallbackFailed = false
  }

  private mutating func assign(_ part: TreePart, to device: Device) {
    work.take(part)
    assignments.append(.init(part, on: device))
  }

  private mutating func leaveDevice(_ candidate: Candidate) {
    record(candidate, .nextDevice)
    used[current] += kept
    current += 1
    fallbackFailed = false
    work.putFirst(candidate.part)
  }

  mutating func record(_ candidate: Candidate, _ outcome: TraceEvent.Outcome, partner: Int? = nil) {
    record(candidate.part, outcome, candidate.size, candidate.sizeWithTies, partner)
  }

  private mutating func record(
    _ part: TreePart, _ outcome: TraceEvent.Outcome, _ size: Int, _ sizeWithTies: Int, _ partner: Int? = nil
  ) {
    trace.append(
      TraceEvent(
        part, device: current, outcome: outcome, partner: partner, size: size, sizeWithTies: sizeWithTies,
        used: usedHere, cap: caps[current].bits, reserve: kept))
  }

  func isSplittable(_ module: Int) -> Bool { !task.isLeaf(module) && !task.isNoSplit(module) }

  /// The part is out of the list without a device.
  mutating func dissolve(_ part: TreePart) {
    work.take(part)
    reserve.place(layers.range(of: part))
  }

  mutating func leaveOut(_ tensor: Int) { unplaced.append(tensor) }

  func layerRange(of part: TreePart) -> Range<Int> { layers.range(of: part) }

  func placement(_ balance: Balance, notes: [Note]) -> Placement {
    // What was kept free for the layer that runs is left of the budget as well.
    let budgets = zip(task.devices, caps).map { device, cap in
      let kept = (device.bytes ?? 0) - (task.room(on: device).bytes ?? 0)
      return DeviceBudget(device.device, bytes: cap.bits.map { min($0 / 8 + kept, device.bytes ?? .max) })
    }
    var placement = Placement(
      assignments, caps: budgets, unplaced: unplaced,
      keepsKeys: task.engine == .transformers && !task.tree.noPlacementParameters.isEmpty, trace: trace,
      notes: balance.notes + notes + fallbackNotes() + bufferNotes())
    placement.margins = balance.margins
    return placement
  }
}

/// The layers of a tree, topmost modules that are leaves or of a no-split class, numbered in placing order between the
/// tensors that the root owns.
private struct LayerPositions {
  private(set) var sizes: ContiguousArray<Int> = []
  /// Positions of the root's tensors.
  private(set) var provisional: [Int] = []
  /// Layers before each module.
  private var before: ContiguousArray<Int32>
  private let tree: ModuleTree
  private let rootParameters: Range<Int>
  private let rootBuffers: Range<Int>

  init(_ task: PlacementTask) {
    tree = task.tree
    rootParameters = task.ownParameters(of: 0)
    rootBuffers = task.ownBuffers(of: 0)
    before = ContiguousArray(repeating: 0, count: tree.count + 1)
    for tensor in rootParameters { sizes.append(task.sizes.bits(ofTensor: tensor)) }
    var module = 1
    while module < tree.count {
      before[module] = Int32(sizes.count)
      if task.isLeaf(module) || task.isNoSplit(module) {
        sizes.append(task.bits(of: module))
        module = tree.end(of: module)
      } else {
        module += 1
      }
    }
    before[tree.count] = Int32(sizes.count)
    let layerEnd = sizes.count
    for tensor in rootBuffers { sizes.append(task.sizes.bits(ofTensor: tensor)) }
    provisional = Array(0..<rootParameters.count) + Array(layerEnd..<sizes.count)
  }

  /// The layers of a part that stands in the list: none for tensors but the root's.
  func range(of part: TreePart) -> Range<Int> {
    switch part {
    case .module(let module): return Int(before[module])..<Int(before[tree.end(of: module)])
    case .tensor(let tensor):
      if rootParameters.contains(tensor) {
        let position = tensor - rootParameters.lowerBound
        return position..<position + 1
      }
      if rootBuffers.contains(tensor) {
        let position = Int(before[tree.count]) + tensor - rootBuffers.lowerBound
        return position..<position + 1
      }
      return 0..<0
    }
  }
}
