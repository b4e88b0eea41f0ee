/// `device-map tree`: the modules in order.
struct TreeCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    let depth = try arguments.integer("depth", atLeast: 0)
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
}
