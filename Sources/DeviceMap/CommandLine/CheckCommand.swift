/// `device-map check`: a device_map against a checkpoint.
struct CheckCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    let path = arguments.positionals[1]
    let bytes = try environment.read(path, limit: DeviceMapFile.mostBytes)
    let map = try DeviceMapFile(bytes, path: ProgramEnvironment.title(of: path))
    let limits = PlanRequest.namesDevices(arguments) ? try PlanRequest.maxMemory(arguments, environment) : [:]
    let running = try RunningRequest(arguments)
    let input = try ModelInput(arguments, environment)
    var options = try TensorRequest(arguments).options(on: input.tree)
    options.noSplitClasses = PlanRequest.noSplitClasses(arguments)
    options.running = try running.running(on: input.tree)
    let notes = input.tree.notes + limits.notes + (options.running?.notes ?? [])
    let check = try MapCheck(map.entries, tree: input.tree, budgets: limits.budgets(), options: options)
    if arguments.has("json") {
      output.result.append(check.json(notes: notes))
    } else {
      output.show(check.text(width: environment.resultWidth))
    }
    output.say(notes)
    output.status = check.isValid ? 0 : 1
    try output.deliver(arguments)
  }
}
