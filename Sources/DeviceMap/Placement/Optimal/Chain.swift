/// A model as a chain of units in execution order, and the accelerators that may hold stretches of it: plain numbers,
/// without names. The optimal solvers work on this alone.
///
/// Every accelerator holds at most one stretch `[from, to)` of the chain, whole units only; a unit that is on no
/// accelerator is offloaded. All sizes are bits, all times picoseconds.
package struct Chain: Sendable {
  package var units: [Unit]
  package var devices: [Accelerator]
  package var links: Links
  /// Bits that the first accelerator in use keeps free in any case, because something outside the chain streams
  /// through it.
  package var streamFloor = 0
  /// Whether experts are offloaded alone only from the first accelerator in use, which runs what is on a host.
  package var offloadsExpertsOfFirstOnly = false

  package init(units: [Unit], devices: [Accelerator], links: Links = Links()) {
    self.units = units
    self.devices = devices
    self.links = links
  }

  /// One step of the chain: a block, an embedding, a norm, or several modules that must stay together.
  package struct Unit: Sendable, Hashable {
    /// Weights, counted once however often they are shared within the unit.
    package var weight: Int
    /// Cache or recurrent state that lives with the unit.
    package var state = 0
    /// Needed only while the unit runs, so that a device pays the largest of its units.
    package var transient = 0
    /// The part of `weight` that may be offloaded alone (the experts of a layer); 0 for none.
    package var experts = 0
    /// Bits that the first accelerator must keep free if the unit is offloaded and streams through it.
    package var stream: Int
    package var mayOffload = true
    /// Only the first accelerator in use may hold it: a part of it is on a host, and runs there.
    package var needsFirst = false
    /// Time of the unit when it is offloaded, and of its experts when they are.
    package var streamTime = 0
    package var expertStreamTime = 0
    /// Bits of activations that cross when the next unit is on another device.
    package var cut = 0

    package init(weight: Int) {
      self.weight = weight
      stream = weight
    }

    package var resident: Int { weight + state }
  }

  /// An accelerator.
  package struct Accelerator: Sendable, Hashable {
    /// Bits that may be used at most.
    package var limit: Int
    /// Bits that shares are taken of.
    package var capacity: Int
    /// Bits in use before any unit of the chain is placed, and the transient of what uses them.
    package var base = 0
    package var baseTransient = 0
    /// Units that must not be here; empty for none.
    package var blocked: [Bool] = []
    /// Time per unit; empty where speeds do not matter.
    package var times: [Int] = []
    /// Time per unit without its experts; empty where speeds do not matter.
    package var timesWithoutExperts: [Int] = []

    package init(limit: Int) {
      self.limit = limit
      capacity = limit
    }
  }

  /// What it takes to hand activations from one accelerator to another.
  package struct Links: Sendable, Hashable {
    /// Fixed time of a hand-over.
    package var hop = 0
    /// Picoseconds for 2^20 bits, by `from * devices + to`; empty when all links take `uniform`.
    package var perMebibit: [Int] = []
    package var uniform = 0
    /// Whether something at the end of the chain runs on the first accelerator again.
    package var returnsToFirst = false

    package init() {}

    package var isUniform: Bool { perMebibit.isEmpty }
  }

  /// Time to hand over at the cut before unit `position`.
  package func handOver(from source: Int, to target: Int, at position: Int) -> Int {
    let bits = position > 0 ? units[position - 1].cut : 0
    let rate = links.isUniform ? links.uniform : links.perMebibit[source * devices.count + target]
    return links.hop + Int((Int128(bits) * Int128(rate)) >> 20)
  }

  package var hasExperts: Bool { units.contains { $0.experts > 0 } }

  /// Whether some units may be held, or held without their experts, by the first accelerator in use alone.
  var favoursFirst: Bool { units.contains { $0.needsFirst || $0.experts > 0 && offloadsExpertsOfFirstOnly } }

  /// An accelerator as it is where another one before it is in use. O(units).
  func later(_ accelerator: Accelerator) -> Accelerator {
    guard units.contains(where: \.needsFirst) else { return accelerator }
    var later = accelerator
    later.blocked = units.indices.map { unit in
      units[unit].needsFirst || !accelerator.blocked.isEmpty && accelerator.blocked[unit]
    }
    return later
  }
}

/// In which order the accelerators may hold the chain.
package enum DeviceOrder: Sendable, Hashable {
  /// As listed; any of them may be left out.
  case given
  /// In whatever order is best.
  case any
}

/// Where the units of a chain go.
package struct ChainPlacement: Sendable, Equatable {
  /// The accelerator of each unit, nil when it is offloaded.
  package var accelerators: [Int?]
  /// Whether the unit is on an accelerator and its experts are not.
  package var expertsOffloaded: [Bool]

  package init(accelerators: [Int?]) {
    self.accelerators = accelerators
    expertsOffloaded = [Bool](repeating: false, count: accelerators.count)
  }

  /// The accelerators that hold something, in chain order.
  package var order: [Int] {
    var order: [Int] = []
    for accelerator in accelerators {
      if let accelerator, order.last != accelerator { order.append(accelerator) }
    }
    return order
  }
}
