/// `device-map plan`: the device_map of a checkpoint.
struct PlanCommand {
  private let arguments: Arguments
  private let environment: ProgramEnvironment

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) {
    self.arguments = arguments
    self.environment = environment
  }

  func run(_ output: inout ProgramOutput) throws {
    if ParallelRequest.isMeant(arguments) { return try ParallelCommand(arguments, environment).run(&output) }
    if arguments.has("export") { return try ExportCommand(arguments, environment).run(&output) }
    let request = try PlanRequest(arguments, environment)
    if let pipeline = try ModelInput.pipeline(arguments) { return try plan(pipeline, request, &output) }
    let input = try ModelInput(arguments, environment)
    if arguments.has("compare") { return try compare(request, input, &output) }
    var plan = try request.plan(input.tree)
    try RefusedHost(plan, request)?.fail()
    if let better = request.betterPlan(than: plan) { plan.notes.append(Note(code: "better-plan", better)) }
    try deliver(plan, source: input.snapshot, &output)
  }

  /// The map or the whole plan, its notes, and its pictures.
  private func deliver(_ plan: Plan, source: HubSnapshot? = nil, _ output: inout ProgramOutput) throws {
    output.result.append(arguments.has("json") ? plan.json(source: source) : plan.deviceMapJSON())
    output.result.append(byte: UInt8(ascii: "\n"))
    output.say(plan.notes)
    try report(plan, &output)
    try output.deliver(arguments)
  }

  /// Whole components on devices, as diffusers places them.
  private func plan(_ pipeline: ModuleTree, _ request: PlanRequest, _ output: inout ProgramOutput) throws {
    if arguments.has("policy"), arguments.value("policy") != "balanced" {
      throw arguments.invalid("policy", expected: .oneOf(["balanced"]))
    }
    try deliver(try request.plan(pipeline, with: PipelinePolicy()), &output)
  }

  /// All policies on the same input, side by side.
  private func compare(_ request: PlanRequest, _ input: ModelInput, _ output: inout ProgramOutput) throws {
    var rows: [PolicyFigures] = []
    for policy in try request.alternatives(arguments) {
      rows.append(
        PolicyFigures(try request.plan(input.tree, with: policy), speeds: request.speeds, range: request.speedRange))
    }
    let comparison = PolicyComparison(rows)
    if arguments.has("json") {
      output.result.append(comparison.json())
    } else {
      output.show(comparison.text(width: environment.resultWidth))
    }
    output.say(input.tree.notes)
    try output.deliver(arguments)
  }

  private func report(_ plan: Plan, _ output: inout ProgramOutput) throws {
    if arguments.has("report") {
      output.say(drawing: plan.report(width: environment.screenWidth ?? 100, isColored: environment.isColored))
    }
    guard arguments.has("svg") || arguments.has("html") else { return }
    let name = ModelName.of(arguments.positionals[0])
    let kept = InputFiles.identities(arguments)
    if let path = arguments.value("svg") { try Files.write(Array(plan.svg(name: name).utf8), to: path, keeping: kept) }
    if let path = arguments.value("html") {
      try Files.write(Array(plan.html(name: name).utf8), to: path, keeping: kept)
    }
  }
}
