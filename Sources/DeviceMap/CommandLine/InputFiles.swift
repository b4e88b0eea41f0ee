/// The files that a command reads: what its output must not take the place of.
enum InputFiles {
  /// - Parameter arguments: whose words name files and directories. O(files in them).
  static func identities(_ arguments: Arguments) -> Set<FileIdentity> {
    var found: Set<FileIdentity> = []
    for path in arguments.inputPaths {
      if let identity = try? Files.identity(of: path) { found.insert(identity) }
    }
    let names = arguments.command.positionals
    for (place, path) in arguments.positionals.enumerated() {
      if names[min(place, names.count - 1)].contains("CHECKPOINT") { found.formUnion(beside(path)) }
    }
    return found
  }

  /// The files of a checkpoint that are read with the one that names it.
  private static func beside(_ checkpoint: String) -> Set<FileIdentity> {
    let isDirectory = (try? Files.kind(of: checkpoint)) == .directory
    let directory = isDirectory ? checkpoint : Files.directory(of: checkpoint)
    let names = (try? Files.list(directory.isEmpty ? "." : directory)) ?? []
    return Set(
      names.filter(CheckpointFiles.reads).compactMap { try? Files.identity(of: Files.join(directory, $0)) })
  }
}
