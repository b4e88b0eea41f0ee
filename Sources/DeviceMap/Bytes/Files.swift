#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the library does with files beyond mapping them.
package enum Files {
  /// What stands at a path, symbolic links followed.
  package enum Kind: Hashable, Sendable { case regular, directory, other }

  /// What stands at `path`; nil if there is nothing.
  package static func kind(of path: String) throws(FileError) -> Kind? {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(path, .open, errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// All bytes of a file that is meant to be small. A pipe is read to its end.
  package static func read(_ path: String, limit: Int = 1 << 30) throws(FileError) -> ContiguousArray<UInt8> {
    let file = try OpenFile(path)
    if let length = file.length {
      guard length <= limit else { throw FileError(path: path, operation: .read, reason: .tooLarge(limit: limit)) }
      if length > 0 { return try file.read(length) }
    }
    // A pipe, or a file of the system that says it is empty and is not.
    var bytes: ContiguousArray<UInt8> = []
    while true {
      let part = try file.read(1 << 16)
      if part.isEmpty { return bytes }
      bytes.append(contentsOf: part)
      guard bytes.count <= limit else {
        throw FileError(path: path, operation: .read, reason: .tooLarge(limit: limit))
      }
    }
  }

  /// The names in a directory, in the order of their bytes, without `.` and `..`.
  package static func list(_ path: String) throws(FileError) -> [String] {
    guard let directory = unsafe opendir(path) else { throw FileError(path, .list, errno) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Writes `bytes` to the file at `path`: all of them or, where something fails, none. What is no regular file (a
  /// pipe, a terminal) is written to directly.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let kind = try kind(of: path)
    if kind == .directory { throw FileError(path: path, operation: .write, reason: .isDirectory) }
    guard kind != .other else { return try write(bytes, to: path, named: path, O_WRONLY) }
    let temporary = "\(path).\(getpid()).part"
    do throws(FileError) {
      try write(bytes, to: temporary, named: path, O_WRONLY | O_CREAT | O_TRUNC)
      guard unsafe rename(temporary, path) == 0 else { throw FileError(path, .write, errno) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  private static func write(
    _ bytes: [UInt8], to path: String, named name: String, _ flags: Int32
  ) throws(FileError) {
    let descriptor = unsafe open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(name, .write, errno) }
    defer { close(descriptor) }
    guard let code = writeAll(bytes, to: descriptor) else { return }
    throw FileError(name, .write, code)
  }

  /// Writes all of `bytes` to an open descriptor; returns the error of the system, nil if there was none.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let part = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        #if canImport(Glibc)
          let count = unsafe Glibc.write(descriptor, part.baseAddress, part.count)
        #elseif canImport(Musl)
          let count = unsafe Musl.write(descriptor, part.baseAddress, part.count)
        #else
          let count = unsafe Darwin.write(descriptor, part.baseAddress, part.count)
        #endif
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return errno }
        written += count
      }
      return nil
    }
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

  /// The part of a path before its last slash; empty if it has none.
  package static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
