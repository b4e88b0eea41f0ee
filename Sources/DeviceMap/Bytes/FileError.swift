/// What the system answered when a file was to be opened, read, listed or written.
public struct FileError: Error, Hashable, Sendable {
  /// The path as it was given.
  public var path: String
  /// What was tried.
  public var operation: Operation
  /// Why it failed.
  public var reason: Reason

  /// What was tried with the file.
  public enum Operation: Hashable, Sendable {
    /// Opening a file, reading it, listing a directory, writing a file.
    case open, read, list, write
  }

  /// Why it failed.
  public enum Reason: Hashable, Sendable {
    /// What the system said: nothing is there, it may not be read, it is a directory or none, or too many files are
    /// open.
    case notFound, permissionDenied, isDirectory, notADirectory, tooManyOpenFiles
    /// A pipe, a socket or a device, where only a file is read.
    case notAFile
    /// The file to be written is one of those that were read.
    case isInput
    /// The path is a symbolic link that belongs to somebody else, or one of too many in a row.
    case foreignLink
    /// Every folder that could be written to belongs to another program.
    case foreignFolder
    /// A file that is meant to be small has more bytes than `limit`.
    case tooLarge(limit: Int)
    /// The file ended before as many bytes as its length promised.
    case endedEarly
    /// Another answer, in the words of the system.
    case system(code: Int32, message: String)
  }

  package init(path: String, operation: Operation, reason: Reason) {
    self.path = path
    self.operation = operation
    self.reason = reason
  }

  init(_ path: String, _ operation: Operation, _ error: SystemError) {
    self.init(path: path, operation: operation, reason: error.reason)
  }

  /// Runs `body`, turning an error of the system into one of the file at `path`.
  static func wrap<Value>(
    _ path: String, _ operation: Operation, _ body: () throws(SystemError) -> Value
  ) throws(FileError) -> Value {
    do throws(SystemError) {
      return try body()
    } catch {
      throw FileError(path, operation, error)
    }
  }
}
