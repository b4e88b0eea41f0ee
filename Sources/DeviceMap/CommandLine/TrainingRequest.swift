/// Training as the command line asks for it.
struct TrainingRequest {
  private let options: TrainingMemory.Options
  private let frozen: [ModulePattern]
  /// The rank of low-rank adapters and the modules that they go to; nil without `--lora`.
  private let adapter: (rank: Int, pattern: ModulePattern?)?
  /// What `--adapter` names, which is trained alone.
  private let storedAdapter: Adapter?

  /// Nil without `--train`.
  init?(_ arguments: Arguments) throws {
    guard arguments.has("train") else {
      if let option = ["mixed-precision", "checkpointing", "frozen", "lora"].first(where: { arguments.has($0) }) {
        throw UsageError.idleOption("--" + option, without: "--train OPTIMIZER")
      }
      return nil
    }
    let optimizer = try arguments.choice("train", default: Optimizer.adamw)
    let precision: TrainingMemory.Precision
    switch arguments.word("mixed-precision") {
    case nil, "no": precision = .plain
    case "fp16", "bf16", "float16", "bfloat16": precision = .autocast
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
    adapter = try Self.adapter(arguments)
    storedAdapter = try ModelInput.adapter(arguments)
  }

  /// `R` or `R:PATTERN`.
  private static func adapter(_ arguments: Arguments) throws -> (rank: Int, pattern: ModulePattern?)? {
    guard let text = arguments.value("lora") else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let rank = parts.first.flatMap({ Int($0) }), (1...65536).contains(rank) else {
      throw arguments.invalid("lora", expected: .form("a rank, as 16, or a rank and the modules, as 16:*.q_proj"))
    }
    return (rank, parts.count == 2 ? try ModulePattern(parts[1]) : nil)
  }

  /// The linear layers that get an adapter: those of the pattern, else all within the layers of the model.
  private func adapter(on tree: ModuleTree, _ memory: ModelMemory) throws -> LowRankAdapter? {
    guard let adapter else { return nil }
    var modules: Set<Int> = []
    let roots = try adapter.pattern.map { pattern in
      let found = pattern.moduleIndices(in: tree)
      if found.isEmpty { throw UsageError.matchesNoModule(option: "--lora", pattern.text) }
      return found
    }
    for root in roots ?? memory.layers {
      for module in root..<tree.end(of: root)
      where tree.isLeaf(module) && LowRankAdapter.suits(tree.className(of: module)) {
        modules.insert(module)
      }
    }
    return LowRankAdapter(rank: adapter.rank, modules: modules)
  }

  /// What training keeps for the tensors of a model.
  func states(of tree: ModuleTree, _ memory: ModelMemory) throws -> TrainingStates {
    let frozenTensors = try frozenTensors(of: tree)
    return TrainingStates(tree, memory: memory, options, adapter: try adapter(on: tree, memory)) {
      frozenTensors.contains($0)
    }
  }

  /// Paths of the tensors in the modules that the patterns match.
  private func frozenTensors(of tree: ModuleTree) throws -> Set<String> {
    var paths: Set<String> = []
    if let own = storedAdapter?.paths(in: tree) {
      for tensor in tree.tensors.indices {
        let path = tree.path(ofTensor: tensor)
        if !own.contains(path) { paths.insert(path) }
      }
    }
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
