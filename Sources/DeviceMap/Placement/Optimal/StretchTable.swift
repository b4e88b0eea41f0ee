/// What an accelerator can do with every stretch of the chain, as the first one in use or as a later one.
struct StretchTable: Sendable {
  var reach: [Int32] = []
  var reachFromStart: [Int32] = []
  /// Prefix sums of the times of the units here; zeros where time does not count.
  var times: [Int] = []
  /// What it costs to hold a stretch beyond the times of its units, by `from * (units + 1) + to`; unreachable where
  /// it cannot be held. Empty where units are held whole or not at all.
  var extras: [PathCost] = []
  var extrasFromStart: [PathCost] = []

  static let none = StretchTable()

  private init() {}

  init(
    _ chain: Chain, device: Int, limit: Int, streaming: Streaming, omissions: DeviceOmissions?, usesTime: Bool,
    twin: StretchTable? = nil
  ) {
    let accelerator = chain.devices[device]
    let later = [Room(accelerator: accelerator, limit: limit)]
    let start = Room.atStart(accelerator, limit: limit, streaming: streaming)
    let alone = chain.furthestReach(on: accelerator, limit: limit)
    reach = chain.favoursFirst ? chain.furthestReach(on: chain.later(accelerator), limit: limit) : alone
    reachFromStart = zip(alone, chain.furthestReach(on: start[1].accelerator, limit: start[1].limit)).map {
      min($0, $1)
    }
    times = [Int](repeating: 0, count: chain.units.count + 1)
    if usesTime {
      for (index, time) in accelerator.times.enumerated() { times[index + 1] = times[index] + time }
    }
    if let twin {
      takeExtras(of: twin)
      return
    }
    guard let omissions else { return }
    extras = Self.extras(chain, later, omissions: omissions.later)
    extrasFromStart = Self.extras(chain, start, omissions: omissions.first)
  }

  /// The same table, for an accelerator with the same rooms and the same choices.
  mutating func takeExtras(of other: StretchTable) {
    extras = other.extras
    extrasFromStart = other.extrasFromStart
  }

  private static func extras(_ chain: Chain, _ rooms: [Room], omissions: [OmissionLevel]) -> [PathCost] {
    let width = chain.units.count + 1
    var extras = [PathCost](repeating: .unreachable, count: width * width)
    for level in omissions {
      level.stretches.lower(&extras, keeping: Room.least(rooms, transient: level.transient))
    }
    return extras
  }
}

/// A limit that a stretch must stay within, with what else there is on the accelerator.
struct Room: Sendable {
  var accelerator: Chain.Accelerator
  var limit: Int

  /// What the first accelerator in use must stay within: the limit asked for, and its own with what streams.
  static func atStart(_ accelerator: Chain.Accelerator, limit: Int, streaming: Streaming) -> [Room] {
    [
      Room(accelerator: accelerator, limit: limit),
      Room(accelerator: streaming.accelerator(accelerator), limit: accelerator.limit),
    ]
  }

  /// Bits that all rooms leave for units of which none needs more than a transient.
  static func least(_ rooms: [Room], transient: Int) -> Int {
    rooms.reduce(.max) { least, room in
      min(least, room.limit - room.accelerator.base - max(room.accelerator.baseTransient, transient))
    }
  }
}

/// The choices of an accelerator that is the first in use, and of one that is not.
struct DeviceOmissions: Sendable {
  let first: [OmissionLevel]
  let later: [OmissionLevel]
}

/// The choices of what to leave out when no unit that is held needs more than a certain transient.
struct OmissionLevel: Sendable {
  let transient: Int
  let stretches: Omissions

  /// One level for each transient there is; nil when there are too many choices.
  ///
  /// - Parameters:
  ///   - rooms: for each of the accelerators that the choices are for, the limits that it must stay within.
  ///   - isLater: whether another accelerator is in use before it.
  static func all(
    _ chain: Chain, accelerator: Chain.Accelerator, rooms: [[Room]], streaming: Streaming, usesTime: Bool,
    most: PathCost?, isLater: Bool
  ) -> [OmissionLevel]? {
    var levels: [OmissionLevel] = []
    for transient in Set(chain.units.map(\.transient)).sorted() {
      guard
        let stretches = Omissions(
          chain, accelerator: isLater ? chain.later(accelerator) : accelerator,
          takesExpertsApart: !isLater || !chain.offloadsExpertsOfFirstOnly, stream: streaming.bits,
          offloadedTransient: streaming.transient,
          transient: transient, room: rooms.map { Room.least($0, transient: transient) }.max() ?? 0,
          usesTime: usesTime, most: most)
      else { return nil }
      levels.append(OmissionLevel(transient: transient, stretches: stretches))
    }
    return levels
  }

  /// The cheapest way to hold a stretch.
  static func cheapest(
    _ levels: [OmissionLevel], _ range: Range<Int>, rooms: [Room]
  ) -> (choice: Omissions.Choice, level: OmissionLevel)? {
    var best: (choice: Omissions.Choice, level: OmissionLevel)?
    for level in levels {
      let room = Room.least(rooms, transient: level.transient)
      guard let choice = level.stretches.cheapest(range, keeping: room) else { continue }
      if let known = best, known.choice.cost <= choice.cost { continue }
      best = (choice, level)
    }
    return best
  }
}
