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
/// a cut block, a tied group on two devices and an exceeded budget become ``Plan/violations``.
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
  public let tree: ModuleTree
  /// Sizes of modules and tensors as the engine in use counts them.
  public let sizes: ModuleSizes
  public let engine: Engine
  /// Devices in the order in which modules are placed; `disk`, without a limit, is always the last.
  public let devices: [DeviceBudget]
  /// The budgets are this machine's, not a person's choice.
  public let budgetsAreMeasured: Bool
  public let options: PlacementOptions
  /// Whether the class with a symbol is not to be cut.
  private let isNoSplitClass: [Bool]

  /// - Throws: ``PlacementError`` when limits cannot be read or sizes overflow.
  public init(
    _ tree: ModuleTree, engine: Engine = .transformers, maxMemory: MaxMemory,
    options: PlacementOptions = PlacementOptions()
  ) throws(PlacementError) {
    self.tree = tree
    self.engine = engine
    var options = options
    if engine == .transformers { options.capFactor *= tree.quantization?.capFactor ?? 1 }
    self.options = options
    sizes = try ModuleSizes(tree, engine: engine, options: options)
    do {
      let budgets = try maxMemory.budgets().filter { $0.device != .disk }
      devices = budgets.map { options.running?.keepingFree($0) ?? $0 } + [DeviceBudget(.disk, bytes: nil)]
    } catch { throw .maxMemory(error) }
    budgetsAreMeasured = maxMemory.isMeasured
    var marks = [Bool](repeating: false, count: tree.symbols.count)
    for name in options.noSplitClasses ?? tree.noSplitClasses {
      if let symbol = tree.symbols.find(name) { marks[Int(symbol)] = true }
    }
    isNoSplitClass = marks
  }

  public let root = 0

  /// The children of a module in definition order.
  public func children(of module: Int) -> [Int] { Array(tree.children(of: module)) }

  /// The class of a module must not be cut.
  public func isNoSplit(_ module: Int) -> Bool { isNoSplitClass[Int(tree.records[module].className)] }

  /// The module has no children.
  public func isLeaf(_ module: Int) -> Bool { tree.isLeaf(module) }

  /// Bits of a module with its descendants.
  public func bits(of module: Int) -> Int { sizes.bits(of: tree.allTensors(of: module)) }

  /// Bits of a module with its descendants, or of a tensor.
  public func bits(of part: Placement.Part) -> Int {
    switch part {
    case .module(let module): bits(of: module)
    case .tensor(let tensor): sizes.bits(ofTensor: tensor)
    }
  }

  /// The parameters that a module itself owns.
  public func ownParameters(of module: Int) -> Range<Int> {
    let own = tree.ownTensors(of: module)
    return own.lowerBound..<(own.first { tree.tensors[$0].kind != .parameter } ?? own.upperBound)
  }

  /// The buffers that a module itself owns.
  public func ownBuffers(of module: Int) -> Range<Int> {
    ownParameters(of: module).upperBound..<tree.ownTensors(of: module).upperBound
  }
}

/// Where the parts of a model go, as a policy decided.
public struct Placement: Sendable {
  /// A whole module with its subtree, or one tensor owned by a module that was cut.
  public enum Part: Hashable, Sendable {
    case module(Int)
    case tensor(Int)
  }

  public struct Assignment: Hashable, Sendable {
    public var part: Part
    public var device: Device

    public init(_ part: Part, on device: Device) {
      self.part = part
      self.device = device
    }
  }

  /// In the order in which they were decided.
  public var assignments: [Assignment]
  /// What the policy left of each budget, in device order; empty for the budgets as they are.
  public var caps: [DeviceBudget]
  /// Tensors that stay without a device on purpose.
  public var unplaced: [Int]
  /// Keys of the map stay as assigned and are not joined where a whole module shares a device.
  public var keepsKeys: Bool
  /// The decisions, for explanations.
  public var trace: [TraceEvent]
  public var notes: [Note]
  /// Modules inside blocks that are elsewhere than their block on demand, in definition order; their blocks do not
  /// count as cut.
  public var apart: [Int] = []
  /// How good the placement is, from policies that know.
  public var certificate: PlacementCertificate?

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
