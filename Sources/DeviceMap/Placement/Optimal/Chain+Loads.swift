extension Chain {
  /// What a placement puts on one accelerator.
  package struct AcceleratorLoad: Sendable, Equatable {
    package var bits = 0
    package var transient = 0
    package var total: Int { bits + transient }
  }

  /// The load of every accelerator, counted anew from the placement alone.
  package func loads(of placement: ChainPlacement) -> [AcceleratorLoad] {
    var loads = devices.map { AcceleratorLoad(bits: $0.base, transient: $0.baseTransient) }
    for (index, unit) in units.enumerated() {
      guard let accelerator = placement.accelerators[index] else { continue }
      loads[accelerator].bits += unit.resident - (placement.expertsOffloaded[index] ? unit.experts : 0)
      loads[accelerator].transient = max(loads[accelerator].transient, unit.transient)
    }
    return loads
  }

  /// Bits that are on no accelerator: whole units, and experts without their layer.
  package func offload(of placement: ChainPlacement) -> Offload {
    var offload = Offload()
    for (index, unit) in units.enumerated() {
      if placement.accelerators[index] == nil {
        offload.rest += unit.weight - unit.experts
        offload.experts += unit.experts
        offload.stream = max(offload.stream, unit.stream)
        offload.state += unit.state
        offload.transient = max(offload.transient, unit.transient)
      } else if placement.expertsOffloaded[index] {
        offload.experts += unit.experts
        offload.stream = max(offload.stream, unit.experts)
      }
    }
    return offload
  }

  package struct Offload: Sendable, Equatable {
    /// Offloaded weights that are not experts, and those that are.
    package var rest = 0
    package var experts = 0
    /// The largest thing that streams.
    package var stream = 0
    /// State and largest transient of offloaded units; they are where the units run, on the first accelerator.
    package var state = 0
    package var transient = 0
    package var total: Int { rest + experts }
  }

  /// Whether every accelerator stays within its limit, the first one in use with what streams through it.
  package func isWithinLimits(_ placement: ChainPlacement) -> Bool {
    var loads = loads(of: placement)
    if let first = placement.order.first {
      let offload = offload(of: placement)
      loads[first].bits += max(offload.stream, streamFloor) + offload.state
      loads[first].transient = max(loads[first].transient, offload.transient)
    }
    return devices.indices.allSatisfy { loads[$0].total <= devices[$0].limit }
  }

  /// The largest share of its capacity that an accelerator carries.
  package func peakShare(of placement: ChainPlacement) -> Ratio {
    var peak = Ratio.zero
    for (device, load) in loads(of: placement).enumerated() where devices[device].capacity > 0 {
      peak = max(peak, Ratio(load.total, of: devices[device].capacity))
    }
    return peak
  }

  /// Picoseconds for one pass through the chain, hand-overs included.
  package func time(of placement: ChainPlacement) -> Int {
    var time = 0
    var previous: Int?
    for (index, unit) in units.enumerated() {
      guard let accelerator = placement.accelerators[index] else {
        time += unit.streamTime
        continue
      }
      if placement.expertsOffloaded[index] {
        time += devices[accelerator].timesWithoutExperts[index] + unit.expertStreamTime
      } else {
        time += devices[accelerator].times[index]
      }
      if let previous, previous != accelerator { time += handOver(from: previous, to: accelerator, at: index) }
      previous = accelerator
    }
    if links.returnsToFirst, let first = placement.order.first, let last = previous, first != last {
      time += handOver(from: last, to: first, at: units.count)
    }
    return time
  }
}
