extension Files {
  /// Writes `bytes` to the file at `path`: all of them or, where something fails or a signal ends the program, none.
  ///
  /// The bytes go to a new file in the same directory, which nobody else can have made, and which takes the place of
  /// the old one, with its access rights, when all of it is on the disk. A symbolic link of the user's own (or of root)
  /// is followed and stays. What is no regular file (a pipe, a terminal) is written to directly.
  ///
  /// - Parameters:
  ///   - inputs: files that must not be replaced, whatever path leads to them.
  ///   - isAwaited: whether the disk is waited for; without, a machine that loses its power may leave less than all.
  package static func write(
    _ bytes: [UInt8], to path: String, keeping inputs: Set<FileIdentity> = [], isAwaited: Bool = true
  ) throws(FileError) {
    func fail(_ reason: FileError.Reason) -> FileError { FileError(path: path, operation: .write, reason: reason) }
    let (target, old) = try resolve(path)
    if let old {
      if old.kind == .directory { throw fail(.isDirectory) }
      if inputs.contains(old.identity) { throw fail(.isInput) }
      guard old.kind == .regular, !isDescriptor(target) else { return try writeDirectly(bytes, to: path) }
      guard Platform.mayWrite(target) else { throw fail(.permissionDenied) }
    }
    try FileError.wrap(path, .write) { () throws(SystemError) in
      try Platform.holdingSignals { () throws(SystemError) in try replace(target, old, by: bytes, isAwaited) }
    }
  }

  /// Writes all of `bytes` to an open descriptor; returns the error of the system, nil if there was none.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> SystemError? {
    do throws(SystemError) {
      try Platform.writeBytes(bytes, to: descriptor)
      return nil
    } catch {
      return error
    }
  }

  /// Whether the path stands for an open descriptor (`/dev/stdout`), which cannot be replaced.
  private static func isDescriptor(_ path: String) -> Bool {
    path.utf8.starts(with: "/dev/".utf8) || path.utf8.starts(with: "/proc/".utf8)
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(FileError) {
    try FileError.wrap(path, .write) { () throws(SystemError) in
      let descriptor = try Platform.openToWrite(path)
      try finish(descriptor) { () throws(SystemError) in try Platform.writeBytes(bytes, to: descriptor) }
    }
  }

  /// Where the symbolic links at the end of a path lead, and what is there.
  private static func resolve(_ path: String) throws(FileError) -> (target: String, status: FileStatus?) {
    var target = path
    for _ in 0..<32 {
      let status: FileStatus
      do throws(SystemError) {
        status = try Platform.status(of: target, followsLink: isDescriptor(target))
      } catch {
        if error.isAbsence { return (target, nil) }
        throw FileError(path, .write, error)
      }
      guard status.kind == .link else { return (target, status) }
      guard status.owner == Platform.user || status.owner == 0 else { break }
      let link = target
      let next = try FileError.wrap(path, .write) { () throws(SystemError) in try Platform.target(ofLink: link) }
      target = next.utf8.first == UInt8(ascii: "/") ? next : join(directory(of: link), next)
    }
    throw FileError(path: path, operation: .write, reason: .foreignLink)
  }

  /// Puts a file with these bytes in the place of `target`.
  private static func replace(
    _ target: String, _ old: FileStatus?, by bytes: [UInt8], _ isAwaited: Bool
  ) throws(SystemError) {
    let folder = directory(of: target)
    let (temporary, descriptor) = try makeTemporaryFile(in: folder)
    do throws(SystemError) {
      try finish(descriptor) { () throws(SystemError) in
        try Platform.writeBytes(bytes, to: descriptor)
        // What another user gave a file is no wish of this user, but who could not read it shall not do so now.
        let own = old.flatMap { $0.owner == Platform.user ? $0.rights : nil }
        try Platform.giveRights(descriptor, own, limit: old?.rights ?? .max)
        if isAwaited { try Platform.synchronize(descriptor) }
      }
      try Platform.renameFile(temporary, to: target)
    } catch {
      try? Platform.removeFile(temporary)
      throw error
    }
    guard isAwaited else { return }
    // The file is there; that its name is on the disk as well is as much as the system gives.
    if let descriptor = try? Platform.openToRead(folder.isEmpty ? "." : folder, waits: false) {
      try? finish(descriptor) { () throws(SystemError) in try Platform.synchronize(descriptor) }
    }
  }

  private static func makeTemporaryFile(
    in folder: String
  ) throws(SystemError) -> (path: String, descriptor: Int32) {
    for _ in 0..<16 {
      let path = join(folder, ".device-map-\(randomName()).part")
      do throws(SystemError) {
        return (path, try Platform.create(path))
      } catch {
        if error != .isPresent { throw error }
      }
    }
    throw .isPresent
  }

  /// Runs `body` and closes the descriptor; an error of closing counts too, since some disks tell of a failed write then.
  private static func finish(
    _ descriptor: Int32, _ body: () throws(SystemError) -> Void
  ) throws(SystemError) {
    do throws(SystemError) {
      try body()
    } catch {
      try? Platform.closeDescriptor(descriptor)
      throw error
    }
    try Platform.closeDescriptor(descriptor)
  }
}
