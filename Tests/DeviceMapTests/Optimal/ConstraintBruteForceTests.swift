import DeviceMap
import Testing

/// Small models under random rules, against every assignment of their parts to devices.
@Suite struct ConstraintBruteForceTests {
  struct Instance {
    var sizes: [Int]
    var isTied: Bool
    var limits: [Int]
    var rules: [PlacementConstraints.Rule]
    /// The same rules in a form that the enumeration reads: parts by number.
    var pins: [(part: Int, device: Int)] = []
    var forbids: [(part: Int, device: Int)] = []
    var together: [[Int]] = []
    var inputsOnFirst: Bool

    /// Parts in definition order: the embedding, the layers, the head.
    var paths: [String] {
      ["embed"] + (0..<(sizes.count - 2)).map { "layers.\($0)" } + ["head"]
    }

    var tree: ModuleTree {
      let tree = ModuleTree {
        Module("embed", class: "Embedding", bytes: sizes[0])
        Module("layers") {
          for index in 1..<(sizes.count - 1) {
            Module("\(index - 1)", class: "Block") { Module("x", bytes: sizes[index]) }
          }
        }
        Module("head", bytes: sizes[sizes.count - 1])
      }.noSplit("Block")
      return isTied ? tree.tied("embed", "head") : tree
    }

    /// GPUs by number, then cpu, then disk.
    func device(_ number: Int) -> Device {
      number < limits.count ? .gpu(number) : (number == limits.count ? .cpu : .disk)
    }

    var maxMemory: MaxMemory {
      var limits = MaxMemory(self.limits.enumerated().map { (device: .gpu($0), limit: .bytes($1)) })
      limits.append(.cpu, 1000)
      return limits
    }

    static func random(_ random: inout SeededGenerator) throws -> Instance {
      let count = Int.random(in: 4...6, using: &random)
      var sizes = (0..<count).map { _ in Int.random(in: 2...9, using: &random) }
      let isTied = Int.random(in: 0...2, using: &random) == 0
      if isTied { sizes[count - 1] = sizes[0] }
      let total = sizes.reduce(0, +)
      let limits = (0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 4...total, using: &random) }
      var instance = Instance(
        sizes: sizes, isTied: isTied, limits: limits, rules: [],
        inputsOnFirst: Int.random(in: 0...3, using: &random) == 0)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let part = Int.random(in: 0..<count, using: &random)
        let device = Int.random(in: 0...limits.count, using: &random)
        let pattern = try ModulePattern(instance.paths[part])
        switch Int.random(in: 0...2, using: &random) {
        case 0:
          instance.pins.append((part, device))
          instance.rules.append(.pin(pattern, instance.device(device)))
        case 1:
          instance.forbids.append((part, device))
          instance.rules.append(.forbid(pattern, instance.device(device)))
        default:
          let other = Int.random(in: 0..<count, using: &random)
          instance.together.append([part, other])
          instance.rules.append(.together([pattern, try ModulePattern(instance.paths[other])]))
        }
      }
      return instance
    }
  }

  /// The fewest bytes offloaded beyond those that rules put on hosts, and with as few the least peak share; nil when
  /// nothing is possible.
  struct Best: Equatable {
    var offloaded: Int
    var share: Ratio
    /// Bytes on accelerators, and of all parts.
    var held = 0
    var total = 0
  }

  /// What may be on hosts.
  enum Extent {
    /// Not the first part.
    case butFirst
    case any
    /// All that no rule keeps from there.
    case all
  }

  /// With the first part where it runs from; only where that is impossible it is offloaded as others are, if the
  /// accelerators hold a tenth so, and else all is.
  static func best(_ instance: Instance) -> Best? {
    for extent in [Extent.butFirst, .any, .all] {
      let strict = enumerate(instance, pinsCount: true, extent)
      let loose = enumerate(instance, pinsCount: false, extent)
      let isLoose = loose.map { loose in strict.map { loose.offloaded < $0.offloaded } ?? true } ?? false
      guard let found = isLoose ? loose : strict else { continue }
      if extent != .any || 10 * found.held >= found.total { return found }
    }
    return nil
  }

  static func enumerate(_ instance: Instance, pinsCount: Bool, _ extent: Extent) -> Best? {
    let sets = joined(instance)
    var best: Best?
    var choice = [Int](repeating: 0, count: sets.count)
    let devices = instance.limits.count + 2
    repeat {
      if let found = judge(instance, sets, choice, pinsCount: pinsCount, extent) {
        let isBetter =
          best.map { (found.offloaded, found.share) < ($0.offloaded, $0.share) } ?? true
        if isBetter { best = found }
      }
    } while next(&choice, devices)
    return best
  }

  private static func next(_ choice: inout [Int], _ devices: Int) -> Bool {
    for index in choice.indices {
      choice[index] += 1
      if choice[index] < devices { return true }
      choice[index] = 0
    }
    return false
  }

  /// Sets of parts that must be on one device, in order of their first parts, or with the inputs first.
  private static func joined(_ instance: Instance) -> [[Int]] {
    var sets = instance.sizes.indices.map { [$0] }
    func join(_ one: Int, _ other: Int) {
      guard let left = sets.firstIndex(where: { $0.contains(one) }),
        let right = sets.firstIndex(where: { $0.contains(other) }), left != right
      else { return }
      sets[min(left, right)] = (sets[left] + sets[right]).sorted()
      sets.remove(at: max(left, right))
    }
    let last = instance.sizes.count - 1
    if instance.isTied || instance.inputsOnFirst { join(0, last) }
    for pair in instance.together { join(pair[0], pair[1]) }
    return sets
  }

  private static func judge(
    _ instance: Instance, _ sets: [[Int]], _ choice: [Int], pinsCount: Bool, _ extent: Extent
  ) -> Best? {
    var load = [Int](repeating: 0, count: instance.limits.count)
    var offloaded = 0
    var stream = 0
    var stretch: [Int] = []
    for (set, device) in zip(sets, choice) {
      let pins = instance.pins.filter { set.contains($0.part) }.map(\.device)
      let forbids = instance.forbids.filter { set.contains($0.part) }.map(\.device)
      if pins.contains(where: { $0 != device }) || forbids.contains(device) { return nil }
      let last = instance.sizes.count - 1
      let parts = instance.isTied ? set.filter { $0 != last } : set
      let bytes = parts.reduce(0) { $0 + instance.sizes[$1] }
      if device < load.count {
        load[device] += bytes
        if pinsCount || pins.isEmpty { stretch.append(device) }
        continue
      }
      let isDemanded = !pins.isEmpty || (0..<load.count).allSatisfy { forbids.contains($0) }
      if !isDemanded { offloaded += bytes }
      // A set that the rules put on a host streams module by module, one that is offloaded as a whole.
      stream = max(stream, isDemanded ? parts.map { instance.sizes[$0] }.max() ?? 0 : bytes)
    }
    // What every run begins with is not offloaded where there is another way.
    for (set, device) in zip(sets, choice) where extent == .butFirst && set.contains(0) && device >= load.count {
      let pins = instance.pins.contains { set.contains($0.part) }
      let isForbidden = (0..<load.count).allSatisfy { device in
        instance.forbids.contains { set.contains($0.part) && $0.device == device }
      }
      if !pins, !isForbidden { return nil }
    }
    if extent == .all, !stretch.isEmpty { return nil }
    // One stretch each, in ascending order.
    if zip(stretch, stretch.dropFirst()).contains(where: { $0 > $1 }) { return nil }
    for device in load.indices {
      let kept = device == stretch.first ? stream : 0
      if load[device] + kept > instance.limits[device] { return nil }
    }
    let share = load.indices.map { Ratio(load[$0], of: instance.limits[$0]) }.max() ?? .zero
    let total = instance.sizes.reduce(0, +) - (instance.isTied ? instance.sizes[instance.sizes.count - 1] : 0)
    return Best(offloaded: offloaded, share: share, held: load.reduce(0, +), total: total)
  }

  @Test(arguments: [UInt64(71), 72, 73, 74])
  func agreesWithEveryAssignment(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for index in 0..<TestExtent.rounds(60) {
      let instance = try Instance.random(&random)
      let label = "seed \(seed), instance \(index), \(instance)"
      let expected = Self.best(instance)
      let constraints = PlacementConstraints(
        instance.rules, keepsInputsAndOutputsOnFirst: instance.inputsOnFirst)
      do {
        let plan = try instance.tree.plan(OptimalPolicy(constraints: constraints), maxMemory: instance.maxMemory)
        let certificate = try #require(plan.certificate)
        #expect(certificate.offloadedBytes == expected?.offloaded, "\(label)")
        #expect(certificate.value == expected?.share, "\(label)")
        #expect(certificate.gap == 0, "\(label)")
        #expect(plan.ledger.errors.isEmpty, "\(label)")
        check(plan, instance, label)
      } catch let error as PlacementError {
        #expect(expected == nil, "\(error): \(label)")
      }
    }
  }

  private func check(_ plan: Plan, _ instance: Instance, _ label: String) {
    for (part, device) in instance.pins {
      #expect(plan.device(of: instance.paths[part]) == instance.device(device), "\(label)")
    }
    for (part, device) in instance.forbids {
      #expect(plan.device(of: instance.paths[part]) != instance.device(device), "\(label)")
    }
    for pair in instance.together {
      #expect(plan.device(of: instance.paths[pair[0]]) == plan.device(of: instance.paths[pair[1]]), "\(label)")
    }
  }
}

@Suite struct HostFillingTests {
  @Test(arguments: [UInt64(81)])
  func fillsTheCPUAsFarAsAnyChoice(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for instance in 0..<200 {
      let sizes = (0..<Int.random(in: 0...8, using: &random)).map { _ in Int.random(in: 1...20, using: &random) }
      let limit = Int.random(in: 0...80, using: &random)
      let items = sizes.map { HostFilling.Item(bits: $0, mayBeOnCPU: true, mayBeOnDisk: true) }
      let filled = HostFilling.fill(items, cpu: limit) ?? []
      let sum = zip(sizes, filled).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
      let best = (0..<(1 << sizes.count)).map { mask in
        sizes.indices.reduce(0) { $0 + (mask >> $1 & 1 == 1 ? sizes[$1] : 0) }
      }.filter { $0 <= limit }.max()
      #expect(sum == best, "seed \(seed), instance \(instance)")
    }
  }

  @Test func whatMustBeOnTheCPUIsThereOrNothing() {
    let must = HostFilling.Item(bits: 5, mayBeOnCPU: true, mayBeOnDisk: false)
    let may = HostFilling.Item(bits: 4, mayBeOnCPU: true, mayBeOnDisk: true)
    #expect(HostFilling.fill([may, must], cpu: 8) == [false, true])
    #expect(HostFilling.fill([may, must], cpu: 9) == [true, true])
    #expect(HostFilling.fill([must], cpu: 4) == nil)
  }
}
