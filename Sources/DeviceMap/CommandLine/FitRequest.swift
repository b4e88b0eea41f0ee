/// The devices and offers of `device-map fit`, as the command line names them.
struct FitRequest {
  /// A table of more kinds is none that anybody reads.
  private static let mostKinds = 64
  /// The kinds of the table when nobody names any.
  private static let commonKinds = ["RTX 4090", "L40S", "H100", "H200"]

  /// Devices to fit the model on; empty when only kinds of GPUs were named.
  private(set) var devices: [DeviceBudget] = []
  /// Kinds of GPUs of which the number that is needed is asked for.
  private(set) var kinds: [GPUKind] = []
  /// Kinds with their price, for the cheapest mix.
  private(set) var offers: [GPUOffer] = []
  let running: RunningRequest
  /// The speeds of the GPUs that are named by kind; nil when none is.
  let speeds: SpeedRange?
  private(set) var notes: [Note] = []

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) throws {
    running = try RunningRequest(arguments)
    let gpus = try GPURequest.all(arguments, isCounted: false)
    speeds = GPURequest.speeds(of: gpus)
    for gpu in gpus {
      guard kinds.count < Self.mostKinds, devices.count <= MaxMemory.mostGPUs else {
        throw UsageError.tooManyKinds(Self.mostKinds)
      }
      let kind = GPUKind(name: gpu.name, bytes: gpu.bytes)
      if !kinds.contains(kind) { kinds.append(kind) }
      devices += gpu.devices(after: devices.count)
    }
    if let kind = kinds.first, kinds.count == 1, devices.isEmpty, !arguments.has("max-memory") {
      notes.append(
        Note(
          code: "one-of-a-kind",
          "--gpu '\(kind.name)' asks how many are needed; --gpu '\(kind.name)x1' asks whether one is enough"))
    }
    for text in arguments.list("price") { try add(price: text) }
    if arguments.has("max-memory") {
      let written = try PlanRequest.writtenLimits(arguments)
      devices += try written.budgets()
      notes += written.notes
    }
    try MaxMemory.checkCount(devices.map(\.device))
    let named = devices.map(\.device)
    if let twice = named.indices.first(where: { named[..<$0].contains(named[$0]) }) {
      throw MaxMemoryError.duplicate(named[twice])
    }
    guard devices.isEmpty, kinds.isEmpty, offers.isEmpty else { return }
    kinds = Self.commonKinds.compactMap { name in
      (try? GPUTable.find(name)).map { GPUKind(name: $0.name, bytes: $0.memoryBytes) }
    }
    let measured = environment.devices().maxMemory
    let budgets = try measured.budgets()
    devices = zip(budgets, DeviceBudget.margins(ofMeasured: budgets)).map { budget, margin in
      DeviceBudget(budget.device, bytes: budget.limit, reserve: margin)
    }
    notes = measured.notes
  }

  private mutating func add(price text: String) throws {
    guard let equals = text.lastIndex(of: "="), let price = Double(trimmed(text[text.index(after: equals)...])),
      price >= 0, price.isFinite
    else { throw UsageError.notAPrice(text) }
    let gpu = try GPURequest(kind: trimmed(text[..<equals]))
    guard offers.count < 6 else { throw UsageError.tooManyPrices }
    offers.append(GPUOffer(name: gpu.name, bytes: gpu.bytes, price: price))
  }
}
