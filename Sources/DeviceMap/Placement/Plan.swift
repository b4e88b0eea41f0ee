/// A checked answer: which device every tensor goes to, what that uses, and why.
public struct Plan: Sendable {
  /// The model that was planned; of a plan that was read from JSON an outline (``ModuleTree/isOutline``).
  public let tree: ModuleTree
  /// The name of the policy that decided.
  public let policy: String
  /// Whose rules were followed.
  public let engine: Engine
  /// The release of the engine whose rules were followed (`5.24.0`).
  public let engineVersion: String
  /// The state of a repository that was planned; nil for other files. Whoever reads a checkpoint from a hub sets it.
  public var source: HubSource?
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
  /// What running was counted to add; nil for weights alone, and for a plan that was read from JSON.
  public let running: RunningMemory?
  /// The workload that was counted; nil for weights alone.
  public let workload: PlannedWorkload?

  /// The ledger under its shorter name: `plan.usage[.gpu(0)]?.free`.
  public var usage: Ledger { ledger }

  /// The device_map, in module order; modules that share a device are one entry, as in the references.
  ///
  /// - Complexity: O(entries x depth); made anew at each call.
  public var deviceMap: [DeviceMapEntry] {
    keys.map { DeviceMapEntry(tree.path(of: $0.part), $0.device) }
  }

  /// The device of a module or tensor; nil if it is on several, on none, or not in the model. A plan that was read from
  /// JSON knows the keys of its map alone: what is below one of them is on its device.
  ///
  /// - Complexity: O(depth x children).
  public func device(of path: String) -> Device? {
    if tree.isOutline { return device(above: path) }
    if let module = tree.module(at: path) { return device(ofModule: module) }
    return tree.tensor(atPath: path).flatMap { device(ofTensor: $0) }
  }

  package func device(ofModule module: Int) -> Device? { device(at: resolved.modules[module]) }

  package func device(ofTensor tensor: Int) -> Device? { device(at: resolved.tensors[tensor]) }

  /// The device of the deepest module at a path or above it that the outline has.
  private func device(above path: String) -> Device? {
    var module = 0
    for name in path.split(separator: ".", omittingEmptySubsequences: false) where !path.isEmpty {
      guard let symbol = tree.symbols.find(name),
        let child = tree.children(of: module).first(where: { tree.records[$0].name == symbol })
      else { break }
      module = child
    }
    return device(ofModule: module)
  }

  private func device(at index: Int16) -> Device? { index < 0 ? nil : devices[Int(index)].device }
}

/// What a plan tells of the workload that it counts.
public struct PlannedWorkload: Hashable, Sendable {
  /// Tokens of each sequence.
  public var context: Int
  /// Sequences at a time.
  public var batch: Int
  /// The most bytes that a module needs while it runs.
  public var transientBytes: Int

  /// - Parameters:
  ///   - context: tokens of each sequence.
  ///   - batch: sequences at a time.
  ///   - transientBytes: the most bytes that a module needs while it runs.
  public init(context: Int, batch: Int, transientBytes: Int) {
    self.context = context
    self.batch = batch
    self.transientBytes = transientBytes
  }

  /// Nil where nothing runs.
  package init?(_ running: RunningMemory) {
    guard running.work.context > 0 else { return nil }
    self.init(context: running.work.context, batch: running.work.batch, transientBytes: running.transientBytes)
  }
}

/// One line of a device_map.
public struct DeviceMapEntry: Hashable, Sendable {
  /// Path of a module, `""` for the whole model, or of a tensor that a cut module owns.
  public var path: String
  /// Where that is.
  public var device: Device

  /// - Parameters:
  ///   - path: of a module, or of a tensor that a cut module owns.
  ///   - device: where it is.
  public init(_ path: String, _ device: Device) {
    self.path = path
    self.device = device
  }
}
