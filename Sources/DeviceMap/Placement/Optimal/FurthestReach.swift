extension Chain {
  /// For every first unit `j`, how far one accelerator gets from there: the largest `i` such that the units `j..<i`
  /// stay within `limit`, `j` itself if none does. A part of what fits fits, so the answers ascend. O(units).
  package func furthestReach(on device: Accelerator, limit: Int) -> [Int32] {
    let count = units.count
    var reach = [Int32](repeating: 0, count: count + 1)
    var peaks = SlidingMaximum(capacity: count)
    var end = 0
    var bits = device.base
    for start in 0...count {
      if end < start {
        end = start
        bits = device.base
        peaks.removeAll()
      }
      while end < count {
        let unit = units[end]
        if !device.blocked.isEmpty, device.blocked[end] { break }
        let transient = max(device.baseTransient, unit.transient, peaks.maximum)
        let (total, overflow) = (bits + unit.resident).addingReportingOverflow(transient)
        if overflow || total > limit { break }
        bits += unit.resident
        peaks.append(unit.transient)
        end += 1
      }
      reach[start] = Int32(end)
      if end > start {
        bits -= units[start].resident
        peaks.removeFirst(units[start].transient)
      }
    }
    return reach
  }
}

/// The largest value of a window that only moves forward.
private struct SlidingMaximum {
  private var values: [Int]
  private var head = 0

  init(capacity: Int) {
    values = []
    values.reserveCapacity(capacity)
  }

  var maximum: Int { head < values.count ? values[head] : 0 }

  mutating func append(_ value: Int) {
    while values.count > head, values[values.count - 1] < value { values.removeLast() }
    values.append(value)
  }

  mutating func removeFirst(_ value: Int) {
    if head < values.count, values[head] == value { head += 1 }
  }

  mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    head = 0
  }
}
