/// The description of one tensor.
extension SafetensorsScanner {
  private typealias Field = SafetensorsError.Field

  /// What has been read of a description.
  struct Description {
    var dtype: DType?
    var shapeStart = -1
    var rank = 0
    var begin = 0
    var end = -1
    /// Where the offsets stand.
    var offsetsAt = -1
    var shapeAt = 0
    /// Whether the offsets come after the other two.
    var endsWithOffsets = false
  }

  /// - Parameters:
  ///   - start: Where the name begins.
  ///   - described: Where the name ends and the description begins, with its colon.
  mutating func tensor(_ key: ByteCursor.StringToken, at start: Int, described: Int) throws(HeaderFault) {
    let name = key.hasEscapes ? unescape(key, at: start) : key.range
    current = name
    var description = Description()
    if cursor.consume(UInt8(ascii: "{")) {
      try readFields(&description)
    } else if cursor.consume(UInt8(ascii: "[")) {
      try readArrayForm(&description)
    } else {
      throw wrongValue(.tensorNotObject)
    }
    guard let dtype = description.dtype else { throw HeaderFault(.missingField(.dtype), at: start) }
    guard description.shapeStart >= 0 else { throw HeaderFault(.missingField(.shape), at: start) }
    guard description.offsetsAt >= 0 else { throw HeaderFault(.missingField(.dataOffsets), at: start) }
    try checkSize(description, dtype)
    if description.endsWithOffsets { known.remember(description, dtype, from: described) }
    entries.append(
      SafetensorsHeader.Entry(
        name: name, dtype: dtype, shapeStart: description.shapeStart, rank: description.rank,
        begin: description.begin, end: description.end))
  }

  /// Resolves a name with escapes; returns where it is, as in `SafetensorsHeader.Entry`.
  @inline(never)
  private mutating func unescape(_ key: ByteCursor.StringToken, at start: Int) -> Range<Int> {
    let nameStart = cursor.bytes.count + unescapedNames.count
    unescapedNames.append(unescaping: cursor.bytes, in: key.range)
    unescapedOffsets[nameStart] = start
    return nameStart..<cursor.bytes.count + unescapedNames.count
  }

  /// Shape x dtype has to be the byte range. Dimensions are multiplied from left to right in 64 bits without a sign,
  /// as the reference does it: an overflow counts even if a later dimension is 0.
  @inline(__always)
  private func checkSize(_ description: Description, _ dtype: DType) throws(HeaderFault) {
    guard description.begin <= description.end else {
      throw HeaderFault(.offsetsReversed(begin: description.begin, end: description.end), at: description.offsetsAt)
    }
    var bits: UInt64 = 1
    var overflowed = false
    for index in description.shapeStart..<description.shapeStart &+ description.rank {
      let (product, overflow) = bits.multipliedReportingOverflow(by: UInt64(dimensions[index]))
      bits = product
      overflowed = overflowed || overflow
    }
    let (total, overflow) = bits.multipliedReportingOverflow(by: UInt64(dtype.bits))
    guard !overflow, !overflowed else { throw HeaderFault(.sizeOverflow, at: description.shapeAt) }
    guard total & 7 == 0 else { throw HeaderFault(.notWholeBytes(bits: total), at: description.shapeAt) }
    guard total >> 3 == UInt64(description.end &- description.begin) else {
      throw HeaderFault(
        .sizeMismatch(needed: total >> 3, given: description.end &- description.begin), at: description.offsetsAt)
    }
  }

  private mutating func readFields(_ description: inout Description) throws(HeaderFault) {
    cursor.skipWhitespace()
    if cursor.consume(UInt8(ascii: "}")) { return }
    repeat {
      cursor.skipWhitespace()
      let at = cursor.position
      switch try fieldName() {
      case .dtype:
        guard description.dtype == nil else { throw HeaderFault(.duplicateField(.dtype), at: at) }
        description.dtype = try dtype()
      case .shape:
        guard description.shapeStart < 0 else { throw HeaderFault(.duplicateField(.shape), at: at) }
        try shape(&description)
      case .dataOffsets:
        guard description.offsetsAt < 0 else { throw HeaderFault(.duplicateField(.dataOffsets), at: at) }
        try dataOffsets(&description)
        description.endsWithOffsets = description.dtype != nil && description.shapeStart >= 0
      case nil:
        do throws(JSONFault) { try cursor.skipValue(depth: 2) } catch { throw HeaderFault(error) }
      }
      cursor.skipWhitespace()
    } while cursor.consume(UInt8(ascii: ","))
    guard cursor.consume(UInt8(ascii: "}")) else { throw HeaderFault(cursor.unexpected(.commaOrBrace)) }
  }

  /// `["F32", [2, 2], [0, 16]]`
  private mutating func readArrayForm(_ description: inout Description) throws(HeaderFault) {
    cursor.skipWhitespace()
    var index = 0
    if cursor.consume(UInt8(ascii: "]")) { return }
    repeat {
      cursor.skipWhitespace()
      switch index {
      case 0: description.dtype = try dtype()
      case 1: try shape(&description)
      case 2: try dataOffsets(&description)
      default: throw HeaderFault(.tooManyFields, at: cursor.position)
      }
      index += 1
      cursor.skipWhitespace()
    } while cursor.consume(UInt8(ascii: ","))
    guard cursor.consume(UInt8(ascii: "]")) else { throw HeaderFault(cursor.unexpected(.commaOrBracket)) }
  }

  /// The name of a field up to its value; nil for one that is not known. The usual spelling, `"shape":`, is
  /// recognised by comparing words.
  @inline(__always)
  private mutating func fieldName() throws(HeaderFault) -> Field? {
    let position = cursor.position
    if position &+ 16 <= cursor.bytes.count {
      let word = cursor.bytes.word(at: position)
      if word == Spelling.dtype {
        cursor.position = position &+ 8
        cursor.skipWhitespace()
        return .dtype
      }
      if word == Spelling.shape {
        cursor.position = position &+ 8
        cursor.skipWhitespace()
        return .shape
      }
      if word == Spelling.dataOf, cursor.bytes.word(at: position &+ 7) == Spelling.offsets {
        cursor.position = position &+ 15
        cursor.skipWhitespace()
        return .dataOffsets
      }
    }
    return try unusualFieldName()
  }

  @inline(never)
  private mutating func unusualFieldName() throws(HeaderFault) -> Field? {
    let key = try string(expected: .key)
    try colon()
    return Field(rawValue: text(key))
  }

  /// Eight bytes of the usual spelling of a field, the first in the lowest bits.
  private enum Spelling {
    /// `"dtype":`
    static let dtype: UInt64 = 0x3A22_6570_7974_6422
    /// `"shape":`
    static let shape: UInt64 = 0x3A22_6570_6168_7322
    /// `"data_of`
    static let dataOf: UInt64 = 0x666F_5F61_7461_6422
    /// `ffsets":`
    static let offsets: UInt64 = 0x3A22_7374_6573_6666
  }
}
