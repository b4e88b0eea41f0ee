/// What the header of a safetensors file says: its tensors in the order of the header, and its metadata.
///
/// Reading is one pass over the header that also validates it by the rules of safetensors 0.8.0. The header
/// is kept, since the names are read from it.
public struct SafetensorsHeader: Sendable {
  /// A tensor in 32 bytes.
  package struct Entry: Sendable {
    /// Where the name is in `text`, or, where it is written with escapes, in `unescapedNames`
    /// (from `headerLength` on).
    var nameStart: UInt32
    /// The length of the name, at most the 27 bits of the longest header, and the dtype above it.
    private var nameLengthAndDType: UInt32
    var shapeStart: UInt32
    /// The number of dimensions.
    package var rank: UInt32
    /// The first byte of the data, from the start of all data.
    package var begin: Int
    /// The byte after the data.
    package var end: Int

    @inline(__always)
    init(name: Range<Int>, dtype: DType, shapeStart: Int, rank: Int, begin: Int, end: Int) {
      nameStart = UInt32(truncatingIfNeeded: name.lowerBound)
      nameLengthAndDType = UInt32(truncatingIfNeeded: name.count) | UInt32(dtype.rawValue) << 27
      self.shapeStart = UInt32(truncatingIfNeeded: shapeStart)
      self.rank = UInt32(truncatingIfNeeded: rank)
      self.begin = begin
      self.end = end
    }

    /// The length of the name in bytes.
    @inline(__always)
    package var nameLength: Int { Int(nameLengthAndDType & 0x7FF_FFFF) }
    package var dtype: DType { DType(rawValue: UInt8(nameLengthAndDType >> 27)) ?? .u8 }
    @inline(__always)
    package var shapeRange: Range<Int> { Int(shapeStart)..<Int(shapeStart) &+ Int(rank) }
  }

  /// The header as it is in the file.
  let text: ContiguousArray<UInt8>
  /// The names that are written with escapes, resolved, one after the other.
  let unescapedNames: ContiguousArray<UInt8>
  /// The dimensions of all tensors, one after the other.
  package let dimensions: ContiguousArray<Int>
  /// The tensors in the order of the header.
  package internal(set) var entries: ContiguousArray<Entry>
  /// `ByteHash.process` of each name.
  package internal(set) var hashes: ContiguousArray<UInt64>
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

  /// The number of tensors.
  public var count: Int { entries.count }

  /// Takes tensors out, by position; the data stays as long as it is. O(tensors).
  mutating func leaveOut(_ positions: Set<Int>) {
    let kept = entries.indices.filter { !positions.contains($0) }
    hashes = ContiguousArray(kept.map { hashes[$0] })
    entries = ContiguousArray(kept.map { entries[$0] })
  }

  /// The bytes of the name of `entry`.
  @_lifetime(borrow self)
  @inline(__always)
  package func name(of entry: Entry) -> Span<UInt8> {
    let start = Int(entry.nameStart)
    if start < headerLength { return text.span.extracting(start..<start &+ entry.nameLength) }
    return unescapedNames.span.extracting(start &- headerLength..<start &- headerLength &+ entry.nameLength)
  }
}
