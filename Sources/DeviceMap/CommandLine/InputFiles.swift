/// The files that a command reads: what its output must not take the place of.
enum InputFiles {
  /// - Parameter arguments: whose words name files and directories. O(files in them).
  static func identities(_ arguments: Arguments) -> Set<FileIdentity> {
    var found: Set<FileIdentity> = []
    for path in arguments.inputPaths {
      if let identity = try? Files.identity(of: path) { found.insert(identity) }
    }
    guard let checkpoint = arguments.positionals.first else { return found }
    let isDirectory = (try? Files.kind(of: checkpoint)) == .directory
    let directory = isDirectory ? checkpoint : Files.directory(of: checkpoint)
    for name in (try? Files.list(directory.isEmpty ? "." : directory)) ?? [] where CheckpointFiles.reads(name) {
      if let identity = try? Files.identity(of: Files.join(directory, name)) { found.insert(identity) }
    }
    return found
  }
}
