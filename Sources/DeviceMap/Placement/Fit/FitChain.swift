/// A model as a row of parts that stay whole, in the order of execution, with what each takes for a workload.
struct FitChain {
  /// A part: a block, an embedding, a norm, a head.
  struct Part {
    var module: Int
    /// Bytes of weights and buffers.
    var weights: Int
  }

  private(set) var parts: [Part] = []
  /// The part that each module with a load belongs to.
  private var partOf: [Int: Int] = [:]
  /// Parts whose weights another part shares; that one is a guest of the first.
  private let tree: ModuleTree

  /// - Complexity: O(modules + tensors).
  init(_ tree: ModuleTree, sizes: ModuleSizes, memory: ModelMemory) {
    self.tree = tree
    var open = Set<Int>()
    for module in memory.layers {
      var parent = tree.parent(of: module)
      while parent >= 0, open.insert(parent).inserted { parent = tree.parent(of: parent) }
    }
    append(0, open: open, sizes: sizes)
    for (index, part) in parts.enumerated() {
      for module in part.module..<tree.end(of: part.module) where partOf[module] == nil { partOf[module] = index }
    }
    bindTies()
  }

  /// A module that holds layers is taken apart; its own tensors go with its first child.
  private mutating func append(_ module: Int, open: Set<Int>, sizes: ModuleSizes) {
    guard open.contains(module) || module == 0, !tree.isLeaf(module) else {
      parts.append(Part(module: module, weights: sizes.bytes(ofModule: module)))
      return
    }
    let own = (sizes.bits(of: tree.ownTensors(of: module)) + 7) / 8
    let before = parts.count
    for child in tree.children(of: module) { append(child, open: open, sizes: sizes) }
    if parts.indices.contains(before) { parts[before].weights += own }
  }

  /// A part that shares its weights with an earlier one runs where that one is.
  private mutating func bindTies() {
    for group in tree.tiedGroups {
      guard let first = group.first, let host = partOf[Int(tree.tensors[first].owner)] else { continue }
      for tensor in group.dropFirst() {
        let owner = Int(tree.tensors[tensor].owner)
        partOf[owner] = host
      }
    }
  }

  /// Bytes that each part adds to its device for good: weights, cache and states.
  func resident(_ running: RunningMemory?) -> [Int] {
    var bytes = parts.map(\.weights)
    for (part, states) in states(running).enumerated() { bytes[part] = bytes[part] +| states }
    return bytes
  }

  /// Bytes of cache and states of each part.
  func states(_ running: RunningMemory?) -> [Int] {
    var bytes = [Int](repeating: 0, count: parts.count)
    for load in running?.loads ?? [] {
      guard let part = partOf[load.module] else { continue }
      bytes[part] = bytes[part] +| load.held +| load.leftover
    }
    return bytes
  }
}

/// How far a row of parts gets on devices, one stretch of it on each.
struct FitReach {
  /// Bytes of all parts before an index.
  private let before: [Int]

  init(_ resident: [Int]) {
    var before = [0]
    for bytes in resident { before.append(before[before.count - 1] +| bytes) }
    self.before = before
  }

  var count: Int { before.count - 1 }

  func bytes(_ range: Range<Int>) -> Int { before[range.upperBound] - before[range.lowerBound] }

  /// The first part after `start` that does not fit a device any more. O(log parts).
  func end(from start: Int, room: Int) -> Int {
    let limit = before[start] +| max(0, room)
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high + 1) / 2
      if before[middle] <= limit { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Devices with the stretch of each, in the order given or, with `anyOrder` and up to ten devices, in the order that
  /// gets furthest.
  ///
  /// O(devices x log parts), in any order O(2^devices x devices x log parts).
  func stretches(rooms: [Int], anyOrder: Bool = false) -> [(device: Int, range: Range<Int>)] {
    let given = walk(Array(rooms.indices), rooms)
    guard anyOrder, rooms.count <= 10, given.last.map({ $0.range.upperBound < count }) ?? false else { return given }
    var reach = [Int](repeating: 0, count: 1 << rooms.count)
    var last = [Int](repeating: -1, count: 1 << rooms.count)
    for set in 1..<reach.count {
      reach[set] = -1
      for device in rooms.indices where set >> device & 1 == 1 {
        let end = end(from: reach[set ^ (1 << device)], room: rooms[device])
        if end > reach[set] { (reach[set], last[set]) = (end, device) }
      }
    }
    var order: [Int] = []
    var set = reach.count - 1
    while set > 0 {
      order.append(last[set])
      set ^= 1 << last[set]
    }
    return walk(order.reversed(), rooms)
  }

  private func walk(_ order: [Int], _ rooms: [Int]) -> [(device: Int, range: Range<Int>)] {
    var start = 0
    return order.map { device in
      let end = end(from: start, room: rooms[device])
      defer { start = end }
      return (device, start..<end)
    }
  }
}
