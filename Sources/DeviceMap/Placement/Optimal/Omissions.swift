/// For every stretch of the chain, what can be left out of it and how much room that makes on an accelerator that
/// would hold the stretch: the cheapest choice for every amount of room.
///
/// A unit is held whole, held without its experts, or left out; the first and the last of a stretch are held. The
/// choices for `from..<to` follow from those for `from..<to - 1`; a choice that costs no less and frees no more than
/// another is dropped. What is left is a *front*. It is as long as there are different sums, so short where layers are
/// alike, and stretches of the same kinds of units in the same order share one.
struct Omissions: Sendable {
  /// One way to leave things out.
  struct Choice: Sendable, Hashable {
    var cost: PathCost
    /// Bits that are not on the accelerator, state included.
    var freed: Int

    static let whole = Choice(cost: .zero, freed: 0)
  }

  private let count: Int
  private let most: PathCost
  /// The choices of all fronts; those of front `f` are `choices[first[f]..<first[f + 1]]`.
  private var choices: [Choice] = []
  /// Bits freed by each choice, close together for searching, and the most that a front can free (-1 without choices).
  private var freedBits: [Int] = []
  private var mostFreed: [Int] = []
  private var first: [Int] = [0]
  /// The front of each stretch `(from, to)`, row by row.
  private var fronts: [Int32] = []
  private var rowStart: [Int] = []
  /// How many stretches there are from each start; further ones cannot be held.
  private var rowLength: [Int] = []
  /// By unit, the ways to hold it and the ways to do without it.
  private let held: [[Choice]]
  private let any: [[Choice]]

  /// Choices, and stretches, beyond which none are kept.
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
    var kinds = KindsOfOptions()
    let heldKinds = held.map { kinds.number(of: $0) }
    let anyKinds = any.map { kinds.number(of: $0) }
    var known: [FrontExtension: Int32] = [:]
    let whole = append([.whole])
    for from in 0..<count {
      rowStart.append(fronts.count)
      var before = whole
      for to in from..<count {
        let front = extended(before, by: heldKinds[to], of: kinds, &known)
        before = to == from ? front : extended(before, by: anyKinds[to], of: kinds, &known)
        guard choices.count <= Self.limit, fronts.count < Self.limit else { return false }
        if mostFreed[Int(before)] < 0 { break }
        fronts.append(front)
      }
      rowLength.append(fronts.count - rowStart[from])
    }
    return true
  }

  /// The front of a stretch with one unit more, made once.
  private mutating func extended(
    _ front: Int32, by kind: Int32, of kinds: KindsOfOptions, _ known: inout [FrontExtension: Int32]
  ) -> Int32 {
    let key = FrontExtension(front: front, kind: kind)
    if let known = known[key] { return known }
    let options = kinds.options[Int(kind)]
    var number = front
    if options != [.whole] {
      let longer = extend(Array(choices[first[Int(front)]..<first[Int(front) + 1]]), by: options)
      number = append(longer)
    }
    known[key] = number
    return number
  }

  private mutating func append(_ front: [Choice]) -> Int32 {
    choices += front
    for choice in front { freedBits.append(choice.freed) }
    mostFreed.append(front.last?.freed ?? -1)
    first.append(choices.count)
    return Int32(mostFreed.count - 1)
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
    let front = Int(fronts[rowStart[range.lowerBound] + range.count - 1])
    let index = index(in: front, freeing: bits)
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
        let index = index(in: Int(fronts[rowStart[from] + length]), freeing: before[to] - before[from] - room)
        if index >= 0, choices[index].cost < costs[from * (count + 1) + to] {
          costs[from * (count + 1) + to] = choices[index].cost
        }
      }
    }
  }

  /// Position of the first choice of a front that frees so much, -1 if none does.
  private func index(in front: Int, freeing bits: Int) -> Int {
    guard mostFreed[front] >= max(bits, 0) else { return -1 }
    var (low, high) = (first[front], first[front + 1])
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
