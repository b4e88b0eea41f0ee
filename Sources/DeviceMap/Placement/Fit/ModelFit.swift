/// Whether a model fits devices at a context, how much is missing, and what would be enough.
///
/// It is the optimal policy with a workload: the answer holds the plan, and its figures are those of the plan's ledger.
///
///     let model = try ModuleTree(Checkpoint(at: "Qwen2.5-7B-Instruct"))
///     let fit = try ModelFit(model)
///     fit.on([DeviceBudget(.mps, bytes: GPUModel.macWorkingSet(ram: 48 << 30))], Workload(context: 32_768)).fits
public struct ModelFit: Sendable {
  /// What running the model takes besides weights; `memory.unknown` says why only weights count.
  public let memory: ModelMemory
  /// Bytes of all parameters and buffers as loaded, a shared storage once.
  public let weightBytes: Int
  /// What is not packed of them by dtype, in the order of ``DType``.
  public let weightsByDType: [(dtype: DType, bytes: Int)]
  /// What packed weights take with their scales, by the name of their format; nil where nothing is packed.
  public let packedWeights: (format: String, bytes: Int)?
  /// Bytes kept free on each accelerator when something runs; nil for what is usual.
  public var reserve: Int?
  /// Tokens of a prompt that are read at a time; nil for all of them.
  public var prefill: Int?
  /// Whether devices may take their stretches of the model in any order; else in the order of the list.
  public var anyOrder = false
  /// Makes every question one about this training; nil for inference.
  public var training: TrainingStates?
  let tree: ModuleTree
  private let sizes: ModuleSizes
  private let options: PlacementOptions

  /// - Parameters:
  ///   - tree: the model.
  ///   - options: dtypes and classes that are not cut; what runs is said with each question.
  /// - Throws: ``PlacementError`` when the sizes overflow.
  /// - Complexity: O(modules + tensors).
  public init(_ tree: ModuleTree, options: PlacementOptions = PlacementOptions()) throws(PlacementError) {
    try self.init(tree, options: options, memory: ModelMemory(tree))
  }

  /// The same model in another dtype, on a tree of its own.
  ///
  /// - Throws: ``PlacementError`` when the sizes overflow.
  /// - Complexity: O(modules + tensors).
  package init(_ tree: ModuleTree, options: PlacementOptions, like other: ModelFit) throws(PlacementError) {
    try self.init(tree, options: options, memory: other.memory.like(tree, of: other.tree))
    (training, reserve, prefill, anyOrder) = (other.training, other.reserve, other.prefill, other.anyOrder)
  }

  private init(_ tree: ModuleTree, options: PlacementOptions, memory: ModelMemory) throws(PlacementError) {
    var plain = options
    plain.running = nil
    self.options = plain
    sizes = try ModuleSizes(tree, engine: .transformers, options: plain, counting: .loaded)
    self.tree = tree
    self.memory = memory
    weightBytes = (sizes.totalBits + 7) / 8
    var bits = [Int](repeating: 0, count: DType.allCases.count)
    var packed = 0
    for (index, tensor) in tree.tensors.enumerated() where !sizes.isCountedElsewhere(index) {
      if tree.quantization != nil, tensor.unpackedBits >= 0 {
        packed += sizes.bits(ofTensor: index)
        continue
      }
      let dtype = tensor.isKeptInFloat32 && tensor.storedBits < 0 ? DType.f32 : tensor.dtype
      bits[Int(dtype.rawValue)] += sizes.bits(ofTensor: index)
    }
    packedWeights = packed > 0 ? (tree.quantization?.format.name ?? "", (packed + 7) / 8) : nil
    weightsByDType = DType.allCases.compactMap { dtype in
      let bits = bits[Int(dtype.rawValue)]
      return bits > 0 ? (dtype, (bits + 7) / 8) : nil
    }
  }

  /// Elements of all parameters, a shared storage once.
  ///
  /// - Complexity: O(tensors).
  public var parameters: Int { tree.parameterCount }

  /// Elements of the parameters that a token passes through: of experts its own alone.
  ///
  /// - Complexity: O(modules + tensors).
  public var activeParameters: Int { max(0, tree.parameterCount - TokenReads(tree, weights: sizes).inactiveElements) }

  /// What runs with a workload: inference, or the training; nil for weights alone.
  ///
  /// - Complexity: O(layers), in a training O(modules).
  public func running(_ work: Workload?) -> RunningMemory? {
    guard let work else { return nil }
    if let training { return RunningMemory(memory, work, training: training, reserve: reserve) }
    return RunningMemory(memory, work, reserve: reserve, prefill: prefill)
  }

  /// Fits the model on the devices of the list, as the optimal policy does: on the accelerators if they hold it, else
  /// with as little as possible on the cpu. It does not fit when something is left for the disk.
  ///
  /// - Parameters:
  ///   - devices: limits in bytes, in the order in which devices are filled.
  ///   - work: nil for weights alone, without a reserve.
  /// - Complexity: as ``OptimalPolicy``.
  public func on(_ devices: [DeviceBudget], _ work: Workload? = nil) -> FitAnswer {
    on(devices, running: running(work))
  }

  /// Fits the model with what runs on the devices of the list.
  ///
  /// - Complexity: as ``OptimalPolicy``.
  public func on(_ devices: [DeviceBudget], running: RunningMemory?) -> FitAnswer {
    do throws(PlacementError) {
      let task = try task(devices, running)
      let plan = try plan(task)
      let isOnDisk = plan.ledger[.disk].map { $0.weights > 0 } ?? false
      let allowsDisk = training == nil && devices.contains { $0.device == .disk }
      let errors = plan.ledger.errors
      let hasRoom = errors.allSatisfy(\.isOfUnknown) && (allowsDisk || !isOnDisk)
      return FitAnswer(
        plan: plan, hasRoom: hasRoom, isKnown: !errors.contains(where: \.isOfUnknown),
        missing: hasRoom ? 0 : missing(task, plan))
    } catch {
      return FitAnswer(plan: nil, hasRoom: false, missing: weightBytes)
    }
  }

  func task(_ devices: [DeviceBudget], _ running: RunningMemory?) throws(PlacementError) -> PlacementTask {
    var options = options
    options.running = running
    return try PlacementTask(tree, budgets: devices, options: options)
  }

  private func plan(_ task: PlacementTask) throws(PlacementError) -> Plan {
    let policy = OptimalPolicy(anyOrder: anyOrder)
    return try PlanBuilder(task, policy.place(task)).plan(policy: policy.name, notes: [])
  }

  /// The least number of bytes more on one device with which everything fits.
  private func missing(_ task: PlacementTask, _ plan: Plan) -> Int {
    var least = (try? Feasibility(task))?.missingBytes().map(\.bytes) ?? []
    let isHostRefused = plan.ledger.errors.contains { if case .hostRefused = $0 { true } else { false } }
    let trained = TrainingStates.devices(of: task.devices.map(\.device))
    let cpuCounts = training == nil || trained.contains(.cpu)
    if !isHostRefused, cpuCounts, task.devices.contains(where: { $0.device == .cpu }) {
      let excess = plan.ledger.accounts.reduce(0) { $0 +| max(0, -($1.free ?? 0)) }
      least.append(excess +| (plan.ledger[.disk]?.weights ?? 0))
    }
    return max(1, least.min() ?? weightBytes)
  }
}

/// Whether a model fits, and the plan that says so.
public struct FitAnswer: Sendable {
  /// The optimal plan; nil when none can be made.
  public let plan: Plan?
  /// Whether everything that is known has room, and nothing is left for the disk.
  public let hasRoom: Bool
  /// Whether all is known that running takes, or the training; else nobody can say that it fits.
  public var isKnown = true
  /// Whether everything has room: `hasRoom`, of a model of which all is known.
  public var fits: Bool { hasRoom && isKnown }
  /// The least number of bytes more on one device with which it would have room; 0 when it has.
  public let missing: Int

  /// What every device carries.
  ///
  /// - Complexity: O(devices).
  public var accounts: [DeviceAccount] { plan?.ledger.accounts.filter { $0.device != .disk || $0.weights > 0 } ?? [] }

  /// Bytes of weights on the cpu or disk while there are accelerators.
  ///
  /// - Complexity: O(devices).
  public var offloadedBytes: Int { plan?.ledger.offloadedBytes ?? 0 }

  /// Whether something is on an accelerator, where any is offered.
  func usesAccelerators(of devices: [DeviceBudget]) -> Bool {
    !devices.contains(where: \.device.isAccelerator) || accounts.contains { $0.device.isAccelerator && $0.weights > 0 }
  }

  /// The device with the least room left, among those in use.
  ///
  /// - Complexity: O(devices).
  public var binding: Device? {
    accounts.filter { $0.weights > 0 && $0.free != nil }.min { $0.free ?? 0 < $1.free ?? 0 }?.device
  }
}
