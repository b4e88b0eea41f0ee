/// `device-map check`: a device_map against a checkpoint.
struct CheckCommand {
  private let arguments: Arguments
  private let environment: ProgramEnvironment

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) {
    self.arguments = arguments
    self.environment = environment
  }

  func run(_ output: inout ProgramOutput) throws {
    let path = arguments.positionals[1]
    let bytes = try Files.read(path)
    let map = try DeviceMapFile(bytes, path: path)
    var budgets: [(device: Device, bytes: Int?)] = []
    if PlanRequest.namesDevices(arguments) {
      let maxMemory = try PlanRequest.maxMemory(arguments, environment)
      budgets = try maxMemory.budgets()
        .map { ($0.device, $0.bytes) }
    }
    let input = try ModelInput(arguments, environment)
    let sizes = try ModuleSizes(input.tree, engine: .transformers)
    let check = MapCheck(map: map.entries, tree: input.tree, sizes: sizes, budgets: budgets)
    if arguments.has("json") {
      output.result.append(check.json(notes: input.tree.notes))
    } else {
      output.show(check.text())
    }
    output.say(input.tree.notes)
    output.status = check.isValid ? 0 : 1
    try output.deliver(arguments)
  }
}
