/// What training keeps for the tensors of each module beside activations: gradients, optimizer states, copies.
public struct TrainingStates: Sendable {
  /// The terms of the tensors that one module itself owns, in bytes.
  struct ModuleTerms: Sendable {
    var module: Int
    /// Weights as they are trained, and as they are loaded for inference.
    var weights = 0
    var loaded = 0
    var gradients = 0
    var optimizer = 0
    var copies = 0
    /// Elements that are trained.
    var trainable = 0

    /// Bytes beside the loaded weights.
    var held: Int { max(0, weights +| gradients +| optimizer +| copies - loaded) }
  }

  /// How the model is trained.
  public let options: TrainingMemory.Options
  /// In the order of the modules, those that own tensors.
  let modules: [ModuleTerms]
  /// Linear layers with an adapter, in the order of the modules.
  let adapters: [AdaptedLayer]

  /// - Parameters:
  ///   - tree: the model.
  ///   - memory: its layers and states.
  ///   - options: optimizer, precision, recomputing.
  ///   - adapter: low-rank adapters that are trained in place of all weights; nil for none.
  ///   - isFrozen: whether a parameter, by its path, gets no gradient.
  /// - Complexity: O(tensors x depth).
  public init(
    _ tree: ModuleTree, memory: ModelMemory, _ options: TrainingMemory.Options, adapter: LowRankAdapter? = nil,
    isFrozen: (String) -> Bool = { _ in false }
  ) {
    self.options = options
    let hidden = memory.shape?.hidden ?? 0
    var modules: [ModuleTerms] = []
    var adapters: [AdaptedLayer] = []
    let recomputed = options.checkpointing && memory.shape != nil ? Set(memory.layers) : []
    for index in tree.tensors.indices where tree.tensors[index].tiedTo < 0 {
      let owner = Int(tree.tensors[index].owner)
      if modules.last?.module != owner { modules.append(ModuleTerms(module: owner)) }
      let isFrozen = adapter != nil || isFrozen(tree.path(ofTensor: index))
      modules[modules.count - 1].add(tree.tensors[index], options, hidden: hidden, isFrozen: isFrozen)
      if var layer = adapter?.layer(tree, owner, tensor: index, hidden: hidden) {
        modules[modules.count - 1].add(layer, options)
        layer.recomputed = Self.closest(recomputed, above: owner, tree)
        adapters.append(layer)
      }
    }
    self.modules = modules
    self.adapters = adapters
  }

  /// The module itself or the closest above it that is one of some.
  private static func closest(_ modules: Set<Int>, above module: Int, _ tree: ModuleTree) -> Int? {
    var module = module
    while !modules.isEmpty, module >= 0 {
      if modules.contains(module) { return module }
      module = tree.parent(of: module)
    }
    return nil
  }

  /// Bytes that the adapters keep for the backward pass: those of layers that are computed again only while that is done,
  /// by layer.
  func savedByAdapters(_ work: Workload, includes: (Int) -> Bool) -> (held: Int, recomputed: [Int: Int]) {
    var (held, recomputed) = (0, [Int: Int]())
    for adapter in adapters where includes(adapter.module) {
      if let layer = adapter.recomputed {
        recomputed[layer, default: 0] = recomputed[layer, default: 0] +| adapter.saved(work)
      } else {
        held = held +| adapter.saved(work)
      }
    }
    return (held, recomputed)
  }

  /// What each module needs beside its weights for batches of `work`.
  ///
  /// - Complexity: O(modules).
  package func demands(_ memory: ModelMemory, _ work: Workload) -> [ModuleDemand] {
    var demands = modules.map { ModuleDemand(module: $0.module, held: $0.held) }
    for item in adapters where item.recomputed == nil {
      demands.append(ModuleDemand(module: item.module, held: item.saved(work)))
    }
    let adapted = savedByAdapters(work, includes: { _ in true }).recomputed
    if let vision = memory.vision {
      demands += vision.saved.map { ModuleDemand(module: $0.module, held: work.ofImages($0.bytes)) }
    }
    guard let shape = memory.shape else { return demands.sorted { $0.module < $1.module } }
    let saved = shape.savedActivations(work, checkpointing: options.checkpointing).bytes
    let whole = options.checkpointing ? shape.savedActivations(work, checkpointing: false).bytes : 0
    for layer in trainedLayers(memory.layers) {
      demands.append(
        ModuleDemand(
          module: layer, held: saved, transient: whole +| (adapted[layer] ?? 0),
          output: shape.boundary(work, new: work.context).bytes))
    }
    if let last = memory.head ?? memory.layers.last {
      demands.append(ModuleDemand(module: last, held: shape.lossActivations(work).bytes))
    }
    return demands.sorted { $0.module < $1.module }
  }
}

extension TrainingStates {
  /// The devices that a training runs on: not from the disk and, beside accelerators, not from the cpu.
  package static func devices(of offered: [Device]) -> [Device] {
    let accelerators = offered.filter(\.isAccelerator)
    return accelerators.isEmpty ? offered.filter { $0 != .disk } : accelerators
  }

  /// Bytes that the weights of some modules take more than as they are loaded.
  package func castBytes(includes: (Int) -> Bool) -> Int {
    modules.reduce(0) { includes($1.module) ? $0 +| max(0, $1.weights - $1.loaded) : $0 }
  }

  /// The layers that a gradient passes through: those from the first with something to train on. What lies before it
  /// keeps nothing for the backward pass.
  func trainedLayers(_ layers: [Int]) -> ArraySlice<Int> {
    guard let first = modules.first(where: { $0.trainable > 0 })?.module else { return [] }
    guard layers.first != layers.last else { return layers[...] }
    return layers[(layers.lastIndex { $0 <= first } ?? 0)...]
  }
}

extension TrainingStates.ModuleTerms {
  /// The two matrices of an adapter, in single precision as they are trained.
  mutating func add(_ layer: AdaptedLayer, _ options: TrainingMemory.Options) {
    trainable = trainable +| layer.elements
    weights = weights +| 4 *| layer.elements
    gradients = gradients +| 4 *| layer.elements
    for shape in layer.shapes { optimizer = optimizer +| options.optimizer.stateBytes(shape: shape, elementBytes: 4) }
  }

  mutating func add(
    _ tensor: ModuleTree.TensorRecord, _ options: TrainingMemory.Options, hidden: Int, isFrozen: Bool
  ) {
    let elements = max(0, tensor.count)
    let stored = tensor.storedBits >= 0 ? tensor.storedBits : elements *| tensor.dtype.bits
    loaded = loaded +| (stored + 7) / 8
    guard tensor.kind == .parameter, tensor.dtype.isFloatingPoint, tensor.storedBits < 0, !isFrozen else {
      weights = weights +| (stored + 7) / 8
      return
    }
    trainable = trainable +| elements
    let own = (tensor.dtype.bits + 7) / 8
    let (kept, seen) =
      switch options.precision {
      case .plain: (own, own)
      case .autocast: (4, 4)
      case .masterWeights: (2, 4)
      }
    weights = weights +| elements *| kept
    gradients = gradients +| elements *| kept
    // Only Adafactor asks for rows and columns; one side of nearly every matrix is the hidden size.
    let isMatrix = hidden > 0 && elements > hidden && elements % hidden == 0
    let shape = isMatrix ? [elements / hidden, hidden] : [elements]
    optimizer = optimizer +| options.optimizer.stateBytes(shape: shape, elementBytes: seen)
    switch options.precision {
    case .plain: break
    case .autocast: copies = copies +| elements *| 2
    case .masterWeights: copies = copies +| elements *| 4
    }
  }
}
