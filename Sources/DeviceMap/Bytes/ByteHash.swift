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
    var offset = offset
    var rest = length
    while rest > 16 {
      state = Self.fold(bytes.word(at: offset) ^ first, bytes.word(at: offset &+ 8) ^ state)
      offset &+= 16
      rest &-= 16
    }
    let low = bytes.partialWord(at: offset, length: min(rest, 8))
    let high = rest > 8 ? bytes.partialWord(at: offset &+ 8, length: rest &- 8) : 0
    return Self.fold(Self.fold(low ^ first, high ^ state) ^ second, first)
  }

  /// The hash of all of `bytes`. O(length).
  package func callAsFunction(_ bytes: Span<UInt8>) -> UInt64 { self(bytes, at: 0, length: bytes.count) }
}
