import DeviceMap
import Testing

@Suite struct SolverTimingTests {
  /// Limits for a build without optimisation on a busy machine; a release build takes under a millisecond.
  @Test(arguments: [(0, DeviceOrder.given), (0, .any), (1, .given), (1, .any)])
  func placesWhatFitsQuickly(mix: Int, order: DeviceOrder) throws {
    let chain = SolverTiming.chain(SolverTiming.mixes[mix].sizes, percent: 130)
    let solver = try #require(ChainSolver(chain, objective: .balance, order: order))
    var solution: ChainSolution?
    let seconds = threadSeconds { solution = try? solver.solve() }
    #expect(solution?.isProven == true)
    #expect(seconds < 5, "\(seconds)")
  }

  /// Thousands of leaves of many sizes: an answer with a stated gap, soon and in little memory.
  @Test func manyUnitsOfManySizesAreOffloadedWithAStatedGap() throws {
    var random = SeededGenerator(seed: 5)
    let units = (0..<3000).map { _ in Chain.Unit(weight: Int.random(in: 1...1_000_000, using: &random)) }
    let total = units.reduce(0) { $0 + $1.weight }
    let chain = Chain(units: units, devices: [3, 4, 2].map { Chain.Accelerator(limit: total / 12 * $0) })
    let solver = try #require(ChainSolver(chain, objective: .fewestGPUs, order: .given))
    let solution = try solver.solve()
    #expect(chain.isWithinLimits(solution.placement))
    #expect(!solution.isProven)
    #expect(solution.offloadBound > 0 && solution.offloadBound <= solution.offload.total)
    #expect(solution.offload.total - solution.offloadBound < total / 100)
  }
}
