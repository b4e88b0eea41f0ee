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
  private let specialDTypes: [(ModulePattern, ElementWidth)]

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) throws {
    let name = arguments.value("policy") ?? "auto"
    if name == "optimal" {
      policy = try OptimalRequest.policy(arguments)
    } else if let reference = ReferencePolicy(named: name) {
      if let option = OptimalRequest.ignoredOption(arguments), !arguments.has("compare") {
        throw UsageError.optionOfOtherPolicy("--" + option, policy: name)
      }
      policy = reference
    } else {
      let names = ["auto", "balanced", "balanced_low_0", "sequential", "optimal"]
      throw arguments.invalid("policy", expected: .oneOf(names))
    }
    engine = try arguments.choice("engine", default: .transformers)
    maxMemory = try Self.maxMemory(arguments, environment)
    options = try Self.options(arguments)
    running = try RunningRequest(arguments)
    specialDTypes = try Self.specialDTypes(arguments)
    speeds = try OptimalRequest.speeds(arguments)
  }

  func plan(_ tree: ModuleTree) throws -> Plan { try plan(tree, with: policy) }

  func plan(_ tree: ModuleTree, with policy: any PlacementPolicy) throws -> Plan {
    let (policy, options) = growing(policy, try options(on: tree), on: tree)
    return try tree.plan(policy, maxMemory: maxMemory, engine: engine, options: options)
  }

  /// A policy that looks for the longest context is told what grows with it, instead of what one context takes.
  private func growing(
    _ policy: any PlacementPolicy, _ options: PlacementOptions, on tree: ModuleTree
  ) -> (any PlacementPolicy, PlacementOptions) {
    guard var optimal = policy as? OptimalPolicy, optimal.objective == .context, optimal.loads == nil else {
      return (policy, options)
    }
    let memory = ModelMemory(tree)
    guard memory.states != nil else { return (policy, options) }
    optimal.loads = PlacementLoads(memory, running.workload(memory) ?? running.workload(memory, context: 1))
    var options = options
    options.running = RunningMemory(keepingFree: running.reserve, of: memory)
    return (optimal, options)
  }

  /// The options with what running the model takes, and with the dtypes of single tensors.
  func options(on tree: ModuleTree) throws -> PlacementOptions {
    var options = options
    options.running = running.running(on: tree)
    for (pattern, width) in specialDTypes {
      let tensors = pattern.tensors(in: tree)
      guard !tensors.isEmpty else { throw UsageError.matchesNothing(option: "--special-dtype", pattern.text) }
      for tensor in tensors { options.specialDTypes[tree.path(ofTensor: tensor)] = width }
    }
    return options
  }

  /// `PATTERN=DTYPE`, in the order given; a later one wins.
  private static func specialDTypes(_ arguments: Arguments) throws -> [(ModulePattern, ElementWidth)] {
    var result: [(ModulePattern, ElementWidth)] = []
    for text in arguments.values("special-dtype") {
      let form = UsageError.Expectation.form("PATTERN=DTYPE, as lm_head=float32")
      guard let equals = text.lastIndex(of: "="),
        let width = ElementWidth(named: String(text[text.index(after: equals)...]))
      else { throw UsageError.invalidValue(option: "--special-dtype", value: text, expected: form) }
      let pattern = String(text[..<equals])
      result.append((try ModulePattern(pattern), width))
    }
    return result
  }

  /// The policies of `--compare`: the references', and the optimal one as the options ask for it.
  func alternatives(_ arguments: Arguments) throws -> [any PlacementPolicy] {
    let references: [ReferencePolicy] = [.auto, .balancedLow0, .sequential]
    return references + [try OptimalRequest.policy(arguments)]
  }

  /// What the optimal policy would do better than a reference policy did, in one sentence; nil if nothing worth saying.
  func betterPlan(than plan: Plan) -> String? {
    guard policy is ReferencePolicy,
      let best = try? self.plan(plan.tree, with: OptimalPolicy.optimal)
    else { return nil }
    return PolicyComparison.Row(plan).advantage(of: PolicyComparison.Row(best))
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
    if arguments.has("no-split") {
      let names = arguments.list("no-split")
      options.noSplitClasses = names == ["none"] ? [] : names
    }
    options.offloadBuffers = arguments.has("offload-buffers")
    options.fallbackAllocation = arguments.has("fallback-allocation")
    return options
  }
}
