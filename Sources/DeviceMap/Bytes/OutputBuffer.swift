/// Bytes to be written: everything the library or the command prints is gathered here and written at once.
package struct OutputBuffer: Sendable {
  /// What has been appended so far.
  package private(set) var bytes: [UInt8] = []

  /// An empty buffer with room for `capacity` bytes.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// The number of bytes.
  package var count: Int { bytes.count }

  /// The bytes as text. O(n).
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends one byte.
  @inline(__always)
  package mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Appends `count` times the same byte.
  package mutating func append(byte: UInt8, count: Int) {
    for _ in 0..<max(0, count) { bytes.append(byte) }
  }

  /// Appends the UTF-8 of a literal.
  package mutating func append(_ text: StaticString) {
    bytes.append(text)
  }

  /// Appends the UTF-8 of `text`.
  package mutating func append(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

  /// Appends the bytes of another buffer.
  package mutating func append(_ other: OutputBuffer) { bytes.append(contentsOf: other.bytes) }

  /// Appends the bytes of `source` in `range`.
  package mutating func append(_ source: Span<UInt8>, in range: Range<Int>) {
    bytes.append(source, in: range)
  }

  /// Appends an integer in decimal.
  package mutating func append(_ value: some BinaryInteger) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(digit))
      rest = quotient
    } while rest != 0
    bytes[start...].reverse()
  }
}
