/// The command `device-map`: words in, bytes and a status out. It touches files, but neither stdout nor the machine.
package enum Program {
  /// The version of the package.
  package static let version = "0.1.0"

  /// Runs one command.
  ///
  /// - Parameter words: the arguments without the program's name.
  package static func run(_ words: [String], _ environment: ProgramEnvironment) -> ProgramOutput {
    var output = ProgramOutput()
    do throws(Failure) {
      try dispatch(words, environment, &output)
    } catch {
      // A result that was begun is not a result: only messages remain.
      output.result = OutputBuffer()
      output.say("device-map: error: " + error.message)
      output.status = error.status
    }
    return output
  }

  private static func dispatch(
    _ words: [String], _ environment: ProgramEnvironment, _ output: inout ProgramOutput
  ) throws(Failure) {
    guard let name = words.first else { throw Failure(UsageError.missingCommand) }
    let rest = Array(words.dropFirst())
    switch name {
    case "--version": return output.result.append("device-map \(version)\n")
    case "--help", "-h": return output.result.append(Help.program(CommandSpec.all, version: version))
    default: break
    }
    guard let command = CommandSpec.all.first(where: { $0.name == name }) else {
      let names = CommandSpec.all.map(\.name)
      throw Failure(UsageError.unknownCommand(name, suggestion: Suggestion.nearest(to: name, among: names)))
    }
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      return output.result.append(Help.command(command))
    }
    let arguments = try attempt { () throws(UsageError) in try Arguments(rest, for: command) }
    try run(arguments, environment, &output)
  }

  private static func run(
    _ arguments: Arguments, _ environment: ProgramEnvironment, _ output: inout ProgramOutput
  ) throws(Failure) {
    switch arguments.command.name {
    case "help": try showHelp(arguments, &output)
    case "plan": try PlanCommand(arguments, environment).run(&output)
    case "tree": try TreeCommand(arguments).run(&output)
    case "architectures": try ArchitecturesCommand(arguments).run(&output)
    case "benchmark": try BenchmarkCommand(arguments).run(&output)
    case "check": try CheckCommand(arguments, environment).run(&output)
    case "devices": try DevicesCommand(arguments, environment).run(&output)
    case "fit": try FitCommand(arguments, environment).run(&output)
    case "explain": try ExplainCommand(arguments, environment).run(&output)
    default: throw Failure("'\(arguments.command.name)' is not available")
    }
  }

  private static func showHelp(_ arguments: Arguments, _ output: inout ProgramOutput) throws(Failure) {
    guard let name = arguments.positionals.first else {
      return output.result.append(Help.program(CommandSpec.all, version: version))
    }
    guard let command = CommandSpec.all.first(where: { $0.name == name }) else {
      let names = CommandSpec.all.map(\.name)
      throw Failure(UsageError.unknownCommand(name, suggestion: Suggestion.nearest(to: name, among: names)))
    }
    output.result.append(Help.command(command))
  }

  /// Runs `body` and turns its typed error into what the program says.
  package static func attempt<Value, Problem: Error & CustomStringConvertible>(
    _ body: () throws(Problem) -> Value
  ) throws(Failure) -> Value {
    do throws(Problem) {
      return try body()
    } catch {
      throw Failure(error)
    }
  }
}

/// Why a command ends without a result.
package struct Failure: Error, Sendable {
  /// 1: the answer is no. 2: bad input or usage.
  package var status: Int32
  package var message: String

  package init(_ message: String, status: Int32 = 2) {
    self.message = message
    self.status = status
  }

  package init(_ error: some Error & CustomStringConvertible) {
    self.init(error.description)
  }
}

/// What a command wrote.
package struct ProgramOutput: Sendable {
  /// For stdout: the result and nothing else.
  package var result = OutputBuffer()
  /// For stderr: notes, warnings, tables.
  package var messages = OutputBuffer()
  package var status: Int32 = 0

  /// Adds a line to the messages.
  package mutating func say(_ line: String) {
    messages.append(line)
    messages.append(byte: UInt8(ascii: "\n"))
  }

  /// Adds notes to the messages, one line each.
  package mutating func say(_ notes: [Note]) {
    for note in notes { say("device-map: \(note.severity.rawValue): \(note.text)") }
  }

  /// Writes the result to the file of `--output`, if there is one, instead of stdout.
  package mutating func deliver(_ arguments: Arguments) throws(Failure) {
    guard let path = arguments.value("output") else { return }
    let bytes = result.bytes
    try Program.attempt { () throws(FileError) in try Files.write(bytes, to: path) }
    result = OutputBuffer()
  }
}
