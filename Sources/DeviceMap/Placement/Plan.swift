/// A checked answer: which device every tensor goes to, what that uses, and why.
public struct Plan: Sendable {
  public let tree: ModuleTree
  /// The name of the policy that decided.
  public let policy: String
  public let engine: Engine
  /// Devices in the order in which they were filled; the ledger and traces refer to positions in it.
  public let devices: [DeviceBudget]
  /// The keys of the device_map, in module order.
  package let keys: [Placement.Assignment]
  package let resolved: ResolvedPlacement
  /// What each device carries and what is wrong with that. An exact reproduction of a reference may do what a good plan
  /// would not; each finding has a note, too.
  public let ledger: Ledger
  /// Remarks about the checkpoint, then about the tree, then about limits and placement.
  public package(set) var notes: [Note]
  /// The decisions in the order in which they were made.
  public let trace: [TraceEvent]
  /// How good the plan is, from policies that know.
  public let certificate: PlacementCertificate?
  /// Tensors that stay without a device on purpose.
  package let unplaced: [Int]
  /// Sizes of the weights, as they were counted.
  package let weights: ModuleSizes
  /// What running was counted to add; nil for weights alone.
  public let running: RunningMemory?

  /// The ledger under its shorter name: `plan.usage[.gpu(0)]?.free`.
  public var usage: Ledger { ledger }

  /// The device_map, in module order; modules that share a device are one entry, as in the references.
  ///
  /// - Complexity: O(entries x depth); made anew at each call.
  public var deviceMap: [DeviceMapEntry] {
    keys.map { DeviceMapEntry(tree.path(of: $0.part), $0.device) }
  }

  /// The device of a module or tensor; nil if it is on several, on none, or not in the model.
  ///
  /// - Complexity: O(depth x children).
  public func device(of path: String) -> Device? {
    if let module = tree.module(at: path) { return device(ofModule: module) }
    return tree.tensor(atPath: path).flatMap { device(ofTensor: $0) }
  }

  package func device(ofModule module: Int) -> Device? { device(at: resolved.modules[module]) }

  package func device(ofTensor tensor: Int) -> Device? { device(at: resolved.tensors[tensor]) }

  private func device(at index: Int16) -> Device? { index < 0 ? nil : devices[Int(index)].device }
}

/// One line of a device_map.
public struct DeviceMapEntry: Hashable, Sendable {
  /// Path of a module, `""` for the whole model, or of a tensor that a cut module owns.
  public var path: String
  public var device: Device

  public init(_ path: String, _ device: Device) {
    self.path = path
    self.device = device
  }
}
