/// Which accelerators have been used on the way through the chain, as states with steps between them.
///
/// A step takes one more accelerator. States are numbered so that steps lead upwards; state 0 has used none. In the
/// given order a state is the last accelerator used (and how many were, when that matters). In any order it is the
/// number of accelerators used of each kind: kinds are accelerators that nothing distinguishes, so that 16 equal ones
/// make 17 states instead of 65 536.
package struct DeviceOrders: Sendable {
  package struct Step: Sendable {
    package var from: Int32
    /// The accelerator taken; of its kind, the one with the lowest number stands for all.
    package var accelerator: Int32
  }

  /// The steps that lead to each state: `steps[firstStep[state]..<firstStep[state + 1]]`.
  package private(set) var steps: [Step] = []
  package private(set) var firstStep: [Int32] = [0, 0]
  /// How many accelerators a state has used; in the given order without counting, how many it may have used.
  package private(set) var used: [Int32] = [0]
  /// The accelerators of each kind; a kind is named by its first.
  package private(set) var kinds: [[Int]]

  package var stateCount: Int { used.count }
  package var stepCount: Int { steps.count }

  package func steps(to state: Int) -> ArraySlice<Step> {
    steps[Int(firstStep[state])..<Int(firstStep[state + 1])]
  }

  private mutating func close(used count: Int) {
    firstStep.append(Int32(steps.count))
    used.append(Int32(count))
  }

  /// The given order. With `counting`, states also tell how many accelerators were used. O(devices^2) states and
  /// O(devices^3) steps when counting, else O(devices) and O(devices^2).
  package init(givenOrder count: Int, counting: Bool) {
    kinds = (0..<count).map { [$0] }
    guard counting else {
      for accelerator in 0..<count {
        steps += (0...accelerator).map { Step(from: Int32($0), accelerator: Int32(accelerator)) }
        close(used: accelerator + 1)
      }
      return
    }
    // State (used, last), by rows of `last`: row `last` has the states used = 1...last + 1.
    func state(_ used: Int, _ last: Int) -> Int32 { Int32(used == 0 ? 0 : 1 + last * (last + 1) / 2 + used - 1) }
    for last in 0..<count {
      for used in 1...(last + 1) {
        if used == 1 {
          steps.append(Step(from: 0, accelerator: Int32(last)))
        } else {
          steps += ((used - 2)..<last).map { Step(from: state(used - 1, $0), accelerator: Int32(last)) }
        }
        close(used: used)
      }
    }
  }

  /// Any order. O(product of (size + 1) over the kinds) states.
  ///
  /// - Returns: nil when there would be more than `limit` states.
  package init?(anyOrder kinds: [[Int]], limit: Int) {
    self.kinds = kinds
    var states = 1
    var weights: [Int] = []
    for kind in kinds {
      weights.append(states)
      let (product, overflow) = states.multipliedReportingOverflow(by: kind.count + 1)
      guard !overflow, product <= limit else { return nil }
      states = product
    }
    var counts = [Int](repeating: 0, count: kinds.count)
    for state in 1..<max(states, 1) {
      var kind = 0
      while counts[kind] == kinds[kind].count {
        counts[kind] = 0
        kind += 1
      }
      counts[kind] += 1
      var total = 0
      for (kind, count) in counts.enumerated() where count > 0 {
        steps.append(Step(from: Int32(state - weights[kind]), accelerator: Int32(kinds[kind][0])))
        total += count
      }
      close(used: total)
    }
  }

  /// Names the accelerators on a way through the graph: those of a kind are taken in ascending order.
  package func distinct(_ way: [Int]) -> [Int] {
    var taken: [Int: Int] = [:]
    var byFirst: [Int: [Int]] = [:]
    for kind in kinds { byFirst[kind[0]] = kind }
    return way.map { first in
      defer { taken[first, default: 0] += 1 }
      return byFirst[first]?[taken[first, default: 0]] ?? first
    }
  }
}

extension Chain {
  /// The accelerators by kind, each in ascending order. Those of a kind can be exchanged: they have the same limits,
  /// blocked units and times, and the same links to all others.
  package func kinds(withTimes: Bool) -> [[Int]] {
    var kinds: [[Int]] = []
    for device in devices.indices {
      if let known = kinds.firstIndex(where: { areAlike($0[0], device, withTimes: withTimes) }) {
        kinds[known].append(device)
      } else {
        kinds.append([device])
      }
    }
    return kinds
  }

  private func areAlike(_ left: Int, _ right: Int, withTimes: Bool) -> Bool {
    var one = devices[left]
    var other = devices[right]
    if !withTimes {
      one.times = []
      other.times = []
      one.timesWithoutExperts = []
      other.timesWithoutExperts = []
    }
    guard one == other else { return false }
    guard withTimes, !links.isUniform else { return true }
    let count = devices.count
    return devices.indices.allSatisfy { third in
      third == left || third == right
        || links.perMebibit[left * count + third] == links.perMebibit[right * count + third]
          && links.perMebibit[third * count + left] == links.perMebibit[third * count + right]
    } && links.perMebibit[left * count + right] == links.perMebibit[right * count + left]
  }
}
