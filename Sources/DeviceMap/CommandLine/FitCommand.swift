/// `device-map fit`: what a model needs, and whether it fits.
struct FitCommand {
  private let arguments: Arguments
  private let environment: ProgramEnvironment

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) {
    self.arguments = arguments
    self.environment = environment
  }

  func run(_ output: inout ProgramOutput) throws {
    let training = try TrainingRequest(arguments)
    let request = try FitRequest(arguments, environment)
    let input = try ModelInput(arguments, environment)
    var fit = try ModelFit(input.tree)
    fit.reserve = request.running.reserve
    var report = FitReport(
      fit: fit, work: request.running.workload(fit.memory), devices: request.devices, kinds: request.kinds,
      offers: request.offers,
      training: try training?.memory(of: input.tree, fit.memory, request.running))
    report.trainingByDevice =
      try training?.byDevice(report.answer?.uses ?? [], input.tree, fit.memory, request.running) ?? []
    report.notes = input.tree.notes + request.notes + report.notes
    if arguments.has("json") { output.result.append(report.json()) } else { output.show(report.text()) }
    output.say(report.notes)
    if !report.isYes { output.status = 1 }
    try output.deliver(arguments)
  }
}

/// Training as the command line asks for it.
struct TrainingRequest {
  private let options: TrainingMemory.Options
  private let frozen: [ModulePattern]

  /// Nil without `--train`.
  init?(_ arguments: Arguments) throws {
    guard arguments.has("train") else {
      if let option = ["mixed-precision", "checkpointing", "frozen"].first(where: { arguments.has($0) }) {
        throw UsageError.idleOption("--" + option, without: "--train OPTIMIZER")
      }
      return nil
    }
    let optimizer = try arguments.choice("train", default: Optimizer.adamw)
    let precision: TrainingMemory.Precision
    switch arguments.value("mixed-precision") {
    case nil, "no": precision = .plain
    case "fp16", "bf16": precision = .autocast
    case "master-weights": precision = .masterWeights
    default:
      throw arguments.invalid("mixed-precision", expected: .oneOf(["no", "fp16", "bf16", "master-weights"]))
    }
    options = TrainingMemory.Options(optimizer, precision: precision, checkpointing: arguments.has("checkpointing"))
    var patterns: [ModulePattern] = []
    for text in arguments.values("frozen") {
      patterns.append(try ModulePattern(text))
    }
    frozen = patterns
  }

  /// The share of each device in a split of the model.
  func byDevice(
    _ uses: [ModelFit.Use], _ tree: ModuleTree, _ memory: ModelMemory, _ running: RunningRequest
  ) throws -> [(device: Device, memory: TrainingMemory)] {
    var result: [(device: Device, memory: TrainingMemory)] = []
    let lastModule = uses.compactMap { $0.last.flatMap { tree.module(at: $0) } }.max()
    for use in uses {
      guard let first = use.first.flatMap({ tree.module(at: $0) }), let last = use.last.flatMap({ tree.module(at: $0) })
      else { continue }
      let tensors = tree.allTensors(of: first).lowerBound..<tree.allTensors(of: last).upperBound
      let layers = memory.layers.count { first <= $0 && $0 <= last }
      let share = try self.memory(
        of: tree, memory, running, tensors: tensors, layers: layers, hasLoss: last == lastModule)
      result.append((use.device, share))
    }
    return result
  }

  func memory(
    of tree: ModuleTree, _ memory: ModelMemory, _ running: RunningRequest, tensors: Range<Int>? = nil,
    layers: Int? = nil, hasLoss: Bool = true
  ) throws -> TrainingMemory {
    guard let work = running.workload(memory) else {
      throw UsageError.trainingWithoutContext
    }
    let frozenTensors = try frozenTensors(of: tree)
    return TrainingMemory(
      tree, memory: memory, work, options, tensors: tensors, layers: layers, hasLoss: hasLoss
    ) { frozenTensors.contains($0) }
  }

  /// Paths of the tensors in the modules that the patterns match.
  private func frozenTensors(of tree: ModuleTree) throws -> Set<String> {
    var paths: Set<String> = []
    for pattern in frozen {
      let modules = pattern.moduleIndices(in: tree)
      if modules.isEmpty { throw UsageError.matchesNoModule(option: "--frozen", pattern.text) }
      for module in modules {
        for tensor in tree.allTensors(of: module) { paths.insert(tree.path(ofTensor: tensor)) }
      }
    }
    return paths
  }
}
