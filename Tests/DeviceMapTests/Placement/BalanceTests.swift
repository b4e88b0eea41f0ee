import DeviceMap
import Testing

/// What the balanced policies leave of the budgets.
@Suite struct BalanceTests {
  private func caps(_ plan: Plan) -> [String] {
    plan.ledger.accounts.compactMap { load in load.cap.map { "\(load.device): \($0)" } }
  }

  private let leaves = ModuleTree {
    Module("a", bytes: 41)
    Module("b", bytes: 60)
  }

  /// Half of 101 and a margin of 1.25 x 60 (transformers) or 1.25 x 50, the mean (accelerate), each without fractions.
  @Test(arguments: [
    (Engine.transformers, 124, 124), (.transformers, 125, 125), (.transformers, 126, 125),
    (.accelerate, 111, 111), (.accelerate, 112, 112), (.accelerate, 113, 112),
  ])
  func share(engine: Engine, budget: Int, cap: Int) throws {
    let limits: MaxMemory = [.gpu(0): .bytes(budget), .gpu(1): 500]
    #expect(caps(try leaves.plan(.auto, maxMemory: limits, engine: engine)) == ["0: \(cap)", "1: 500"])
    #expect(caps(try leaves.plan(.sequential, maxMemory: limits, engine: engine)) == ["0: \(budget)", "1: 500"])
  }

  /// transformers takes the largest block, accelerate the first of each class or the mean leaf.
  @Test(arguments: [(Engine.transformers, 92), (.accelerate, 67)])
  func blocksOfUnequalSize(engine: Engine, cap: Int) throws {
    let tree = ModuleTree {
      Module("0", class: "Block", bytes: 10)
      Module("1", class: "Block", bytes: 50)
    }.noSplit("Block")
    let plan = try tree.plan(.balanced, maxMemory: [.gpu(0): 500, .gpu(1): 500], engine: engine)
    #expect(caps(plan) == ["0: \(cap)", "1: 500"])
  }

  /// A GPU without memory takes no share but keeps its place.
  @Test(arguments: Engine.allCases)
  func zeroBudget(engine: Engine) throws {
    let limits: MaxMemory = [.gpu(0): 0, .gpu(1): 500, .gpu(2): 500, .cpu: 500]
    let plan = try leaves.plan(.auto, maxMemory: limits, engine: engine)
    #expect(caps(plan) == ["0: 0", "1: \(engine == .transformers ? 125 : 112)", "2: 500", "cpu: 500"])
    #expect(plan.notes == [])
  }

  /// The first GPU gets what the others cannot hold; where its id is not 0 the reference fails.
  @Test(arguments: [
    ([0, 1], []), ([0, 2], ["low-0-first-usable"]), ([1, 2], ["low-0-first-usable"]), ([3, 7], ["low-0-first-usable"]),
  ])
  func balancedLow0(ids: [Int], notes: [String]) throws {
    for engine in Engine.allCases {
      let limits = MaxMemory([(.gpu(ids[0]), 100), (.gpu(ids[1]), 70)])
      let plan = try leaves.plan(.balancedLow0, maxMemory: limits, engine: engine)
      #expect(caps(plan) == ["\(ids[0]): 31", "\(ids[1]): 70"])
      #expect(plan.notes.map(\.code).filter { $0.hasPrefix("low") } == notes)
    }
  }

  /// A GPU 0 without memory is the one that gets the least; where an id is missing besides, the reference fails.
  @Test(arguments: [([1, 2], []), ([2, 3], ["low-0-first-usable"])])
  func balancedLow0WithoutRoomOnGPU0(ids: [Int], notes: [String]) throws {
    for engine in Engine.allCases {
      let limits = MaxMemory([(.gpu(0), 0), (.gpu(ids[0]), 100), (.gpu(ids[1]), 70)])
      let plan = try leaves.plan(.balancedLow0, maxMemory: limits, engine: engine)
      #expect(caps(plan) == ["0: 0", "\(ids[0]): 100", "\(ids[1]): 70"])
      #expect(plan.notes.map(\.code).filter { $0.hasPrefix("low") } == notes)
    }
  }

  /// Of measured memory a lone GPU keeps a tenth free, and with transformers the cpu.
  @Test(arguments: [(Engine.transformers, ["0: 900", "cpu: 450"]), (.accelerate, ["0: 900", "cpu: 500"])])
  func measuredMemory(engine: Engine, expected: [String]) throws {
    let limits = MaxMemory([(.gpu(0), 1001), (.cpu, 500)], isMeasured: true)
    #expect(caps(try leaves.plan(.auto, maxMemory: limits, engine: engine)) == expected)
    let options = PlacementOptions(capFactor: 0.5)
    #expect(
      caps(try leaves.plan(.sequential, maxMemory: [.gpu(0): 1001, .cpu: 500], engine: engine, options: options))
        == ["0: 500", "cpu: 250"])
  }

  @Test func absentClassesAreIgnored() throws {
    let plan = try leaves.noSplit("Nowhere").plan(.auto, maxMemory: [.gpu(0): 500, .gpu(1): 500])
    #expect(caps(plan) == ["0: 125", "1: 500"])
    #expect(plan.notes.map(\.code) == ["no-split-class-absent"])
  }
}
