/// A 64-bit hash of bytes: two multiplications to 128 bits for every 16 bytes.
///
/// The key is drawn anew in each process, so that nobody can write a file whose names all collide; no output may
/// depend on a hash.
package struct ByteHash: Sendable {
  private let first: UInt64
  private let second: UInt64

  /// The key of this process.
  package static let process = ByteHash()

  private init() {
    var generator = SystemRandomNumberGenerator()
    first = generator.next() | 1
    second = generator.next() | 1
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// The hash of `length` bytes from `offset` on. O(length).
  @inline(__always)
  package func callAsFunction(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> UInt64 {
    var state = second ^ UInt64(truncatingIfNeeded: length)
    let end = offset &+ length
    if length < 16 {
      let low = bytes.partialWord(at: offset, length: min(length, 8))
      let high = length > 8 ? bytes.word(at: end &- 8) : 0
      return Self.fold(Self.fold(low ^ first, high ^ state) ^ second, first)
    }
    // The last sixteen bytes may repeat some of those before.
    var position = offset
    while position < end &- 16 {
      state = Self.fold(bytes.word(at: position) ^ first, bytes.word(at: position &+ 8) ^ state)
      position &+= 16
    }
    let (low, high) = (bytes.word(at: end &- 16), bytes.word(at: end &- 8))
    return Self.fold(Self.fold(low ^ first, high ^ state) ^ second, first)
  }

  /// The hash of all of `bytes`. O(length).
  package func callAsFunction(_ bytes: Span<UInt8>) -> UInt64 { self(bytes, at: 0, length: bytes.count) }
}
