/// Names as bytes, each stored once and numbered in the order of arrival: bytes -> `Int32`, and back.
///
/// Names are the same when their bytes are; `String` would also merge names that differ in Unicode normalisation.
package struct ByteTable: Sendable {
  private var storage: ContiguousArray<UInt8> = []
  private var ends: ContiguousArray<Int> = []
  private var slots: HashSlots

  /// An empty table with room for `expectedCount` names of `expectedBytes` bytes in all.
  package init(expectedCount: Int = 0, expectedBytes: Int = 0) {
    slots = HashSlots(expectedCount: expectedCount)
    storage.reserveCapacity(expectedBytes)
    ends.reserveCapacity(expectedCount)
  }

  /// How many names there are; their numbers are `0..<count`.
  package var count: Int { ends.count }

  /// Where the bytes of name `id` are in `bytes`.
  package func range(of id: Int32) -> Range<Int> {
    (id == 0 ? 0 : ends[Int(id) - 1])..<ends[Int(id)]
  }

  /// The bytes of all names, one after the other.
  package var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { storage.span }
  }

  /// Name `id` as text. O(length).
  package func string(_ id: Int32) -> String { storage.span.string(in: range(of: id)) }

  /// The number of the name in `range` of `source`, made if it is new. Amortised expected O(length).
  package mutating func insert(_ source: Span<UInt8>, in range: Range<Int>) -> (id: Int32, isNew: Bool) {
    let hash = ByteHash.process(source, at: range.lowerBound, length: range.count)
    if let known = find(source, in: range, hash: hash) { return (known, false) }
    let id = Int32(ends.count)
    storage.append(source, in: range)
    ends.append(storage.count)
    let (storage, ends) = (storage, ends)
    _ = slots.insert(id, hash: hash, isSame: { _ in false }) { id in
      let start = id == 0 ? 0 : ends[Int(id) - 1]
      return ByteHash.process(storage.span, at: start, length: ends[Int(id)] - start)
    }
    return (id, true)
  }

  /// The number of `name`, made if it is new. Amortised expected O(length).
  package mutating func insert(_ name: String) -> (id: Int32, isNew: Bool) {
    name.withSpan { insert($0, in: 0..<$0.count) }
  }

  /// The number of the name in `range` of `source`, if it has one. Expected O(length).
  package func find(_ source: Span<UInt8>, in range: Range<Int>) -> Int32? {
    find(source, in: range, hash: ByteHash.process(source, at: range.lowerBound, length: range.count))
  }

  /// The number of `name`, if it has one. Expected O(length).
  package func find(_ name: String) -> Int32? {
    name.withSpan { find($0, in: 0..<$0.count) }
  }

  private func find(_ source: Span<UInt8>, in range: Range<Int>, hash: UInt64) -> Int32? {
    let bytes = storage.span
    return slots.find(hash) { id in
      let known = self.range(of: id)
      return known.count == range.count
        && bytes.equals(source, at: range.lowerBound, from: known.lowerBound, length: known.count)
    }
  }
}
