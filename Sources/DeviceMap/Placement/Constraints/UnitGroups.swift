/// Units that must be on one device, as sets that grow together.
package struct UnitGroups: Sendable {
  private var parents: [Int]

  package init(count: Int) { parents = Array(0..<count) }

  /// The first unit of a unit's group.
  package mutating func first(of unit: Int) -> Int {
    var root = unit
    while parents[root] != root { root = parents[root] }
    var current = unit
    while parents[current] != root { (current, parents[current]) = (parents[current], root) }
    return root
  }

  package mutating func join(_ one: Int, _ other: Int) {
    let (left, right) = (first(of: one), first(of: other))
    parents[max(left, right)] = min(left, right)
  }

  package mutating func join(_ units: some Sequence<Int>) {
    var first: Int?
    for unit in units {
      if let first { join(first, unit) } else { first = unit }
    }
  }
}
