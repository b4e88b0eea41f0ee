/// The optimal policy as the command line asks for it: objective, constraints, speeds.
enum OptimalRequest {
  /// The options that only the optimal policy heeds.
  private static let own = [
    "objective", "any-order", "bandwidth", "link", "pin", "forbid", "together", "host-only", "io-on-first", "experts",
  ]

  /// The first option given that `policy` would ignore; nil if there is none.
  static func ignoredOption(_ arguments: Arguments) -> String? { own.first { arguments.has($0) } }

  static func policy(_ arguments: Arguments) throws -> OptimalPolicy {
    let objective = try arguments.choice("objective", default: PlacementObjective.balance)
    return OptimalPolicy(
      objective, anyOrder: arguments.has("any-order"), constraints: try constraints(arguments),
      speeds: try speeds(arguments))
  }

  // MARK: - Constraints

  private static func constraints(_ arguments: Arguments) throws -> PlacementConstraints {
    var rules: [PlacementConstraints.Rule] = []
    for text in arguments.values("pin") {
      let (pattern, device) = try patternAndDevice(text, option: "--pin")
      rules.append(.pin(pattern, device))
    }
    for text in arguments.values("forbid") {
      let (pattern, device) = try patternAndDevice(text, option: "--forbid")
      rules.append(.forbid(pattern, device))
    }
    for text in arguments.values("together") {
      rules.append(.together(try ModulePattern.list(text)))
    }
    for text in arguments.values("host-only") { rules.append(.hostOnly(try pattern(text))) }
    let experts = try arguments.choice("experts", default: PlacementConstraints.Experts.withLayers)
    var constraints = PlacementConstraints(
      rules, keepsInputsAndOutputsOnFirst: arguments.has("io-on-first"), experts: experts)
    let maps = [ExportTarget.transformers, .accelerate].map(\.rawValue)
    if let engine = arguments.word("to") ?? arguments.word("export") {
      constraints.runsExpertsInPlace = !maps.contains(engine)
    }
    return constraints
  }

  private static func pattern(_ text: some StringProtocol) throws -> ModulePattern {
    try ModulePattern(String(text))
  }

  /// `PATTERN=DEVICE`; the last `=` divides, since a device has none.
  private static func patternAndDevice(_ text: String, option: String) throws -> (ModulePattern, Device) {
    guard let equals = text.lastIndex(of: "="), let device = Device(parsing: String(text[text.index(after: equals)...]))
    else {
      throw unreadable(option, text, "PATTERN=DEVICE, as model.layers.3=0")
    }
    return (try pattern(text[..<equals]), device)
  }

  // MARK: - Speeds

  static func speeds(_ arguments: Arguments) throws -> DeviceSpeeds? {
    // Objectives of time take the GPUs' own speeds where nobody says others.
    let isOfTime = ["latency", "stage-time"].contains(arguments.word("objective"))
    let named = isOfTime ? try GPURequest.speeds(arguments)?.best : nil
    guard arguments.has("bandwidth") || arguments.has("link") || named != nil else { return nil }
    var speeds = named ?? DeviceSpeeds()
    for (part, name, rate) in try rates(arguments, "bandwidth", bandwidthForm) {
      guard let device = Device(parsing: name) else { throw unreadable("--bandwidth", part, bandwidthForm) }
      speeds.bandwidth[device] = rate
    }
    for (part, name, rate) in try rates(arguments, "link", linkForm) {
      let ends = name.split(separator: "-").compactMap { Device(parsing: String($0)) }
      guard ends.count == 2, ends[0] != ends[1] else { throw unreadable("--link", part, linkForm) }
      speeds.links[DeviceSpeeds.Link(ends[0], ends[1])] = rate
    }
    return speeds
  }

  private static let bandwidthForm = "DEVICE=RATE, each device once, as 0=1008GB/s"
  private static let linkForm = "DEVICE-DEVICE=RATE, two devices, as 0-1=64GB/s"

  /// What an option lists: each part, its name and its rate.
  private static func rates(
    _ arguments: Arguments, _ option: String, _ form: String
  ) throws -> [(part: String, name: String, rate: Int)] {
    let parts = arguments.list(option)
    guard !parts.isEmpty || !arguments.has(option) else { throw unreadable("--" + option, "", form) }
    var names: Set<String> = []
    return try parts.map { part in
      let (name, rate) = try pair(part, option: "--" + option, form: form)
      guard names.insert(name).inserted else { throw unreadable("--" + option, part, form) }
      return (part, name, rate)
    }
  }

  /// `NAME=RATE`, the rate as a size with or without `/s`, in bytes per second.
  private static func pair(_ text: String, option: String, form: String) throws -> (String, Int) {
    guard let equals = text.firstIndex(of: "=") else { throw unreadable(option, text, form) }
    var rate = String(text[text.index(after: equals)...])
    if rate.hasSuffix("/s") { rate.removeLast(2) }
    let size = try SizeText.size(rate, of: option)
    guard size.bytes > 0 else { throw unreadable(option, text, form) }
    return (String(text[..<equals]), size.bytes)
  }

  private static func unreadable(_ option: String, _ text: String, _ form: String) -> UsageError {
    .invalidValue(option: option, value: text, expected: .form(form))
  }
}
