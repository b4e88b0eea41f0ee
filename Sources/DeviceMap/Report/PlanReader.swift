extension Plan {
  /// Reads what ``json()`` wrote: the plan without its model.
  ///
  /// Map, ledger, findings, notes, decisions and certificate are those of the text, and `json()` gives the same text
  /// again. The tree of such a plan is an outline of the modules that the text names, without tensors, and `running` is
  /// nil. The plan can be shown, explained and compared, drawn with one segment a device, and written as the Python lines
  /// that load its map. What needs the model says so: ``ExportError/outline`` of engines that take stages,
  /// ``PlacementError/outline`` of whatever counts the tree, nil of the time a token takes. Who wants those plans the
  /// checkpoint again, which gives the same plan.
  ///
  ///     let saved = plan.json()
  ///     try Plan(json: saved) == plan     // true
  ///
  /// - Throws: ``PlanReadingError``.
  /// - Complexity: O(bytes).
  public init(json text: String) throws(PlanReadingError) {
    self = try PlanReader(text).plan()
  }
}

/// Reads the JSON of a plan.
private struct PlanReader {
  private let root: JSONMembers
  private var outline = PlanOutline()
  private var positions: [Device: Int] = [:]

  init(_ text: String) throws(PlanReadingError) {
    let document: JSONDocument
    do throws(JSONError) { document = try JSONDocument(parsing: text) } catch { throw .json(error) }
    guard document.root.kind == .object else { throw .member("", expected: "an object") }
    root = JSONMembers(document.root, path: "")
    let version = try root.integer("schema_version")
    guard JSONWriter.versionsOfPlans.contains(version) else { throw .schemaVersion(version) }
  }

  consuming func plan() throws(PlanReadingError) -> Plan {
    let accounts = try accounts()
    for (position, account) in accounts.enumerated() { positions[account.device] = position }
    let keys = try keys()
    let events = try events()
    var (tree, modules) = outline.tree(rootClass: try root.text("architecture") ?? "Model")
    tree.architecture = try root.text("architecture")
    tree.noSplitClasses = try root.strings("no_split")
    let assignments = keys.map { Placement.Assignment(.module(modules[$0.node]), on: $0.device) }
    let devices = accounts.map { DeviceBudget($0.device, bytes: $0.limit, reserve: $0.reserve) }
    let engine = try root.object("engine")
    return Plan(
      tree: tree, policy: try root.string("policy"), engine: try engine.choice("name"),
      engineVersion: try engine.string("version"), source: try source(), devices: devices, keys: assignments,
      resolved: try resolved(assignments, tree, devices), ledger: try ledger(accounts, assignments),
      notes: try notes(), trace: events.map { $0.event(modules) }, certificate: try certificate(), unplaced: [],
      weights: ModuleSizes(ofOutline: tree), running: nil, workload: try workload())
  }

  private func resolved(
    _ assignments: [Placement.Assignment], _ tree: ModuleTree, _ devices: [DeviceBudget]
  ) throws(PlanReadingError) -> ResolvedPlacement {
    do throws(PlacementError) {
      return try ResolvedPlacement(
        Placement(assignments, keepsKeys: true), of: tree, on: devices.map(\.device))
    } catch {
      throw .placement(error)
    }
  }

  // MARK: - Devices and map

  private func accounts() throws(PlanReadingError) -> [DeviceAccount] {
    let objects = try root.objects("devices")
    guard objects.count <= MaxMemory.mostGPUs + 2 else { throw .tooLarge }
    var accounts: [DeviceAccount] = []
    for object in objects {
      var account = DeviceAccount(
        try object.device("device"), limit: try object.limit("limit_bytes"),
        reserve: try object.integer("reserve_bytes"), cap: try object.limit("cap_bytes"))
      account.weights = try object.integer("weights_bytes")
      account.state = try object.integer("state_bytes")
      account.transient = try object.integer("transient_bytes")
      account.tensors = try object.integer("tensors")
      account.first = try object.text("first")
      account.last = try object.text("last")
      for (key, figure) in [
        ("budget_bytes", account.budget), ("used_bytes", account.used), ("peak_bytes", account.peak),
        ("free_bytes", account.free),
      ] where object.value[key]?.int != figure {
        throw .contradiction(object.place(of: key))
      }
      accounts.append(account)
    }
    return accounts
  }

  private mutating func keys() throws(PlanReadingError) -> [(node: Int, device: Device)] {
    let map = try root.object("device_map")
    var keys: [(node: Int, device: Device)] = []
    for member in map.value.members {
      keys.append((try outline.insert(member.key), try map.device(member.value, member.key)))
    }
    return keys
  }

  private func ledger(
    _ accounts: [DeviceAccount], _ keys: [Placement.Assignment]
  ) throws(PlanReadingError) -> Ledger {
    var ledger = Ledger(accounts: accounts, mainDevice: Ledger.mainDevice(of: keys, among: accounts.lazy.map(\.device)))
    for object in try root.objects("findings") { ledger.findings.append(try object.finding()) }
    return ledger
  }

  // MARK: - Decisions

  /// A decision whose parts are nodes of the outline.
  private struct Event {
    var part: Int
    var partner: Int?
    var device: Int
    var outcome: TraceEvent.Outcome
    var bytes: Int
    var bytesWithTies: Int
    var used: Int
    var cap: Int?
    var reserve: Int

    func event(_ modules: [Int]) -> TraceEvent {
      TraceEvent(
        .module(modules[part]), device: device, outcome: outcome, partner: partner.map { modules[$0] }, size: 8 * bytes,
        sizeWithTies: 8 * bytesWithTies, used: 8 * used, cap: cap.map { 8 *| $0 }, reserve: 8 * reserve)
    }
  }

  private mutating func events() throws(PlanReadingError) -> [Event] {
    var events: [Event] = []
    for object in try root.objects("trace") {
      let name = try object.string("outcome")
      guard let outcome = TraceEvent.Outcome.allCases.first(where: { $0.name == name }) else {
        throw .member(object.place(of: "outcome"), expected: "a known word")
      }
      guard let device = positions[try object.device("device")] else {
        throw .member(object.place(of: "device"), expected: "one of the devices")
      }
      var partner: Int?
      if let path = try object.text("partner") { partner = try outline.insert(path) }
      events.append(
        Event(
          part: try outline.insert(try object.string("part")), partner: partner, device: device, outcome: outcome,
          bytes: try object.integer("bytes"), bytesWithTies: try object.integer("bytes_with_ties"),
          used: try object.integer("used_bytes"), cap: try object.limit("cap_bytes"),
          reserve: try object.integer("reserve_bytes")))
    }
    return events
  }

  // MARK: - The rest

  private func source() throws(PlanReadingError) -> HubSource? {
    guard root.has("source") else { return nil }
    let source = try root.object("source")
    return HubSource(
      hub: try source.string("hub"), id: try source.string("id"), revision: try source.string("revision"),
      commit: try source.text("commit"), file: try source.text("file"), origin: try source.string("from"),
      isComplete: try source.bool("complete"))
  }

  private func workload() throws(PlanReadingError) -> PlannedWorkload? {
    guard root.has("workload") else { return nil }
    let workload = try root.object("workload")
    return PlannedWorkload(
      context: try workload.integer("context"), batch: try workload.integer("batch"),
      transientBytes: try workload.integer("transient_bytes"))
  }

  private func notes() throws(PlanReadingError) -> [Note] {
    var notes: [Note] = []
    for object in try root.objects("notes") {
      notes.append(
        Note(try object.choice("severity"), code: try object.string("code"), try object.string("text")))
    }
    return notes
  }

  private func certificate() throws(PlanReadingError) -> PlacementCertificate? {
    guard root.has("certificate") else { return nil }
    let object = try root.object("certificate")
    return PlacementCertificate(
      objective: try object.choice("objective"), sense: try object.choice("sense"),
      anyOrder: try object.bool("any_order"), offloadedBytes: try object.integer("offloaded_bytes"),
      offloadedBytesBound: try object.integer("offloaded_bytes_bound"), value: try object.ratio("value"),
      bound: try object.ratio("bound"))
  }
}

extension JSONMembers {
  /// A finding, as `JSONWriter.finding` writes it.
  fileprivate func finding() throws(PlanReadingError) -> PlacementFinding {
    let severity: Note.Severity = try choice("severity")
    let isError = severity == .error
    switch try string("code") {
    case "block-cut":
      return .blockCut(
        .init(
          path: try string("path"), className: try string("class"), devices: try devices("devices"), isFatal: isError))
    case "ties-apart": return .tiesApart(tensors: try strings("tensors"), devices: try devices("devices"))
    case "stranded-tensor": return .strandedTensor(path: try string("path"), device: try device("device"))
    case "first-offloaded": return .firstOffloaded(path: try string("path"), device: try device("device"))
    case "absent-on-disk": return .absentOnDisk(path: try string("path"), count: try integer("count"))
    case "read-outside":
      return .readOutside(
        path: try string("path"), count: try integer("count"), device: try device("device"), isFatal: isError)
    case "rounded-on-disk": return .roundedOnDisk(path: try string("path"), count: try integer("count"))
    case "over-budget":
      return .overBudget(
        device: try device("device"), used: try integer("used_bytes"), budget: try integer("budget_bytes"))
    case "host-refused":
      return .hostRefused(format: try string("format"), try devices("devices"), bytes: try integer("bytes"))
    case "training-offloaded": return .trainingOffloaded(try devices("devices"), bytes: try integer("bytes"))
    case "activations-unknown": return .activationsUnknown
    case "running-unknown": return .runningUnknown(className: try string("class"), reason: try string("reason"))
    case "uncovered": return .uncovered(path: try string("path"), bytes: try integer("bytes"), isSaved: isError)
    case "left-to-cpu": return .leftToCPU(path: try string("path"), bytes: try integer("bytes"))
    case "dead-key": return .deadKey(try string("path"))
    case "unknown-device": return .unknownDevice(key: try string("path"), device: try string("device"))
    case "repeated-key": return .repeatedKey(try string("path"))
    default: throw .member(place(of: "code"), expected: "a known word")
    }
  }
}
