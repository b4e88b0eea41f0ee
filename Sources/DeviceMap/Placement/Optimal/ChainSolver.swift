/// Finds the placement of a chain that offloads least, and of those the best by an objective.
package struct ChainSolver {
  package let chain: Chain
  package let objective: PlacementObjective
  package let order: DeviceOrder
  /// The chain as it is with so many tokens in the caches; only for ``PlacementObjective/context``.
  package let chainAt: (@Sendable (_ tokens: Int) -> Chain)?
  /// No more tokens than these are asked for.
  package let mostTokens: Int
  let graph: DeviceOrders

  /// States beyond which the order of accelerators is searched by trying some orders instead of all.
  package static let stateLimit = 1 << 16
  /// Cells beyond which paths through the chain are searched that way.
  package static let cellLimit = 12 << 20

  /// - Returns: nil when there are too many orders to consider them all; see ``HeuristicChainSolver``.
  package init?(
    _ chain: Chain, objective: PlacementObjective, order: DeviceOrder, mostTokens: Int = 1 << 32,
    chainAt: (@Sendable (Int) -> Chain)? = nil
  ) {
    self.chain = chain
    self.objective = objective
    self.order = order
    self.mostTokens = mostTokens
    self.chainAt = chainAt
    switch order {
    case .given:
      graph = DeviceOrders(
        givenOrder: chain.devices.count,
        counting: objective == .fewestGPUs || objective == .latency && chain.links.returnsToFirst)
    case .any:
      let kinds = chain.kinds(withTimes: objective == .latency)
      guard let graph = DeviceOrders(anyOrder: kinds, limit: Self.stateLimit) else { return nil }
      if objective == .latency,
        CheapestPathSolver.cells(chain, graph: graph, objective: .time) > Self.cellLimit
      {
        return nil
      }
      self.graph = graph
    }
  }

  var limits: [Int] { chain.devices.map(\.limit) }

  /// - Throws: ``ChainFailure`` when no placement exists.
  package func solve() throws(ChainFailure) -> ChainSolution {
    try checkAccelerators()
    if let fitting = ReachSolver(chain, graph: graph).placement(limits: limits) {
      return withoutOffload(from: fitting)
    }
    return try withOffload()
  }

  /// Whether the accelerators hold everything.
  var holdsAll: Bool { ReachSolver(chain, graph: graph).placement(limits: limits) != nil }

  /// Bits that must be offloaded; nil when something fits nowhere.
  ///
  /// - Parameter enough: more than the least may be said when it is no more than this.
  func leastOffloadedBits(enough: Int = 0) -> Int? {
    if order == .any, !isSmall(chain) {
      let solver = HeuristicChainSolver(chain: chain, objective: .balance, mostTokens: 0, chainAt: nil)
      return (try? solver.solve())?.offload.total
    }
    let whole = wholeStretches(of: chain)
    let most = leastOffload(of: chain, objective: .none, ways: whole)?.cost
    // One that offloads less of the rest may offload more of the experts.
    let experts = chain.units.reduce(0) { $0 + $1.experts }
    if let most, most.rest + experts <= enough { return most.rest + experts }
    let ways = ways(of: chain, objective: .none, beyond: whole, most: most)
    return leastOffload(of: chain, objective: .none, ways: ways).map { chain.offload(of: $0.placement).total }
  }

  private func checkAccelerators() throws(ChainFailure) {
    for (index, device) in chain.devices.enumerated() where device.base + device.baseTransient > device.limit {
      throw .overfull(device: index, bits: device.base + device.baseTransient - device.limit)
    }
  }

  // MARK: Everything fits

  private func withoutOffload(from fitting: ChainPlacement) -> ChainSolution {
    switch objective {
    case .balance:
      let best = BalanceSolver(chain, graph: graph).solve(from: fitting)
      return proven(best, value: chain.peakShare(of: best))
    case .latency: return fastest()
    case .fewestGPUs: return fewest(from: fitting)
    case .context: return longest()
    }
  }

  private func proven(_ placement: ChainPlacement, value: Ratio, bound: Ratio? = nil) -> ChainSolution {
    ChainSolution(
      placement: placement, offload: chain.offload(of: placement), offloadBound: 0, value: value,
      bound: bound ?? value, boundsAllOrders: order == .any)
  }

  private func fastest() -> ChainSolution {
    var whole = chain
    for unit in whole.units.indices {
      whole.units[unit].mayOffload = false
      whole.units[unit].experts = 0
    }
    let solver = CheapestPathSolver(
      whole, graph: graph, objective: .time, streaming: Streaming(bits: chain.streamFloor, transient: 0))
    guard let best = solver.solve() else { preconditionFailure("a placement was found before") }
    return timed(best)
  }

  /// The time of a path leaves out the way back to the first accelerator where links differ; it is a bound then.
  private func timed(_ best: (cost: PathCost, placement: ChainPlacement)) -> ChainSolution {
    let time = chain.time(of: best.placement)
    var solution = proven(
      best.placement, value: .picoseconds(time), bound: .picoseconds(best.cost.objective))
    solution.offloadBound = solution.offload.total
    return solution
  }

  private func fewest(from fitting: ChainPlacement) -> ChainSolution {
    var low = 1
    var high = max(1, fitting.order.count)
    var best = fitting
    while low < high {
      let middle = (low + high) / 2
      if let found = ReachSolver(chain, graph: graph, mostUsed: middle).placement(limits: limits) {
        best = found
        high = max(low, found.order.count)
      } else {
        low = middle + 1
      }
    }
    let even = BalanceSolver(chain, graph: graph, mostUsed: best.order.count).solve(from: best)
    return proven(even, value: Ratio(even.order.count, of: 1))
  }

  private func longest() -> ChainSolution {
    let tokens = mostTokens { at in
      ReachSolver(at, graph: graph).placement(limits: at.devices.map(\.limit)) != nil
    }
    let at = chain(at: tokens)
    guard let fitting = ReachSolver(at, graph: graph).placement(limits: at.devices.map(\.limit)) else {
      preconditionFailure("a placement was found before")
    }
    let even = BalanceSolver(at, graph: graph).solve(from: fitting)
    return proven(even, value: Ratio(tokens, of: 1))
  }

  func chain(at tokens: Int) -> Chain { chainAt?(tokens) ?? chain }

  /// The most tokens for which `fits` holds; it must hold for 0, and for fewer where it holds for more.
  func mostTokens(_ fits: (Chain) -> Bool) -> Int {
    Bisection.largest(upTo: mostTokens) { fits(chain(at: $0)) } ?? 0
  }
}

extension Ratio {
  /// A time as a quotient in seconds.
  package static func picoseconds(_ count: Int) -> Ratio { Ratio(count, of: 1_000_000_000_000) }
}
