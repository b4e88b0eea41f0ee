/// What training a model takes, and how that follows the batch.
public struct TrainingMemory: Sendable {
  /// How parameters, gradients and computation use precision.
  public enum Precision: Hashable, Sendable {
    /// Everything in the dtype of the weights.
    case plain
    /// Weights, gradients and optimizer in float32, computation in 16 bits (`torch.autocast`, as accelerate does it); the
    /// cast weights are kept during a step.
    case autocast
    /// Weights and gradients in 16 bits, the optimizer with a float32 copy of the weights.
    case masterWeights
  }

  /// How a model is trained.
  public struct Options: Hashable, Sendable {
    /// What changes the parameters.
    public var optimizer: Optimizer
    /// In which precision passes are computed.
    public var precision: Precision
    /// Layers keep their input only and compute the rest again.
    public var checkpointing: Bool

    /// - Parameters:
    ///   - optimizer: what changes the parameters.
    ///   - precision: in which precision passes are computed.
    ///   - checkpointing: activations are computed again instead of being kept.
    public init(_ optimizer: Optimizer = .adamw, precision: Precision = .plain, checkpointing: Bool = false) {
      self.optimizer = optimizer
      self.precision = precision
      self.checkpointing = checkpointing
    }
  }

  /// Bytes of the terms; all but activations are the same for any batch.
  public var weights: Figure
  /// One for each trained parameter.
  public var gradients: Figure
  /// What the optimizer keeps.
  public var optimizer: Figure
  /// Copies of the weights in another precision.
  public var copies: Figure
  /// What grows with the batch.
  public var activations: Figure
  /// The terms by name, in the order in which they come to be.
  public var terms: [(name: String, figure: Figure)] {
    [
      ("weights", weights), ("gradients", gradients), ("optimizer", optimizer), ("copies", copies),
      ("activations", activations),
    ]
  }
  /// Bytes of all.
  ///
  /// - Complexity: O(terms).
  public var total: Int {
    [weights, gradients, optimizer, copies, activations].reduce(0) { $0 +| $1.bytes }
  }
  /// Parameters that are trained, as elements.
  public var trainableElements: Int

  /// - Parameters:
  ///   - tree: the model.
  ///   - memory: its layers and states.
  ///   - work: batch and tokens of one step.
  ///   - options: optimizer, precision, recomputing.
  ///   - isFrozen: whether a parameter, by its path, gets no gradient.
  /// - Complexity: O(tensors x depth).
  public init(
    _ tree: ModuleTree, memory: ModelMemory, _ work: Workload, _ options: Options,
    isFrozen: (String) -> Bool = { _ in false }
  ) {
    self.init(TrainingStates(tree, memory: memory, options, isFrozen: isFrozen), memory, work)
  }

  /// The terms of a training, or of its share on one device.
  ///
  /// - Parameter includes: whether a module, by its index, is on the device.
  /// - Complexity: O(modules).
  package init(
    _ states: TrainingStates, _ memory: ModelMemory, _ work: Workload, includes: (Int) -> Bool = { _ in true }
  ) {
    let options = states.options
    let work = work.on(memory)
    let modules = states.modules.filter { includes($0.module) }
    func total(_ term: (TrainingStates.ModuleTerms) -> Int) -> Int { modules.reduce(0) { $0 +| term($1) } }
    trainableElements = total { $0.trainable }
    weights = Figure(total { $0.weights }, options.precision == .autocast ? "4 bytes a parameter" : "W", .exact)
    gradients = Figure(total { $0.gradients }, "one for each trained parameter", .exact)
    optimizer = Figure(
      total { $0.optimizer }, options.optimizer.formula, options.optimizer.copies == nil ? .derived : .exact)
    copies = Figure(total { $0.copies }, Self.copyFormula(options.precision), .derived)
    var activations = Self.activations(
      memory, work, options, layers: states.trainedLayers(memory.layers).count { includes($0) },
      hasLoss: (memory.head ?? memory.layers.last).map(includes) ?? true)
    if states.adapters.contains(where: { includes($0.module) }) {
      let adapters = states.savedByAdapters(work, includes: includes)
      activations.bytes = activations.bytes +| adapters.held +| (adapters.recomputed.values.max() ?? 0)
      activations.formula += " + adapters: B S (4 width + 4r) each"
      if !adapters.recomputed.isEmpty { activations.formula += ", within layers those of one" }
      activations.confidence = .derived
    }
    if let vision = memory.vision {
      let bytes = vision.saved.reduce(0) { includes($1.module) ? $0 +| work.ofImages($1.bytes) : $0 }
      activations = Figure(bytes, "what each image leaves behind in each module", .derived)
    }
    self.activations = activations
  }

  private static func copyFormula(_ precision: Precision) -> String {
    switch precision {
    case .plain: "0"
    case .autocast: "2 bytes a parameter, cast during the step"
    case .masterWeights: "4 bytes a parameter, the optimizer's own"
    }
  }

  private static func activations(
    _ memory: ModelMemory, _ work: Workload, _ options: Options, layers count: Int, hasLoss: Bool
  ) -> Figure {
    guard let shape = memory.shape else { return Figure(0, "unknown: nothing was recorded of this model", .derived) }
    let layer = shape.savedActivations(work, checkpointing: options.checkpointing)
    var bytes = count *| layer.bytes
    var formula = "\(count) layers x " + layer.formula
    if options.checkpointing, count > 0 {
      let full = shape.savedActivations(work, checkpointing: false)
      bytes = bytes +| full.bytes
      formula += " + one layer in full: " + full.formula
    }
    guard hasLoss else { return Figure(bytes, formula, layer.confidence) }
    let loss = shape.lossActivations(work)
    return Figure(
      bytes +| loss.bytes, formula + " + loss: " + loss.formula, max(layer.confidence, loss.confidence))
  }
}
