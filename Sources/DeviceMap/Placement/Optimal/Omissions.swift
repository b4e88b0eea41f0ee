/// For every stretch of the chain, what can be left out of it and how much room that makes on an accelerator that
/// would hold the stretch: the cheapest choice for every amount of room.
///
/// A unit is held whole, held without its experts, or left out; the first and the last of a stretch are held. The
/// choices for `from..<to` follow from those for `from..<to - 1`; a choice that costs no less and frees no more than another is dropped. What is kept is as long as
/// there are different sums, so a few where layers are alike.
struct Omissions: Sendable {
  /// One way to leave things out.
  struct Choice: Sendable, Equatable {
    var cost: PathCost
    /// Bits that are not on the accelerator, state included.
    var freed: Int

    static let whole = Choice(cost: .zero, freed: 0)
  }

  private let count: Int
  private let most: PathCost
  /// The choices of stretch `(from, to)`: `choices[first[k]..<first[k + 1]]` with k counting stretches row by row.
  private var choices: [Choice] = []
  /// Bits freed by each choice, close together for searching, and the most that a stretch can free.
  private var freedBits: [Int] = []
  private var mostFreed: [Int] = []
  private var first: [Int32] = [0]
  private var rowStart: [Int] = []
  /// How many stretches there are from each start; further ones cannot be held.
  private var rowLength: [Int] = []
  /// By unit, the ways to hold it and the ways to do without it.
  private let held: [[Choice]]
  private let any: [[Choice]]

  /// Choices beyond which none are kept.
  private static let limit = 3_000_000

  /// - Parameters:
  ///   - stream: what is offloaded streams no more than this.
  ///   - offloadedTransient: a unit that is left out needs no more than this to run.
  ///   - transient: a unit that is held needs no more than this to run.
  ///   - most: choices that offload more than this are of no use.
  /// - Returns: nil when there are too many choices to keep.
  init?(
    _ chain: Chain, accelerator: Chain.Accelerator, stream: Int, offloadedTransient: Int, transient: Int,
    usesTime: Bool,
    most: PathCost? = nil
  ) {
    self.most = most.map { PathCost(rest: $0.rest, experts: $0.experts, objective: .max) } ?? .unreachable
    count = chain.units.count
    held = chain.units.indices.map { index in
      let unit = chain.units[index]
      guard unit.transient <= transient, accelerator.blocked.isEmpty || !accelerator.blocked[index] else { return [] }
      guard unit.experts > 0, unit.experts <= stream else { return [.whole] }
      let lost =
        usesTime ? unit.expertStreamTime + accelerator.timesWithoutExperts[index] - accelerator.times[index] : 0
      return [
        .whole, Choice(cost: PathCost(rest: 0, experts: unit.experts, objective: lost), freed: unit.experts),
      ]
    }
    let out = chain.units.indices.map { index -> [Choice] in
      let unit = chain.units[index]
      guard unit.mayOffload, unit.stream <= stream, unit.transient <= offloadedTransient else { return [] }
      let lost = usesTime ? unit.streamTime - accelerator.times[index] : 0
      let cost = PathCost(rest: unit.weight - unit.experts, experts: unit.experts, objective: lost)
      return [Choice(cost: cost, freed: unit.resident)]
    }
    any = zip(held, out).map { $0 + $1 }
    guard fill() else { return nil }
  }

  private mutating func fill() -> Bool {
    for from in 0..<count {
      rowStart.append(first.count - 1)
      var to = from
      var before: [Choice] = [.whole]
      while to < count {
        let start = choices.count
        choices += extend(before, by: held[to])
        guard choices.count <= Self.limit else { return false }
        for choice in choices[start...] { freedBits.append(choice.freed) }
        let most = choices.count > start ? choices[choices.count - 1].freed : -1
        before = extend(before, by: to == from ? held[to] : any[to])
        if before.isEmpty {
          choices.removeSubrange(start...)
          freedBits.removeSubrange(start...)
          break
        }
        mostFreed.append(most)
        to += 1
        first.append(Int32(choices.count))
      }
      rowLength.append(to - from)
    }
    return true
  }

  private func extend(_ front: [Choice], by options: [Choice]) -> [Choice] {
    if options == [.whole] { return front }
    var merged: [Choice] = []
    for option in options {
      let shifted = front.map { Choice(cost: $0.cost + option.cost, freed: $0.freed + option.freed) }
      merged = merged.isEmpty ? shifted : Self.merge(merged, shifted)
    }
    while let last = merged.last, most < last.cost { merged.removeLast() }
    return merged
  }

  /// Both lists in one, without what is no better than something else; lists ascend in cost and in bits freed.
  private static func merge(_ left: [Choice], _ right: [Choice]) -> [Choice] {
    var merged: [Choice] = []
    merged.reserveCapacity(left.count + right.count)
    var (one, other) = (0, 0)
    while one < left.count || other < right.count {
      let takesLeft: Bool
      if one == left.count {
        takesLeft = false
      } else if other == right.count {
        takesLeft = true
      } else if left[one].cost == right[other].cost {
        takesLeft = left[one].freed >= right[other].freed
      } else {
        takesLeft = left[one].cost < right[other].cost
      }
      let next = takesLeft ? left[one] : right[other]
      if takesLeft { one += 1 } else { other += 1 }
      if let last = merged.last, next.freed <= last.freed { continue }
      merged.append(next)
    }
    return merged
  }

  /// The cheapest choice for a stretch that frees at least `bits`.
  func cheapest(_ range: Range<Int>, freeing bits: Int) -> Choice? {
    guard !range.isEmpty, rowLength[range.lowerBound] >= range.count else { return nil }
    let row = rowStart[range.lowerBound] + range.count - 1
    let index = index(in: row, freeing: bits)
    return index < 0 ? nil : choices[index]
  }

  /// Lowers the costs of stretches, by `from * (units + 1) + to`, to those of the cheapest choices.
  ///
  /// - Parameters:
  ///   - before: bits of the units before each position.
  ///   - room: bits that a stretch may have on the accelerator.
  func lower(_ costs: inout [PathCost], before: [Int], room: Int) {
    for from in 0..<count {
      for length in 0..<rowLength[from] {
        let to = from + length + 1
        let index = index(in: rowStart[from] + length, freeing: before[to] - before[from] - room)
        if index >= 0, choices[index].cost < costs[from * (count + 1) + to] {
          costs[from * (count + 1) + to] = choices[index].cost
        }
      }
    }
  }

  /// Position of the first choice of a row that frees so much, -1 if none does.
  private func index(in row: Int, freeing bits: Int) -> Int {
    guard mostFreed[row] >= max(bits, 0) else { return -1 }
    var (low, high) = (Int(first[row]), Int(first[row + 1]))
    if bits <= 0 { return low }
    while low < high {
      let middle = (low + high) / 2
      if freedBits[middle] < bits { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What a choice does with every unit of its stretch: bits freed of each.
  func freed(_ range: Range<Int>, by choice: Choice) -> [Int] {
    var fronts: [[Choice]] = [[.whole]]
    for unit in range.dropLast() {
      fronts.append(extend(fronts[fronts.count - 1], by: options(of: unit, in: range)))
    }
    var freed: [Int] = []
    var rest = choice
    for unit in range.reversed() {
      let before = fronts.removeLast()
      let option = options(of: unit, in: range).first { option in
        before.contains { $0.cost + option.cost == rest.cost && $0.freed + option.freed == rest.freed }
      }
      guard let option else { preconditionFailure("a choice is made of options") }
      freed.append(option.freed)
      rest = Choice(cost: rest.cost - option.cost, freed: rest.freed - option.freed)
    }
    return freed.reversed()
  }

  private func options(of unit: Int, in range: Range<Int>) -> [Choice] {
    unit == range.lowerBound || unit == range.upperBound - 1 ? held[unit] : any[unit]
  }
}
