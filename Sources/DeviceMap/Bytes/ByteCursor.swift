/// A place in a span of bytes; reading moves it forward. No read traps: the end answers nil or false.
package struct ByteCursor: ~Escapable {
  package let bytes: Span<UInt8>
  package var position: Int

  @_lifetime(copy bytes)
  @inline(__always)
  package init(_ bytes: Span<UInt8>, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  @inline(__always)
  package var isAtEnd: Bool { position >= bytes.count }

  /// The byte here, not consumed.
  @inline(__always)
  package var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Consumes the byte here if it is `byte`.
  @inline(__always)
  package mutating func consume(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position &+= 1
    return true
  }

  /// Consumes `text` if it stands here.
  package mutating func consume(_ text: StaticString) -> Bool {
    let end = position + text.utf8CodeUnitCount
    guard end <= bytes.count, bytes.equals(text, in: position..<end) else { return false }
    position = end
    return true
  }
}
