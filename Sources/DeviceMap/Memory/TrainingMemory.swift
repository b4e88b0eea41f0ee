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

  public struct Options: Hashable, Sendable {
    public var optimizer: Optimizer
    public var precision: Precision
    /// Layers keep their input only and compute the rest again.
    public var checkpointing: Bool

    public init(_ optimizer: Optimizer = .adamw, precision: Precision = .plain, checkpointing: Bool = false) {
      self.optimizer = optimizer
      self.precision = precision
      self.checkpointing = checkpointing
    }
  }

  /// Bytes of the terms; all but activations are the same for any batch.
  public var weights: Figure
  public var gradients: Figure
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
  public var total: Int {
    [weights, gradients, optimizer, copies, activations].reduce(0) { $0 +| $1.bytes }
  }
  /// Parameters that are trained, as elements.
  public var trainableElements: Int

  /// - Parameters:
  ///   - tree: the model, or with `modules` a part of it.
  ///   - modules: tensors to count; nil for all.
  ///   - layers: layers of the decoder among them; nil for all.
  ///   - isFrozen: whether a parameter, by its path, gets no gradient.
  /// - Complexity: O(tensors x depth).
  public init(
    _ tree: ModuleTree, memory: ModelMemory, _ work: Workload, _ options: Options, tensors: Range<Int>? = nil,
    layers: Int? = nil, hasLoss: Bool = true, isFrozen: (String) -> Bool = { _ in false }
  ) {
    var count = Count()
    for index in tensors ?? 0..<tree.tensors.count where tree.tensors[index].tiedTo < 0 {
      count.add(tree, index, options, hidden: memory.shape?.hidden ?? 0, isFrozen: isFrozen)
    }
    trainableElements = count.trainable
    weights = Figure(count.weights, options.precision == .autocast ? "4 bytes a parameter" : "W", .exact)
    gradients = Figure(count.gradients, "one for each trained parameter", .exact)
    optimizer = Figure(count.states, options.optimizer.formula, options.optimizer == .adafactor ? .derived : .exact)
    copies = Figure(count.copies, Self.copyFormula(options.precision), .derived)
    activations = Self.activations(memory, work, options, layers: layers, hasLoss: hasLoss)
  }

  private struct Count {
    var weights = 0
    var gradients = 0
    var states = 0
    var copies = 0
    var trainable = 0

    mutating func add(_ tree: ModuleTree, _ index: Int, _ options: Options, hidden: Int, isFrozen: (String) -> Bool) {
      let tensor = tree.tensors[index]
      let elements = max(0, tensor.count)
      let stored = tensor.storedBits >= 0 ? tensor.storedBits : elements *| tensor.dtype.bits
      guard tensor.kind == .parameter, tensor.dtype.isFloatingPoint, tensor.storedBits < 0,
        !isFrozen(tree.path(ofTensor: index))
      else {
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
      states = states +| options.optimizer.stateBytes(shape: shape, elementBytes: seen)
      switch options.precision {
      case .plain: break
      case .autocast: copies = copies +| elements *| 2
      case .masterWeights: copies = copies +| elements *| 4
      }
    }
  }

  private static func copyFormula(_ precision: Precision) -> String {
    switch precision {
    case .plain: "0"
    case .autocast: "2 bytes a parameter, cast during the step"
    case .masterWeights: "4 bytes a parameter, the optimizer's own"
    }
  }

  private static func activations(
    _ memory: ModelMemory, _ work: Workload, _ options: Options, layers: Int?, hasLoss: Bool
  ) -> Figure {
    guard let shape = memory.shape else { return Figure(0, "unknown: weights only", .derived) }
    let count = layers ?? memory.layers.count
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
