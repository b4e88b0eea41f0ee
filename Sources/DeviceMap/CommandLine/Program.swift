/// The command `device-map`: words in, bytes and a status out. It touches files, but neither stdout nor the machine.
package enum Program {
  /// The version of the package.
  package static let version = "0.1.0"

  /// What `--version` prints: the package's version, and the releases of transformers whose models are known.
  package static var versionLine: String {
    let earlier = Release.all.dropFirst().map(\.version).joined(separator: ", ")
    return "device-map \(version), catalog of transformers \(Release.newest.version) (and \(earlier))\n"
  }

  /// Runs one command.
  ///
  /// - Parameter words: the arguments without the program's name.
  package static func run(_ words: [String], _ environment: ProgramEnvironment) -> ProgramOutput {
    var output = ProgramOutput(screenWidth: environment.screenWidth)
    do {
      try dispatch(words, environment, &output)
    } catch {
      // A result that was begun is not a result: only messages remain.
      output.result = OutputBuffer()
      output.say("device-map: error: \(error)")
      output.status = error is Refusal ? 1 : 2
    }
    return output
  }

  private static func dispatch(
    _ words: [String], _ environment: ProgramEnvironment, _ output: inout ProgramOutput
  ) throws {
    guard let name = words.first else { throw UsageError.missingCommand }
    let rest = Array(words.dropFirst())
    switch name {
    case "--version", "-v": return output.result.append(versionLine)
    case "--help", "-h":
      return output.result.append(Help.program(CommandSpec.all, version: version, width: environment.resultWidth))
    default: break
    }
    let command = try command(named: name)
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      return output.result.append(Help.command(command, width: environment.resultWidth))
    }
    let arguments = try Arguments(rest, for: command)
    try run(arguments, environment, &output)
  }

  private static func run(
    _ arguments: Arguments, _ environment: ProgramEnvironment, _ output: inout ProgramOutput
  ) throws {
    try arguments.checkStreams()
    switch arguments.command.name {
    case "help": try showHelp(arguments, environment, &output)
    case "version": output.result.append(versionLine)
    case "plan": try PlanCommand(arguments: arguments, environment: environment).run(&output)
    case "tree": try TreeCommand(arguments: arguments, environment: environment).run(&output)
    case "architectures": try ArchitecturesCommand(arguments: arguments, environment: environment).run(&output)
    case "entries": try EntriesCommand(arguments: arguments, environment: environment).run(&output)
    case "benchmark": try BenchmarkCommand(arguments).run(&output)
    case "check": try CheckCommand(arguments: arguments, environment: environment).run(&output)
    case "completions": output.result.append(try completions(arguments))
    case "man": output.result.append(ManPage.text(CommandSpec.all, version: version))
    case "doctor": try DoctorCommand(arguments: arguments, environment: environment).run(&output)
    case "devices": try DevicesCommand(arguments: arguments, environment: environment).run(&output)
    case "export": try ExportCommand(arguments: arguments, environment: environment).run(&output)
    case "fit": try FitCommand(arguments: arguments, environment: environment).run(&output)
    case "explain": try ExplainCommand(arguments: arguments, environment: environment).run(&output)
    default: throw UsageError.unknownCommand(arguments.command.name, suggestion: nil)
    }
  }

  private static func showHelp(
    _ arguments: Arguments, _ environment: ProgramEnvironment, _ output: inout ProgramOutput
  ) throws {
    let width = environment.resultWidth
    guard let name = arguments.positionals.first else {
      return output.result.append(Help.program(CommandSpec.all, version: version, width: width))
    }
    output.result.append(Help.command(try command(named: name), width: width))
  }

  private static func completions(_ arguments: Arguments) throws -> String {
    let name = arguments.positionals[0]
    guard let shell = Completions(rawValue: name) else {
      let names = Completions.allCases.map(\.rawValue)
      throw UsageError.invalidValue(option: "SHELL", value: name, expected: .oneOf(names))
    }
    return shell.script(CommandSpec.all)
  }

  private static func command(named name: String) throws -> CommandSpec {
    if let command = CommandSpec.all.first(where: { $0.name == name }) { return command }
    throw UsageError.unknownCommand(name, suggestion: Suggestion.nearest(to: name, among: CommandSpec.all.map(\.name)))
  }
}
