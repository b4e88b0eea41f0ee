/// What can be checked only when all tensors are known.
extension SafetensorsScanner {
  /// The hash of every name. Refuses a name that occurs twice, which the reference accepts: of two descriptions of
  /// one tensor at most one is right. Expected O(bytes of names).
  mutating func hashNames() throws(HeaderFault) -> ContiguousArray<UInt64> {
    var hashes: ContiguousArray<UInt64> = []
    guard let (first, second) = repeatedName(&hashes) else { return hashes }
    point(at: entries[second])
    throw HeaderFault(
      .duplicateTensor(firstOffset: 8 + offset(of: entries[first])), at: offset(of: entries[second]))
  }

  private func repeatedName(_ hashes: inout ContiguousArray<UInt64>) -> (Int, Int)? {
    let list = entries.span
    hashes.reserveCapacity(list.count)
    for index in list.indices {
      hashes.append(ByteHash.process(name(at: Int(list[index].nameStart), length: list[index].nameLength)))
    }
    // A loop of its own, so short that the processor waits for several slots at once.
    var slots = HashSlots(expectedCount: list.count)
    let known = hashes.span
    for index in list.indices {
      let same = slots.insertWithoutGrowing(Int32(truncatingIfNeeded: index), hash: known[index]) { other in
        let (left, right) = (list[Int(other)], list[index])
        return name(at: Int(left.nameStart), length: left.nameLength).equals(
          name(at: Int(right.nameStart), length: right.nameLength))
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
      return (left.begin, left.end) < (right.begin, right.end)
    }
    var end = 0
    var previous = 0
    for index in order {
      let entry = entries[Int(index)]
      if entry.begin != end {
        point(at: entry)
        let reason: SafetensorsError.Reason =
          entry.begin > end
          ? .hole(from: end, to: entry.begin)
          : .overlap(begin: entry.begin, with: text(of: entries[previous]), end: end)
        throw HeaderFault(reason, at: offset(of: entry))
      }
      end = entry.end
      previous = Int(index)
    }
    return end
  }

  /// Makes `entry` the tensor that errors are about.
  private mutating func point(at entry: SafetensorsHeader.Entry) {
    current = Int(entry.nameStart)..<Int(entry.nameStart) + entry.nameLength
  }

  private func text(of entry: SafetensorsHeader.Entry) -> String {
    name(at: Int(entry.nameStart), length: entry.nameLength).string(in: 0..<entry.nameLength)
  }
}
