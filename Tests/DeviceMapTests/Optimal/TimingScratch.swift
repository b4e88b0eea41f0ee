import Testing
@testable import DeviceMap

@Suite struct TimingScratch {
  func chain(_ n: Int, _ limits: [Int], times: Bool = false, kinds: Int = 1000) -> Chain {
    var r = SeededGenerator(seed: 9)
    var units: [Chain.Unit] = []
    for i in 0..<n { var u = Chain.Unit(weight: 8 * ((i == 0 || i == n - 1) ? 2_000_000_000 : Int.random(in: 300...1200, using: &r) * 1_000_000)); u.transient = 8_000_000; units.append(u) }
    let total = units.reduce(0) { $0 + $1.weight }
    let sum = limits.reduce(0, +)
    var devices = limits.map { Chain.Holder(limit: total / sum * $0) }
    if times { for d in devices.indices { devices[d].times = units.map { $0.weight / (100 + (d % kinds) * 10) }; devices[d].timesWithoutExperts = devices[d].times } }
    var c = Chain(units: units, devices: devices)
    c.links.hop = 20_000_000
    return c
  }
  @Test func run() throws {
    let clock = ContinuousClock()
    let eight = [10, 13, 9, 12, 16, 8, 11, 15].map { $0 * 125 / 100 * 1 + 0 }
    for (name, limits) in [("8 different", eight), ("16 two kinds", (0..<16).map { $0 % 2 == 0 ? 12 : 15 }), ("16 different", (0..<16).map { 20 + $0 })] {
      for scale in [1.3, 0.8] {
        for objective in [PlacementObjective.balance, .latency, .fewestGPUs] {
          for order in [HolderOrder.given, .any] {
            for layersAlike in [true] {
              var c = chain(130, limits, times: objective == .latency, kinds: name == "16 two kinds" ? 2 : 1000)
              if layersAlike { for i in 1..<129 { c.units[i].weight = 8 * 800_000_000; c.units[i].stream = c.units[i].weight
                if objective == .latency { for d in c.devices.indices { c.devices[d].times[i] = c.devices[d].times[0] / 2; c.devices[d].timesWithoutExperts = c.devices[d].times } } } }
              for d in c.devices.indices { c.devices[d].limit = Int(Double(c.devices[d].limit) * scale); c.devices[d].capacity = c.devices[d].limit }
              var text = ""
              let t = clock.measure {
                if let s = ChainSolver(c, objective: objective, order: order) {
                  if let x = try? s.solve() { text = "\(x.value.value) off \(x.offload.total / 8_000_000) proven \(x.isProven)" } else { text = "fail" }
                } else {
                  if let x = try? HeuristicChainSolver(chain: c, objective: objective, mostTokens: 0, chainAt: nil).solve() { text = "HEUR \(x.value.value) \(x.bound.value) off \(x.offload.total / 8_000_000) \(x.offloadBound/8_000_000)" }
                }
              }
              print("TIME", name, scale, objective, order, t, text)
            }
          }
        }
      }
    }
  }
}
