/// The keys of a map, resolved to the tensors of a tree.
struct MapKeys {
  private(set) var findings: [PlacementFinding] = []
  /// Keys that match nothing.
  private(set) var dead: [String] = []
  private(set) var places: TensorPlaces
  private let tree: ModuleTree
  /// Whether a key covers the tensor, be its device known or not.
  private var hasKey: [Bool]
  /// All keys name the cpu: transformers loads what has none there, too, and sends nothing anywhere.
  private let leavesRestToCPU: Bool

  /// Gives every tensor the device of its deepest key.
  ///
  /// - Parameter budgets: the devices there are; empty for those that the map names.
  init(_ map: [WrittenMapEntry], tree: ModuleTree, budgets: [DeviceBudget]) {
    self.tree = tree
    hasKey = Array(repeating: false, count: tree.tensors.count)
    leavesRestToCPU = !map.isEmpty && map.allSatisfy { $0.known == .cpu }
    let known = budgets.isEmpty ? nil : Set(budgets.map(\.device))
    var seen = ByteTable(expectedCount: map.count)
    var targets: [Target] = []
    var named = Set(budgets.map(\.device))
    let index = ModuleIndex(tree)
    for entry in map {
      if !seen.insert(entry.key).isNew { findings.append(.repeatedKey(entry.key)) }
      var device = entry.known
      // More devices than there are budgets for at most are none of one machine.
      if let new = device, !named.contains(new) {
        if named.count > MaxMemory.mostGPUs { device = nil } else { named.insert(new) }
      }
      if device.map({ known?.contains($0) == false && $0 != .disk }) ?? true {
        findings.append(.unknownDevice(key: entry.key, device: entry.device))
      }
      if let part = index.part(at: entry.key) {
        targets.append(Target(part: part, tensors: tree.tensors(of: part), device: device))
      } else {
        findings.append(.deadKey(entry.key))
        dead.append(entry.key)
      }
    }
    let offered = Set(budgets.map(\.device))
    let others = Set(targets.compactMap(\.device) + (leavesRestToCPU ? [.cpu] : [])).subtracting(offered)
    let devices = (budgets + others.sorted().map { DeviceBudget($0, bytes: nil) }).sorted { $0.device < $1.device }
    let positions = ContiguousArray<Int16>(repeating: -1, count: tree.tensors.count)
    places = TensorPlaces(positions, keys: [], devices: devices)
    take(targets)
  }

  /// A key that matches.
  private struct Target {
    var part: TreePart
    var tensors: Range<Int>
    var device: Device?

    /// A number that is larger for a part within another one of the same tensors.
    var depth: Int {
      switch part {
      case .module(let module): module
      case .tensor: .max
      }
    }
  }

  /// Gives each tensor the device of the deepest key above it, of keys of the same part the last.
  private mutating func take(_ targets: [Target]) {
    var positions: [Device: Int16] = [:]
    for (position, budget) in places.devices.enumerated() { positions[budget.device] = Int16(position) }
    // Ranges nest or are disjoint: outer ones first, so that those still open form a stack.
    let order = targets.indices.sorted { left, right in
      let (one, other) = (targets[left], targets[right])
      return (one.tensors.lowerBound, other.tensors.count, one.depth, left)
        < (other.tensors.lowerBound, one.tensors.count, other.depth, right)
    }
    var open: [(end: Int, position: Int16)] = []
    var next = 0
    func close(until end: Int, _ places: inout TensorPlaces, _ hasKey: inout [Bool]) {
      while let inner = open.last {
        let stop = min(inner.end, end)
        while next < stop {
          places.positions[next] = inner.position
          hasKey[next] = true
          next += 1
        }
        guard inner.end <= end else { return }
        open.removeLast()
      }
    }
    for index in order {
      let target = targets[index]
      close(until: target.tensors.lowerBound, &places, &hasKey)
      next = max(next, target.tensors.lowerBound)
      open.append((target.tensors.upperBound, target.device.flatMap { positions[$0] } ?? -1))
    }
    close(until: .max, &places, &hasKey)
    places.keys = order.compactMap { index in
      targets[index].device.map { Placement.Assignment(targets[index].part, on: $0) }
    }
  }

  /// Reports the outermost wholly uncovered parts and returns the paths of every module in them, for renames.
  ///
  /// Buffers that are in no file need no key: those of a module that is cut go with its first part.
  mutating func findUncovered(_ weights: ModuleSizes) -> [String] {
    var missing = [0]
    missing.reserveCapacity(hasKey.count + 1)
    for covered in hasKey { missing.append(missing[missing.count - 1] + (covered ? 0 : 1)) }
    var paths: [String] = []
    var module = 0
    var reportedUntil = 0
    while module < tree.count {
      let range = tree.allTensors(of: module)
      let count = missing[range.upperBound] - missing[range.lowerBound]
      if count == 0 {
        module = tree.end(of: module)
        continue
      }
      if count == range.count {
        if module >= reportedUntil {
          reportedUntil = tree.end(of: module)
          report(.module(module), weights)
        }
        paths.append(tree.path(of: module))
      } else {
        for tensor in tree.ownTensors(of: module) where !hasKey[tensor] {
          if tree.tensors[tensor].kind == .transientBuffer {
            places.positions[tensor] = places.positions[range].first { $0 >= 0 } ?? -1
          } else {
            report(.tensor(tensor), weights)
          }
        }
      }
      module += 1
    }
    return paths
  }

  private mutating func report(_ part: TreePart, _ weights: ModuleSizes) {
    let tensors = tree.tensors(of: part)
    if leavesRestToCPU, let cpu = places.devices.firstIndex(where: { $0.device == .cpu }) {
      for tensor in tensors { places.positions[tensor] = Int16(cpu) }
      findings.append(.leftToCPU(path: tree.path(of: part), bytes: (weights.bits(of: tensors) + 7) / 8))
      return
    }
    findings.append(
      .uncovered(
        path: tree.path(of: part), bytes: (weights.bits(of: tensors) + 7) / 8,
        isSaved: tensors.contains { tree.tensors[$0].kind != .transientBuffer }))
  }
}
