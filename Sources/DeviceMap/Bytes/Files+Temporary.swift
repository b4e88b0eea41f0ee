#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Files {
  /// Makes a new directory of its own under `$TMPDIR`, or `/tmp`.
  package static func makeTemporaryDirectory() throws(FileError) -> String {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    let pattern = join(parent, "device-map-XXXXXX")
    var template = Array(pattern.utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { unsafe mkdtemp($0.baseAddress!) != nil }
    guard made else { throw FileError(pattern, .write, errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes a directory that holds only files; what cannot be removed stays.
  package static func removeDirectory(_ path: String) {
    for name in (try? list(path)) ?? [] { unsafe unlink(join(path, name)) }
    unsafe rmdir(path)
  }
}
