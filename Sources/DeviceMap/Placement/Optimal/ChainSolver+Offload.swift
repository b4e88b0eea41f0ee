extension ChainSolver {
  /// The least that has to be offloaded.
  struct LeastOffload {
    var cost: PathCost
    var placement: ChainPlacement
    /// No placement offloads less than this, compared as ``PathCost`` compares.
    var bound: PathCost
  }

  func withOffload() throws(ChainFailure) -> ChainSolution {
    if order == .any, !isSmall(chain) {
      return try HeuristicChainSolver(
        chain: chain, objective: objective, mostTokens: mostTokens, chainAt: chainAt
      ).solve()
    }
    let pathObjective: CheapestPathSolver.Objective =
      switch objective {
      case .latency: .time
      case .fewestGPUs: .accelerators
      case .balance, .context: .none
      }
    let ways = ways(of: chain, objective: pathObjective)
    guard let least = leastOffload(of: chain, objective: pathObjective, ways: ways) else { throw failure() }
    var solution = ChainSolution(
      placement: least.placement, offload: chain.offload(of: least.placement), offloadBound: least.bound.offloaded,
      value: .zero, bound: .zero, boundsAllOrders: order == .any)
    switch objective {
    case .balance:
      solution.placement = evened(least, of: chain, ways: ways)
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
        let found = leastOffload(of: at, objective: .none, ways: self.ways(of: at, objective: .none))
        return found?.cost.offloaded == least.cost.offloaded
      }
      let at = chain(at: tokens)
      let waysThen = self.ways(of: at, objective: .none)
      if let found = leastOffload(of: at, objective: .none, ways: waysThen) {
        solution.placement = evened(found, of: at, ways: waysThen)
      }
      solution.value = Ratio(tokens, of: 1)
      solution.bound = solution.value
    }
    solution.offload = chain.offload(of: solution.placement)
    return solution
  }

  /// Everything that may have to be streamed, with what may then be left out of stretches, by accelerator.
  struct Ways {
    var ways: [(streaming: Streaming, omissions: [DeviceOmissions])]
    /// False when there was too much to look at, so that stretches are held whole.
    var areComplete: Bool
  }

  /// The ways that leave nothing out of stretches.
  func wholeStretches(of chain: Chain) -> Ways {
    var plain = Ways(ways: chain.streamings().map { ($0, []) }, areComplete: false)
    // With very many units, room for the largest of them is kept without looking at less.
    let work = Double(plain.ways.count) * Double(chain.units.count) * Double(graph.stepCount)
    if work > Self.plainWorkLimit { plain.ways = plain.ways.suffix(1) }
    return plain
  }

  func ways(of chain: Chain, objective: CheapestPathSolver.Objective) -> Ways {
    let plain = wholeStretches(of: chain)
    let most = isSmall(chain) ? leastOffload(of: chain, objective: .none, ways: plain)?.cost : nil
    return ways(of: chain, objective: objective, beyond: plain, most: most)
  }

  /// The ways that may leave something out of stretches, where the chain is small enough to look for them.
  ///
  /// - Parameter most: what a placement of whole stretches offloads; what offloads more need not be looked at.
  func ways(
    of chain: Chain, objective: CheapestPathSolver.Objective, beyond plain: Ways, most: PathCost?
  ) -> Ways {
    guard isSmall(chain) else { return plain }
    var result = Ways(ways: [], areComplete: true)
    for (streaming, _) in plain.ways {
      if let most, !chain.hasExperts, most.offloaded < offloadFloor(of: chain, streaming) { continue }
      guard let omissions = omissionLevels(of: chain, objective: objective, streaming: streaming, most: most) else {
        return plain
      }
      result.ways.append((streaming, omissions))
    }
    return result
  }

  /// Steps times pairs of units beyond which units within stretches are not left out.
  private static let omissionWorkLimit = 400_000_000.0

  /// Pairs of units, for every kind of accelerator as the first and as a later one, that tables are made for at most.
  private static let omissionTableLimit = 600_000.0
  /// Steps times units, for everything that may stream, beyond which not all of that is looked at.
  private static let plainWorkLimit = 5_000_000.0

  func isSmall(_ chain: Chain) -> Bool {
    let pairs = Double(chain.units.count) * Double(chain.units.count)
    return pairs * Double(graph.stepCount) <= Self.omissionWorkLimit
      && pairs * Double(2 * graph.kinds.count) <= Self.omissionTableLimit
  }

  /// Offloads least: tries everything that the first accelerator may have to stream, and keeps as much free for it.
  func leastOffload(
    of chain: Chain, objective: CheapestPathSolver.Objective, ways: Ways, limits: [Int]? = nil
  ) -> LeastOffload? {
    let floor = offloadFloor(of: chain)
    var best: LeastOffload?
    var bound: PathCost?
    for (way, omissions) in ways.ways {
      if let best, !chain.hasExperts {
        let least = offloadFloor(of: chain, way)
        if objective == .none ? best.cost.offloaded <= least : best.cost.offloaded < least { continue }
      }
      var streaming = way
      while true {
        let solver = CheapestPathSolver(
          chain, graph: graph, objective: objective, streaming: streaming, limits: limits, omissions: omissions)
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
    if !ways.areComplete, let cost = best?.cost {
      best?.bound = PathCost(rest: min(floor, cost.offloaded), experts: 0, objective: 0)
    }
    return best
  }

  private func omissionLevels(
    of chain: Chain, objective: CheapestPathSolver.Objective, streaming: Streaming, most: PathCost?
  ) -> [DeviceOmissions]? {
    var levels = [DeviceOmissions](repeating: DeviceOmissions(first: [], later: []), count: chain.devices.count)
    let accelerators = graph.kinds.map { $0[0] }
    let hasFirst = hasFirst(of: chain, streaming)
    func areAlike(_ one: Int, _ other: Int) -> Bool {
      let (one, other) = (chain.devices[one], chain.devices[other])
      return one.blocked == other.blocked
        && (objective != .time || one.times == other.times && one.timesWithoutExperts == other.timesWithoutExperts)
    }
    for (index, accelerator) in accelerators.enumerated() {
      if let same = accelerators[..<index].first(where: { areAlike($0, accelerator) }) {
        levels[accelerator] = levels[same]
        continue
      }
      let rooms = accelerators.filter { areAlike($0, accelerator) }.map { same in
        let device = chain.devices[same]
        // One that is alone is the first, and without a first there is no later one.
        return chain.devices.count > 1 && hasFirst
          ? [Room(accelerator: device, limit: device.limit)]
          : Room.atStart(device, limit: device.limit, streaming: streaming)
      }
      func found(isLater: Bool) -> [OmissionLevel]? {
        OmissionLevel.all(
          chain, accelerator: chain.devices[accelerator], rooms: rooms, streaming: streaming,
          usesTime: objective == .time, most: most, isLater: isLater)
      }
      guard let first = found(isLater: false) else { return nil }
      let later = chain.favoursFirst && chain.devices.count > 1 ? found(isLater: true) : first
      guard let later else { return nil }
      levels[accelerator] = DeviceOmissions(first: first, later: later)
    }
    return levels
  }

  /// Whether an accelerator has the room to stream this.
  private func hasFirst(of chain: Chain, _ streaming: Streaming) -> Bool {
    chain.devices.contains { device in
      Room.least(Room.atStart(device, limit: device.limit, streaming: streaming), transient: 0) >= 0
    }
  }

  /// No placement offloads less that keeps room for what streams; one that holds nothing need not keep any.
  private func offloadFloor(of chain: Chain, _ streaming: Streaming = .nothing) -> Int {
    let weights = chain.units.reduce(0) { $0 + $1.weight }
    let room = chain.devices.reduce(0) { $0 + max(0, $1.limit - $1.base) }
    return min(weights, max(0, weights - room + streaming.bits))
  }

  /// The least peak among the placements that offload as little.
  private func evened(_ least: LeastOffload, of chain: Chain, ways: Ways) -> ChainPlacement {
    // Ways that offload more with all of the budgets do so with less of them, too.
    var best = ways
    best.ways.removeAll { way in
      let alone = Ways(ways: [way], areComplete: ways.areComplete)
      return leastOffload(of: chain, objective: .none, ways: alone)?.cost != least.cost
    }
    let search = PeakSearch(chain) { limits in
      let found = leastOffload(of: chain, objective: .none, ways: best, limits: limits)
      return found?.cost == least.cost ? found?.placement : nil
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
