/// What a machine has to run a model on, and how much of it the reference would use by default.
public struct DeviceInventory: Hashable, Sendable {
  /// GPUs by their new numbers, then the GPU of a Mac, then the cpu.
  public var devices: [InstalledDevice]
  /// What was left out or is uncertain, and why.
  public var notes: [Note]

  /// - Parameters:
  ///   - devices: GPUs by their numbers, then the GPU of a Mac, then the cpu.
  ///   - notes: what was left out or is uncertain, and why.
  public init(devices: [InstalledDevice], notes: [Note] = []) {
    self.devices = devices
    self.notes = notes
  }

  /// What is free on each device, as limits of a plan: of it the policies keep what the references keep. The notes go
  /// with it.
  ///
  /// - Complexity: O(devices).
  public var maxMemory: MaxMemory {
    MaxMemory(devices.map { ($0.device, .bytes($0.freeBytes)) }, isMeasured: true, notes: notes)
  }
}
