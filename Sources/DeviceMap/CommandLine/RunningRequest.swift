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

  /// Options that mean nothing without `--context`.
  private static let dependent = ["batch", "kv-dtype", "attention"]

  init(_ arguments: Arguments, needsContext: Bool = true) throws {
    context = try arguments.tokens("context")
    batch = try arguments.integer("batch", atLeast: 1) ?? 1
    attention = try arguments.choice("attention", default: .sdpa)
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
    guard !SizeText.isQuestionable(text) else {
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
    Workload(context: context, batch: batch, cacheType: cacheType, dtype: memory.dtype, attention: attention)
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
