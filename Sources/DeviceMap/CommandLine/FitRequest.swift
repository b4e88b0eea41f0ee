/// The devices and offers of `device-map fit`, as the command line names them.
struct FitRequest {
  static let mostGPUs = 1024

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
    for text in arguments.values("gpu") { try add(gpu: text) }
    for text in arguments.list("price") { try add(price: text) }
    if arguments.has("max-memory") {
      let limits = try PlanRequest.maxMemory(arguments, environment)
      devices += try limits.budgets()
    }
    guard devices.isEmpty, kinds.isEmpty, offers.isEmpty else { return }
    let inventory = environment.devices()
    devices = inventory.entries.map { DeviceBudget($0.device, bytes: $0.budget) }
    notes = inventory.notes
  }

  /// `NAME`, `NAMExN`, `24GiB` or `24GiBxN`.
  private mutating func add(gpu text: String) throws {
    var name = text
    var count: Int?
    if let x = text.lastIndex(where: { $0 == "x" || $0 == "X" || $0 == "*" }),
      let number = Int(text[text.index(after: x)...]), x != text.startIndex,
      (try? Self.bytes(text)) == nil
    {
      guard (1...Self.mostGPUs).contains(number) else { throw UsageError.numberOfGPUs(option: "--gpu", text) }
      (name, count) = (trimmed(text[..<x]), number)
    }
    let gpu = try Self.bytes(name)
    kinds.append((gpu.name, gpu.bytes))
    guard let count else { return }
    for _ in 0..<count { devices.append(DeviceBudget(gpu.isMac ? .mps : .gpu(devices.count), bytes: gpu.bytes)) }
  }

  private mutating func add(price text: String) throws {
    guard let equals = text.lastIndex(of: "="), let price = Double(trimmed(text[text.index(after: equals)...])),
      price >= 0, price.isFinite
    else { throw UsageError.notAPrice(text) }
    let gpu = try Self.bytes(trimmed(text[..<equals]))
    guard offers.count < 6 else { throw UsageError.tooManyPrices }
    offers.append(ModelFit.Offer(name: gpu.name, bytes: gpu.bytes, price: price))
  }

  private struct Kind {
    var name: String
    var bytes: Int
    var isMac: Bool
  }

  /// A size, or the memory of a GPU of that name.
  private static func bytes(_ text: String) throws -> Kind {
    if let size = try? MemorySize(parsing: text), text.contains(where: \.isLetter) {
      return Kind(name: text, bytes: size.bytes, isMac: false)
    }
    let model = try GPUTable.find(text)
    return Kind(name: model.name, bytes: model.memory, isMac: model.vendor == .apple)
  }
}
