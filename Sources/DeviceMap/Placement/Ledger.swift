/// The one account of a placement: from the device of each tensor to what every device carries, and what is wrong.
///
/// Plans, checks, answers of `fit`, tables, bars, drawings and JSON read it and nothing else, so that no two of them
/// can contradict each other.
///
///     plan.ledger[.gpu(1)]?.free        // bytes
///     plan.ledger.findings              // cut blocks, separated ties, exceeded budgets
public struct Ledger: Sendable {
  /// In device order.
  public internal(set) var accounts: [DeviceAccount]
  /// What is wrong, errors and warnings.
  public internal(set) var findings: [PlacementFinding] = []
  /// The device that computes what is on the cpu and on disk: the first accelerator in use, else the cpu, also where it
  /// holds nothing itself.
  public internal(set) var mainDevice: Device?

  /// Bytes of weights that have no device, and the path of the first tensor among them.
  public internal(set) var unplacedBytes = 0
  /// The path of the first tensor without a device.
  public internal(set) var firstUnplaced: String?

  /// The device that computes what the keys of a map put on the cpu and on disk.
  ///
  /// - Parameter devices: those that are offered; what is wholly on disk is computed by the cpu among them.
  static func mainDevice(of keys: [Placement.Assignment], among devices: some Sequence<Device>) -> Device? {
    guard let first = keys.first?.device else { return nil }
    let used = keys.lazy.map(\.device)
    return used.first(where: \.isAccelerator) ?? (used.contains(.cpu) || devices.contains(.cpu) ? .cpu : first)
  }

  /// The device that computes what lies on a device; nil where none does.
  package func computing(_ device: Device) -> Device? { device.isAccelerator ? device : mainDevice }

  /// The account of a device; nil where it was not offered and holds nothing.
  ///
  /// - Complexity: O(devices).
  public subscript(_ device: Device) -> DeviceAccount? { accounts.first { $0.device == device } }

  /// The findings with which a model fails to load or to run.
  ///
  /// - Complexity: O(findings).
  public var errors: [PlacementFinding] { findings.filter(\.isError) }

  /// Bytes of weights on the cpu and on disk while accelerators are offered.
  ///
  /// - Complexity: O(devices).
  public var offloadedBytes: Int {
    guard accounts.contains(where: { $0.device.isAccelerator }) else { return self[.disk]?.weights ?? 0 }
    return accounts.reduce(0) { $0 +| ($1.device.isAccelerator ? 0 : $1.weights) }
  }
}

/// Where each tensor of a tree is: what a ``Ledger`` is made from, for a plan as for a map that was read.
package struct TensorPlaces: Sendable {
  /// Position of the device of each tensor, -1 for none.
  package var positions: ContiguousArray<Int16>
  /// The entries of the map in module order.
  package var keys: [Placement.Assignment]
  package var devices: [DeviceBudget]

  package init(_ positions: ContiguousArray<Int16>, keys: [Placement.Assignment], devices: [DeviceBudget]) {
    self.positions = positions
    self.keys = keys
    self.devices = devices
  }
}
