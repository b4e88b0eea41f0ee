/// Context, batch and what goes with them, as the command line asks for it.
struct RunningRequest {
  /// Nil without `--context`: then weights alone count, and `--reserve` where it is given.
  let context: Int?
  let batch: Int
  let cacheType: CacheType?
  let attention: AttentionKernel
  /// What `--reserve` says; nil for the default.
  let reserve: Int?
  let training: TrainingRequest?
  let isPadded: Bool
  let keepsAllLogits: Bool
  let sampling: Sampling
  /// Tokens of the encoder's input; nil for the model's default.
  let source: Int?

  /// Options that mean nothing without `--context`.
  private static let dependent = [
    "batch", "kv-dtype", "attention", "padded", "all-logits", "sampling", "source",
  ]

  init(_ arguments: Arguments, needsContext: Bool = true) throws {
    context = try arguments.tokens("context")
    batch = try arguments.integer("batch", atLeast: 1) ?? 1
    attention = try arguments.choice("attention", default: .sdpa)
    isPadded = arguments.has("padded")
    keepsAllLogits = arguments.has("all-logits")
    sampling = try arguments.choice("sampling", default: .greedy)
    source = try arguments.integer("source", atLeast: 1)
    cacheType = try Self.cacheType(arguments)
    reserve = try Self.reserve(arguments)
    training = try TrainingRequest(arguments)
    if training != nil, context == nil { throw UsageError.trainingWithoutContext }
    if needsContext, context == nil, let option = Self.dependent.first(where: { arguments.has($0) }) {
      throw UsageError.idleOption("--" + option, without: "--context TOKENS")
    }
  }

  private static func reserve(_ arguments: Arguments) throws -> Int? {
    guard let text = arguments.value("reserve") else { return nil }
    if let bytes = SizeText.bareBytes(text), (1..<SizeText.leastBareBytesOfModels).contains(bytes) {
      throw arguments.invalid("reserve", expected: .form("a size with its unit, as 500MiB (500B for bytes)"))
    }
    return try MemorySize(parsing: SizeText.spelledOut(text)).bytes
  }

  private static func cacheType(_ arguments: Arguments) throws -> CacheType? {
    guard let name = arguments.value("kv-dtype"), name != "auto" else { return nil }
    guard let type = CacheType(rawValue: name) else {
      throw arguments.invalid("kv-dtype", expected: .oneOf(["auto"] + CacheType.allCases.map(\.rawValue)))
    }
    return type
  }

  /// The workload on a model.
  private func workload(_ memory: ModelMemory, context: Int) -> Workload {
    var work = Workload(
      context: context, batch: batch, source: source ?? memory.defaultSource(context: context), cacheType: cacheType,
      dtype: memory.dtype, attention: attention)
    work.isPadded = isPadded
    work.keepsAllLogits = keepsAllLogits
    work.sampling = sampling
    return work
  }

  /// What running the model adds to its modules; nil when nothing was asked for.
  ///
  /// - Parameter needsContext: something grows, so that a context of one token counts where none is given.
  func running(on tree: ModuleTree, needsContext: Bool = false) throws -> RunningMemory? {
    guard context != nil || needsContext || reserve ?? 0 > 0 else { return nil }
    return try running(ModelMemory(tree), on: tree, needsContext: needsContext)
  }

  private func running(_ memory: ModelMemory, on tree: ModuleTree, needsContext: Bool) throws -> RunningMemory {
    guard let context = context ?? (needsContext ? 1 : nil) else {
      return RunningMemory(keepingFree: reserve ?? 0, of: memory)
    }
    let work = workload(memory, context: context)
    let reserve = reserve ?? RunningMemory.defaultReserve
    guard let states = try training?.states(of: tree, memory) else {
      return RunningMemory(memory, work, reserve: reserve)
    }
    return RunningMemory(memory, work, training: states, reserve: reserve)
  }
}
