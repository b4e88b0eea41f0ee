/// How much RAM can be had without swapping, from the text of `/proc/meminfo`.
package enum HostMemory {
  /// `MemAvailable` in bytes; on kernels without it, the free, buffered and cached memory together.
  ///
  /// - Throws: ``HostMemoryError`` when the text has none of them or a number is not one.
  package static func availableBytes(meminfo text: String) throws(HostMemoryError) -> Int {
    if let available = try field("MemAvailable", in: text) { return available }
    guard let free = try field("MemFree", in: text) else { throw .missing("MemAvailable") }
    let buffers = try field("Buffers", in: text) ?? 0
    let cached = try field("Cached", in: text) ?? 0
    return free + buffers + cached
  }

  /// `MemTotal` in bytes.
  package static func totalBytes(meminfo text: String) throws(HostMemoryError) -> Int {
    guard let total = try field("MemTotal", in: text) else { throw .missing("MemTotal") }
    return total
  }

  private static func field(_ name: String, in text: String) throws(HostMemoryError) -> Int? {
    for line in TextLines(text) where line.hasPrefix(name + ":") {
      let words = line.dropFirst(name.count + 1).split(separator: " ")
      guard words.count == 2, words[1] == "kB", let kibibytes = Int(words[0]), kibibytes >= 0, kibibytes < 1 << 50
      else {
        throw .malformed(line: line)
      }
      return kibibytes << 10
    }
    return nil
  }
}

/// Why the text of `/proc/meminfo` gives no number.
package enum HostMemoryError: Error, Hashable, Sendable {
  case missing(String)
  case malformed(line: String)
}
