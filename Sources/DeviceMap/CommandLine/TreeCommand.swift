/// `device-map tree`: the modules in order.
struct TreeCommand {
  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run(_ output: inout ProgramOutput) throws(Failure) {
    let depth = try Program.attempt { () throws(UsageError) in try arguments.integer("depth", atLeast: 0) }
    let input = try ModelInput(arguments)
    let listing = try Program.attempt { () throws(PlacementError) in try TreeListing(input.tree) }
    output.result = arguments.has("json") ? listing.json() : listing.text(depth: depth ?? .max)
    output.say(input.notes)
    try output.deliver(arguments)
  }
}
