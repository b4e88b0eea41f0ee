/// A file that is open for reading. Closed when it goes out of scope.
///
/// Its bytes are copied, never mapped: a page of a file that is cut short behind a mapping ends the process.
package struct OpenFile: ~Copyable {
  /// What may be opened.
  package enum Acceptance: Sendable {
    /// Files alone; what else there is (a pipe, a device) is refused at once, without waiting for its other end.
    case files
    /// What the user named may also be a pipe or a device.
    case anything
  }

  private let descriptor: Int32
  private let path: String
  /// The length of a regular file in bytes; nil of a pipe, a terminal or a device.
  package let length: Int?

  /// Opens the file at `path`.
  package init(_ path: String, accepting acceptance: Acceptance = .anything) throws(FileError) {
    let descriptor = try FileError.wrap(path, .open) { () throws(SystemError) in
      try Platform.openToRead(path, waits: acceptance == .anything)
    }
    do throws(FileError) {
      length = try Self.length(of: descriptor, path, acceptance)
    } catch {
      try? Platform.closeDescriptor(descriptor)
      throw error
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { try? Platform.closeDescriptor(descriptor) }

  private static func length(
    of descriptor: Int32, _ path: String, _ acceptance: Acceptance
  ) throws(FileError) -> Int? {
    let status = try FileError.wrap(path, .open) { () throws(SystemError) in try Platform.status(of: descriptor) }
    switch status.kind {
    case .regular: return status.length
    case .directory: throw FileError(path: path, operation: .read, reason: .isDirectory)
    case .link, .pipe, .socket, .device:
      guard acceptance == .anything else { throw FileError(path: path, operation: .open, reason: .notAFile) }
      return nil
    }
  }

  /// The next `count` bytes, fewer at the end of the file.
  package func read(_ count: Int) throws(FileError) -> ContiguousArray<UInt8> {
    try FileError.wrap(path, .read) { () throws(SystemError) in try Platform.readBytes(descriptor, count: count) }
  }

  /// The `count` bytes of a regular file from `offset` on; that there are fewer is an error.
  package func read(_ count: Int, at offset: Int) throws(FileError) -> ContiguousArray<UInt8> {
    let bytes = try FileError.wrap(path, .read) { () throws(SystemError) in
      try Platform.readBytes(descriptor, count: count, at: offset)
    }
    guard bytes.count == count else { throw FileError(path: path, operation: .read, reason: .endedEarly) }
    return bytes
  }
}
