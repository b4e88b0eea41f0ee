/// Ranks, stages and machines, as the command line asks for them.
struct ParallelRequest {
  let layout: ParallelLayout
  /// Bytes of each GPU, the ranks of a stage one after the other; nil when no devices are named.
  let gpus: [Int]?
  let machines: ServingMachines
  let engine: ParallelEngine
  let budget: ServingBudget
  let cacheType: CacheType?
  let context: Int?
  /// Bytes per second of a GPU of each stage; nil where the layers are chosen by what they cache.
  let rates: [Int]?

  private static let objectives = [
    StageCertificate.Objective.maxTokens.rawValue, StageCertificate.Objective.stageTime.rawValue,
  ]

  /// Whether the words ask for ranks or stages.
  static func isMeant(_ arguments: Arguments) -> Bool {
    ["tp", "pp", "ep", "nodes", "layers", "utilization"].contains { arguments.has($0) }
      || objectives.contains(arguments.word("objective") ?? "")
      || arguments.command.name == "fit" && (arguments.has("engine") || arguments.has("objective"))
  }

  /// What counts for ranks and stages beside what says which model it is.
  private static let heeded: Set<String> = [
    "max-memory", "gpu", "nodes", "tp", "pp", "ep", "layers", "utilization", "engine", "objective", "bandwidth",
    "context",
    "kv-dtype", "reserve", "release", "architecture", "dtype", "adapter", "catalog", "headers-only", "revision", "file",
    "offline", "refresh", "export", "to", "as", "json", "output",
  ]

  /// - Throws: ``UsageError`` for an option that would say nothing.
  static func checkOptions(_ arguments: Arguments) throws(UsageError) {
    for option in arguments.command.options where arguments.has(option.name) && !heeded.contains(option.name) {
      throw .notOfRanks("--" + option.name)
    }
    if arguments.has("bandwidth"), arguments.word("objective") != "stage-time" {
      throw .idleOption("--bandwidth", without: "--objective stage-time")
    }
  }

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) throws {
    engine = try Self.engine(arguments)
    if let objective = arguments.word("objective"), !Self.objectives.contains(objective) {
      throw arguments.invalid("objective", expected: .oneOf(Self.objectives))
    }
    var machines: (gpus: [Int], each: Int)?
    var named = ServingMachines()
    if let text = arguments.value("nodes") {
      if PlanRequest.namesDevices(arguments) { throw UsageError.contradiction("--nodes", "--gpu or --max-memory") }
      machines = try Self.machines(text)
      named.each = machines?.each
    } else if PlanRequest.namesDevices(arguments) {
      let gpus = try PlanRequest.maxMemory(arguments, environment).budgets().filter(\.device.isAccelerator)
      machines = (gpus.map { $0.limit ?? Int.max }, gpus.count)
      let numbers = gpus.compactMap { if case .gpu(let id) = $0.device { id } else { nil } }
      if numbers.count == gpus.count { named.gpus = numbers }
    }
    let layers = try arguments.value("layers").map { try Self.counts($0) }
    let tensor = try arguments.integer("tp", atLeast: 1) ?? (arguments.has("nodes") ? machines?.each ?? 1 : 1)
    if let each = machines?.each, arguments.has("nodes"), each % tensor != 0 {
      throw Refusal("--tp \(tensor) does not divide the \(each) GPUs of a node; ranks that share layers stay in one")
    }
    let all = machines.map { max(1, $0.gpus.count / tensor) }
    let stages = try arguments.integer("pp", atLeast: 1) ?? layers?.count ?? Self.stages(arguments, all)
    let layout = ParallelLayout(
      tensor: tensor, stages: stages, keepsExpertsWhole: arguments.has("ep"), stageLayers: layers)
    self.layout = layout
    gpus = machines.map { Array($0.gpus.prefix(layout.deviceCount)) }
    named.gpus = named.gpus.map { Array($0.prefix(layout.deviceCount)) }
    self.machines = named
    let running = try RunningRequest(arguments, needsContext: false)
    budget = ServingBudget(engine, utilization: try Self.utilization(arguments), reserve: running.reserve)
    (context, cacheType) = (running.context, running.cacheType)
    rates = arguments.word("objective") == "stage-time" ? try Self.rates(arguments, layout) : nil
  }

  /// The speeds of the GPUs, of each stage the slowest.
  private static func rates(_ arguments: Arguments, _ layout: ParallelLayout) throws -> [Int] {
    let own = try arguments.value("nodes").flatMap { try GPURequest(kind: Self.kind($0)).model }
    let speeds = try OptimalRequest.speeds(arguments)
    return try (0..<layout.stages).map { stage in
      let first = stage * layout.tensor
      let rates = try (first..<first + layout.tensor).map { gpu in
        guard let rate = speeds?.bandwidth[.gpu(gpu)] ?? own.map({ Int($0.bytesPerSecond) }) else {
          throw UsageError.speedUnknown(gpu: gpu)
        }
        return rate
      }
      return rates.min() ?? 1
    }
  }

  private static func kind(_ nodes: String) -> String { factors(nodes).dropFirst(2).joined() }

  /// Nodes, GPUs of each, and the size or the kind of one.
  private static func factors(_ nodes: String) -> [String] {
    nodes.split(maxSplits: 2) { GPURequest.timesSigns.contains($0) }.map { trimmed($0) }
  }

  /// All GPUs are used where machines are named or nobody says how many ranks share a layer.
  private static func stages(_ arguments: Arguments, _ all: Int?) -> Int {
    arguments.has("nodes") || !arguments.has("tp") ? all ?? 1 : 1
  }

  /// The engine whose rules count: that of `--engine` or of the export, else vLLM.
  static func engine(_ arguments: Arguments) throws -> ParallelEngine {
    let target = arguments.command.name == "fit" ? nil : arguments.word("to") ?? arguments.word("export")
    let own = target.flatMap { ParallelEngine(rawValue: $0) }
    let engine = try arguments.choice("engine", default: own ?? .vllm)
    if let own, own != engine {
      throw UsageError.contradiction("--engine \(engine.rawValue)", "--export \(own.rawValue)")
    }
    return engine
  }

  /// `2x4x80GiB`: nodes, GPUs of each, and the size or the kind of a GPU.
  private static func machines(_ text: String) throws -> (gpus: [Int], each: Int) {
    let parts = factors(text)
    guard parts.count == 3, let nodes = Int(parts[0]), let each = Int(parts[1]), nodes > 0, each > 0,
      nodes <= MaxMemory.mostGPUs, each <= MaxMemory.mostGPUs, nodes * each <= MaxMemory.mostGPUs
    else {
      throw UsageError.invalidValue(
        option: "--nodes", value: text, expected: .form("nodes x GPUs x size, as 2x4x80GiB or 2x8xH100"))
    }
    return (Array(repeating: try GPURequest(kind: parts[2]).bytes, count: nodes * each), each)
  }

  private static func counts(_ text: String) throws -> [Int] {
    let counts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int(trimmed(String($0))) ?? 0 }
    guard counts.allSatisfy({ $0 > 0 }) else {
      throw UsageError.invalidValue(
        option: "--layers", value: text, expected: .form("layers of each stage, as 18,22,22,18"))
    }
    return counts
  }

  private static func utilization(_ arguments: Arguments) throws -> Double? {
    guard let text = arguments.value("utilization") else { return nil }
    guard let share = Double(text), share > 0, share <= 1 else {
      throw arguments.invalid("utilization", expected: .form("a share of the GPU above 0 and at most 1, as 0.92"))
    }
    return share
  }

  /// The shares with the layers that cache most; without devices as the engine cuts.
  func plan(_ tree: ModuleTree, keeping: Bool = true) throws(ParallelError) -> ServingPlan {
    var plan = try planned(tree, keeping: keeping)
    plan.machines = machines
    return plan
  }

  private func planned(_ tree: ModuleTree, keeping: Bool) throws(ParallelError) -> ServingPlan {
    guard let gpus else {
      return try ServingPlan(
        tree, layout, engine: engine, gpus: Array(repeating: .max, count: layout.deviceCount), cacheType: cacheType,
        keepsEngineLayers: true, rates: rates, context: context)
    }
    return try ServingPlan(
      tree, layout, engine: engine, gpus: gpus.map { budget.bytes(of: $0, layout, keeping: keeping) },
      cacheType: cacheType, keepsEngineLayers: engine == .transformers, rates: rates,
      context: context)
  }
}
