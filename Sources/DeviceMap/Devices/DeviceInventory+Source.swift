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
    if devices.isEmpty, let bytes = source.metalWorkingSetBytes {
      devices.append(InstalledDevice(.mps, name: "Metal", totalBytes: bytes, freeBytes: bytes, budgetBytes: bytes))
    }
    if let bytes = source.hostAvailableBytes {
      devices.append(
        InstalledDevice(
          .cpu, name: "RAM", totalBytes: source.hostTotalBytes ?? bytes, freeBytes: bytes, budgetBytes: bytes))
    }
    let margins = DeviceBudget.margins(ofMeasured: devices.map { DeviceBudget($0.device, bytes: $0.freeBytes) })
    for (index, margin) in margins.enumerated() { devices[index].budgetBytes -= margin }
    noteHidden(of: source, visible: visible)
  }

  private mutating func append(_ gpu: ReportedGPU, as device: Device) {
    guard let total = gpu.totalBytes, let free = gpu.freeBytes else {
      notes.append(
        Note(
          .warning, code: "gpu-without-size",
          "\(device.title) (\(gpu.name)\(Self.number(of: gpu, as: device))) reports no memory size (MIG mode or unified memory) and is left out; "
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
        "\(device.title) (\(gpu.name)\(Self.number(of: gpu, as: device))) is in use: \(ByteText.size(total - free)) of "
          + "\(ByteText.size(total)) are taken")
    )
  }

  private mutating func noteHidden(of source: Source, visible: [ReportedGPU]) {
    guard let value = source.visibleDevices, !source.gpus.isEmpty, visible.count < source.gpus.count else { return }
    notes.append(
      Note(
        code: "gpus-hidden",
        "CUDA_VISIBLE_DEVICES=\"\(value)\" leaves \(visible.count) of \(source.gpus.count) GPUs"))
  }

  /// What the driver calls a GPU, where that is another number than the one it is listed by.
  private static func number(of gpu: ReportedGPU, as device: Device) -> String {
    device == .gpu(gpu.index) ? "" : ", \(gpu.index) of the driver"
  }
}
