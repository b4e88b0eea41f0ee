/// The keys of a map, resolved to the tensors of a tree.
struct MapKeys {
  private(set) var findings: [PlacementFinding] = []
  /// Keys that match nothing.
  private(set) var dead: [String] = []
  private(set) var places: TensorPlaces
  private let tree: ModuleTree
  /// Whether a key covers the tensor, be its device known or not.
  private var hasKey: [Bool]

  /// Gives every tensor the device of its deepest key.
  ///
  /// - Parameter budgets: the devices there are; empty for those that the map names.
  init(_ map: [WrittenMapEntry], tree: ModuleTree, budgets: [DeviceBudget]) {
    self.tree = tree
    hasKey = Array(repeating: false, count: tree.tensors.count)
    let known = budgets.isEmpty ? nil : Set(budgets.map(\.device))
    var seen: Set<[UInt8]> = []
    var targets: [(part: TreePart, device: Device?)] = []
    for entry in map {
      if !seen.insert(Array(entry.key.utf8)).inserted { findings.append(.repeatedKey(entry.key)) }
      let device = entry.known
      if device.map({ known?.contains($0) == false && $0 != .disk }) ?? true {
        findings.append(.unknownDevice(key: entry.key, device: entry.device))
      }
      if let module = tree.module(at: entry.key) {
        targets.append((.module(module), device))
      } else if let tensor = tree.tensor(atPath: entry.key) {
        targets.append((.tensor(tensor), device))
      } else {
        findings.append(.deadKey(entry.key))
        dead.append(entry.key)
      }
    }
    var devices = budgets
    for device in Set(targets.compactMap(\.device)).sorted() where !devices.contains(where: { $0.device == device }) {
      devices.append(DeviceBudget(device, bytes: nil))
    }
    devices.sort { $0.device < $1.device }
    let positions = ContiguousArray<Int16>(repeating: -1, count: tree.tensors.count)
    places = TensorPlaces(positions, keys: [], devices: devices)
    take(targets)
  }

  private mutating func take(_ targets: [(part: TreePart, device: Device?)]) {
    let ranges = targets.map { (range: tree.tensors(of: $0.part), target: $0) }
    // Ranges nest or are disjoint, so a deeper key has the smaller range: the larger ones are written first.
    for (range, target) in ranges.sorted(by: { $0.range.count > $1.range.count }) {
      let position = target.device.flatMap { device in places.devices.firstIndex { $0.device == device } } ?? -1
      for tensor in range {
        places.positions[tensor] = Int16(position)
        hasKey[tensor] = true
      }
    }
    places.keys = ranges.sorted { ($0.range.lowerBound, $1.range.count) < ($1.range.lowerBound, $0.range.count) }
      .compactMap { entry in entry.target.device.map { Placement.Assignment(entry.target.part, on: $0) } }
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
    findings.append(
      .uncovered(
        path: tree.path(of: part), bytes: (weights.bits(of: tensors) + 7) / 8,
        isSaved: tensors.contains { tree.tensors[$0].kind != .transientBuffer }))
  }
}
