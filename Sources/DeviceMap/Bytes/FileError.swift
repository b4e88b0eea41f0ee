/// What the system answered when a file was to be opened, read, listed or written.
public struct FileError: Error, Hashable, Sendable {
  /// The path as it was given.
  public var path: String
  /// What was tried.
  public var operation: Operation
  /// Why it failed.
  public var reason: Reason

  /// What was tried with the file.
  public enum Operation: Hashable, Sendable { case open, read, list, write }

  /// Why it failed.
  public enum Reason: Hashable, Sendable {
    case notFound, permissionDenied, isDirectory, notADirectory, tooManyOpenFiles
    /// A file that is meant to be small has more bytes than `limit`.
    case tooLarge(limit: Int)
    /// The file ended before as many bytes as its length promised.
    case endedEarly
    /// Another answer, in the words of the system.
    case system(code: Int32, message: String)
  }
}
