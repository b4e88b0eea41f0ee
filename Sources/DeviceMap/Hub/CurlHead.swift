/// The header of an answer as curl stores it before the body: one block of lines for each response on the way to the last.
struct CurlHead {
  /// The status of the last response that has a block; nil without one.
  private(set) var status: Int?
  /// The fields of the last response, and of those before.
  private(set) var fields: (last: [HubResponse.Field], earlier: [HubResponse.Field]) = ([], [])
  /// The bytes of all blocks.
  private(set) var length = 0

  /// How long a header may be in bytes.
  static let most = 1 << 20

  /// - Parameter redirects: how many responses came before the last; nil where all blocks are read that are there.
  ///
  /// - Complexity: O(bytes of the header).
  init(_ bytes: ContiguousArray<UInt8>, redirects: Int? = nil) {
    var left = redirects.map { $0 +| 1 } ?? .max
    while left > 0, length < Self.most, let line = Self.line(bytes, at: length), line.starts(with: "HTTP/".utf8) {
      fields = ([], fields.earlier + fields.last)
      status = Self.status(line)
      // What a server says on its way to an answer (100, 103) is none.
      if status.map({ $0 >= 200 }) ?? true { left -= 1 }
      readFields(bytes)
    }
  }

  /// Reads the lines of a block to the empty one at its end.
  private mutating func readFields(_ bytes: ContiguousArray<UInt8>) {
    while let line = Self.line(bytes, at: length) {
      length += line.count
      let text = Self.withoutEnd(line)
      if text.isEmpty { return }
      guard !text.starts(with: "HTTP/".utf8), let colon = text.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = text[(colon + 1)...].drop { $0 == UInt8(ascii: " ") || $0 == 9 }
      fields.last.append(
        HubResponse.Field(String(decoding: text[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }
  }

  private static func status(_ line: ArraySlice<UInt8>) -> Int? {
    let words = withoutEnd(line).split(separator: UInt8(ascii: " "))
    return words.count > 1 ? Int(String(decoding: words[1].prefix(3), as: UTF8.self)) : nil
  }

  /// The line that begins at an offset, with its end; nil where there is none.
  private static func line(_ bytes: ContiguousArray<UInt8>, at start: Int) -> ArraySlice<UInt8>? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    return bytes[start..<end]
  }

  private static func withoutEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let line = line.last == UInt8(ascii: "\n") ? line.dropLast() : line
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }
}
