/// A rule that decides which module goes where.
///
/// Conform to it to write your own; the library ships the reference policies (``ReferencePolicy``) and others.
public protocol PlacementPolicy: Sendable {
  /// The name under which plans report the policy (`balanced_low_0`).
  var name: String { get }

  /// Assigns every tensor of the tree to one device.
  ///
  /// A module that is assigned takes its whole subtree along. The result is verified by the planner: every tensor must
  /// be covered exactly once (``PlacementTask/mayStayUnplaced(_:)`` excepted).
  func place(_ task: PlacementTask) throws(PlacementError) -> Placement
}

/// What a policy has to place, and on what.
public struct PlacementTask: Sendable {
  public let tree: ModuleTree
  /// Sizes of modules and tensors as the engine in use counts them.
  public let sizes: ModuleSizes
  /// Devices in the order in which modules are placed, `disk` last when it may be used.
  public let devices: [DeviceBudget]
  public let options: PlacementOptions
}

/// A device and how many bytes of it may be used.
public struct DeviceBudget: Hashable, Sendable {
  public var device: Device
  /// Bytes; nil for no limit (`disk`).
  public var bytes: Int?
  /// Bytes kept free with a reason (context, activations), already taken off `bytes`.
  public var reserve: Int
}

/// Where the parts of a model go, as a policy decided.
public struct Placement: Sendable {
  /// A whole module with its subtree, or one tensor owned by a module that was split.
  public enum Part: Hashable, Sendable {
    case module(Int)
    case tensor(Int)
  }

  public struct Assignment: Hashable, Sendable {
    public var part: Part
    public var device: Device
  }

  /// In the order in which they were decided.
  public var assignments: [Assignment]
  /// What the policy left of each budget, in bytes, in device order; nil for no limit.
  public var caps: [(device: Device, bytes: Int?)]
  /// The decisions, for explanations.
  public var trace: [TraceEvent]
  public var notes: [Note]
}
