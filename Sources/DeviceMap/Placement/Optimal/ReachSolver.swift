/// How far into the chain the accelerators get together when nothing is offloaded.
///
/// `reach[state]` is the furthest unit that the accelerators of a state can hold the chain up to. Getting further is
/// never worse, so one number a state is enough.
package struct ReachSolver {
  private let chain: Chain
  private let graph: DeviceOrders
  /// Accelerators that a way may use at most.
  private let mostUsed: Int

  package init(_ chain: Chain, graph: DeviceOrders, mostUsed: Int = .max) {
    self.chain = chain
    self.graph = graph
    self.mostUsed = mostUsed
  }

  /// A placement of the whole chain with at most `limits[device]` bits on each accelerator, or nil if there is none.
  ///
  /// Among the states that reach the end the first is taken, so the answer depends on the input alone.
  /// O(steps + kinds x units).
  package func placement(limits: [Int]) -> ChainPlacement? {
    let tables = reachTables(limits: limits)
    let end = Int32(chain.units.count)
    if end == 0 { return ChainPlacement(accelerators: []) }
    var reach = [Int32](repeating: -1, count: graph.stateCount)
    reach[0] = 0
    for state in 1..<max(graph.stateCount, 1) where Int(graph.used[state]) <= mostUsed {
      var best: Int32 = -1
      for step in graph.steps(to: state) {
        let start = reach[Int(step.from)]
        guard start >= 0 else { continue }
        let stop = tables.reach(step, from: start)
        if stop > start, stop > best { best = stop }
      }
      reach[state] = best
      if best == end { return trace(back: state, reach: reach, tables: tables) }
    }
    return nil
  }

  private func trace(back last: Int, reach: [Int32], tables: Tables) -> ChainPlacement {
    var state = last
    var way: [(accelerator: Int, from: Int)] = []
    while state != 0 {
      let step = graph.steps(to: state).first { step in
        let start = reach[Int(step.from)]
        return start >= 0 && start < reach[state] && tables.reach(step, from: start) == reach[state]
      }
      guard let step else { break }
      way.append((Int(step.accelerator), Int(reach[Int(step.from)])))
      state = Int(step.from)
    }
    way.reverse()
    let accelerators = graph.distinct(way.map(\.accelerator))
    var placement = ChainPlacement(accelerators: [Int?](repeating: nil, count: chain.units.count))
    for (index, part) in way.enumerated() {
      let end = index + 1 < way.count ? way[index + 1].from : chain.units.count
      for unit in part.from..<end { placement.accelerators[unit] = accelerators[index] }
    }
    return placement
  }

  private struct Tables {
    /// By accelerator; filled for the first of each kind.
    var furthest: [[Int32]]
    /// How far the first accelerator in use gets, which keeps something free.
    var fromStart: [Int32]

    func reach(_ step: DeviceOrders.Step, from start: Int32) -> Int32 {
      step.from == 0 ? fromStart[Int(step.accelerator)] : furthest[Int(step.accelerator)][Int(start)]
    }
  }

  private func reachTables(limits: [Int]) -> Tables {
    var tables = Tables(
      furthest: [[Int32]](repeating: [], count: chain.devices.count),
      fromStart: [Int32](repeating: 0, count: chain.devices.count))
    for kind in graph.kinds {
      let accelerator = kind[0]
      let limit = limits[accelerator]
      tables.furthest[accelerator] = chain.furthestReach(on: chain.later(chain.devices[accelerator]), limit: limit)
      tables.fromStart[accelerator] = tables.furthest[accelerator][0]
      let kept = min(limit, chain.devices[accelerator].limit - chain.streamFloor)
      if kept < limit || chain.favoursFirst {
        tables.fromStart[accelerator] = chain.furthestReach(on: chain.devices[accelerator], limit: kept)[0]
      }
    }
    return tables
  }
}
