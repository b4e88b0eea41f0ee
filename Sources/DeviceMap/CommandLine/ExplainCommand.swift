/// `device-map explain`: why a plan is as it is.
struct ExplainCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    let request = try PlanRequest(arguments, environment)
    let input = try ModelInput(arguments, environment)
    let plan = try request.plan(input.tree)
    let explanation = Explanation(plan)
    let path = arguments.positionals.dropFirst().first
    if let path, input.tree.module(at: path) == nil {
      let paths = PathWalk(input.tree).paths()
      throw UsageError.unknownModule(path, suggestion: Suggestion.nearest(to: path, among: paths))
    }
    let remedies = path == nil ? try remedies(plan, request, input, &output) : []
    if arguments.has("json") {
      output.result.append(explanation.json(about: path, remedies: remedies) ?? "")
    } else {
      let sentences = path.map { explanation.decisions(about: $0) ?? [] } ?? explanation.boundaries()
      for text in sentences + remedies {
        output.show(text.printable.wrapped(to: environment.resultWidth, hanging: 2) + "\n")
      }
    }
    output.say(plan.notes)
    if !plan.ledger.errors.isEmpty { output.status = 1 }
    try output.deliver(arguments)
  }

  /// Why something is offloaded, and what would change it; nothing when nothing is.
  private func remedies(
    _ plan: Plan, _ request: PlanRequest, _ input: ModelInput, _ output: inout ProgramOutput
  ) throws -> [String] {
    let accelerators = plan.ledger.accounts.map(\.device).filter(\.isAccelerator)
    guard !accelerators.isEmpty, plan.ledger.offloadedBytes > 0 else { return [] }
    let options = try request.options(on: plan.tree, for: request.policy)
    let task = try PlacementTask(plan.tree, engine: request.engine, maxMemory: request.maxMemory, options: options)
    let remedies = Remedies(try Feasibility(task.keepingMargins()))
    // The ways are those of plans that no rule binds.
    if let constraints = (request.policy as? OptimalPolicy)?.constraints, constraints.areStated {
      return remedies.proof()
    }
    guard plan.tree.allowsTrials else {
      output.say([.noTrials])
      return remedies.proof()
    }
    return remedies.proof() + remedies.ways(more: more(plan, request, remedies.least), dtype: dtype(request, input))
  }

  /// The least number of bytes more on one GPU with which the policy offloads nothing; of many GPUs those are tried that
  /// need the fewest.
  private func more(_ plan: Plan, _ request: PlanRequest, _ least: [Remedies.MoreBytes]) -> Remedies.MoreBytes? {
    let trial = PolicyTrial(plan, request)
    let isGood = { (plan: Plan) in plan.ledger.offloadedBytes == 0 }
    for more in least.prefix(16) where trial.plan(adding: more.bytes, to: [more.device]).map(isGood) ?? false {
      return more
    }
    guard let last = least.map(\.device).max() else { return nil }
    return trial.leastBytes(on: [last], isGood).map { Remedies.MoreBytes(device: last, bytes: $0) }
  }

  /// A dtype in which the policy offloads nothing.
  private func dtype(_ request: PlanRequest, _ input: ModelInput) -> String? {
    input.otherDTypes.first { name in
      guard let tree = input.tree(dtypeNamed: name), let plan = try? request.plan(tree) else { return false }
      return plan.ledger.offloadedBytes == 0
    }
  }
}
