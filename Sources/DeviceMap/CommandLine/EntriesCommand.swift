/// `device-map entries`: the lines of the catalog that make the modules of a model.
struct EntriesCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    let source = try CheckpointSource(arguments, environment)
    let options = try ModelInput.treeOptions(arguments, environment)
    let listing = try EntryListing(source.checkpoint.config, options: options)
    output.result = listing.json(try attempts())
  }

  /// The lines `UNIT.CLASS MODULE` of `--try`; without a module the model itself is meant.
  private func attempts() throws -> [EntryListing.Attempt] {
    guard let path = arguments.value("try") else { return [] }
    let text = String(decoding: try environment.read(path, limit: Catalog.mostBytesOfFile), as: UTF8.self)
    return text.split(separator: "\n").map { line in
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      return EntryListing.Attempt(path: words.count == 2 ? words[1] : "", entry: words[0])
    }
  }
}
