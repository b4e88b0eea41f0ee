/// Places a chain when there are too many orders of accelerators to consider: solves the given order and orders by
/// size exactly, keeps the best, and states what no order can do better.
struct HeuristicChainSolver {
  let chain: Chain
  let objective: PlacementObjective
  let mostTokens: Int
  let chainAt: (@Sendable (Int) -> Chain)?

  func solve() throws(ChainFailure) -> ChainSolution {
    var best: ChainSolution?
    var failure: ChainFailure?
    for order in orders() {
      do {
        let solution = try solve(order)
        if best.map({ isBetter(solution, than: $0) }) ?? true { best = solution }
      } catch {
        if failure == nil { failure = error }
      }
    }
    guard var solution = best else { throw failure ?? .impossible }
    solution.boundsAllOrders = true
    solution.offloadBound = min(solution.offload.total, offloadBound)
    solution.bound = bound(for: solution)
    return solution
  }

  private func orders() -> [[Int]] {
    let given = Array(chain.devices.indices)
    let size = { (device: Int) in chain.devices[device].limit - chain.devices[device].base }
    let falling = given.sorted { (size($0), $1) > (size($1), $0) }
    let rising = given.sorted { (size($0), $0) < (size($1), $1) }
    var orders = [given, falling, rising]
    if objective == .latency {
      let speed = { (device: Int) in chain.devices[device].times.reduce(0, +) }
      orders.append(given.sorted { (speed($0), $0) < (speed($1), $1) })
    }
    return orders
  }

  private func solve(_ order: [Int]) throws(ChainFailure) -> ChainSolution {
    let permuted = Self.permuted(chain, order)
    let at = chainAt.map { chainAt in { @Sendable (tokens: Int) in Self.permuted(chainAt(tokens), order) } }
    let solver = ChainSolver(
      permuted, objective: objective, order: .given, mostTokens: mostTokens, chainAt: at)
    guard let solver else { throw .impossible }
    var solution: ChainSolution
    do { solution = try solver.solve() } catch {
      if case .overfull(let device, let bits) = error { throw .overfull(device: order[device], bits: bits) }
      throw error
    }
    solution.placement.accelerators = solution.placement.accelerators.map { accelerator in accelerator.map { order[$0] }
    }
    return solution
  }

  private static func permuted(_ chain: Chain, _ order: [Int]) -> Chain {
    var result = chain
    result.devices = order.map { chain.devices[$0] }
    if !chain.links.isUniform {
      result.links.perMebibit = order.flatMap { one in
        order.map { chain.links.perMebibit[one * chain.devices.count + $0] }
      }
    }
    return result
  }

  private func isBetter(_ one: ChainSolution, than other: ChainSolution) -> Bool {
    let (left, right) = (one.offload, other.offload)
    if (left.rest, left.experts) != (right.rest, right.experts) {
      return (left.rest, left.experts) < (right.rest, right.experts)
    }
    return objective.isMaximised ? one.value > other.value : one.value < other.value
  }

  // MARK: Bounds

  private var offloadBound: Int {
    let weights = chain.units.reduce(0) { $0 + $1.weight }
    return max(0, weights - chain.devices.reduce(0) { $0 + max(0, $1.limit - $1.base) })
  }

  /// What no placement with as little offloaded can beat.
  private func bound(for solution: ChainSolution) -> Ratio {
    let held = chain.units.reduce(0) { $0 + $1.weight } - solution.offload.total
    switch objective {
    case .balance:
      let bits = held + chain.devices.reduce(0) { $0 + $1.base }
      let even = Ratio(bits, of: max(1, chain.devices.reduce(0) { $0 + $1.capacity }))
      return min(solution.value, even)
    case .latency:
      let least = chain.units.indices.reduce(0) { sum, unit in
        sum + (chain.devices.map { $0.times[unit] }.min() ?? 0)
      }
      return min(solution.value, .picoseconds(least))
    case .fewestGPUs:
      var room = 0
      var count = 0
      for size in chain.devices.map({ $0.limit - $0.base }).sorted(by: >) where room < held {
        room += size
        count += 1
      }
      return min(solution.value, Ratio(count, of: 1))
    case .context:
      let room = chain.devices.reduce(0) { $0 + max(0, $1.limit - $1.base) }
      var low = solution.value.part
      var high = max(low, mostTokens)
      while low < high {
        let middle = low + (high - low + 1) / 2
        let need = (chainAt?(middle) ?? chain).units.reduce(0) { $0 + $1.resident } - solution.offload.total
        if need <= room { low = middle } else { high = middle - 1 }
      }
      return Ratio(low, of: 1)
    }
  }
}
