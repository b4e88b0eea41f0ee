/// What a machine has to run a model on, and how much of it the reference would use by default.
public struct DeviceInventory: Hashable, Sendable {
  /// A device with its memory.
  public struct Entry: Hashable, Sendable {
    public var device: Device
    public var name: String
    /// The id that the driver gives it, where it differs in kind from the device's own.
    public var driverIndex: Int?
    public var uuid: String
    /// Bytes in all.
    public var total: Int
    /// Bytes that are not in use.
    public var free: Int
    /// Bytes that a plan may use when nobody says otherwise.
    public var budget: Int
    /// Whether somebody else uses it already.
    public var isBusy: Bool

    /// The fraction for `torch.cuda.set_per_process_memory_fraction` that holds a process to `budget`; nil but for
    /// GPUs.
    public var processFraction: Double? {
      guard case .gpu = device, total > 0 else { return nil }
      return Double(budget) / Double(total)
    }
  }

  /// GPUs by their new numbers, then the GPU of a Mac, then the cpu.
  public var entries: [Entry]
  /// What was left out or is uncertain, and why.
  public var notes: [Note]

  /// The devices as max_memory, in the order in which modules are placed.
  public var maxMemory: [(device: Device, bytes: Int)] { entries.map { ($0.device, $0.budget) } }
}

extension DeviceInventory {
  /// What the programs and files of a machine say, as texts.
  public struct Source: Sendable {
    /// GPUs of ``NvidiaSMI`` or ``RocmSMI``, in the order of the driver.
    public var gpus: [ReportedGPU]
    /// Value of `CUDA_VISIBLE_DEVICES` (`HIP_VISIBLE_DEVICES`), nil when it is not set.
    public var visibleDevices: String?
    /// Bytes of RAM that can be had.
    public var hostAvailable: Int?
    /// Bytes of RAM in all.
    public var hostTotal: Int?
    /// Bytes that Metal recommends as working set, on a Mac.
    public var metalWorkingSet: Int?

    public init(
      gpus: [ReportedGPU] = [], visibleDevices: String? = nil, hostAvailable: Int? = nil, hostTotal: Int? = nil,
      metalWorkingSet: Int? = nil
    ) {
      self.gpus = gpus
      self.visibleDevices = visibleDevices
      self.hostAvailable = hostAvailable
      self.hostTotal = hostTotal
      self.metalWorkingSet = metalWorkingSet
    }
  }

  /// The devices with the budgets that transformers 5.23.0 gives them: what is free on each GPU, of a single GPU
  /// nine tenths, and nine tenths of the RAM that can be had.
  public init(_ source: Source) {
    let visible = VisibleDevices.select(from: source.gpus, value: source.visibleDevices)
    entries = []
    notes = []
    for (number, gpu) in visible.enumerated() { append(gpu, as: .gpu(number)) }
    let usable = entries.indices.filter { entries[$0].budget > 0 }
    if usable.count == 1, let only = usable.first { entries[only].budget = Self.nineTenths(entries[only].budget) }
    if entries.isEmpty, let bytes = source.metalWorkingSet {
      entries.append(
        Entry(device: .mps, name: "Metal", uuid: "", total: bytes, free: bytes, budget: bytes, isBusy: false))
    }
    if let available = source.hostAvailable {
      entries.append(
        Entry(
          device: .cpu, name: "RAM", uuid: "", total: source.hostTotal ?? available, free: available,
          budget: Self.nineTenths(available), isBusy: false))
    }
    noteHidden(of: source, visible: visible)
  }

  private mutating func append(_ gpu: ReportedGPU, as device: Device) {
    guard let total = gpu.total, let free = gpu.free else {
      notes.append(
        Note(
          .warning, code: "gpu-without-size",
          "GPU \(gpu.index) (\(gpu.name)) reports no memory size (MIG mode or unified memory) and is left out; "
            + "give its size with --max-memory"))
      return
    }
    entries.append(
      Entry(
        device: device, name: gpu.name, driverIndex: gpu.index, uuid: gpu.uuid, total: total, free: free, budget: free,
        isBusy: gpu.isBusy))
    guard gpu.isBusy else { return }
    notes.append(
      Note(
        .warning, code: "gpu-busy",
        "GPU \(gpu.index) (\(gpu.name)) is in use: \((total - free) >> 20) of \(total >> 20) MiB are taken"))
  }

  private mutating func noteHidden(of source: Source, visible: [ReportedGPU]) {
    guard let value = source.visibleDevices, !source.gpus.isEmpty, visible.count < source.gpus.count else { return }
    notes.append(
      Note(
        code: "gpus-hidden",
        "CUDA_VISIBLE_DEVICES=\"\(value)\" leaves \(visible.count) of \(source.gpus.count) GPUs"))
  }

  /// As the reference computes it: a float product, cut to whole bytes.
  private static func nineTenths(_ bytes: Int) -> Int { Int(Double(bytes) * 0.9) }
}
