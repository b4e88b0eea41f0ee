import DeviceMap
import Testing

@Suite struct PolicyGridTests {
  @Test func optimalNeverOffloadsWhereTheModelFits() throws {
    var grid = PolicyGrid()
    grid.gpuCounts = [2, 5]
    grid.factors = [1.05, 1.3]
    grid.mixes = 2
    let rows = try grid.run()
    #expect(rows.map(\.policy) == ["auto", "balanced_low_0", "sequential", "optimal"])
    let best = try #require(rows.last)
    #expect(best.cases > 10)
    #expect(best.needlessOffloads == 0)
    #expect(best.worstPeakRatio < 1.0001 && best.worstPeakRatio > 0.9999)
    #expect(rows[0].needlessOffloads > 0)
    #expect(rows[0].worstPeakRatio > 1)
  }

  @Test func theSameSeedGivesTheSameRows() throws {
    var grid = PolicyGrid()
    grid.gpuCounts = [3]
    grid.factors = [1.2]
    #expect(try grid.run() == grid.run())
  }
}
