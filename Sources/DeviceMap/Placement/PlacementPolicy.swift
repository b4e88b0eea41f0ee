/// A rule that decides which module goes where.
///
/// Conform to it to write your own; ``ReferencePolicy`` holds the policies of accelerate and transformers. A policy is
/// a pure function of its task, so a unit test needs a tree written by hand and a few limits:
///
///     struct AllOnFirst: PlacementPolicy {
///       let name = "first"
///       func place(_ task: PlacementTask) -> Placement {
///         Placement(task.children(of: task.root).map { .init(.module($0), on: task.devices[0].device) })
///       }
///     }
///     let plan = try tree.plan(AllOnFirst(), maxMemory: [.gpu(0): "1GiB"])
///
/// The planner collapses and checks what a policy returns: a tensor that is placed twice or not at all is an error;
/// a cut block, a tied group on two devices and an exceeded budget become ``Ledger/findings``.
public protocol PlacementPolicy: Sendable {
  /// The name under which plans report the policy (`balanced_low_0`).
  var name: String { get }

  /// Assigns modules, which take their whole subtree along, or the single tensors of modules that are cut.
  ///
  /// Buffers that a cut module owns may be left out; the planner puts them with the module's first part.
  func place(_ task: PlacementTask) throws(PlacementError) -> Placement
}

/// What a policy has to place, and on what.
///
/// Modules and tensors are indices, as the tree orders them: modules in definition order, the root first.
public struct PlacementTask: Sendable {
  /// The model.
  public let tree: ModuleTree
  /// Sizes of modules and tensors as the engine in use counts them for its maps; with a workload as they are in memory,
  /// with what stays beside the weights while the model runs.
  public let sizes: ModuleSizes
  /// Sizes of the weights alone, as they are in memory.
  public let weights: ModuleSizes
  /// Whose rules count sizes.
  public let engine: Engine
  /// Devices in the order in which modules are placed; `disk`, without a limit, is always the last.
  public private(set) var devices: [DeviceBudget]
  /// Bytes that the layer that runs needs on its device, beside what stays there.
  ///
  /// - Complexity: O(modules with a demand).
  public var transientBytes: Int { options.running?.transientBytes ?? 0 }
  /// The budgets are this machine's, not a person's choice.
  public let budgetsAreMeasured: Bool
  /// Bytes of each device that are kept free where its limit was measured, in device order.
  package let margins: [Int]
  /// What changes a plan besides.
  public let options: PlacementOptions
  /// What must not be cut.
  let classes: NoSplitClasses

  /// - Throws: ``PlacementError`` when limits cannot be read or sizes overflow.
  /// - Complexity: O(modules + tensors).
  public init(
    _ tree: ModuleTree, engine: Engine = .transformers, maxMemory: MaxMemory,
    options: PlacementOptions = PlacementOptions()
  ) throws(PlacementError) {
    let offers: [DeviceBudget]
    do { offers = try maxMemory.budgets() } catch { throw .maxMemory(error) }
    try self.init(
      tree, engine: engine, budgets: offers, budgetsAreMeasured: maxMemory.isMeasured, options: options)
  }

  /// - Parameter budgets: devices in ascending order; the reserve of what runs is added.
  init(
    _ tree: ModuleTree, engine: Engine = .transformers, budgets offers: [DeviceBudget],
    budgetsAreMeasured: Bool = false, options: PlacementOptions
  ) throws(PlacementError) {
    self.tree = tree
    self.engine = engine
    var options = options
    if engine != .accelerate { options.capFactor *= tree.quantization?.capFactor ?? 1 }
    self.options = options
    weights = try ModuleSizes(tree, engine: engine, options: options, counting: .loaded)
    sizes =
      options.running == nil
      ? try ModuleSizes(tree, engine: engine, options: options) : try weights.holding(options.running)
    devices =
      offers.filter { $0.device != .disk }.sorted { $0.device < $1.device }.map {
        options.running?.budget(of: $0) ?? $0
      }
      + [DeviceBudget(.disk, bytes: nil)]
    self.budgetsAreMeasured = budgetsAreMeasured
    margins =
      budgetsAreMeasured ? DeviceBudget.margins(ofMeasured: devices) : [Int](repeating: 0, count: devices.count)
    classes = NoSplitClasses(tree, names: options.noSplitClasses)
  }

  /// The task with the margins of measured limits kept free.
  package func keepingMargins() -> PlacementTask {
    var task = self
    for (index, margin) in margins.enumerated() {
      task.devices[index].reserve = task.devices[index].reserve +| margin
    }
    return task
  }

  /// The module of the whole model.
  public let root = 0

  /// The children of a module in definition order.
  ///
  /// - Complexity: O(children).
  public func children(of module: Int) -> [Int] { Array(tree.children(of: module)) }

  /// The class of a module must not be cut.
  public func isNoSplit(_ module: Int) -> Bool { classes.isNoSplit(module) }

  /// A device of the task with the reserve of other work than the task's own; the same for nil.
  func budget(of device: DeviceBudget, with running: RunningMemory?) -> DeviceBudget {
    guard let running, device.device.isAccelerator else { return device }
    let others = max(0, device.reserve - (options.running?.reserve ?? 0))
    return DeviceBudget(device.device, bytes: device.limit, reserve: others +| running.reserve)
  }

  /// The parts of the model in execution order.
  ///
  /// - Complexity: O(modules).
  func row() -> Row { Row(tree, weights: weights, isNoSplit: isNoSplit) }

  /// The module has no children.
  public func isLeaf(_ module: Int) -> Bool { tree.isLeaf(module) }

  /// Bits of a module with its descendants.
  public func bits(of module: Int) -> Int { sizes.bits(of: tree.allTensors(of: module)) }

  /// Bits of a module with its descendants, or of a tensor.
  public func bits(of part: TreePart) -> Int {
    switch part {
    case .module(let module): bits(of: module)
    case .tensor(let tensor): sizes.bits(ofTensor: tensor)
    }
  }

  /// Bits of the weights of a module with its descendants.
  func weightBits(of module: Int) -> Int { weights.bits(of: tree.allTensors(of: module)) }

  /// What a policy may place on a device besides the layer that runs there: the budget, on the devices that compute
  /// without the largest transient.
  func room(on device: DeviceBudget) -> DeviceBudget {
    let computes = device.device.isAccelerator || device.device == .cpu && !devices.contains { $0.device.isAccelerator }
    guard computes, transientBytes > 0 else { return device }
    return DeviceBudget(device.device, bytes: device.limit, reserve: device.reserve +| transientBytes)
  }

  /// The parameters that a module itself owns.
  ///
  /// - Complexity: O(tensors of the module).
  public func ownParameters(of module: Int) -> Range<Int> {
    let own = tree.ownTensors(of: module)
    return own.lowerBound..<(own.first { tree.tensors[$0].kind != .parameter } ?? own.upperBound)
  }

  /// The buffers that a module itself owns.
  ///
  /// - Complexity: O(tensors of the module).
  public func ownBuffers(of module: Int) -> Range<Int> {
    ownParameters(of: module).upperBound..<tree.ownTensors(of: module).upperBound
  }
}
