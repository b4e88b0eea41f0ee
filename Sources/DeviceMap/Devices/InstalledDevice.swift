/// A device of a machine with its memory.
public struct InstalledDevice: Hashable, Sendable {
  /// The device as plans name it.
  public var device: Device
  /// The name that its driver gives it (`NVIDIA A100-SXM4-80GB`).
  public var name: String
  /// The id that the driver gives it, where it differs in kind from the device's own; nil but for GPUs.
  public var driverIndex: Int?
  /// The id that the driver gives it for good (`GPU-5d5ba0d6-...`), empty where there is none.
  public var uuid: String
  /// Memory in all.
  public var totalBytes: Int
  /// Bytes that are not in use.
  public var freeBytes: Int
  /// Bytes that transformers 5.23.0 plans with when nobody says otherwise.
  public var budgetBytes: Int
  /// Whether somebody else uses it already.
  public var isBusy: Bool

  /// - Parameters:
  ///   - device: the device as plans name it.
  ///   - name: what its driver calls it.
  ///   - driverIndex: the driver's number, nil but for GPUs.
  ///   - uuid: the driver's lasting name.
  ///   - totalBytes: memory in all.
  ///   - freeBytes: memory that is not in use.
  ///   - budgetBytes: memory that a plan uses when nobody says otherwise.
  ///   - isBusy: whether somebody else uses it.
  public init(
    _ device: Device, name: String, driverIndex: Int? = nil, uuid: String = "", totalBytes: Int, freeBytes: Int,
    budgetBytes: Int, isBusy: Bool = false
  ) {
    self.device = device
    self.name = name
    self.driverIndex = driverIndex
    self.uuid = uuid
    self.totalBytes = totalBytes
    self.freeBytes = freeBytes
    self.budgetBytes = budgetBytes
    self.isBusy = isBusy
  }

  /// The fraction for `torch.cuda.set_per_process_memory_fraction` that holds a process to the budget; nil but for
  /// GPUs.
  public var processFraction: Double? {
    guard case .gpu = device, totalBytes > 0 else { return nil }
    return Double(budgetBytes) / Double(totalBytes)
  }
}
