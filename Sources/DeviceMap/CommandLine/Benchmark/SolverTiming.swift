/// How long optimal placement takes, on chains of 130 units: the largest that are common, with embedding and head
/// larger than the layers between them.
package struct SolverTiming {
  package struct Row: Sendable {
    package var name: String
    package var duration: Duration
    package var isProven: Bool
  }

  /// Mixes of GPUs by relative size.
  package static let mixes: [(name: String, sizes: [Int])] = [
    ("8 different GPUs", [10, 13, 9, 12, 16, 8, 11, 15]),
    ("16 GPUs of two kinds", (0..<16).map { $0 % 2 == 0 ? 12 : 15 }),
    ("16 different GPUs", (0..<16).map { 20 + $0 }),
  ]

  /// One row for each mix and order, for memory of all GPUs of 1.3 and 0.8 times the model.
  package static func run() -> [Row] {
    var rows: [Row] = []
    for (name, sizes) in mixes {
      for percent in [130, 80] {
        for order in [DeviceOrder.given, .any] {
          rows.append(
            measure("\(name), \(percent) % of the model, \(order) order", chain(sizes, percent: percent), order))
        }
      }
    }
    return rows
  }

  package static func chain(_ sizes: [Int], percent: Int) -> Chain {
    let units = (0..<130).map { index in
      Chain.Unit(weight: 8 * (index == 0 || index == 129 ? 2_000_000_000 : 800_000_000))
    }
    let total = units.reduce(0) { $0 + $1.weight } / 100 * percent
    let parts = sizes.reduce(0, +)
    return Chain(units: units, devices: sizes.map { Chain.Accelerator(limit: total / parts * $0) })
  }

  private static func measure(_ name: String, _ chain: Chain, _ order: DeviceOrder) -> Row {
    var isProven = false
    let duration = ContinuousClock().measure {
      if let solver = ChainSolver(chain, objective: .balance, order: order), let solution = try? solver.solve() {
        isProven = solution.isProven
      }
    }
    return Row(name: name, duration: duration, isProven: isProven)
  }
}
