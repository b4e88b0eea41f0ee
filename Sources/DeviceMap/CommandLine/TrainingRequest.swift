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

  /// What training keeps for the tensors of a model.
  func states(of tree: ModuleTree, _ memory: ModelMemory) throws -> TrainingStates {
    let frozenTensors = try frozenTensors(of: tree)
    return TrainingStates(tree, memory: memory, options) { frozenTensors.contains($0) }
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
