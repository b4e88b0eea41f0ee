/// `device-map architectures`: what the catalog knows.
struct ArchitecturesCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    let listing = ArchitectureListing(try ModelInput.catalog(arguments, environment))
    guard let name = arguments.positionals.first else {
      return output.show(listing.text(width: environment.resultWidth))
    }
    guard let entry = listing.entry(name) else {
      let suggestion = Suggestion.nearest(to: name, among: listing.names)
      throw UsageError.unknownArchitecture(name, suggestion: suggestion)
    }
    output.show(entry)
  }
}
