/// Context, batch and what goes with them, as the command line asks for it.
struct RunningRequest {
  /// Nil without `--context`: then weights alone count, and `--reserve` where it is given.
  let context: Int?
  let batch: Int
  let cacheType: CacheType?
  let attention: AttentionKernel
  let reserve: Int

  /// Options that mean nothing without `--context`.
  private static let dependent = ["batch", "kv-dtype", "attention"]

  init(_ arguments: Arguments, needsContext: Bool = true) throws {
    context = try arguments.tokens("context")
    batch = try arguments.integer("batch", atLeast: 1) ?? 1
    attention = try arguments.choice("attention", default: .sdpa)
    cacheType = try Self.cacheType(arguments)
    if let text = arguments.value("reserve") {
      guard !SizeText.isQuestionable(text) else {
        throw arguments.invalid("reserve", expected: .form("a size with its unit, as 500MiB (500B for bytes)"))
      }
      reserve = try MemorySize(parsing: SizeText.spelledOut(text)).bytes
    } else {
      reserve = context == nil ? 0 : RunningMemory.defaultReserve
    }
    if needsContext, context == nil, let option = Self.dependent.first(where: { arguments.has($0) }) {
      throw UsageError.idleOption("--" + option, without: "--context TOKENS")
    }
  }

  private static func cacheType(_ arguments: Arguments) throws -> CacheType? {
    guard let name = arguments.value("kv-dtype"), name != "auto" else { return nil }
    guard let type = CacheType(rawValue: name) else {
      throw arguments.invalid("kv-dtype", expected: .oneOf(["auto"] + CacheType.allCases.map(\.rawValue)))
    }
    return type
  }

  /// The workload on a model; nil without a context.
  func workload(_ memory: ModelMemory) -> Workload? {
    context.map { workload(memory, context: $0) }
  }

  /// The workload with another context.
  func workload(_ memory: ModelMemory, context: Int) -> Workload {
    Workload(context: context, batch: batch, cacheType: cacheType, dtype: memory.dtype, attention: attention)
  }

  /// What running the model adds to its modules; nil when nothing was asked for.
  func running(on tree: ModuleTree) -> RunningMemory? {
    guard context != nil || reserve > 0 else { return nil }
    let memory = ModelMemory(tree)
    guard let work = workload(memory) else { return RunningMemory(keepingFree: reserve, of: memory) }
    return RunningMemory(memory, work, reserve: reserve)
  }
}
