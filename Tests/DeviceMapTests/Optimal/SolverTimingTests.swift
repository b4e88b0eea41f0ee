import Testing

@testable import DeviceMap

@Suite struct SolverTimingTests {
  /// Limits for a build without optimisation on a busy machine; a release build takes under a millisecond.
  @Test(arguments: [(0, HolderOrder.given), (0, .any), (1, .given), (1, .any)])
  func placesWhatFitsQuickly(mix: Int, order: HolderOrder) throws {
    let chain = SolverTiming.chain(SolverTiming.mixes[mix].sizes, percent: 130)
    let solver = try #require(ChainSolver(chain, objective: .balance, order: order))
    var solution: ChainSolution?
    let duration = ContinuousClock().measure { solution = try? solver.solve() }
    #expect(solution?.isProven == true)
    #expect(duration < .seconds(5), "\(duration)")
  }
}
