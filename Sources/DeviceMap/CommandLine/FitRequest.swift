/// The devices and offers of `device-map fit`, as the command line names them.
struct FitRequest {
  /// Devices to fit the model on; empty when only kinds of GPUs were named.
  private(set) var devices: [DeviceBudget] = []
  /// Kinds of GPUs of which the number that is needed is asked for.
  private(set) var kinds: [(name: String, bytes: Int)] = []
  /// Kinds with their price, for the cheapest mix.
  private(set) var offers: [ModelFit.Offer] = []
  let running: RunningRequest
  private(set) var notes: [Note] = []

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) throws {
    running = try RunningRequest(arguments)
    for text in arguments.list("gpu") { try add(gpu: text) }
    for text in arguments.list("price") { try add(price: text) }
    if arguments.has("max-memory") {
      devices += try PlanRequest.writtenLimits(arguments).budgets()
    }
    try MaxMemory.checkCount(devices.map(\.device))
    guard devices.isEmpty, kinds.isEmpty, offers.isEmpty else { return }
    let inventory = environment.devices()
    devices = inventory.devices.map { DeviceBudget($0.device, bytes: $0.budgetBytes) }
    notes = inventory.notes
  }

  private mutating func add(gpu text: String) throws {
    let gpu = try GPURequest(text)
    kinds.append((gpu.name, gpu.bytes))
    devices += gpu.devices(after: devices.count)
  }

  private mutating func add(price text: String) throws {
    guard let equals = text.lastIndex(of: "="), let price = Double(trimmed(text[text.index(after: equals)...])),
      price >= 0, price.isFinite
    else { throw UsageError.notAPrice(text) }
    let gpu = try GPURequest(kind: trimmed(text[..<equals]))
    guard offers.count < 6 else { throw UsageError.tooManyPrices }
    offers.append(ModelFit.Offer(name: gpu.name, bytes: gpu.bytes, price: price))
  }
}
