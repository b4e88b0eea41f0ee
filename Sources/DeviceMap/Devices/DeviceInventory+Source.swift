extension DeviceInventory {
  /// What the programs and files of a machine say.
  package struct Source: Sendable {
    /// GPUs of ``NvidiaSMI`` or ``RocmSMI``, in the order of the driver.
    package var gpus: [ReportedGPU]
    /// Value of `CUDA_VISIBLE_DEVICES` (`HIP_VISIBLE_DEVICES`), nil when it is not set.
    package var visibleDevices: String?
    /// RAM that can be had.
    package var hostAvailableBytes: Int?
    /// RAM in all.
    package var hostTotalBytes: Int?
    /// What Metal recommends as working set, on a Mac.
    package var metalWorkingSetBytes: Int?

    package init(
      gpus: [ReportedGPU] = [], visibleDevices: String? = nil, hostAvailableBytes: Int? = nil,
      hostTotalBytes: Int? = nil, metalWorkingSetBytes: Int? = nil
    ) {
      self.gpus = gpus
      self.visibleDevices = visibleDevices
      self.hostAvailableBytes = hostAvailableBytes
      self.hostTotalBytes = hostTotalBytes
      self.metalWorkingSetBytes = metalWorkingSetBytes
    }
  }

  /// The devices with the budgets that transformers 5.23.0 gives them: what is free on each GPU, of a single GPU
  /// nine tenths, and nine tenths of the RAM that can be had.
  package init(_ source: Source) {
    let visible = VisibleDevices.select(from: source.gpus, value: source.visibleDevices)
    self.init(devices: [])
    for (number, gpu) in visible.enumerated() { append(gpu, as: .gpu(number)) }
    let usable = devices.indices.filter { devices[$0].budgetBytes > 0 }
    if usable.count == 1, let only = usable.first {
      devices[only].budgetBytes = Self.nineTenths(devices[only].budgetBytes)
    }
    if devices.isEmpty, let bytes = source.metalWorkingSetBytes {
      devices.append(InstalledDevice(.mps, name: "Metal", totalBytes: bytes, freeBytes: bytes, budgetBytes: bytes))
    }
    if let bytes = source.hostAvailableBytes {
      devices.append(
        InstalledDevice(
          .cpu, name: "RAM", totalBytes: source.hostTotalBytes ?? bytes, freeBytes: bytes,
          budgetBytes: Self.nineTenths(bytes)))
    }
    noteHidden(of: source, visible: visible)
  }

  private mutating func append(_ gpu: ReportedGPU, as device: Device) {
    guard let total = gpu.totalBytes, let free = gpu.freeBytes else {
      notes.append(
        Note(
          .warning, code: "gpu-without-size",
          "GPU \(gpu.index) (\(gpu.name)) reports no memory size (MIG mode or unified memory) and is left out; "
            + "give its size with --max-memory"))
      return
    }
    devices.append(
      InstalledDevice(
        device, name: gpu.name, driverIndex: gpu.index, uuid: gpu.uuid, totalBytes: total, freeBytes: free,
        budgetBytes: free, isBusy: gpu.isBusy))
    guard gpu.isBusy else { return }
    notes.append(
      Note(
        .warning, code: "gpu-busy",
        "GPU \(gpu.index) (\(gpu.name)) is in use: \(ByteText.size(total - free)) of \(ByteText.size(total)) are taken")
    )
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
