/// For every stretch of the chain, what can be left out of it and what an accelerator then keeps: the cheapest choice for
/// every number of bits kept.
///
/// A unit is held whole, held without its experts, or left out; the first and the last of a stretch are held. The
/// choices for `from..<to` follow from those for `from..<to - 1`; a choice that costs no less and keeps no less than
/// another is dropped, and so is one that keeps more than any accelerator has room for. What is left is a *front*. It is
/// as long as there are different sums, so short where layers are alike, and stretches of the same kinds of units in the
/// same order share one.
struct Omissions: Sendable {
  /// One way to leave things out.
  struct Choice: Sendable, Hashable {
    var cost: PathCost
    /// Bits that are on the accelerator, state included.
    var kept: Int

    static let none = Choice(cost: .zero, kept: 0)

    static func + (one: Choice, other: Choice) -> Choice {
      Choice(cost: one.cost + other.cost, kept: one.kept + other.kept)
    }

    /// Whether it costs less, or as much and keeps less.
    func isCheaper(than other: Choice) -> Bool {
      cost == other.cost ? kept < other.kept : cost < other.cost
    }
  }

  private let count: Int
  private let most: PathCost
  private let room: Int
  /// The choices of all fronts, in each of them ascending in cost and descending in bits kept; those of front `f` are
  /// `choices[first[f]..<first[f + 1]]`.
  private var choices: [Choice] = []
  private var first: [Int] = [0]
  /// For each stretch `(from, to)`, row by row, the front of what is before its last unit.
  private var fronts: [Int32] = []
  private var rowStart: [Int] = []
  /// How many stretches there are from each start; further ones cannot be held.
  private var rowLength: [Int] = []
  /// What a front is made of, while it is made.
  private var shorter: [Choice] = []
  /// By unit, its bits, the ways to hold it, and those and the way to do without it.
  private let residents: [Int]
  private let held: [[Choice]]
  private let any: [[Choice]]

  /// Choices, and stretches, beyond which none are kept.
  private static let limit = 3_000_000

  /// - Parameters:
  ///   - takesExpertsApart: whether a unit may be held without its experts.
  ///   - stream: what is offloaded streams no more than this.
  ///   - offloadedTransient: a unit that is left out needs no more than this to run.
  ///   - transient: a unit that is held needs no more than this to run.
  ///   - room: bits beyond which no stretch is held.
  ///   - most: choices that offload more than this are of no use.
  /// - Returns: nil when there are too many choices to keep.
  init?(
    _ chain: Chain, accelerator: Chain.Accelerator, takesExpertsApart: Bool = true, stream: Int,
    offloadedTransient: Int, transient: Int, room: Int, usesTime: Bool, most: PathCost? = nil
  ) {
    self.most = most.map { PathCost(rest: $0.rest, experts: $0.experts, objective: .max) } ?? .unreachable
    self.room = room
    count = chain.units.count
    residents = chain.units.map(\.resident)
    held = chain.units.indices.map { index in
      let unit = chain.units[index]
      guard unit.transient <= transient, accelerator.blocked.isEmpty || !accelerator.blocked[index] else { return [] }
      let whole = Choice(cost: .zero, kept: unit.resident)
      guard takesExpertsApart, unit.experts > 0, unit.experts <= stream else { return [whole] }
      let lost =
        usesTime ? unit.expertStreamTime + accelerator.timesWithoutExperts[index] - accelerator.times[index] : 0
      let cost = PathCost(rest: 0, experts: unit.experts, objective: lost)
      return [whole, Choice(cost: cost, kept: unit.resident - unit.experts)]
    }
    let out = chain.units.indices.map { index -> [Choice] in
      let unit = chain.units[index]
      guard unit.mayOffload, unit.stream <= stream, unit.transient <= offloadedTransient else { return [] }
      let lost = usesTime ? unit.streamTime - accelerator.times[index] : 0
      let cost = PathCost(rest: unit.weight - unit.experts, experts: unit.experts, objective: lost)
      return [Choice(cost: cost, kept: 0)]
    }
    any = zip(held, out).map { $0 + $1 }
    guard fill() else { return nil }
  }

  private mutating func fill() -> Bool {
    var kinds = KindsOfOptions()
    let heldKinds = held.map { kinds.number(of: $0) }
    let anyKinds = any.map { kinds.number(of: $0) }
    var known: [FrontExtension: Int32] = [:]
    choices.append(.none)
    let nothing = endFront()
    for from in 0..<count {
      rowStart.append(fronts.count)
      var before = nothing
      for to in from..<count where !choices(of: before).isEmpty {
        fronts.append(before)
        before = extended(before, by: to == from ? heldKinds[to] : anyKinds[to], of: kinds, &known)
        guard choices.count <= Self.limit, fronts.count < Self.limit else { return false }
      }
      rowLength.append(fronts.count - rowStart[from])
    }
    shorter = []
    return true
  }

  private func choices(of front: Int32) -> Range<Int> { first[Int(front)]..<first[Int(front) + 1] }

  /// The front of a stretch with one unit more, made once.
  private mutating func extended(
    _ front: Int32, by kind: Int32, of kinds: KindsOfOptions, _ known: inout [FrontExtension: Int32]
  ) -> Int32 {
    let key = FrontExtension(front: front, kind: kind)
    if let known = known[key] { return known }
    shorter.removeAll(keepingCapacity: true)
    shorter += choices[choices(of: front)]
    Self.extend(shorter, by: kinds.options[Int(kind)], room: room, most: most, into: &choices)
    let number = endFront()
    known[key] = number
    return number
  }

  private mutating func endFront() -> Int32 {
    first.append(choices.count)
    return Int32(first.count - 2)
  }

  /// Appends a front with one unit more: what each option makes of each choice, without what is no better than
  /// something else.
  private static func extend(
    _ front: [Choice], by options: [Choice], room: Int, most: PathCost, into choices: inout [Choice]
  ) {
    // What keeps most comes first, and what costs most last.
    var next = options.map { option in front.firstIndex { $0.kept + option.kept <= room } ?? front.count }
    var least = Int.max
    while true {
      var best: (choice: Choice, option: Int)?
      for (index, option) in options.enumerated() where next[index] < front.count {
        let choice = front[next[index]] + option
        if let best, !(choice.isCheaper(than: best.choice)) { continue }
        best = (choice, index)
      }
      guard let best, best.choice.cost <= most else { return }
      next[best.option] += 1
      guard best.choice.kept < least else { continue }
      least = best.choice.kept
      choices.append(best.choice)
    }
  }

  /// The cheapest choice for a stretch that keeps no more than `bits`.
  func cheapest(_ range: Range<Int>, keeping bits: Int) -> Choice? {
    guard !range.isEmpty, rowLength[range.lowerBound] >= range.count else { return nil }
    return cheapest(fronts[rowStart[range.lowerBound] + range.count - 1], last: range.upperBound - 1, keeping: bits)
  }

  /// The cheapest choice of a front and of ways to hold one unit more that keep no more than `bits` together.
  private func cheapest(_ front: Int32, last unit: Int, keeping bits: Int) -> Choice? {
    var best: Choice?
    for option in held[unit] {
      guard let index = index(in: front, keeping: bits - option.kept) else { continue }
      let choice = choices[index] + option
      if choice.cost <= most, best.map({ choice.cost < $0.cost }) ?? true { best = choice }
    }
    return best
  }

  /// Lowers the costs of stretches, by `from * (units + 1) + to`, to those of the cheapest choices.
  ///
  /// - Parameter bits: what a stretch may have on the accelerator.
  func lower(_ costs: inout [PathCost], keeping bits: Int) {
    for from in 0..<count {
      for length in 0..<rowLength[from] {
        let last = from + length
        guard let choice = cheapest(fronts[rowStart[from] + length], last: last, keeping: bits) else { continue }
        let stretch = from * (count + 1) + last + 1
        if choice.cost < costs[stretch] { costs[stretch] = choice.cost }
      }
    }
  }

  /// Position of the first choice of a front that keeps so little; nil if none does.
  private func index(in front: Int32, keeping bits: Int) -> Int? {
    let range = choices(of: front)
    guard let last = range.last, choices[last].kept <= bits else { return nil }
    return range.firstIndex(notBefore: { choices[$0].kept > bits })
  }

  /// What a choice does with every unit of its stretch: bits that it does not keep of each.
  func freed(_ range: Range<Int>, by choice: Choice) -> [Int] {
    var fronts: [[Choice]] = [[.none]]
    for unit in range.dropLast() {
      var longer: [Choice] = []
      Self.extend(
        fronts[fronts.count - 1], by: options(of: unit, in: range), room: room, most: most, into: &longer)
      fronts.append(longer)
    }
    var freed: [Int] = []
    var rest = choice
    for unit in range.reversed() {
      let before = fronts.removeLast()
      let option = options(of: unit, in: range).first { option in
        before.contains { $0 + option == rest }
      }
      guard let option else { preconditionFailure("a choice is made of options") }
      freed.append(residents[unit] - option.kept)
      rest = Choice(cost: rest.cost - option.cost, kept: rest.kept - option.kept)
    }
    return freed.reversed()
  }

  private func options(of unit: Int, in range: Range<Int>) -> [Choice] {
    unit == range.lowerBound || unit == range.upperBound - 1 ? held[unit] : any[unit]
  }
}

/// A front and the options of the unit that follows.
private struct FrontExtension: Hashable {
  let front: Int32
  let kind: Int32
}

/// The different lists of options of units, numbered as they come.
private struct KindsOfOptions {
  private(set) var options: [[Omissions.Choice]] = []
  private var numbers: [[Omissions.Choice]: Int32] = [:]

  mutating func number(of list: [Omissions.Choice]) -> Int32 {
    if let known = numbers[list] { return known }
    let number = Int32(options.count)
    numbers[list] = number
    options.append(list)
    return number
  }
}
