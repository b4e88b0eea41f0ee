extension ChainSolver {
  /// The least that has to be offloaded.
  struct LeastOffload {
    var cost: PathCost
    var placement: ChainPlacement
    /// No placement offloads less than this, compared as ``PathCost`` compares.
    var bound: PathCost
  }

  func withOffload() throws(ChainFailure) -> ChainSolution {
    let pathObjective: CheapestPathSolver.Objective =
      switch objective {
      case .latency: .time
      case .fewestGPUs: .accelerators
      case .balance, .context: .none
      }
    guard let least = leastOffload(of: chain, objective: pathObjective) else { throw failure() }
    var solution = ChainSolution(
      placement: least.placement, offload: chain.offload(of: least.placement), offloadBound: least.bound.offloaded,
      value: .zero, bound: .zero, boundsAllOrders: order == .any)
    switch objective {
    case .balance:
      solution.placement = evened(least, of: chain)
      solution.value = chain.peakShare(of: solution.placement)
      solution.bound = solution.value
    case .latency:
      solution.value = .picoseconds(chain.time(of: least.placement))
      solution.bound = .picoseconds(least.bound.objective)
    case .fewestGPUs:
      solution.value = Ratio(least.placement.order.count, of: 1)
      solution.bound = Ratio(least.bound.objective, of: 1)
    case .context:
      let tokens = mostTokens { at in
        guard let found = leastOffload(of: at, objective: .none) else { return false }
        return found.cost.offloaded == least.cost.offloaded
      }
      let at = chain(at: tokens)
      if let found = leastOffload(of: at, objective: .none) { solution.placement = evened(found, of: at) }
      solution.value = Ratio(tokens, of: 1)
      solution.bound = solution.value
    }
    solution.offload = chain.offload(of: solution.placement)
    return solution
  }

  /// Offloads least: tries everything that the first accelerator may have to stream, and keeps as much free for it.
  func leastOffload(
    of chain: Chain, objective: CheapestPathSolver.Objective, limits: [Int]? = nil
  ) -> LeastOffload? {
    var best: LeastOffload?
    var bound: PathCost?
    for streaming in chain.streamings() {
      if let best, objective == .none, best.cost.rest <= offloadFloor(of: chain), best.cost.experts == 0 { break }
      var streaming = streaming
      let thin = thinLevels(of: chain, objective: objective, streaming: streaming)
      while true {
        let solver = CheapestPathSolver(
          chain, graph: graph, objective: objective, streaming: streaming, limits: limits, thin: thin ?? [])
        guard let found = solver.solve() else { break }
        if streaming.state == 0 { bound = min(bound ?? found.cost, found.cost) }
        let state = chain.offload(of: found.placement).state
        if chain.isWithinLimits(found.placement) || state <= streaming.state {
          if best.map({ found.cost < $0.cost }) ?? true {
            best = LeastOffload(cost: found.cost, placement: found.placement, bound: found.cost)
          }
          break
        }
        streaming.state = state
      }
    }
    if let bound { best?.bound = bound }
    return best
  }

  /// What may be left out of stretches, by accelerator; nil when that is too much to look at.
  private func thinLevels(
    of chain: Chain, objective: CheapestPathSolver.Objective, streaming: Streaming
  ) -> [[ThinLevel]]? {
    var levels = [[ThinLevel]](repeating: [], count: chain.devices.count)
    for (index, kind) in graph.kinds.enumerated() {
      let holder = chain.devices[kind[0]]
      let same = graph.kinds[..<index].first { other in
        objective != .time && chain.devices[other[0]].blocked == holder.blocked
      }
      if let same {
        levels[kind[0]] = levels[same[0]]
        continue
      }
      guard
        let found = ThinLevel.all(chain, holder: holder, streaming: streaming, usesTime: objective == .time)
      else { return nil }
      levels[kind[0]] = found
    }
    return levels
  }

  /// No placement offloads less.
  private func offloadFloor(of chain: Chain) -> Int {
    let weights = chain.units.reduce(0) { $0 + $1.weight }
    let room = chain.devices.reduce(0) { $0 + max(0, $1.limit - $1.base) }
    return max(0, weights - room)
  }

  /// The least peak among the placements that offload as little.
  private func evened(_ least: LeastOffload, of chain: Chain) -> ChainPlacement {
    let search = PeakSearch(chain) { limits in
      guard let found = leastOffload(of: chain, objective: .none, limits: limits), found.cost == least.cost else {
        return nil
      }
      return found.placement
    }
    return search.solve(from: least.placement)
  }

  private func failure() -> ChainFailure {
    let stuck = chain.units.indices.first { index in
      let unit = chain.units[index]
      guard !unit.mayOffload else { return false }
      return chain.devices.allSatisfy { device in
        let isBlocked = !device.blocked.isEmpty && device.blocked[index]
        return isBlocked
          || device.base + unit.resident + max(device.baseTransient, unit.transient) > device.limit
      }
    }
    return stuck.map { .stuck(unit: $0) } ?? .impossible
  }
}
