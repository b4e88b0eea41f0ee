/// Policy, engine, budgets and options, as the command line asks for them.
struct PlanRequest {
  let policy: any PlacementPolicy
  let engine: Engine
  let maxMemory: MaxMemory
  let options: PlacementOptions
  /// What `--context` and `--reserve` ask for.
  let running: RunningRequest
  /// What `--bandwidth` and `--link` say; nil when they are not given.
  let speeds: DeviceSpeeds?
  /// The speeds of the GPUs that `--gpu` names, at best and at worst; nil when it names none by kind.
  let speedRange: SpeedRange?
  private let tensors: TensorRequest

  /// The names that `--policy` takes.
  static let policyNames = ["auto", "balanced", "balanced_low_0", "sequential", "optimal"]

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) throws {
    let name = arguments.word("policy")?.replacing("-", with: "_") ?? "auto"
    if name == "optimal" {
      policy = try OptimalRequest.policy(arguments)
    } else if let reference = ReferencePolicy(named: name) {
      if let option = OptimalRequest.ignoredOption(arguments), !arguments.has("compare") {
        throw UsageError.optionOfOtherPolicy("--" + option, policy: name)
      }
      policy = reference
    } else {
      throw arguments.invalid("policy", expected: .oneOf(Self.policyNames))
    }
    engine = try Self.engine(arguments)
    maxMemory = try Self.maxMemory(arguments, environment)
    options = try Self.options(arguments)
    running = try RunningRequest(arguments)
    tensors = try TensorRequest(arguments)
    speeds = try OptimalRequest.speeds(arguments)
    speedRange = try GPURequest.speeds(arguments)
  }

  /// The engine of `--engine`; transformers is that of the release.
  private static func engine(_ arguments: Arguments) throws -> Engine {
    let engine: Engine
    do throws(UsageError) {
      engine = try arguments.choice("engine", default: .transformers)
    } catch {
      guard arguments.command.option(named: "tp") != nil else { throw error }
      throw arguments.invalid(
        "engine",
        expected: .oneOfOr(
          Engine.allCases.map(\.rawValue), others: ParallelEngine.allCases.map(\.rawValue),
          with: "--tp, --pp or --nodes"))
    }
    guard engine == .transformers, let release = try ModelInput.release(arguments) else { return engine }
    return Engine(release)
  }

  func plan(_ tree: ModuleTree) throws -> Plan { try plan(tree, with: policy) }

  func plan(_ tree: ModuleTree, with policy: any PlacementPolicy) throws -> Plan {
    try plan(tree, with: policy, maxMemory: maxMemory)
  }

  /// The plan with other limits.
  func plan(_ tree: ModuleTree, maxMemory: MaxMemory) throws -> Plan {
    try plan(tree, with: policy, maxMemory: maxMemory)
  }

  func plan(_ tree: ModuleTree, with policy: any PlacementPolicy, maxMemory: MaxMemory) throws -> Plan {
    var plan = try tree.plan(policy, maxMemory: maxMemory, engine: engine, options: options(on: tree, for: policy))
    let isOffloaded = plan.ledger.findings.contains {
      if case .trainingOffloaded = $0 { true } else { false }
    }
    if isOffloaded {
      plan.notes.append(Note(code: "training-missing", "fit with the same options says how much is missing"))
    }
    return plan
  }

  /// The options with what running the model takes, and with the dtypes of single tensors.
  func options(on tree: ModuleTree, for policy: any PlacementPolicy) throws -> PlacementOptions {
    var options = try tensors.options(on: tree, options)
    let grows = (policy as? OptimalPolicy)?.objective == .context
    options.running = try running.running(on: tree, needsContext: grows)
    return options
  }

  /// The policies of `--compare`: the references', and the optimal one as the options ask for it.
  func alternatives(_ arguments: Arguments) throws -> [any PlacementPolicy] {
    let references: [ReferencePolicy] = [.auto, .balancedLow0, .sequential]
    return references + [try OptimalRequest.policy(arguments)]
  }

  /// What the optimal policy would do better than a reference policy did, in one sentence; nil if nothing worth saying.
  ///
  /// Nothing is said where hardly anything is offloaded, nor of models with more blocks than any has: the second plan
  /// takes as long as the first, or far longer.
  func betterPlan(than plan: Plan) -> String? {
    let tree = plan.tree
    let weights = plan.ledger.accounts.reduce(0) { $0 +| $1.weights }
    let classes = Set(tree.noSplitClasses.compactMap { tree.symbols.find($0) })
    guard policy is ReferencePolicy, plan.ledger.offloadedBytes > weights / 100,
      tree.allowsTrials,
      tree.records.count(where: { classes.contains($0.className) }) <= 4096,
      let best = try? self.plan(plan.tree, with: OptimalPolicy.optimal)
    else { return nil }
    return PolicyFigures(plan).advantage(of: PolicyFigures(best))
  }

  /// Whether the command line says which devices there are.
  static func namesDevices(_ arguments: Arguments) -> Bool { arguments.has("max-memory") || arguments.has("gpu") }

  /// The limits of `--gpu` and `--max-memory`; those of this machine when there are none.
  static func maxMemory(_ arguments: Arguments, _ environment: ProgramEnvironment) throws -> MaxMemory {
    guard namesDevices(arguments) else { return environment.devices().maxMemory }
    var all = MaxMemory(try GPURequest.limits(arguments))
    all.append(contentsOf: try writtenLimits(arguments))
    return all
  }

  /// The limits of `--max-memory` alone.
  static func writtenLimits(_ arguments: Arguments) throws -> MaxMemory {
    var all = MaxMemory([])
    for text in arguments.values("max-memory") { all.append(contentsOf: try LimitsText.limits(text)) }
    return all
  }

  private static func options(_ arguments: Arguments) throws -> PlacementOptions {
    var options = PlacementOptions()
    options.noSplitClasses = noSplitClasses(arguments)
    options.offloadBuffers = arguments.has("offload-buffers")
    options.fallbackAllocation = arguments.has("fallback-allocation")
    return options
  }

  /// The classes of `--no-split`; nil for the known ones.
  static func noSplitClasses(_ arguments: Arguments) -> [String]? {
    guard arguments.has("no-split") else { return nil }
    let names = arguments.list("no-split")
    return names == ["none"] ? [] : names
  }
}
