/// What the assignments of a policy come to: a device for each tensor and the keys of the device_map.
package struct ResolvedPlacement: Sendable {
  /// Position of the device that holds all of a module, -1 when it is on several or on none.
  package private(set) var modules: ContiguousArray<Int16>
  /// Position of the device of each tensor, -1 for none.
  package private(set) var tensors: ContiguousArray<Int16>
  private(set) var keys: [Placement.Assignment] = []
  /// Buffers that a cut module owns and that the policy left out, with the position of the module's first device.
  private(set) var orphans: [(tensor: Int, first: Int16)] = []

  private static let none: Int16 = -1
  private static let several: Int16 = -2
  private let tree: ModuleTree
  private let devices: [Device]
  /// How many parts are assigned in a module, at most 2.
  private var parts: ContiguousArray<UInt8>
  /// The first device in a module, in module order.
  private var first: ContiguousArray<Int16>

  /// - Throws: ``PlacementError`` when a part is placed twice, not at all, or somewhere unknown.
  /// - Complexity: O(modules + tensors).
  init(_ placement: Placement, of tree: ModuleTree, on devices: [Device]) throws(PlacementError) {
    self.tree = tree
    self.devices = devices
    modules = ContiguousArray(repeating: Self.none, count: tree.count)
    tensors = ContiguousArray(repeating: Self.none, count: tree.tensors.count)
    parts = ContiguousArray(repeating: 0, count: tree.count)
    first = ContiguousArray(repeating: Self.none, count: tree.count)
    try take(placement.assignments)
    let assigned = modules
    try gather()
    try emit(assigned, keepsKeys: placement.keepsKeys, unplaced: Set(placement.unplaced))
    for module in modules.indices where modules[module] == Self.several { modules[module] = Self.none }
  }

  private mutating func take(_ assignments: [Placement.Assignment]) throws(PlacementError) {
    for assignment in assignments {
      let position = try position(of: assignment)
      switch assignment.part {
      case .module(let module):
        guard modules[module] == Self.none else { throw .placedTwice(path: tree.path(of: module)) }
        modules[module] = position
      case .tensor(let tensor):
        guard tensors[tensor] == Self.none else { throw .placedTwice(path: tree.path(ofTensor: tensor)) }
        tensors[tensor] = position
      }
    }
  }

  private func position(of assignment: Placement.Assignment) throws(PlacementError) -> Int16 {
    switch assignment.part {
    case .module(let module) where tree.records.indices.contains(module): break
    case .tensor(let tensor) where tree.tensors.indices.contains(tensor): break
    default: throw .noSuchPart(assignment.part)
    }
    if let index = devices.firstIndex(of: assignment.device) { return Int16(index) }
    switch assignment.part {
    case .module(let module): throw .deviceNotOffered(assignment.device, path: tree.path(of: module))
    case .tensor(let tensor): throw .deviceNotOffered(assignment.device, path: tree.path(ofTensor: tensor))
    }
  }

  /// Sums up each module from its own tensors and its children, the last module first.
  private mutating func gather() throws(PlacementError) {
    var below = ContiguousArray(repeating: Self.none, count: modules.count)
    for module in tree.records.indices.reversed() {
      for tensor in tree.ownTensors(of: module).reversed() where tensors[tensor] != Self.none {
        add(tensors[tensor], parts: 1, first: tensors[tensor], to: module, &below)
      }
      if modules[module] != Self.none {
        if parts[module] > 0 { throw .placedTwice(path: tree.path(of: module)) }
        add(modules[module], parts: 1, first: modules[module], to: module, &below)
      } else {
        modules[module] = below[module]
      }
      if module > 0, parts[module] > 0 {
        add(below[module], parts: parts[module], first: first[module], to: tree.parent(of: module), &below)
      }
    }
  }

  private mutating func add(
    _ device: Int16, parts count: UInt8, first device0: Int16, to module: Int, _ below: inout ContiguousArray<Int16>
  ) {
    below[module] = below[module] == Self.none || below[module] == device ? device : Self.several
    parts[module] = min(2, parts[module] + count)
    first[module] = device0
  }

  /// Writes the keys in module order: a module that was assigned, or that has two parts or more on one device, stands
  /// for all in it.
  private mutating func emit(
    _ assigned: ContiguousArray<Int16>, keepsKeys: Bool, unplaced: Set<Int>
  ) throws(PlacementError) {
    var module = 0
    while module < tree.count {
      let isWhole = !keepsKeys && parts[module] == 2 && modules[module] != Self.several
      if assigned[module] != Self.none || isWhole {
        try checkParts(of: module, assigned, unplaced)
        keys.append(.init(.module(module), on: devices[Int(modules[module])]))
        for tensor in tree.allTensors(of: module) { tensors[tensor] = modules[module] }
        for inner in module..<tree.end(of: module) { modules[inner] = modules[module] }
        module = tree.end(of: module)
      } else {
        try emitTensors(of: module, unplaced)
        module += 1
      }
    }
  }

  /// A key stands for a whole module only if all in it was placed, but for buffers of the modules that were cut.
  private func checkParts(
    of whole: Int, _ assigned: ContiguousArray<Int16>, _ unplaced: Set<Int>
  ) throws(PlacementError) {
    var module = whole
    while module < tree.end(of: whole) {
      if assigned[module] != Self.none {
        module = tree.end(of: module)
        continue
      }
      for tensor in tree.ownTensors(of: module) where tensors[tensor] == Self.none {
        let isForgotten = tree.tensors[tensor].kind != .parameter && parts[module] > 0
        if !isForgotten, !unplaced.contains(tensor) { throw .notPlaced(tensor: tree.path(ofTensor: tensor)) }
      }
      module += 1
    }
  }

  private mutating func emitTensors(of module: Int, _ unplaced: Set<Int>) throws(PlacementError) {
    for tensor in tree.ownTensors(of: module) {
      if tensors[tensor] != Self.none {
        keys.append(.init(.tensor(tensor), on: devices[Int(tensors[tensor])]))
      } else if tree.tensors[tensor].kind != .parameter, parts[module] > 0 {
        orphans.append((tensor, first[module]))
        // Loading refuses a map without a device for what is in the checkpoint; other buffers need no key of their own,
        // and the map stays that of the reference.
        if tree.tensors[tensor].kind == .persistentBuffer {
          keys.append(.init(.tensor(tensor), on: devices[Int(first[module])]))
        }
      } else if !unplaced.contains(tensor) {
        throw .notPlaced(tensor: tree.path(ofTensor: tensor))
      }
    }
  }

  /// Puts a buffer that had been left out on a device.
  mutating func adopt(_ tensor: Int, on position: Int16) { tensors[tensor] = position }

  /// Replaces the devices of keys of buffers that had been left out by those they were put on.
  mutating func settleKeys() {
    guard !orphans.isEmpty else { return }
    for index in keys.indices {
      if case .tensor(let tensor) = keys[index].part { keys[index].device = devices[Int(tensors[tensor])] }
    }
  }
}
