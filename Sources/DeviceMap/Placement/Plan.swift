/// A checked answer: which device every tensor goes to, what that uses, and why.
public struct Plan: Sendable {
  public let tree: ModuleTree
  /// The name of the policy that decided.
  public let policy: String
  public let engine: Engine
  /// Devices in the order in which they were filled; ``ResolvedPlacement`` and usage refer to positions in it.
  public let devices: [DeviceBudget]
  /// The keys of the device_map, in module order.
  package let keys: [Placement.Assignment]
  package let coverage: ResolvedPlacement
  /// What each device carries, in device order.
  public let usage: Usage
  /// What a good plan would not do; an exact reproduction of a reference may. Each has a note, too.
  public let violations: [PlanViolation]
  /// Remarks about the checkpoint, then about the tree, then about limits and placement.
  public package(set) var notes: [Note]
  /// The decisions in the order in which they were made.
  public let trace: [TraceEvent]
  /// How good the plan is, from policies that know.
  public let certificate: PlacementCertificate?
  /// Tensors that stay without a device on purpose.
  package let unplaced: [Int]

  /// One line of a device_map.
  public struct Entry: Hashable, Sendable {
    /// Path of a module, `""` for the whole model, or of a tensor that a cut module owns.
    public var path: String
    public var device: Device

    public init(_ path: String, _ device: Device) {
      self.path = path
      self.device = device
    }
  }

  /// The device_map, in module order; modules that share a device are one entry, as in the references.
  ///
  /// - Complexity: O(entries x depth); made anew at each call.
  public var deviceMap: [Entry] {
    keys.map { key in
      switch key.part {
      case .module(let module): Entry(tree.path(of: module), key.device)
      case .tensor(let tensor): Entry(tree.path(ofTensor: tensor), key.device)
      }
    }
  }

  /// The device of a module or tensor; nil if it is on several, on none, or not in the model.
  ///
  /// - Complexity: O(depth x children).
  public func device(of path: String) -> Device? {
    if let module = tree.module(at: path) { return device(ofModule: module) }
    return tree.tensor(atPath: path).flatMap { device(ofTensor: $0) }
  }

  package func device(ofModule module: Int) -> Device? { device(at: coverage.modules[module]) }

  package func device(ofTensor tensor: Int) -> Device? { device(at: coverage.tensors[tensor]) }

  private func device(at index: Int16) -> Device? { index < 0 ? nil : devices[Int(index)].device }
}

/// What a plan does that it should not.
public enum PlanViolation: Hashable, Sendable {
  /// A module of a no-split class lies on several devices.
  case cut(module: String)
  /// Tensors that share storage lie on several devices.
  case tiedApart([String])
  /// A device carries more than its budget, by some bytes.
  case overBudget(Device, bytes: Int)
  /// Parts are on the cpu or on disk, where the format of packed weights does not allow it.
  case hostRefused(QuantizationFormat, [Device], bytes: Int)
}

/// What the devices of a plan carry.
public struct Usage: Sendable {
  public struct Load: Hashable, Sendable {
    public var device: Device
    /// Bytes that may be used; nil for no limit.
    public var budget: Int?
    /// Bytes that the policy was willing to use.
    public var cap: Int?
    /// Bytes of parameters and buffers, a shared storage once.
    public var weights: Int
    /// Bytes of caches and states of the layers, when the plan was made for a context.
    public var states = 0
    /// Bytes already taken off `budget` for the layer that runs and for what is kept free.
    public var reserve = 0
    /// First and last key of the device_map on this device, in module order.
    public var first: String?
    public var last: String?

    /// Bytes of the device as the limits give them, before anything was taken off; nil for no limit.
    public var limit: Int? { budget.map { $0 + reserve } }

    /// Bytes of the budget that are left; negative when it is exceeded, nil without a limit.
    public var free: Int? { budget.map { $0 - weights - states } }
  }

  /// In device order.
  public let loads: [Load]

  public subscript(_ device: Device) -> Load? { loads.first { $0.device == device } }
}
