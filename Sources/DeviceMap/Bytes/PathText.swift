/// Paths and arguments are bytes to the system and text to everybody else.
///
/// A byte that is not part of well-formed UTF-8 stands in the text as one of the last 128 characters for private use
/// (U+10FF80 for 0x80 to U+10FFFF for 0xFF); where such a character itself is in a path, each of its four bytes does. So
/// different paths have different texts, and every text gives back the bytes that it was made of.
package enum PathText {
  /// The text of a path. O(length).
  package static func text(_ bytes: Span<UInt8>) -> String {
    if bytes.firstInvalidUTF8 == nil, !containsStandIn(bytes) { return bytes.string(in: 0..<bytes.count) }
    var text = ""
    var offset = 0
    while offset < bytes.count {
      let length = bytes[offset] < 0x80 ? 1 : bytes.multibyteSequence(at: offset)
      if let length, !isStandIn(bytes, at: offset) {
        text += bytes.string(in: offset..<offset + length)
        offset += length
      } else {
        text.unicodeScalars.append(standIn(for: bytes[offset]))
        offset += 1
      }
    }
    return text
  }

  /// The bytes of a path. O(length).
  package static func bytes(_ text: String) -> ContiguousArray<UInt8> {
    let isPlain = text.withSpan { !containsStandIn($0) }
    if isPlain { return ContiguousArray(text.utf8) }
    var bytes: ContiguousArray<UInt8> = []
    for scalar in text.unicodeScalars {
      if let byte = byte(ofStandIn: scalar) {
        bytes.append(byte)
      } else {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return bytes
  }

  /// The byte that a character stands for; nil if it stands for itself.
  package static func byte(ofStandIn scalar: Unicode.Scalar) -> UInt8? {
    scalar.value >= 0x10FF80 ? UInt8(truncatingIfNeeded: scalar.value) : nil
  }

  private static func standIn(for byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x10FF00 + UInt32(byte)) ?? "\u{FFFD}"
  }

  /// Whether one of the last 128 characters begins at `offset`: their bytes are F4 8F, BE or BF, and one more.
  private static func isStandIn(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    offset + 3 < bytes.count && bytes[offset] == 0xF4 && bytes[offset + 1] == 0x8F && bytes[offset + 2] >= 0xBE
  }

  private static func containsStandIn(_ bytes: Span<UInt8>) -> Bool {
    for offset in bytes.indices where bytes[offset] == 0xF4 && isStandIn(bytes, at: offset) { return true }
    return false
  }
}
