/// What the system says of a file.
struct FileStatus: Sendable {
  enum Kind: Hashable, Sendable { case regular, directory, link, pipe, socket, device }

  let kind: Kind
  /// The length in bytes; 0 of what is no regular file and of some files of the system.
  let length: Int
  /// Permission bits.
  let rights: UInt32
  let owner: UInt32
  /// The same for two paths only if they lead to one file.
  let identity: FileIdentity
}

/// A file itself, whatever its path.
package struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
}

/// An answer of the system that something did not work.
package struct SystemError: Error, Hashable, Sendable {
  /// A value of `errno`.
  package let code: Int32

  package init(_ code: Int32) { self.code = code }
}
