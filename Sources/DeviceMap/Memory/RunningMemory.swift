/// What running a model adds to the weights of its modules, for one workload.
public struct RunningMemory: Sendable {
  /// What one module adds to its device.
  public struct Load: Hashable, Sendable {
    /// Index of the module in its tree.
    public var module: Int
    /// Bytes that stay between tokens: cache, recurrent state.
    public var held: Int
    /// Bytes needed only while the module runs; a device needs the largest of its modules' once.
    public var transient: Int
    /// Bytes that stay from a prefill until the next token: what lies before a window.
    public var leftover: Int
    /// Bytes of activations that are handed to the next module.
    public var output: Int
  }

  public let work: Workload
  /// In the order of the modules.
  public let loads: [Load]
  /// Bytes kept free on each GPU.
  public let reserve: Int
  /// What is known of the model; its `unknown` says why only weights count.
  public let memory: ModelMemory

  /// The default of `reserve`: the context of CUDA and its libraries (peers take 250 MiB to 1 GiB).
  public static let defaultReserve = 500 << 20

  /// The loads of `work`.
  ///
  /// The whole context is read in one prefill, as transformers does; `prefill` is the number of tokens that are read
  /// at a time by engines that cut it into pieces.
  ///
  /// - Complexity: O(layers).
  public init(
    _ memory: ModelMemory, _ work: Workload, reserve: Int = RunningMemory.defaultReserve, prefill: Int? = nil
  ) {
    self.memory = memory
    self.work = work
    self.reserve = max(0, reserve)
    guard let states = memory.states else {
      loads = []
      return
    }
    let new = max(1, min(work.context, prefill ?? work.context))
    let transient = memory.shape.map { $0.layer(work, new: new).bytes } ?? 0
    let output = memory.shape.map { $0.boundary(work, new: new).bytes } ?? 0
    var loads: [Load] = []
    if let module = memory.embedding, let shape = memory.shape {
      loads.append(Load(module: module, held: shape.inputs(work).bytes, transient: 0, leftover: 0, output: output))
    }
    for (module, state) in zip(memory.layers, states.layers) {
      let held = state.heldBytes(work)
      let leftover = prefill == nil ? state.prefillBytes(work) - held : 0
      if loads.last?.module == module {
        loads[loads.count - 1].held = loads[loads.count - 1].held +| held
        loads[loads.count - 1].leftover = loads[loads.count - 1].leftover +| leftover
      } else {
        loads.append(Load(module: module, held: held, transient: transient, leftover: leftover, output: output))
      }
    }
    if let module = memory.head, let shape = memory.shape {
      loads.append(Load(module: module, held: 0, transient: shape.logits(work).bytes, leftover: 0, output: 0))
    }
    self.loads = loads
  }

  /// Nothing but bytes that are kept free on each GPU.
  public init(keepingFree reserve: Int, of memory: ModelMemory) {
    self.memory = memory
    self.reserve = max(0, reserve)
    work = Workload(context: 0)
    loads = []
  }

  /// Bytes of cache and state of all layers.
  public var cacheBytes: Int { memory.states?.heldBytes(work) ?? 0 }

  /// Bytes of token ids and masks.
  public var inputBytes: Int { memory.embedding == nil ? 0 : memory.shape?.inputs(work).bytes ?? 0 }

  /// The most that a module needs while it runs.
  public var transientBytes: Int { loads.map(\.transient).max() ?? 0 }

  /// What windows leave behind at the end of a prefill, over all layers.
  public var leftoverBytes: Int { loads.reduce(0) { $0 +| $1.leftover } }

  /// Every figure with its formula and confidence, for reports.
  public var figures: [(name: String, figure: Figure)] {
    guard let states = memory.states else { return [] }
    var figures: [(name: String, figure: Figure)] = [
      (
        "kv cache and state",
        Figure(cacheBytes, states.formulas.joined(separator: " + "), states.confidence(work))
      )
    ]
    if let shape = memory.shape {
      let forward = shape.forward(work, new: max(1, work.context))
      figures.append(("transient of the running layer", forward))
      if memory.head != nil { figures.append(("logits", shape.logits(work))) }
      if memory.embedding != nil { figures.append(("ids and mask", shape.inputs(work))) }
    }
    if leftoverBytes > 0 {
      figures.append(
        ("left by windows after a prefill", Figure(leftoverBytes, "B (S - held) n_kv (d_k + d_v) e", .exact)))
    }
    figures.append(("reserve on each GPU", Figure(reserve, "convention", .default)))
    return figures
  }
}

extension RunningMemory {
  /// A budget without what an accelerator must keep free: the reserve, and room for the module that runs.
  package func keepingFree(_ budget: DeviceBudget) -> DeviceBudget {
    guard budget.device.isAccelerator, let bytes = budget.bytes else { return budget }
    let kept = reserve +| transientBytes
    return DeviceBudget(
      budget.device, bytes: max(0, bytes - min(bytes, kept)), reserve: budget.reserve +| kept)
  }
}
