/// `device-map architectures`: what the catalog knows.
struct ArchitecturesCommand {
  private let arguments: Arguments

  private let environment: ProgramEnvironment

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) {
    self.arguments = arguments
    self.environment = environment
  }

  func run(_ output: inout ProgramOutput) throws {
    let listing = ArchitectureListing(try ModelInput.catalog(arguments, environment))
    guard let name = arguments.positionals.first else { return output.show(listing.text()) }
    guard let entry = listing.entry(name) else {
      let suggestion = Suggestion.nearest(to: name, among: listing.names)
      throw UsageError.unknownArchitecture(name, suggestion: suggestion)
    }
    output.show(entry)
  }
}
