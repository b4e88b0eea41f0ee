/// `device-map architectures`: what the catalog knows.
struct ArchitecturesCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    let listing = ArchitectureListing(try ModelInput.catalog(arguments, environment))
    let name = arguments.positionals.first
    if arguments.has("json") {
      guard let json = listing.json(name) else { throw Self.unknown(name ?? "", in: listing) }
      output.result.append(json)
    } else if let name {
      guard let entry = listing.entry(name) else { throw Self.unknown(name, in: listing) }
      output.show(entry)
    } else {
      output.show(listing.text(width: environment.resultWidth))
    }
    try output.deliver(arguments)
  }

  private static func unknown(_ name: String, in listing: ArchitectureListing) -> UsageError {
    .unknownArchitecture(name, suggestion: Suggestion.nearest(to: name, among: listing.names))
  }
}
