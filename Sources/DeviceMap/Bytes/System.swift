#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file. Closed when it goes out of scope.
package struct OpenFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  /// The length of a regular file in bytes; nil of a pipe, a terminal or a device.
  package let length: Int?
  private let isDirectory: Bool

  package init(_ path: String) throws(FileError) {
    guard !path.utf8.contains(0) else { throw FileError(path: path, operation: .open, reason: .notFound) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, .open, errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw FileError(path, .open, code)
    }
    self.descriptor = descriptor
    self.path = path
    let kind = status.st_mode & S_IFMT
    isDirectory = kind == S_IFDIR
    length = kind == S_IFREG ? Int(status.st_size) : nil
  }

  deinit { close(descriptor) }

  /// The next `count` bytes, fewer at the end of the file.
  package func read(_ count: Int) throws(FileError) -> ContiguousArray<UInt8> {
    guard !isDirectory else { throw FileError(path: path, operation: .read, reason: .isDirectory) }
    var code: Int32 = 0
    let bytes = unsafe ContiguousArray<UInt8>(unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        #if canImport(Glibc)
          let got = unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled)
        #elseif canImport(Musl)
          let got = unsafe Musl.read(descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled)
        #else
          let got = unsafe Darwin.read(descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled)
        #endif
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { return }
        filled += got
      }
    }
    guard code == 0 else { throw FileError(path, .read, code) }
    return bytes
  }

  /// Maps the first `count` bytes. `count` must be at most `length`.
  package func map(_ count: Int) throws(FileError) -> MappedFile {
    guard let length, count > 0, count <= length else {
      throw FileError(path: path, operation: .read, reason: .endedEarly)
    }
    #if canImport(Darwin)
      let flags = MAP_PRIVATE
    #else
      let flags = MAP_PRIVATE | MAP_POPULATE
    #endif
    guard let base = unsafe mmap(nil, count, PROT_READ, flags, descriptor, 0), unsafe base != MAP_FAILED else {
      throw FileError(path, .read, errno)
    }
    return unsafe MappedFile(base: base, count: count)
  }
}

/// The first bytes of a file: mapped, so that they are read without a copy, or in memory, where mapping is impossible.
///
/// Copies share the bytes, which are unmapped with the last one. Only as much is mapped as was asked for, and never
/// more than the file has, since touching a page behind the end of the file ends the process; for the same reason the
/// file must not be cut short while it is mapped. A mapping costs next to nothing, a copy in fresh memory more than
/// scanning it.
package struct MappedFile: Sendable {
  private let storage: Storage

  @safe private final class Storage: Sendable {
    nonisolated(unsafe) let base: UnsafeMutableRawPointer?
    let copy: ContiguousArray<UInt8>
    let count: Int

    init(base: UnsafeMutableRawPointer?, copy: ContiguousArray<UInt8>, count: Int) {
      unsafe self.base = unsafe base
      self.copy = copy
      self.count = count
    }

    deinit {
      if let base = unsafe base { unsafe munmap(base, count) }
    }
  }

  fileprivate init(base: UnsafeMutableRawPointer, count: Int) {
    storage = unsafe Storage(base: base, copy: [], count: count)
  }

  /// Bytes that could not be mapped, or never were in a file.
  package init(copy: ContiguousArray<UInt8>) {
    storage = unsafe Storage(base: nil, copy: copy, count: copy.count)
  }

  /// How many bytes there are.
  package var count: Int { storage.count }

  /// The bytes.
  package var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get {
      let storage = storage
      if let base = unsafe storage.base {
        let span = unsafe Span<UInt8>(_unsafeStart: base.assumingMemoryBound(to: UInt8.self), count: storage.count)
        return unsafe _overrideLifetime(span, borrowing: self)
      }
      let copy = storage.copy
      return unsafe _overrideLifetime(copy.span, borrowing: self)
    }
  }
}

extension FileError {
  package init(_ path: String, _ operation: Operation, _ code: Int32) {
    let reason: Reason =
      switch code {
      case ENOENT: .notFound
      case EACCES, EPERM: .permissionDenied
      case EISDIR: .isDirectory
      case ENOTDIR: .notADirectory
      case EMFILE, ENFILE: .tooManyOpenFiles
      default: .system(code: code, message: unsafe String(cString: strerror(code)))
      }
    self.init(path: path, operation: operation, reason: reason)
  }
}
