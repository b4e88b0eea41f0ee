/// Where the parts of a model go, as a policy decided.
public struct Placement: Sendable {
  /// A part and its device.
  public struct Assignment: Hashable, Sendable {
    /// What is placed.
    public var part: TreePart
    /// Where.
    public var device: Device

    /// Puts a part on a device.
    public init(_ part: TreePart, on device: Device) {
      self.part = part
      self.device = device
    }
  }

  /// In the order in which they were decided.
  public var assignments: [Assignment]
  /// The bytes of each device that the policy was willing to fill, in device order; empty for the budgets as they are.
  public var caps: [DeviceBudget]
  /// Tensors that stay without a device on purpose.
  public var unplaced: [Int]
  /// Keys of the map stay as assigned and are not joined where a whole module shares a device.
  public var keepsKeys: Bool
  /// The decisions, for explanations.
  public var trace: [TraceEvent]
  /// What the policy has to say.
  public var notes: [Note]
  /// How good the placement is, from policies that know.
  public var certificate: PlacementCertificate?
  /// What running adds, from policies that choose the context; nil for that of the task.
  public var running: RunningMemory?
  /// Bytes that are kept free of limits that were measured, in device order; empty where none are.
  package var margins: [Int] = []

  /// - Parameters:
  ///   - assignments: in the order in which they were decided.
  ///   - caps: what the policy was willing to fill of each device.
  ///   - unplaced: tensors that stay without a device on purpose.
  ///   - keepsKeys: whether keys of the map are not joined.
  ///   - trace: the decisions.
  ///   - notes: what the policy has to say.
  public init(
    _ assignments: [Assignment], caps: [DeviceBudget] = [], unplaced: [Int] = [], keepsKeys: Bool = false,
    trace: [TraceEvent] = [], notes: [Note] = []
  ) {
    self.assignments = assignments
    self.caps = caps
    self.unplaced = unplaced
    self.keepsKeys = keepsKeys
    self.trace = trace
    self.notes = notes
  }
}

/// A whole module with its subtree, or one tensor owned by a module that was cut; by index.
public enum TreePart: Hashable, Sendable {
  /// A module with all in it.
  case module(Int)
  /// One tensor.
  case tensor(Int)
}

extension ModuleTree {
  /// The dotted path of a part. O(depth).
  package func path(of part: TreePart) -> String {
    switch part {
    case .module(let module): path(of: module)
    case .tensor(let tensor): path(ofTensor: tensor)
    }
  }

  /// The tensors of a part.
  package func tensors(of part: TreePart) -> Range<Int> {
    switch part {
    case .module(let module): allTensors(of: module)
    case .tensor(let tensor): tensor..<tensor + 1
    }
  }
}
