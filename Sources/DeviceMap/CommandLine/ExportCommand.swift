/// `device-map export`: a plan in the words of an engine.
struct ExportCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    let option = arguments.command.name == "plan" ? "export" : "to"
    guard arguments.has(option) else {
      throw UsageError.missingPositional("--to ENGINE", command: "export")
    }
    let target = try arguments.choice(option, default: ExportTarget.transformers, offered: ExportTarget.offered)
    if ParallelRequest.isMeant(arguments) {
      return try ParallelCommand(arguments: arguments, environment: environment).run(&output)
    }
    let (model, modelNotes) = try arguments.modelToLoad(by: target)
    let request = try PlanRequest(arguments, environment)
    let tree = try ModelInput(arguments, environment).treeToLoad(by: target)
    let plan = try request.plan(tree)
    try RefusedHost(plan, request)?.fail()
    do {
      output.result.append(try plan.export(to: target, model: model).text)
    } catch {
      throw Refusal(error.description)
    }
    // Whether a map may cut blocks is a question of maps; engines hold the experts apart that the text says.
    let isMap = target == .transformers || target == .accelerate
    let notes = modelNotes + (isMap ? plan.notes : plan.notes.filter { $0.code != "block-cut" })
    output.say(notes)
    if notes.contains(where: { $0.severity == .error }) { output.status = 1 }
    try output.deliver(arguments)
  }
}
