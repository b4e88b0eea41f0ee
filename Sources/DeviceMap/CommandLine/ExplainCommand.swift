/// `device-map explain`: why a plan is as it is.
struct ExplainCommand {
  private let arguments: Arguments
  private let environment: ProgramEnvironment

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) {
    self.arguments = arguments
    self.environment = environment
  }

  func run(_ output: inout ProgramOutput) throws {
    let request = try PlanRequest(arguments, environment)
    let input = try ModelInput(arguments, environment)
    let plan = try request.plan(input.tree)
    let explanation = Explanation(plan)
    let sentences: [String]
    if arguments.positionals.count > 1 {
      let path = arguments.positionals[1]
      guard let decisions = explanation.decisions(about: path) else {
        let paths = PathWalk(input.tree).paths()
        throw UsageError.unknownModule(path, suggestion: Suggestion.nearest(to: path, among: paths))
      }
      sentences = decisions
    } else {
      sentences = explanation.boundaries() + (try remedies(plan, request, input))
    }
    for sentence in sentences { output.show(sentence.printable + "\n") }
    output.say(plan.notes)
  }

  /// Why something is offloaded, and what would change it; nothing when nothing is.
  private func remedies(_ plan: Plan, _ request: PlanRequest, _ input: ModelInput) throws -> [String] {
    guard plan.usage.loads.contains(where: { !$0.device.isAccelerator && $0.weights > 0 }) else { return [] }
    guard plan.usage.loads.contains(where: { $0.device.isAccelerator }) else { return [] }
    let remedies = Remedies(try feasibility(plan.tree, request))
    var dtypes: [(name: String, fits: Bool)] = []
    for name in ["bfloat16", "float8_e4m3fn", "int4"] {
      guard let dtype = LoadingDType(named: name), let tree = try? input.tree(dtype: dtype) else {
        continue
      }
      dtypes.append((name, try feasibility(tree, request).fits))
    }
    return remedies.proof() + remedies.ways(dtypes: dtypes)
  }

  private func feasibility(_ tree: ModuleTree, _ request: PlanRequest) throws -> Feasibility {
    let options = try request.options(on: tree)
    let task = try PlacementTask(tree, engine: request.engine, maxMemory: request.maxMemory, options: options)
    return try Feasibility(task)
  }
}
