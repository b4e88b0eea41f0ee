/// Divides what is offloaded between the cpu and disk: as much as possible on the cpu.
package struct HostFilling {
  package struct Item {
    var bits: Int
    var mayBeOnCPU: Bool
    var mayBeOnDisk: Bool

    package init(bits: Int, mayBeOnCPU: Bool, mayBeOnDisk: Bool) {
      self.bits = bits
      self.mayBeOnCPU = mayBeOnCPU
      self.mayBeOnDisk = mayBeOnDisk
    }
  }

  /// For each item whether it is on the cpu; nil when something that must be there does not fit.
  ///
  /// The choice fills the cpu as far as any choice can while there are few different sums of sizes, as there are
  /// where layers are alike; beyond `mostSums` of them, and of many items, they are taken in order as long as
  /// they fit.
  package static func fill(_ items: [Item], cpu limit: Int) -> [Bool]? {
    var isOnCPU = items.map { $0.mayBeOnCPU && !$0.mayBeOnDisk }
    var room = limit
    for item in items where item.mayBeOnCPU && !item.mayBeOnDisk { room -= item.bits }
    guard room >= 0 || !isOnCPU.contains(true) else { return nil }
    let free = items.indices.filter { items[$0].mayBeOnCPU && items[$0].mayBeOnDisk }
    if free.reduce(0, { $0 + items[$1].bits }) <= room {
      for index in free { isOnCPU[index] = true }
      return isOnCPU
    }
    for index in best(free, items, room: max(0, room)) ?? inOrder(free, items, room: room) { isOnCPU[index] = true }
    return isOnCPU
  }

  private static let mostSums = 20_000
  /// Sums of all steps together: 32 MiB.
  private static let mostStoredSums = 1 << 22

  private static func inOrder(_ free: [Int], _ items: [Item], room: Int) -> [Int] {
    var room = room
    return free.filter { index in
      guard items[index].bits <= room else { return false }
      room -= items[index].bits
      return true
    }
  }

  /// Items whose sum is the largest that fits, earlier ones where there is a choice.
  private static func best(_ free: [Int], _ items: [Item], room: Int) -> [Int]? {
    // Sums of the items from an index on, ascending.
    var sums: [[Int]] = [[0]]
    var stored = 1
    for index in free.reversed() {
      let last = sums[sums.count - 1]
      let more = last.lazy.map { $0 + items[index].bits }.filter { $0 <= room }
      var merged: [Int] = []
      for sum in (last + more).sorted() where merged.last != sum { merged.append(sum) }
      stored += merged.count
      guard merged.count <= mostSums, stored <= mostStoredSums else { return nil }
      sums.append(merged)
    }
    sums.reverse()
    var left = sums[0].last ?? 0
    var chosen: [Int] = []
    for (position, index) in free.enumerated() where items[index].bits <= left {
      if contains(sums[position + 1], left - items[index].bits) {
        chosen.append(index)
        left -= items[index].bits
      }
    }
    return chosen
  }

  private static func contains(_ sums: [Int], _ value: Int) -> Bool {
    let index = sums.indices.firstIndex(notBefore: { sums[$0] < value })
    return index < sums.count && sums[index] == value
  }
}
