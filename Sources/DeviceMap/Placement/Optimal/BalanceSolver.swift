/// The placement of a whole chain that makes the largest share of an accelerator as small as possible.
///
/// Bisects over the share, with ``ReachSolver`` as the test; ends with a test that nothing strictly below the share
/// found is possible, so the answer is exact. Of all placements with the least peak, in the order of accelerators
/// found, the one with the least sum of squared shares is taken: it spreads what the peak leaves open.
package struct BalanceSolver {
  private let chain: Chain
  private let graph: DeviceOrders
  private let mostUsed: Int

  package init(_ chain: Chain, graph: DeviceOrders, mostUsed: Int = .max) {
    self.chain = chain
    self.graph = graph
    self.mostUsed = mostUsed
  }

  /// - Parameter fitting: any placement of the whole chain.
  package func solve(from fitting: ChainPlacement) -> ChainPlacement {
    let solver = ReachSolver(chain, graph: graph, mostUsed: mostUsed)
    let search = PeakSearch(chain) { limits in solver.placement(limits: limits) }
    return spread(search.solve(from: fitting))
  }

  /// Work beyond which the first placement found is kept.
  private static let spreadLimit = 200_000_000

  private func spread(_ placement: ChainPlacement) -> ChainPlacement {
    let peak = chain.peakShare(of: placement)
    var order = placement.order
    if mostUsed == .max {
      if graph.kinds.allSatisfy({ $0.count == 1 }), order == order.sorted() {
        order = Array(chain.devices.indices)
      } else {
        order += chain.devices.indices.filter { !order.contains($0) }
      }
    }
    order.removeAll { chain.devices[$0].capacity == 0 }
    let (work, overflow) = (chain.units.count * chain.units.count).multipliedReportingOverflow(by: order.count)
    guard !overflow, work <= Self.spreadLimit, !order.isEmpty else { return placement }
    return spread(over: order, peak: peak) ?? placement
  }

  /// Cuts the chain in one order so that the sum of squared shares is least. O(accelerators x units^2).
  private func spread(over order: [Int], peak: Ratio) -> ChainPlacement? {
    let count = chain.units.count
    var least = [Double](repeating: .infinity, count: count + 1)
    least[0] = 0
    var starts: [[Int32]] = []
    for accelerator in order {
      let device = chain.devices[accelerator]
      let limit = min(device.limit, peak.bits(of: device.capacity))
      let square = { (bits: Int) in
        let share = Double(bits) / Double(device.capacity)
        return share * share
      }
      // Nothing of the chain here.
      let idle = square(device.base + device.baseTransient)
      var next = least.map { $0 + idle }
      var start = [Int32](repeating: -1, count: count + 1)
      for from in 0..<count where least[from] < .infinity {
        let top = from == 0 ? min(limit, device.limit - chain.streamFloor) : limit
        var bits = device.base
        var transient = device.baseTransient
        for to in (from + 1)...count {
          let unit = chain.units[to - 1]
          if !device.blocked.isEmpty, device.blocked[to - 1] { break }
          if from > 0, unit.needsFirst { break }
          bits += unit.resident
          transient = max(transient, unit.transient)
          if bits + transient > top { break }
          let cost = least[from] + square(bits + transient)
          if cost < next[to] {
            next[to] = cost
            start[to] = Int32(from)
          }
        }
      }
      least = next
      starts.append(start)
    }
    guard least[count] < .infinity else { return nil }
    var placement = ChainPlacement(accelerators: [Int?](repeating: nil, count: count))
    var end = count
    for (index, accelerator) in order.enumerated().reversed() where starts[index][end] >= 0 {
      for unit in Int(starts[index][end])..<end { placement.accelerators[unit] = accelerator }
      end = Int(starts[index][end])
    }
    return end == 0 ? placement : nil
  }
}

/// Lowers the largest share as far as a test allows.
struct PeakSearch {
  private let chain: Chain
  private let place: ([Int]) -> ChainPlacement?

  /// - Parameter place: a placement within limits given by accelerator, or nil if there is none.
  init(_ chain: Chain, place: @escaping ([Int]) -> ChainPlacement?) {
    self.chain = chain
    self.place = place
  }

  func solve(from fitting: ChainPlacement) -> ChainPlacement {
    var best = fitting
    var peak = chain.peakShare(of: best)
    var low = floor(of: best)
    while true {
      let middle = (low + peak.value) / 2
      if peak.value - low > 1e-6 * peak.value, middle > low, middle < peak.value {
        let limits = chain.devices.map { min($0.limit, Int(middle * Double($0.capacity))) }
        if let better = place(limits), chain.peakShare(of: better) < peak {
          best = better
          peak = chain.peakShare(of: best)
        } else {
          low = middle
        }
        continue
      }
      let limits = chain.devices.map { min($0.limit, peak.bitsBelow(of: $0.capacity)) }
      guard let better = place(limits), chain.peakShare(of: better) < peak else { return best }
      best = better
      peak = chain.peakShare(of: best)
    }
  }

  /// No placement with as much on the accelerators has a peak below this.
  private func floor(of placement: ChainPlacement) -> Double {
    let loads = chain.loads(of: placement)
    let bits = loads.reduce(0.0) { $0 + Double($1.bits) }
    let capacity = chain.devices.reduce(0.0) { $0 + Double($1.capacity) }
    return capacity > 0 ? bits / capacity * (1 - 1e-9) : 0
  }
}
