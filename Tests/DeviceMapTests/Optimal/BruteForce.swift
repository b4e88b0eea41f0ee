import DeviceMap

/// Tries every placement of a small chain. Counts loads, offload and times for itself.
struct BruteForce {
  let chain: Chain
  let order: DeviceOrder

  struct Found {
    var placement: ChainPlacement
    var rest: Int
    var experts: Int
    var share: Ratio
    var time: Int
    var used: Int
  }

  /// All placements within the limits that offload least.
  func leastOffload() -> [Found] {
    var search = Search(chain: chain, order: order)
    search.visit(0, last: nil)
    return search.best
  }

  private struct Search {
    let chain: Chain
    let order: DeviceOrder
    var best: [Found] = []
    var accelerators: [Int?] = []
    var without: [Bool] = []
    var way: [Int] = []

    init(chain: Chain, order: DeviceOrder) {
      self.chain = chain
      self.order = order
    }

    mutating func visit(_ unit: Int, last: Int?) {
      guard unit < chain.units.count else { return judge() }
      if chain.units[unit].mayOffload { put(nil, false, unit, last: last) }
      for device in chain.devices.indices {
        if !chain.devices[device].blocked.isEmpty, chain.devices[device].blocked[unit] { continue }
        if device != last {
          if way.contains(device) { continue }
          if order == .given, let last, device < last { continue }
        }
        let isFirst = way.isEmpty || way.count == 1 && device == last
        if !isFirst, chain.units[unit].needsFirst { continue }
        put(device, false, unit, last: last)
        let takesApart = isFirst || !chain.offloadsExpertsOfFirstOnly
        if takesApart, chain.units[unit].experts > 0 { put(device, true, unit, last: last) }
      }
    }

    mutating func put(_ device: Int?, _ withoutExperts: Bool, _ unit: Int, last: Int?) {
      accelerators.append(device)
      without.append(withoutExperts)
      if let device, device != last {
        way.append(device)
        visit(unit + 1, last: device)
        way.removeLast()
      } else {
        visit(unit + 1, last: last)
      }
      accelerators.removeLast()
      without.removeLast()
    }

    mutating func judge() {
      var rest = 0
      var experts = 0
      var stream = chain.streamFloor
      var running = 0
      var load = chain.devices.map(\.base)
      var peak = chain.devices.map(\.baseTransient)
      var time = 0
      var previous: Int?
      for (index, unit) in chain.units.enumerated() {
        guard let device = accelerators[index] else {
          rest += unit.weight - unit.experts
          experts += unit.experts
          stream = max(stream, unit.stream)
          running = max(running, unit.transient)
          time += unit.streamTime
          continue
        }
        load[device] += unit.weight + unit.state
        peak[device] = max(peak[device], unit.transient)
        if without[index] {
          load[device] -= unit.experts
          experts += unit.experts
          stream = max(stream, unit.experts)
        }
        if !chain.devices[device].times.isEmpty {
          time += without[index] ? chain.devices[device].timesWithoutExperts[index] : chain.devices[device].times[index]
          if without[index] { time += unit.expertStreamTime }
        }
        if let previous, previous != device { time += hop(previous, device, index) }
        previous = device
      }
      if chain.links.returnsToFirst, let first = way.first, let last = way.last, first != last {
        time += hop(last, first, chain.units.count)
      }
      for device in chain.devices.indices {
        let isFirst = device == way.first
        let total = load[device] + max(peak[device], isFirst ? running : 0) + (isFirst ? stream : 0)
        if total > chain.devices[device].limit { return }
      }
      var share = Ratio.zero
      for device in chain.devices.indices {
        share = max(share, Ratio(load[device] + peak[device], of: chain.devices[device].capacity))
      }
      let found = Found(
        placement: ChainPlacement(accelerators: accelerators), rest: rest, experts: experts, share: share, time: time,
        used: way.count)
      if let known = best.first {
        if (rest, experts) > (known.rest, known.experts) { return }
        if (rest, experts) < (known.rest, known.experts) { best = [] }
      }
      best.append(found)
    }

    func hop(_ source: Int, _ target: Int, _ position: Int) -> Int {
      let rate =
        chain.links.perMebibit.isEmpty
        ? chain.links.uniform : chain.links.perMebibit[source * chain.devices.count + target]
      return chain.links.hop + (position == 0 ? 0 : chain.units[position - 1].cut * rate >> 20)
    }
  }
}
