/// What running a model adds to the weights of its modules, for one workload.
public struct RunningMemory: Sendable {
  /// What runs.
  public let work: Workload
  /// In the order of the modules; a module may have several.
  public let demands: [ModuleDemand]
  /// Bytes kept free on each GPU.
  public var reserve: Int { reserveParts.bytes }
  /// What is known of the model; its `unknown` says why only weights count.
  public let memory: ModelMemory
  /// Tokens that are read at a time; nil for the whole context.
  public let prefill: Int?
  /// The training that runs, nil for inference.
  public let training: TrainingStates?

  /// Whether it is a training of which nobody knows what is kept for the backward pass.
  package var lacksActivations: Bool { training != nil && memory.shape == nil && memory.vision == nil }

  /// Whether something runs of which nobody knows what it takes beside its weights.
  package var isUnknown: Bool { training == nil && work.context > 0 && memory.unknown != nil }

  /// What the figure of the reserve is called.
  static let reserveName = "reserve on each GPU"

  /// The parts of `reserve`.
  public let reserveParts: Reserve

  /// What inference with `work` adds.
  ///
  /// The whole context is read in one prefill, as transformers does; `prefill` is the number of tokens that are read
  /// at a time by engines that cut it into pieces.
  ///
  /// - Complexity: O(layers).
  public init(
    _ memory: ModelMemory, _ work: Workload, reserve: Int? = nil, prefill: Int? = nil
  ) {
    let work = work.on(memory)
    self.init(
      memory, work, reserve: reserve, prefill: prefill, training: nil,
      demands: Self.inference(memory, work, prefill: prefill))
  }

  /// What a training with batches of `work` adds.
  ///
  /// - Complexity: O(modules).
  public init(
    _ memory: ModelMemory, _ work: Workload, training: TrainingStates, reserve: Int? = nil
  ) {
    let work = work.on(memory)
    self.init(
      memory, work, reserve: reserve, prefill: nil, training: training, demands: training.demands(memory, work))
  }

  /// Nothing but bytes that are kept free on each GPU.
  public init(keepingFree reserve: Int, of memory: ModelMemory) {
    self.init(memory, Workload(context: 0), reserve: reserve, prefill: nil, training: nil, demands: [])
  }

  private init(
    _ memory: ModelMemory, _ work: Workload, reserve: Int?, prefill: Int?, training: TrainingStates?,
    demands: [ModuleDemand]
  ) {
    self.memory = memory
    self.work = work
    reserveParts = reserve.map { Reserve.stated(max(0, $0)) } ?? .beside(transient: demands.map(\.transient).max() ?? 0)
    self.prefill = prefill
    self.training = training
    self.demands = demands
  }

  /// The same with another workload; nothing where nothing runs.
  ///
  /// - Complexity: O(layers), in a training O(modules).
  public func with(_ change: (inout Workload) -> Void) -> RunningMemory {
    guard work.context > 0 else { return self }
    var work = work
    change(&work)
    let reserve = reserveParts.stated
    if let training { return RunningMemory(memory, work, training: training, reserve: reserve) }
    return RunningMemory(memory, work, reserve: reserve, prefill: prefill)
  }

  private static func inference(_ memory: ModelMemory, _ work: Workload, prefill: Int?) -> [ModuleDemand] {
    guard let states = memory.states else { return [] }
    let new = max(1, min(work.context, prefill ?? work.context))
    var transient = memory.shape.map { $0.layer(work.masked(by: memory.tower), new: new).bytes } ?? 0
    var tower: ModuleDemand?
    if let images = work.images, let vision = memory.tower {
      transient = transient +| vision.prompt(work, images, hidden: memory.shape?.hidden ?? 0)
      tower = ModuleDemand(module: vision.module, transient: vision.transient(work, images).bytes)
    }
    let output = memory.shape.map { $0.boundary(work, new: new).bytes } ?? 0
    var demands: [ModuleDemand] = []
    if let module = memory.embedding, let shape = memory.shape {
      demands.append(ModuleDemand(module: module, held: shape.inputs(work).bytes, output: output))
    }
    for (module, state) in zip(memory.layers, states.layers) {
      let held = state.heldBytes(work)
      let leftover = max(0, state.prefillBytes(work, new: new) - held)
      if let last = demands.indices.last, demands[last].module == module {
        demands[last].held = demands[last].held +| held
        demands[last].leftover = demands[last].leftover +| leftover
      } else {
        demands.append(
          ModuleDemand(module: module, held: held, transient: transient, leftover: leftover, output: output))
      }
    }
    if let tower {
      demands.append(tower)
      demands.sort { $0.module < $1.module }
    }
    if let module = memory.head, let shape = memory.shape {
      demands.append(ModuleDemand(module: module, transient: shape.logits(work, new: new).bytes))
    }
    return demands
  }

  /// Bytes of cache and state of all layers.
  ///
  /// - Complexity: O(layers).
  public var cacheBytes: Int { memory.states?.heldBytes(work) ?? 0 }

  /// Bytes of token ids and masks.
  public var inputBytes: Int { memory.embedding == nil ? 0 : memory.shape?.inputs(work).bytes ?? 0 }

  /// Bytes that stay beside the weights, of all modules.
  ///
  /// - Complexity: O(modules with a demand).
  public var residentBytes: Int { demands.reduce(0) { $0 +| $1.resident } }

  /// Bytes that running takes on one device at the peak of a prefill, beside weights and reserve, until its logits are
  /// made: what choosing a token from them takes is a figure of its own, and counts where the head stands. In a training
  /// at the peak of a step.
  ///
  /// - Complexity: O(modules with a demand).
  public var peakBytes: Int {
    guard training == nil, let shape = memory.shape else { return residentBytes +| transientBytes }
    let new = max(1, min(work.context, prefill ?? work.context))
    let masked = work.masked(by: memory.tower)
    let encoder = shape.encoder(masked, new: new)?.bytes ?? 0
    let decoder = shape.decoderForward(masked, new: new).bytes +| imageBytes
    return max(max(encoder, towerBytes) +| inputBytes, residentBytes +| windowLengthBytes +| decoder)
  }

  /// Bytes of the tower while it reads the images, and of what it has made while the decoder reads the prompt.
  private var towerBytes: Int {
    guard let images = work.images, let tower = memory.tower else { return 0 }
    return tower.transient(work, images).bytes
  }

  private var imageBytes: Int {
    guard let images = work.images, let tower = memory.tower else { return 0 }
    return tower.prompt(work, images, hidden: memory.shape?.hidden ?? 0)
  }

  /// Bytes that running takes on one device while one token is made, beside weights and reserve.
  ///
  /// - Complexity: O(layers + modules with a demand).
  public var decodePeakBytes: Int {
    let step = memory.shape?.forward(work, new: 1).bytes ?? 0
    let states = memory.states?.layers.reduce(0) { $0 +| $1.decodeBytes(work) } ?? 0
    return states +| windowLengthBytes +| inputBytes +| step
  }

  private var windowLengthBytes: Int { memory.states?.windowLengthBytes ?? 0 }

  /// The most that a module needs while it runs.
  ///
  /// - Complexity: O(modules with a demand).
  public var transientBytes: Int { demands.map(\.transient).max() ?? 0 }

  /// What windows leave behind at the end of a prefill, over all layers.
  ///
  /// - Complexity: O(modules with a demand).
  public var leftoverBytes: Int { demands.reduce(0) { $0 +| $1.leftover } }

  /// Every figure with its formula and confidence, for reports.
  ///
  /// - Complexity: O(layers + modules with a demand).
  public var figures: [(name: String, figure: Figure)] {
    guard let states = memory.states else { return [] }
    var figures: [(name: String, figure: Figure)] = [
      (
        "kv cache and state",
        Figure(cacheBytes, states.formulas.joined(separator: " + "), states.confidence(work))
      )
    ]
    if let shape = memory.shape {
      let new = max(1, min(work.context, prefill ?? work.context))
      figures.append(("transient of the running layer", shape.forward(work, new: new)))
      if memory.head != nil { figures.append(("logits", shape.logits(work, new: new))) }
      if memory.embedding != nil { figures.append(("ids and mask", shape.inputs(work))) }
    }
    if let images = work.images, let tower = memory.tower {
      figures.append(("vision tower", tower.transient(work, images)))
    }
    if leftoverBytes > 0 {
      figures.append(
        ("left by windows after a prefill", Figure(leftoverBytes, "B (S - held) n_kv (d_k + d_v) e", .exact)))
    }
    figures.append((Self.reserveName, Figure(reserve, reserveParts.formula, .default)))
    return figures
  }
}

extension RunningMemory {
  /// Remarks about what runs.
  package var notes: [Note] {
    positionNotes + imageNotes
  }

  private var imageNotes: [Note] {
    guard let images = work.images else { return [] }
    guard let tower = memory.tower else {
      return [Note(.warning, code: "no-tower", "the model has no tower that reads images: they count for nothing")]
    }
    let tokens = tower.tokens(images)
    guard tokens > work.context else { return [] }
    return [
      Note(
        .warning, code: "images-beyond-context",
        "\(images.count) images take \(ByteText.tokens(tokens)), more than the context of \(work.context)")
    ]
  }

  private var positionNotes: [Note] {
    guard let positions = memory.positions, work.context > positions else { return [] }
    return [
      Note(
        .warning, code: "beyond-positions",
        "a context of \(ByteText.tokens(work.context)) is more than the \(positions) positions that the model was made for"
      )
    ]
  }

  /// What is offered of a device, with the reserve of an accelerator.
  package func budget(of offer: DeviceBudget) -> DeviceBudget {
    guard offer.device.isAccelerator else { return offer }
    return DeviceBudget(offer.device, bytes: offer.limit, reserve: offer.reserve +| reserve)
  }
}
