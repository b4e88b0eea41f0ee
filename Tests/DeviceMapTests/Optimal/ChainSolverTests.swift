import DeviceMap
import Testing

/// What a random chain has besides weights.
struct ChainTraits: OptionSet {
  let rawValue: Int
  static let states = ChainTraits(rawValue: 1)
  static let transients = ChainTraits(rawValue: 2)
  static let blocked = ChainTraits(rawValue: 4)
  static let experts = ChainTraits(rawValue: 8)
  static let times = ChainTraits(rawValue: 16)
  static let links = ChainTraits(rawValue: 32)
  static let alike = ChainTraits(rawValue: 64)
  static let mustStay = ChainTraits(rawValue: 128)
  static let bases = ChainTraits(rawValue: 256)
  static let tight = ChainTraits(rawValue: 512)
  static let returns = ChainTraits(rawValue: 1024)
  static let firstOnly = ChainTraits(rawValue: 2048)
}

extension Chain {
  /// A small chain with the given traits.
  static func random(_ traits: ChainTraits, using random: inout SeededGenerator) -> Chain {
    let count = Int.random(in: 2...(traits.contains(.experts) ? 4 : 5), using: &random)
    let devices = Int.random(in: 1...3, using: &random)
    let expert = Int.random(in: 1...4, using: &random)
    var units: [Unit] = []
    for _ in 0..<count {
      var unit = Unit(weight: Int.random(in: 1...9, using: &random))
      if traits.contains(.states) { unit.state = Int.random(in: 0...3, using: &random) }
      if traits.contains(.transients) { unit.transient = Int.random(in: 0...4, using: &random) }
      if traits.contains(.experts), Bool.random(using: &random) {
        unit.experts = expert
        unit.weight += expert
        unit.stream = unit.weight
        unit.expertStreamTime = Int.random(in: 1...20, using: &random)
      }
      if traits.contains(.firstOnly) { unit.needsFirst = Int.random(in: 0...2, using: &random) == 0 }
      if traits.contains(.mustStay) { unit.mayOffload = Int.random(in: 0...2, using: &random) > 0 }
      unit.streamTime = Int.random(in: 10...40, using: &random)
      unit.cut = Int.random(in: 0...9, using: &random)
      units.append(unit)
    }
    let total = units.reduce(0) { $0 + $1.weight + $1.state }
    var accelerators: [Chain.Accelerator] = []
    for index in 0..<devices {
      let scale = traits.contains(.tight) ? 2 : 1
      var accelerator = Chain.Accelerator(
        limit: Int.random(in: 3...max(4, total * 2 / (devices * scale) + 4), using: &random))
      if traits.contains(.alike), index > 0, Bool.random(using: &random) { accelerator = accelerators[index - 1] }
      if traits.contains(.bases), accelerator.base == 0 { accelerator.base = Int.random(in: 0...2, using: &random) }
      if traits.contains(.blocked) {
        accelerator.blocked = units.map { _ in Int.random(in: 0...3, using: &random) == 0 }
      }
      if traits.contains(.times), accelerator.times.isEmpty {
        accelerator.times = units.map { _ in Int.random(in: 1...9, using: &random) }
        accelerator.timesWithoutExperts = accelerator.times.map { Int.random(in: 1...$0, using: &random) }
      }
      accelerators.append(accelerator)
    }
    var links = Links()
    if traits.contains(.links) {
      links.perMebibit = (0..<(devices * devices)).map { _ in Int.random(in: 0...9, using: &random) << 20 }
    } else if traits.contains(.times) {
      links.uniform = Int.random(in: 0...3, using: &random) << 20
      links.hop = Int.random(in: 0...5, using: &random)
    }
    links.returnsToFirst = traits.contains(.returns)
    var chain = Chain(units: units, devices: accelerators, links: links)
    chain.offloadsExpertsOfFirstOnly = traits.contains(.firstOnly)
    return chain
  }
}

@Suite struct ChainSolverTests {
  static let instances = TestExtent.rounds(60)

  static let kinds: [ChainTraits] = [
    [], [.states, .transients], [.blocked], [.alike, .bases], [.mustStay, .transients], [.tight, .alike],
    [.experts, .tight], [.experts, .tight, .firstOnly], [.firstOnly, .transients],
  ]

  @Test(arguments: kinds, [DeviceOrder.given, .any])
  func balanceAgreesWithBruteForce(traits: ChainTraits, order: DeviceOrder) {
    compare(traits, order, .balance, seed: 0xB0 + UInt64(traits.rawValue)) { found in found.map(\.share).min() }
  }

  @Test(arguments: kinds, [DeviceOrder.given, .any])
  func fewestAgreesWithBruteForce(traits: ChainTraits, order: DeviceOrder) {
    compare(traits, order, .fewestGPUs, seed: 0xF0 + UInt64(traits.rawValue)) { found in
      found.map(\.used).min().map { Ratio($0, of: 1) }
    }
  }

  static let timed: [ChainTraits] = [
    [.times], [.times, .alike], [.times, .links], [.times, .returns], [.times, .tight, .alike],
    [.times, .experts, .tight], [.times, .experts, .tight, .firstOnly], [.times, .transients, .blocked, .mustStay],
  ]

  @Test(arguments: timed, [DeviceOrder.given, .any])
  func latencyAgreesWithBruteForce(traits: ChainTraits, order: DeviceOrder) {
    compare(traits, order, .latency, seed: 0x1A + UInt64(traits.rawValue)) { found in
      found.map { Ratio.picoseconds($0.time) }.min()
    }
  }

  @Test(arguments: [ChainTraits.transients, [.blocked, .alike], [.bases]], [DeviceOrder.given, .any])
  func contextAgreesWithBruteForce(traits: ChainTraits, order: DeviceOrder) throws {
    let seed: UInt64 = 0xC0 + UInt64(traits.rawValue)
    var random = SeededGenerator(seed: seed)
    var compared = 0
    for instance in 0..<(3 * Self.instances) {
      let chain = Chain.random(traits, using: &random)
      let perToken = chain.units.map { _ in Int.random(in: 0...2, using: &random) }
      let at = { @Sendable (tokens: Int) in
        var chain = chain
        for unit in chain.units.indices { chain.units[unit].state = perToken[unit] * tokens }
        return chain
      }
      let fits = { (tokens: Int) in
        BruteForce(chain: at(tokens), order: order).leastOffload().first?.rest == 0
      }
      guard fits(0) else { continue }
      compared += 1
      let longest = (0..<40).last(where: fits)
      let solver = ChainSolver(chain, objective: .context, order: order, mostTokens: 39, chainAt: at)
      let solution = try #require(solver).solve()
      #expect(solution.value.part == longest, "seed \(seed), instance \(instance), \(chain), \(perToken)")
      #expect(at(solution.value.part).isWithinLimits(solution.placement))
      #expect(solution.isProven)
    }
    #expect(compared > Self.instances / 3)
  }

  private func compare(
    _ traits: ChainTraits, _ order: DeviceOrder, _ objective: PlacementObjective, seed: UInt64,
    value: ([BruteForce.Found]) -> Ratio?
  ) {
    var random = SeededGenerator(seed: seed)
    for instance in 0..<Self.instances {
      var chain = Chain.random(traits, using: &random)
      // State of offloaded units is kept elsewhere in the comparison, so only chains that fit have state.
      if !traits.isDisjoint(with: .states), BruteForce(chain: chain, order: order).leastOffload().first?.rest != 0 {
        for unit in chain.units.indices { chain.units[unit].state = 0 }
      }
      let label = "seed \(seed), instance \(instance), \(chain)"
      let found = BruteForce(chain: chain, order: order).leastOffload()
      guard let solver = ChainSolver(chain, objective: objective, order: order) else {
        Issue.record("no solver for \(label)")
        continue
      }
      guard let solution = try? solver.solve() else {
        #expect(found.isEmpty, "no answer for \(label)")
        continue
      }
      #expect(solution.offload.rest == found.first?.rest, "\(label)")
      #expect(solution.offload.experts == found.first?.experts, "\(label)")
      #expect(chain.isWithinLimits(solution.placement), "\(label)")
      #expect(solution.value == value(found), "\(label)")
      #expect(solution.isProven, "\(label)")
    }
  }
}
