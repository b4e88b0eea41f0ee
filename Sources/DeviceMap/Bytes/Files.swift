/// What the library does with files beyond reading their first bytes.
package enum Files {
  /// What stands at a path, symbolic links followed.
  package enum Kind: Hashable, Sendable { case regular, directory, other }

  /// What stands at `path`; nil if there is nothing.
  package static func kind(of path: String) throws(FileError) -> Kind? {
    guard let status = try status(of: path) else { return nil }
    switch status.kind {
    case .regular: return .regular
    case .directory: return .directory
    case .link, .pipe, .socket, .device: return .other
    }
  }

  /// Which file stands at `path`, whatever its other paths are; nil if there is none.
  package static func identity(of path: String) throws(FileError) -> FileIdentity? { try status(of: path)?.identity }

  /// The bytes of the file at `path`; nil if there is none.
  static func length(of path: String) -> Int? { (try? status(of: path))?.length }

  private static func status(of path: String) throws(FileError) -> FileStatus? {
    do throws(SystemError) {
      return try Platform.status(of: path)
    } catch {
      if error.isAbsence { return nil }
      throw FileError(path, .open, error)
    }
  }

  /// All bytes of a file that is meant to be small. A pipe is refused, or read to its end where anything is accepted:
  /// what the user named.
  package static func read(
    _ path: String, limit: Int = 1 << 30, accepting acceptance: OpenFile.Acceptance = .files
  ) throws(FileError) -> ContiguousArray<UInt8> {
    let file = try OpenFile(path, accepting: acceptance)
    if let length = file.length, length > 0 {
      guard length <= limit else { throw FileError(path: path, operation: .read, reason: .tooLarge(limit: limit)) }
      return try file.read(length, at: 0)
    }
    // A pipe, or a file of the system that says it is empty and is not.
    return try readToEnd(path, limit: limit) { () throws(FileError) in try file.read(1 << 16) }
  }

  private static func readToEnd(
    _ path: String, limit: Int, _ next: () throws(FileError) -> ContiguousArray<UInt8>
  ) throws(FileError) -> ContiguousArray<UInt8> {
    var bytes: ContiguousArray<UInt8> = []
    while true {
      let part = try next()
      if part.isEmpty { return bytes }
      bytes.append(contentsOf: part)
      guard bytes.count <= limit else {
        throw FileError(path: path, operation: .read, reason: .tooLarge(limit: limit))
      }
    }
  }

  /// All bytes of stdin, which is read to its end.
  package static func readStandardInput(limit: Int) throws(FileError) -> ContiguousArray<UInt8> {
    try readToEnd("stdin", limit: limit) { () throws(FileError) in
      try FileError.wrap("stdin", .read) { () throws(SystemError) in try Platform.readBytes(0, count: 1 << 16) }
    }
  }

  /// The names in a directory, in the order of their bytes, without `.` and `..`.
  package static func list(_ path: String) throws(FileError) -> [String] {
    let names = try FileError.wrap(path, .list) { () throws(SystemError) in try Platform.names(in: path) }
    return names.filter { $0 != "." && $0 != ".." }.sortedByBytes()
  }

  /// Makes a new directory of its own in the first of some folders that is not below one of others (`$TMPDIR`, then
  /// `/tmp`).
  package static func makeTemporaryDirectory(
    in places: [String] = temporaryPlaces, outside closed: [String] = []
  ) throws(FileError) -> String {
    guard let place = places.first(where: { !leads($0, intoAnyOf: closed) }) else {
      throw FileError(path: places.first ?? "", operation: .write, reason: .foreignFolder)
    }
    let path = join(place, "device-map-" + randomName())
    try FileError.wrap(path, .write) { () throws(SystemError) in try Platform.makeDirectory(path) }
    return path
  }

  /// Where temporary files go, in the order in which the folders are tried.
  package static var temporaryPlaces: [String] {
    [Platform.variable("TMPDIR").flatMap { $0.isEmpty ? nil : $0 }, "/tmp", "/var/tmp"].compactMap(\.self)
  }

  /// Makes a directory, and those above it that are not there.
  static func makeFolders(_ path: String) throws(FileError) {
    if try kind(of: path) == .directory { return }
    let above = directory(of: path)
    if !above.isEmpty, above != path { try makeFolders(above) }
    do throws(SystemError) {
      try Platform.makeDirectory(path)
    } catch {
      if error != .isPresent { throw FileError(path, .write, error) }
    }
  }

  /// Removes a directory that holds only files; what cannot be removed stays.
  package static func removeDirectory(_ path: String) {
    for name in (try? list(path)) ?? [] { try? Platform.removeFile(join(path, name)) }
    try? Platform.removeDirectory(path)
  }

  /// 16 letters and digits that nobody can foresee.
  static func randomName() -> String {
    String((0..<16).compactMap { _ in "0123456789abcdefghijklmnopqrstuvwxyz".randomElement() })
  }

  /// The parts of a path joined by one slash.
  package static func join(_ directory: String, _ name: String) -> String {
    directory.isEmpty || directory.utf8.last == UInt8(ascii: "/") ? directory + name : directory + "/" + name
  }

  /// The part of a path after its last slash.
  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The same path without slashes at its end, where completion puts one; `/` stays.
  static func withoutSlashesAtEnd(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }

  /// The part of a path before its last slash; empty if it has none.
  package static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
