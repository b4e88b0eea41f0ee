/// The cheapest way through the chain when units may be offloaded and costs add up along the way.
///
/// `best[state][last][i]` is the least cost of dealing with the units `..<i` when exactly the accelerators of `state`
/// have had a stretch and `last` was the latest of them. Next comes either an offloaded unit or the stretch of one more
/// accelerator. Where units of a stretch are held whole, what it costs is a difference of prefix sums, so the best
/// start for every end is the minimum of a sliding window, and the whole takes O(steps x units). Where units within
/// it may be left out, both ends matter: O(steps x units^2). Both times the square of what `last` distinguishes, 1
/// where all links are alike.
package struct CheapestPathSolver {
  package enum Objective: Sendable {
    case none
    case time
    case accelerators
  }

  let chain: Chain
  let graph: DeviceOrders
  let objective: Objective
  let streaming: Streaming
  let limits: [Int]
  private let lasts: [Int]
  private let tables: [StretchTable]
  private let omissions: [DeviceOmissions]
  private let width: Int
  /// By accelerator, another one of its kind, or itself.
  private let peers: [Int]

  /// - Parameters:
  ///   - streaming: what the first accelerator in use keeps free; nothing that needs more is offloaded.
  ///   - omissions: by accelerator, what may be left out of stretches; empty if units between stretches alone may be.
  package init(_ chain: Chain, graph: DeviceOrders, objective: Objective, streaming: Streaming = .nothing) {
    self.init(chain, graph: graph, objective: objective, streaming: streaming, limits: nil, omissions: [])
  }

  init(
    _ chain: Chain, graph: DeviceOrders, objective: Objective, streaming: Streaming, limits: [Int]?,
    omissions: [DeviceOmissions]
  ) {
    self.chain = chain
    self.graph = graph
    self.objective = objective
    self.streaming = streaming
    self.omissions = omissions
    let limits = limits ?? chain.devices.map(\.limit)
    self.limits = limits
    let needsLast = objective == .time && !chain.links.isUniform
    lasts = needsLast ? Array(chain.devices.indices) : [0]
    width = chain.units.count + 1
    var peers = Array(chain.devices.indices)
    var tables = [StretchTable](repeating: .none, count: chain.devices.count)
    for (index, kind) in graph.kinds.enumerated() {
      let device = kind[0]
      if kind.count > 1 { peers[device] = kind[1] }
      let twin = graph.kinds[..<index].first {
        chain.devices[$0[0]] == chain.devices[device] && limits[$0[0]] == limits[device]
      }
      tables[device] = StretchTable(
        chain, device: device, limit: limits[device], streaming: streaming,
        omissions: omissions.isEmpty ? nil : omissions[device], usesTime: objective == .time,
        twin: twin.map { tables[$0[0]] })
    }
    self.peers = peers
    self.tables = tables
  }

  /// Cells that the solver fills: what it takes in memory and, times the accelerators, in time.
  package static func cells(_ chain: Chain, graph: DeviceOrders, objective: Objective) -> Int {
    let lasts = objective == .time && !chain.links.isUniform ? chain.devices.count : 1
    return graph.stateCount * lasts * (chain.units.count + 1)
  }

  /// The cheapest placement and its cost, or nil when some unit can neither be placed nor offloaded.
  package func solve() -> (cost: PathCost, placement: ChainPlacement)? {
    var best = [PathCost](repeating: .unreachable, count: graph.stateCount * lasts.count * width)
    var finish = (cost: PathCost.unreachable, state: -1, last: 0)
    best[0] = .zero
    for state in 0..<graph.stateCount {
      for step in graph.steps(to: state) { take(step, to: state, &best) }
      for last in lasts.indices {
        offload(state: state, last: last, &best)
        let cost = best[cell(state, last, width - 1)]
        if cost < finish.cost { finish = (cost, state, last) }
      }
    }
    guard finish.cost.isReachable else { return nil }
    return (finish.cost, trace(back: finish.state, last: finish.last, best))
  }

  private func cell(_ state: Int, _ last: Int, _ position: Int) -> Int {
    (state * lasts.count + last) * width + position
  }

  // MARK: Steps forward

  private func offloadCost(_ unit: Chain.Unit) -> PathCost {
    PathCost(
      rest: unit.weight - unit.experts, experts: unit.experts, objective: objective == .time ? unit.streamTime : 0)
  }

  private func offload(state: Int, last: Int, _ best: inout [PathCost]) {
    let row = cell(state, last, 0)
    for (index, unit) in chain.units.enumerated() where best[row + index].isReachable && streaming.allows(unit) {
      best[row + index + 1] = min(best[row + index + 1], best[row + index] + offloadCost(unit))
    }
  }

  /// Cost of being at `position` about to start the stretch of a step, and where from.
  private func entry(
    _ step: DeviceOrders.Step, at position: Int, _ best: [PathCost]
  ) -> (cost: PathCost, last: Int) {
    let from = Int(step.from)
    var entry = (cost: PathCost.unreachable, last: 0)
    for last in lasts.indices {
      var cost = best[cell(from, last, position)]
      guard cost.isReachable else { continue }
      if objective == .time, from != 0 { cost.objective += handOver(step, last: last, at: position) }
      if objective == .accelerators { cost.objective += 1 }
      if cost < entry.cost { entry = (cost, last) }
    }
    return entry
  }

  private func handOver(_ step: DeviceOrders.Step, last: Int, at position: Int) -> Int {
    let accelerator = Int(step.accelerator)
    // The next of the same kind stands for the same number; its link is that to another one of the kind.
    let source = lasts.count > 1 ? (last == accelerator ? peers[accelerator] : last) : 0
    var time = chain.handOver(from: source, to: accelerator, at: position)
    if chain.links.returnsToFirst, chain.links.isUniform, graph.used[Int(step.from)] == 1 {
      time += chain.handOver(from: 0, to: 0, at: chain.units.count)
    }
    return time
  }

  private func take(_ step: DeviceOrders.Step, to state: Int, _ best: inout [PathCost]) {
    let table = tables[Int(step.accelerator)]
    let row = cell(state, lasts.count > 1 ? Int(step.accelerator) : 0, 0)
    if omissions.isEmpty { takeWhole(step, table, row, &best) } else { takeOmitting(step, table, row, &best) }
  }

  private func takeWhole(_ step: DeviceOrders.Step, _ table: StretchTable, _ row: Int, _ best: inout [PathCost]) {
    let reach = step.from == 0 ? table.reachFromStart : table.reach
    var window = [(position: Int, cost: PathCost)]()
    window.reserveCapacity(width)
    var head = 0
    for end in 1..<max(width, 1) {
      var start = entry(step, at: end - 1, best).cost
      if start.isReachable {
        start.objective -= table.times[end - 1]
        while window.count > head, start < window[window.count - 1].cost { window.removeLast() }
        window.append((end - 1, start))
      }
      while head < window.count, Int(reach[window[head].position]) < end { head += 1 }
      guard head < window.count else { continue }
      var cost = window[head].cost
      cost.objective += table.times[end]
      if cost < best[row + end] { best[row + end] = cost }
    }
  }

  private func takeOmitting(_ step: DeviceOrders.Step, _ table: StretchTable, _ row: Int, _ best: inout [PathCost]) {
    let extras = step.from == 0 ? table.extrasFromStart : table.extras
    for start in 0..<(width - 1) {
      var from = entry(step, at: start, best).cost
      guard from.isReachable else { continue }
      from.objective -= table.times[start]
      for end in (start + 1)..<width {
        let extra = extras[start * width + end]
        guard extra.isReachable else { continue }
        var cost = from + extra
        cost.objective += table.times[end]
        if cost < best[row + end] { best[row + end] = cost }
      }
    }
  }

  // MARK: The way back

  private func trace(back finalState: Int, last finalLast: Int, _ best: [PathCost]) -> ChainPlacement {
    var way: [(accelerator: Int, range: Range<Int>)] = []
    var (state, last, end) = (finalState, finalLast, width - 1)
    while end > 0 {
      let cost = best[cell(state, last, end)]
      let before = best[cell(state, last, end - 1)]
      let unit = chain.units[end - 1]
      if before.isReachable, streaming.allows(unit), before + offloadCost(unit) == cost {
        end -= 1
        continue
      }
      guard let found = origin(state: state, last: last, end: end, cost: cost, best) else {
        preconditionFailure("every cost has an origin")
      }
      way.append((Int(found.step.accelerator), found.start..<end))
      (state, last, end) = (Int(found.step.from), found.last, found.start)
    }
    way.reverse()
    var placement = ChainPlacement(accelerators: [Int?](repeating: nil, count: chain.units.count))
    let accelerators = graph.distinct(way.map(\.accelerator))
    for (index, part) in way.enumerated() {
      for unit in part.range { placement.accelerators[unit] = accelerators[index] }
      if !omissions.isEmpty { leaveOut(part.range, kind: part.accelerator, isFirst: index == 0, &placement) }
    }
    return placement
  }

  /// Takes out of a stretch what its accelerator does not hold.
  private func leaveOut(_ range: Range<Int>, kind: Int, isFirst: Bool, _ placement: inout ChainPlacement) {
    let accelerator = chain.devices[kind]
    let rooms =
      isFirst
      ? Room.atStart(accelerator, limit: limits[kind], streaming: streaming)
      : [Room(accelerator: accelerator, limit: limits[kind])]
    let levels = isFirst ? omissions[kind].first : omissions[kind].later
    guard let best = OmissionLevel.cheapest(levels, range, rooms: rooms) else {
      preconditionFailure("the stretch was found to be possible")
    }
    for (unit, freed) in zip(range, best.level.stretches.freed(range, by: best.choice)) where freed > 0 {
      if freed == chain.units[unit].resident {
        placement.accelerators[unit] = nil
      } else {
        placement.expertsOffloaded[unit] = true
      }
    }
  }

  private func origin(
    state: Int, last: Int, end: Int, cost: PathCost, _ best: [PathCost]
  ) -> (step: DeviceOrders.Step, start: Int, last: Int)? {
    for step in graph.steps(to: state) where lasts.count == 1 || Int(step.accelerator) == last {
      let table = tables[Int(step.accelerator)]
      let reach = step.from == 0 ? table.reachFromStart : table.reach
      let extras = step.from == 0 ? table.extrasFromStart : table.extras
      for start in stride(from: end - 1, through: 0, by: -1) {
        if omissions.isEmpty, Int(reach[start]) < end { break }
        let from = entry(step, at: start, best)
        guard from.cost.isReachable else { continue }
        var total = omissions.isEmpty ? from.cost : from.cost + extras[start * width + end]
        total.objective += table.times[end] - table.times[start]
        if total == cost { return (step, start, from.last) }
      }
    }
    return nil
  }
}
