/// What a way through the chain costs, compared in this order: offloaded bits that are not experts, offloaded bits of
/// experts, and an objective (picoseconds, or accelerators used).
package struct PathCost: Sendable, Comparable, Hashable {
  package var rest: Int
  package var experts: Int
  package var objective: Int

  package static let zero = PathCost(rest: 0, experts: 0, objective: 0)
  package static let unreachable = PathCost(rest: .max / 4, experts: 0, objective: 0)

  package var isReachable: Bool { rest < .max / 8 }

  package var offloaded: Int { rest + experts }

  package static func < (left: Self, right: Self) -> Bool {
    if left.rest != right.rest { return left.rest < right.rest }
    if left.experts != right.experts { return left.experts < right.experts }
    return left.objective < right.objective
  }

  package static func + (left: Self, right: Self) -> Self {
    PathCost(
      rest: left.rest + right.rest, experts: left.experts + right.experts, objective: left.objective + right.objective)
  }

  package static func - (left: Self, right: Self) -> Self {
    PathCost(
      rest: left.rest - right.rest, experts: left.experts - right.experts, objective: left.objective - right.objective)
  }
}
