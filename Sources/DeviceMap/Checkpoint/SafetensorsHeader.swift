/// What the header of a safetensors file says: its tensors in the order of the header, and its metadata.
///
/// Reading is one pass over the header that also validates it by the rules of safetensors 0.8.0. Names are copied, so
/// that the file need not stay open.
public struct SafetensorsHeader: Sendable {
  /// A tensor: its name is a range of `names`, its shape one of `dimensions`.
  package struct Entry: Sendable {
    package var nameStart: UInt32
    package var nameLength: UInt32
    package var shapeStart: UInt32
    package var rank: UInt32
    /// Where the name stands, from the start of the header.
    package var headerOffset: UInt32
    package var dtype: DType
    /// From the start of the data.
    package var begin: Int
    package var end: Int

    @inline(__always)
    package var nameRange: Range<Int> { Int(nameStart)..<Int(nameStart) &+ Int(nameLength) }
    @inline(__always)
    package var shapeRange: Range<Int> { Int(shapeStart)..<Int(shapeStart) &+ Int(rank) }
  }

  /// The names of all tensors, UTF-8, one after the other.
  package let names: ContiguousArray<UInt8>
  /// The dimensions of all tensors, one after the other.
  package let dimensions: ContiguousArray<Int>
  /// The tensors in the order of the header.
  package let entries: ContiguousArray<Entry>
  /// `ByteHash.process` of each name.
  package let hashes: ContiguousArray<UInt64>
  /// The members of `__metadata__` in order.
  public let metadata: [(key: String, value: String)]
  /// The length of the header in bytes, without the eight bytes before it.
  public let headerLength: Int
  /// The length of the data in bytes.
  public let dataLength: Int
  /// Whether the file has all of its data. False only where missing data was allowed.
  public let hasData: Bool

  /// Bytes from the start of the file to the data.
  public var dataStart: Int { 8 + headerLength }
  /// The length that the file has to have in bytes.
  public var fileLength: Int { dataStart + dataLength }

  /// The longest header that safetensors 0.8.0 reads, in bytes.
  public static let maximumHeaderLength = 100_000_000

  /// What may be lacking in a file that is accepted.
  public enum Completeness: Hashable, Sendable {
    /// The file has to be as long as the header says.
    case wholeFile
    /// The data may be missing or cut off: the header alone is enough.
    case headerOnly
  }
}
