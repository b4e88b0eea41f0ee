/// The slots of an open-addressing hash table: hash -> `Int32`, where the owner keeps the keys and compares them.
///
/// A slot is 8 bytes: the upper half of the hash, and the value. At most two thirds of the slots are in use.
package struct HashSlots: Sendable {
  private var slots: ContiguousArray<Slot>
  private var mask: Int
  package private(set) var count = 0

  private struct Slot {
    var tag: UInt32
    var value: Int32
  }

  /// An empty table with room for `expectedCount` values.
  package init(expectedCount: Int = 0) {
    let capacity = Self.capacity(for: expectedCount)
    slots = ContiguousArray(repeating: Slot(tag: 0, value: -1), count: capacity)
    mask = capacity - 1
  }

  private static func capacity(for count: Int) -> Int {
    var capacity = 16
    while capacity &* 2 < count &* 3 { capacity &*= 2 }
    return capacity
  }

  /// The value with this hash for which `isSame` holds. Expected O(1).
  @inline(__always)
  package func find(_ hash: UInt64, isSame: (Int32) -> Bool) -> Int32? {
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.value < 0 { return nil }
      if slot.tag == tag, isSame(slot.value) { return slot.value }
      index = (index &+ 1) & mask
    }
  }

  /// Stores `value` (>= 0), or returns the value with the same key that is there already.
  ///
  /// `hashOf` tells the hash of a stored value and is asked only when the table grows. Amortised expected O(1).
  @inline(__always)
  package mutating func insert(
    _ value: Int32, hash: UInt64, isSame: (Int32) -> Bool, hashOf: (Int32) -> UInt64
  ) -> Int32? {
    if (count &+ 1) &* 3 > slots.count &* 2 { grow(hashOf) }
    return insertWithoutGrowing(value, hash: hash, isSame: isSame)
  }

  /// Stores `value` (>= 0), or returns the value with the same key that is there already. Only for as many values as
  /// `expectedCount` announced. Expected O(1).
  @inline(__always)
  package mutating func insertWithoutGrowing(_ value: Int32, hash: UInt64, isSame: (Int32) -> Bool) -> Int32? {
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.value < 0 { break }
      if slot.tag == tag, isSame(slot.value) { return slot.value }
      index = (index &+ 1) & mask
    }
    slots[index] = Slot(tag: tag, value: value)
    count &+= 1
    return nil
  }

  private mutating func grow(_ hashOf: (Int32) -> UInt64) {
    let old = slots
    slots = ContiguousArray(repeating: Slot(tag: 0, value: -1), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.value >= 0 {
      let hash = hashOf(slot.value)
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index].value >= 0 { index = (index &+ 1) & mask }
      slots[index] = slot
    }
  }
}
