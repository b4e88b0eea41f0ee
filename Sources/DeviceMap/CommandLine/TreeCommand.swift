/// `device-map tree`: the modules in order, of one checkpoint or of several.
struct TreeCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    let depth = try arguments.integer("depth", atLeast: 0)
    if arguments.positionals.count > 1 { return try runEach(&output) }
    let input = try ModelInput(arguments, environment)
    let listing = try TreeListing(input.tree)
    if arguments.has("json") {
      output.result = listing.json()
    } else {
      output.show(listing.text(depth: depth ?? .max, width: environment.resultWidth))
    }
    output.say(input.tree.notes)
    try output.deliver(arguments)
  }

  /// Several checkpoints: an object for each, in their order; of one that cannot be read it says why, and the others are
  /// printed all the same.
  private func runEach(_ output: inout ProgramOutput) throws {
    guard arguments.has("json") else {
      throw UsageError.surplusPositional(arguments.positionals[1], command: arguments.command.name)
    }
    for place in arguments.positionals.indices {
      do {
        let input = try ModelInput(arguments.alone(place), environment)
        output.result.append(try TreeListing(input.tree).json())
      } catch {
        output.result.append(Self.json(of: error))
        output.status = 2
      }
    }
    try output.deliver(arguments)
  }

  private static func json(of error: any Error) -> OutputBuffer {
    var writer = JSONWriter()
    writer.object {
      $0.key("error")
      $0.string("\(error)")
    }
    var line = writer.output
    line.append("\n")
    return line
  }
}
