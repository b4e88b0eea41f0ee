/// `device-map plan`: the device_map of a checkpoint.
struct PlanCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    try checkExport()
    if ParallelRequest.isMeant(arguments) {
      return try ParallelCommand(arguments: arguments, environment: environment).run(&output)
    }
    if arguments.has("export") { return try ExportCommand(arguments: arguments, environment: environment).run(&output) }
    let request = try PlanRequest(arguments, environment)
    if let found = try ModelInput.pipeline(arguments) { return try plan(found, request, &output) }
    let input: ModelInput
    do {
      input = try ModelInput(arguments, environment)
    } catch let error as HubError where error.isOfPipeline {
      guard let found = try ModelInput.hubPipeline(arguments, environment) else { throw error }
      return try plan(found, request, &output)
    }
    if arguments.has("compare") {
      if let other = ["svg", "html", "report"].first(where: { arguments.has($0) }) {
        throw UsageError.contradiction("--compare", "--" + other)
      }
      return try compare(request, input, &output)
    }
    var plan = try request.plan(input.tree)
    if let refused = RefusedHost(plan, request) { plan.notes.append(refused.note) }
    if let better = request.betterPlan(than: plan) { plan.notes.append(Note(code: "better-plan", better)) }
    plan.source = input.snapshot?.source
    try deliver(plan, &output)
  }

  /// - Throws: ``UsageError`` for what is printed or drawn of a plan instead of a text for an engine, and for the name of a
  ///   model without such a text.
  private func checkExport() throws(UsageError) {
    guard let engine = arguments.value("export") else {
      if arguments.has("as") { throw .idleOption("--as", without: "--export ENGINE") }
      return
    }
    for other in ["compare", "json", "report", "svg", "html"] where arguments.has(other) {
      throw .contradiction("--export \(engine)", "--" + other)
    }
  }

  /// The map or the whole plan, its notes, and its pictures.
  private func deliver(_ plan: Plan, _ output: inout ProgramOutput) throws {
    output.result.append(arguments.has("json") ? plan.json() : plan.deviceMapJSON())
    output.result.append(byte: UInt8(ascii: "\n"))
    output.say(plan.notes)
    if !plan.ledger.errors.isEmpty { output.status = 1 }
    if arguments.has("report") {
      output.say(drawing: plan.report(width: environment.screenWidth ?? 100, isColored: environment.isColored))
    }
    try output.deliver(arguments)
    try draw(plan, &output)
  }

  /// Whole components on devices, as diffusers places them.
  private func plan(_ pipeline: ModelInput.Pipeline, _ request: PlanRequest, _ output: inout ProgramOutput) throws {
    if arguments.has("policy"), arguments.word("policy") != "balanced" {
      throw arguments.invalid("policy", expected: .oneOf(["balanced"]))
    }
    if arguments.has("compare") { throw UsageError.onePolicy }
    // What fits no GPU is on the cpu, whatever the limits say: diffusers knows no disk.
    var limits = request.maxMemory
    if !limits.limits.contains(where: { $0.device == .cpu }) { limits.append(.cpu, .unlimited) }
    var plan = try request.plan(pipeline.tree, with: PipelinePolicy(), maxMemory: limits)
    plan.source = pipeline.source
    try deliver(plan, &output)
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

  /// Writes the drawings; one that goes to stdout stands there instead of the map.
  private func draw(_ plan: Plan, _ output: inout ProgramOutput) throws {
    let name = ModelName.of(arguments.positionals[0])
    let drawings = [("svg", { plan.svg(name: name) }), ("html", { plan.html(name: name) })]
    for (option, text) in drawings {
      guard let path = arguments.value(option) else { continue }
      if path == ProgramEnvironment.stream {
        output.result = OutputBuffer()
        output.result.append(text())
      } else {
        try Files.write(Array(text().utf8), to: path, keeping: InputFiles.identities(arguments))
      }
    }
  }
}
