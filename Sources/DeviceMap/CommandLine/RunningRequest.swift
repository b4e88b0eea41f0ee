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
  /// Tokens of a prompt that are read at a time; nil for all of them.
  let prefill: Int?
  /// Images of each sequence; nil without `--images`.
  let images: VisionTower.Images?

  /// Options that mean nothing without `--context`.
  private static let dependent = [
    "batch", "kv-dtype", "attention", "padded", "all-logits", "sampling", "source", "prefill", "images", "image-size",
  ]

  init(_ arguments: Arguments, needsContext: Bool = true) throws {
    context = try arguments.tokens("context")
    batch = try arguments.integer("batch", atLeast: 1) ?? 1
    attention = try Self.attention(arguments)
    isPadded = arguments.has("padded")
    keepsAllLogits = arguments.has("all-logits")
    sampling = try arguments.choice("sampling", default: .greedy)
    source = try arguments.tokens("source")
    prefill = try arguments.tokens("prefill")
    images = try Self.images(arguments)
    cacheType = try Self.cacheType(arguments)
    reserve = try Self.reserve(arguments)
    training = try TrainingRequest(arguments)
    let isTraining = training != nil
    if needsContext, context == nil, !isTraining, let option = Self.dependent.first(where: { arguments.has($0) }) {
      throw UsageError.idleOption("--" + option, without: "--context TOKENS")
    }
  }

  private static func images(_ arguments: Arguments) throws -> VisionTower.Images? {
    guard let count = try arguments.integer("images", atLeast: 1) else {
      if arguments.has("image-size") { throw UsageError.idleOption("--image-size", without: "--images N") }
      return nil
    }
    guard let text = arguments.value("image-size") else { return VisionTower.Images(count: count) }
    let sides = text.split { $0 == "x" || $0 == "X" }.map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], (1..<1 << 16).contains(width),
      (1..<1 << 16).contains(height)
    else { throw arguments.invalid("image-size", expected: .form("width and height in pixels, as 1024x768")) }
    return VisionTower.Images(count: count, size: VisionTower.Size(width: width, height: height))
  }

  private static func reserve(_ arguments: Arguments) throws -> Int? {
    guard let text = arguments.value("reserve") else { return nil }
    if let bytes = SizeText.bareBytes(text), (1..<SizeText.leastBareBytesOfModels).contains(bytes) {
      throw arguments.invalid("reserve", expected: .form("a size with its unit, as 500MiB (500B for bytes)"))
    }
    return try SizeText.size(text, of: "--reserve").bytes
  }

  /// The kernel, also by the names that transformers and others give it.
  private static func attention(_ arguments: Arguments) throws -> AttentionKernel {
    switch arguments.word("attention")?.replacing("-", with: "_") {
    case "flash_attention_2", "flash_attention_3", "flash_attention", "flash_attn", "flash2", "fa2", "fa3": .flash
    default: try arguments.choice("attention", default: .sdpa)
    }
  }

  private static func cacheType(_ arguments: Arguments) throws -> CacheType? {
    guard let name = arguments.word("kv-dtype"), name != "auto" else { return nil }
    guard let type = CacheType(rawValue: DTypeText.ofCaches[name] ?? DTypeText.spelledOut(name)) else {
      throw arguments.invalid("kv-dtype", expected: .oneOf(["auto"] + CacheType.allCases.map(\.rawValue)))
    }
    return type
  }

  /// The workload on a model.
  private func workload(_ memory: ModelMemory, context: Int) -> Workload {
    var work = memory.workload(context: context)
    if let source { (work.source, work.sourceFollowsContext) = (source, false) }
    (work.batch, work.cacheType, work.attention) = (batch, cacheType, attention)
    work.isPadded = isPadded
    work.keepsAllLogits = keepsAllLogits
    work.sampling = sampling
    work.images = images
    return work
  }

  /// What running the model adds to its modules; nil when nothing was asked for.
  ///
  /// - Parameter needsContext: something grows, so that a context of one token counts where none is given.
  func running(on tree: ModuleTree, needsContext: Bool = false) throws -> RunningMemory? {
    guard context != nil || needsContext || reserve ?? 0 > 0 else { return nil }
    return try running(ModelMemory(tree), on: tree, needsContext: needsContext)
  }

  /// What running the model adds to its modules, with what is known of the model.
  func running(_ memory: ModelMemory, on tree: ModuleTree, needsContext: Bool = false) throws -> RunningMemory? {
    // A batch of images has no length.
    let needsContext = needsContext || training != nil && memory.states == nil
    if training != nil, context == nil, !needsContext { throw UsageError.trainingWithoutContext }
    guard context != nil || needsContext || reserve ?? 0 > 0 else { return nil }
    guard let context = context ?? (needsContext ? 1 : nil) else {
      return RunningMemory(keepingFree: reserve ?? 0, of: memory)
    }
    let work = workload(memory, context: context)
    guard let states = try training?.states(of: tree, memory) else {
      return RunningMemory(memory, work, reserve: reserve, prefill: prefill)
    }
    return RunningMemory(memory, work, training: states, reserve: reserve)
  }
}

extension Arguments {
  /// What an engine has to be told of what was asked for of running.
  func runningToLoad() throws -> ModelLoading.Running {
    let request = try RunningRequest(self, needsContext: false)
    var running = ModelLoading.Running()
    running.context = request.context
    running.batch = try integer("batch", atLeast: 1)
    running.cacheType = request.cacheType?.rawValue
    running.utilization = value("utilization")
    return running
  }
}
