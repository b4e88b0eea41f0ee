/// The values of the three fields.
extension SafetensorsScanner {
  /// `"F32"`, or as serde also reads it, `{"F32": null}`.
  @inline(__always)
  mutating func dtype() throws(HeaderFault) -> DType {
    let position = cursor.position
    if position &+ 9 <= cursor.bytes.count, cursor.bytes[position] == UInt8(ascii: "\"") {
      let word = cursor.bytes.word(at: position &+ 1)
      for index in spellings.indices where word & spellings[index].mask == spellings[index].word {
        cursor.position = position &+ 1 &+ spellings[index].length
        return spellings[index].dtype
      }
    }
    return try otherDType()
  }

  /// A name of a dtype with its closing quote in one word.
  struct DTypeSpelling {
    var dtype: DType
    var word: UInt64
    var mask: UInt64
    var length: Int

    /// All names that fit, those first that occur most.
    static let all: ContiguousArray<DTypeSpelling> = {
      let common: [DType] = [.bf16, .f32, .f16, .f8E4M3, .u8, .i32]
      let all = common + DType.allCases.filter { !common.contains($0) }
      return ContiguousArray(all.compactMap { DTypeSpelling($0) })
    }()

    private init?(_ dtype: DType) {
      let bytes = Array(dtype.name.utf8) + [UInt8(ascii: "\"")]
      guard bytes.count <= 8 else { return nil }
      self.dtype = dtype
      length = bytes.count
      mask = UInt64.max >> UInt64(64 - 8 * length)
      word = 0
      for (index, byte) in bytes.enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
    }
  }

  @inline(never)
  private mutating func otherDType() throws(HeaderFault) -> DType {
    let inObject = cursor.consume(UInt8(ascii: "{"))
    if inObject { cursor.skipWhitespace() }
    let position = cursor.position
    guard cursor.current == UInt8(ascii: "\"") else {
      throw inObject ? HeaderFault(cursor.unexpected(.key)) : wrongValue(.wrongType(.dtype))
    }
    let name = text(try string(expected: .quote))
    guard let dtype = DType(name: name) else { throw HeaderFault(.unknownDType(name), at: position) }
    if inObject {
      try colon()
      guard cursor.consume("null") else { throw wrongValue(.wrongType(.dtype)) }
      cursor.skipWhitespace()
      guard cursor.consume(UInt8(ascii: "}")) else { throw wrongValue(.wrongType(.dtype)) }
    }
    return dtype
  }

  @inline(__always)
  mutating func shape(_ description: inout Description) throws(HeaderFault) {
    description.shapeAt = cursor.position
    description.shapeStart = dimensions.count
    guard cursor.consume(UInt8(ascii: "[")) else { throw wrongValue(.wrongType(.shape)) }
    cursor.skipWhitespace()
    if cursor.consume(UInt8(ascii: "]")) { return }
    repeat {
      cursor.skipWhitespace()
      dimensions.append(try unsigned(.shape))
      cursor.skipWhitespace()
    } while cursor.consume(UInt8(ascii: ","))
    guard cursor.consume(UInt8(ascii: "]")) else { throw HeaderFault(cursor.unexpected(.commaOrBracket)) }
    description.rank = dimensions.count &- description.shapeStart
  }

  @inline(__always)
  mutating func dataOffsets(_ description: inout Description) throws(HeaderFault) {
    description.offsetsAt = cursor.position
    guard cursor.consume(UInt8(ascii: "[")) else { throw wrongValue(.wrongType(.dataOffsets)) }
    cursor.skipWhitespace()
    if cursor.current == UInt8(ascii: "]") { throw HeaderFault(.offsetsNotPair, at: description.offsetsAt) }
    description.begin = try unsigned(.dataOffsets)
    cursor.skipWhitespace()
    guard cursor.consume(UInt8(ascii: ",")) else { throw notAPair(description) }
    cursor.skipWhitespace()
    description.end = try unsigned(.dataOffsets)
    cursor.skipWhitespace()
    guard cursor.consume(UInt8(ascii: "]")) else { throw notAPair(description) }
  }

  @inline(never)
  private func notAPair(_ description: Description) -> HeaderFault {
    let isList = cursor.current == UInt8(ascii: ",") || cursor.current == UInt8(ascii: "]")
    return isList
      ? HeaderFault(.offsetsNotPair, at: description.offsetsAt) : HeaderFault(cursor.unexpected(.commaOrBracket))
  }

  /// A whole number without sign, fraction and exponent, at most `Int.max`. Eight digits are read in one step.
  @inline(__always)
  mutating func unsigned(_ field: SafetensorsError.Field) throws(HeaderFault) -> Int {
    if let value = plainUnsigned() { return value }
    return try unusualUnsigned(field)
  }

  /// A number of at most fifteen digits, before a comma or a bracket; nil for all else, which is not consumed.
  @inline(__always)
  mutating func plainUnsigned() -> Int? {
    let start = cursor.position
    guard start &+ 16 <= cursor.bytes.count else { return nil }
    var value: UInt64 = 0
    var digits = Self.digits(cursor.bytes.word(at: start), &value)
    if digits == 8 { digits &+= Self.digits(cursor.bytes.word(at: start &+ 8), &value) }
    guard digits > 0, digits < 16, digits == 1 || cursor.bytes[start] != UInt8(ascii: "0") else { return nil }
    let byte = cursor.bytes[start &+ digits]
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") else { return nil }
    cursor.position = start &+ digits
    return Int(truncatingIfNeeded: value)
  }

  /// Appends the digits at the start of `word` to `value`; returns how many there are.
  @inline(__always)
  private static func digits(_ word: UInt64, _ value: inout UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let bare = word ^ (ones &* 0x30)
    let others = ((bare &+ (ones &* 0x76)) | bare) & (ones &* 0x80)
    let count = others.trailingZeroBitCount / 8
    if count == 0 { return 0 }
    // The digits move to the top, so that zeros stand before them; then pairs, fours and eights are joined.
    var sum = bare << UInt64(64 &- 8 &* count)
    sum = (sum &* 10) &+ (sum >> 8)
    let low = (sum & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((sum >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    value = value &* powersOfTen(count) &+ ((low &+ high) >> 32)
    return count
  }

  @inline(__always)
  private static func powersOfTen(_ count: Int) -> UInt64 {
    switch count {
    case 1: 10
    case 2: 100
    case 3: 1000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    default: 100_000_000
    }
  }

  @inline(never)
  private mutating func unusualUnsigned(_ field: SafetensorsError.Field) throws(HeaderFault) -> Int {
    guard let first = cursor.current, first == UInt8(ascii: "-") || first &- UInt8(ascii: "0") < 10 else {
      throw wrongValue(.wrongType(field))
    }
    let token: ByteCursor.NumberToken
    do throws(JSONFault) { token = try cursor.number() } catch { throw HeaderFault(error) }
    guard token.isInteger, first != UInt8(ascii: "-") else {
      throw HeaderFault(.notUnsignedInteger(field), at: token.start)
    }
    guard let value = cursor.bytes.jsonInteger(in: token.start..<token.end) else {
      throw HeaderFault(.integerTooLarge(field), at: token.start)
    }
    return value
  }
}
