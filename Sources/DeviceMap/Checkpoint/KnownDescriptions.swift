/// The last descriptions of tensors that were read, up to their offsets.
///
///     "model.layers.0.mlp.up_proj.weight":{"dtype":"BF16","shape":[2048,7168],"data_offsets":[0,29360128]}
///                                        |---------------- these bytes ----------------------|
///
/// Files have few kinds of tensors and many of each. What is written in the same bytes means the same, so that dtype and
/// shape are read once.
struct KnownDescriptions {
  /// One of them: its bytes in the header, and what they say.
  struct Known {
    var start = 0
    var length = 0
    var dtype = DType.u8
    var shapeStart = 0
    var rank = 0
    /// The bytes of a tensor of this dtype and shape.
    var byteCount = 0
  }

  private static let most = 8
  private var list: ContiguousArray<Known> = []
  /// The one that was found or written last.
  private var latest = 0
  private var oldest = 0
  /// The last offset that ended a tensor, and where it is written: most often the next tensor begins there.
  fileprivate var lastEnd = (value: 0, digits: 0..<0)

  /// Keeps a description that has been checked, in the place of the oldest one.
  ///
  /// - Parameter start: where its bytes begin.
  @inline(never)
  mutating func remember(_ description: SafetensorsScanner.Description, _ dtype: DType, from start: Int) {
    let known = Known(
      start: start, length: description.offsetsAt + 1 - start, dtype: dtype, shapeStart: description.shapeStart,
      rank: description.rank, byteCount: description.end - description.begin)
    if list.count < Self.most {
      latest = list.count
      list.append(known)
    } else {
      latest = oldest
      list[oldest] = known
      oldest = (oldest + 1) % Self.most
    }
  }

  /// The description whose bytes stand at a place of the header. O(bytes of a description).
  @inline(__always)
  mutating func find(in header: Span<UInt8>, at position: Int) -> Known? {
    var place = latest
    for _ in list.indices {
      let known = list[place]
      if known.length <= header.count &- position,
        header.equals(header, at: known.start, from: position, length: known.length)
      {
        latest = place
        return known
      }
      place = place &+ 1 == list.count ? 0 : place &+ 1
    }
    return nil
  }
}

extension SafetensorsScanner {
  /// Reads a tensor, if its description but for the offsets has been read before, and is as it should be; else the cursor
  /// stays where it is.
  ///
  /// - Parameter name: where its name is.
  @inline(__always)
  mutating func repeatedTensor(_ name: Range<Int>) -> Bool {
    let start = cursor.position
    guard let known = known.find(in: cursor.bytes, at: start) else { return false }
    cursor.position = start &+ known.length
    guard let (begin, end) = plainOffsets(), begin <= end, end &- begin == known.byteCount else {
      cursor.position = start
      return false
    }
    current = name
    entries.append(
      SafetensorsHeader.Entry(
        name: name, dtype: known.dtype, shapeStart: known.shapeStart, rank: known.rank, begin: begin, end: end))
    return true
  }

  /// Two plain numbers and the end of their description.
  @inline(__always)
  private mutating func plainOffsets() -> (begin: Int, end: Int)? {
    guard let begin = lastEndAgain() ?? plainUnsigned(), cursor.consume(UInt8(ascii: ",")) else { return nil }
    cursor.skipWhitespace()
    let start = cursor.position
    guard let end = plainUnsigned() else { return nil }
    known.lastEnd = (end, start..<cursor.position)
    guard cursor.consume(UInt8(ascii: "]")), cursor.consume(UInt8(ascii: "}")) else { return nil }
    return (begin, end)
  }

  /// The last end, if it is written here, before a comma; else nothing is consumed.
  @inline(__always)
  private mutating func lastEndAgain() -> Int? {
    let (value, digits) = known.lastEnd
    let next = cursor.position &+ digits.count
    guard !digits.isEmpty, next < cursor.bytes.count, cursor.bytes[next] == UInt8(ascii: ","),
      cursor.bytes.equals(cursor.bytes, at: digits.lowerBound, from: cursor.position, length: digits.count)
    else { return nil }
    cursor.position = next
    return value
  }
}
