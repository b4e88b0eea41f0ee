/// What can be checked only when all tensors are known.
extension SafetensorsScanner {
  /// The hash of every name. Refuses a name that occurs twice, which the reference accepts: of two descriptions of
  /// one tensor at most one is right. Expected O(bytes of names).
  mutating func hashNames() throws(HeaderFault) -> ContiguousArray<UInt64> {
    var hashes: ContiguousArray<UInt64> = []
    guard let (first, second) = repeatedName(&hashes) else { return hashes }
    current = entries[second].nameRange
    throw HeaderFault(
      .duplicateTensor(firstOffset: 8 + Int(entries[first].headerOffset)), at: Int(entries[second].headerOffset))
  }

  private func repeatedName(_ hashes: inout ContiguousArray<UInt64>) -> (Int, Int)? {
    let bytes = names.span
    let list = entries.span
    hashes.reserveCapacity(list.count)
    var slots = HashSlots(expectedCount: list.count)
    for index in list.indices {
      let start = Int(list[index].nameStart)
      let length = list[index].nameLength
      let hash = ByteHash.process(bytes, at: start, length: Int(length))
      hashes.append(hash)
      let same = slots.insertWithoutGrowing(Int32(truncatingIfNeeded: index), hash: hash) { other in
        let other = list[Int(other)]
        return other.nameLength == length
          && bytes.equals(bytes, at: start, from: Int(other.nameStart), length: Int(length))
      }
      if let same { return (Int(same), index) }
    }
    return nil
  }

  /// Every byte of the data belongs to exactly one tensor. Returns the length of the data.
  mutating func checkLayout() throws(HeaderFault) -> Int {
    var end = 0
    var isInOrder = true
    for index in entries.indices {
      isInOrder = isInOrder && entries[index].begin == end
      end = entries[index].end
    }
    return isInOrder ? end : try checkSortedLayout()
  }

  private mutating func checkSortedLayout() throws(HeaderFault) -> Int {
    var order = ContiguousArray(entries.indices.lazy.map { Int32(truncatingIfNeeded: $0) })
    let list = entries
    order.sort { left, right in
      let (left, right) = (list[Int(left)], list[Int(right)])
      return (left.begin, left.end, left.headerOffset) < (right.begin, right.end, right.headerOffset)
    }
    var end = 0
    var previous = 0
    for index in order {
      let entry = entries[Int(index)]
      if entry.begin != end {
        current = entry.nameRange
        let reason: SafetensorsError.Reason =
          entry.begin > end
          ? .hole(from: end, to: entry.begin)
          : .overlap(begin: entry.begin, with: names.span.string(in: entries[previous].nameRange), end: end)
        throw HeaderFault(reason, at: Int(entry.headerOffset))
      }
      end = entry.end
      previous = Int(index)
    }
    return end
  }
}
