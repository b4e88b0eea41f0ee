/// One pass over the header of a safetensors file.
///
/// It reads JSON without building it: an object whose members are tensors, but for `__metadata__`. What the reference
/// accepts because of how it reads JSON is accepted too: white space, fields in any order, unknown fields, a
/// description as an array of its three fields, and a dtype as `{"F32": null}`.
struct SafetensorsScanner: ~Escapable {
  var cursor: ByteCursor
  /// The names that are written with escapes, resolved, one after the other.
  var unescapedNames: ContiguousArray<UInt8> = []
  var dimensions: ContiguousArray<Int> = []
  var entries: ContiguousArray<SafetensorsHeader.Entry> = []
  var metadata: [(key: String, value: String)] = []
  /// Where the name of the tensor is that is being looked at, for errors: as in `SafetensorsHeader.Entry`.
  var current: Range<Int>?
  private var hasMetadata = false
  /// Where the escaped names stand in the header.
  var unescapedOffsets: [Int: Int] = [:]
  let spellings = DTypeSpelling.all
  var known = KnownDescriptions()

  @_lifetime(copy header)
  init(_ header: Span<UInt8>) {
    cursor = ByteCursor(header)
    // A tensor seldom takes less than 96 bytes of header. What is reserved in vain costs nothing, growing does.
    entries.reserveCapacity(header.count / 96)
    dimensions.reserveCapacity(header.count / 48)
  }

  /// The bytes of a name, from where `SafetensorsHeader.Entry` says it is.
  @_lifetime(borrow self)
  @inline(__always)
  func name(at start: Int, length: Int) -> Span<UInt8> {
    if start < cursor.bytes.count { return cursor.bytes.extracting(start..<start &+ length) }
    let start = start &- cursor.bytes.count
    return unescapedNames.span.extracting(start..<start &+ length)
  }

  /// The name of the tensor that is being looked at.
  var currentName: String? {
    guard let current else { return nil }
    return name(at: current.lowerBound, length: current.count).string(in: 0..<current.count)
  }

  /// The place of the fault as the header tells it.
  func offset(of entry: SafetensorsHeader.Entry) -> Int {
    let start = Int(entry.nameStart)
    return start < cursor.bytes.count ? start - 1 : unescapedOffsets[start] ?? 0
  }

  mutating func scan() throws(HeaderFault) {
    cursor.skipWhitespace()
    guard cursor.consume(UInt8(ascii: "{")) else { throw notAnObject() }
    cursor.skipWhitespace()
    if !cursor.consume(UInt8(ascii: "}")) {
      repeat {
        cursor.skipWhitespace()
        try member()
        cursor.skipWhitespace()
      } while cursor.consume(UInt8(ascii: ","))
      guard cursor.consume(UInt8(ascii: "}")) else { throw HeaderFault(cursor.unexpected(.commaOrBrace)) }
    }
    current = nil
    cursor.skipWhitespace()
    guard cursor.isAtEnd else { throw HeaderFault(.json(.trailingBytes), at: cursor.position) }
  }

  private func notAnObject() -> HeaderFault {
    startsValue ? HeaderFault(.headerNotObject, at: cursor.position) : HeaderFault(cursor.unexpected(.object))
  }

  private mutating func member() throws(HeaderFault) {
    let start = cursor.position
    let key = try string(expected: .key)
    let description = cursor.position
    // A key of twelve bytes may be that of the metadata.
    if !key.hasEscapes, key.end &- key.start != 12, repeatedTensor(key.range) { return }
    try colon()
    if isMetadataKey(key) {
      current = nil
      guard !hasMetadata else { throw HeaderFault(.duplicateMetadata, at: start) }
      hasMetadata = true
      try readMetadata()
    } else {
      try tensor(key, at: start, described: description)
    }
  }

  private func isMetadataKey(_ key: ByteCursor.StringToken) -> Bool {
    if key.hasEscapes {
      var decoded: ContiguousArray<UInt8> = []
      decoded.append(unescaping: cursor.bytes, in: key.range)
      return decoded.span.equals("__metadata__" as String)
    }
    return key.end &- key.start == 12 && cursor.bytes.equals("__metadata__", in: key.range)
  }

  /// `__metadata__`: null, or an object of strings. Keys may repeat; the reference keeps the last.
  private mutating func readMetadata() throws(HeaderFault) {
    if cursor.current == UInt8(ascii: "n") {
      do throws(JSONFault) { try cursor.literal("null") } catch { throw HeaderFault(error) }
      return
    }
    guard cursor.consume(UInt8(ascii: "{")) else { throw wrongValue(.metadataNotStrings) }
    cursor.skipWhitespace()
    if cursor.consume(UInt8(ascii: "}")) { return }
    repeat {
      cursor.skipWhitespace()
      let key = try string(expected: .key)
      try colon()
      guard cursor.current == UInt8(ascii: "\"") else { throw wrongValue(.metadataNotStrings) }
      let value = try string(expected: .quote)
      metadata.append((text(key), text(value)))
      cursor.skipWhitespace()
    } while cursor.consume(UInt8(ascii: ","))
    guard cursor.consume(UInt8(ascii: "}")) else { throw HeaderFault(cursor.unexpected(.commaOrBrace)) }
  }
}

// MARK: - What the grammar of JSON gives, with this type's error

extension SafetensorsScanner {
  @inline(__always)
  mutating func string(expected: JSONError.Expectation) throws(HeaderFault) -> ByteCursor.StringToken {
    do throws(JSONFault) { return try cursor.string(expected: expected) } catch { throw HeaderFault(error) }
  }

  @inline(__always)
  mutating func colon() throws(HeaderFault) {
    do throws(JSONFault) { try cursor.colon() } catch { throw HeaderFault(error) }
  }

  /// Whether the byte here can begin a JSON value.
  var startsValue: Bool {
    switch cursor.current ?? 0 {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "t"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// The fault of a value of the wrong kind, or of something that is no value at all.
  @inline(never)
  func wrongValue(_ reason: SafetensorsError.Reason) -> HeaderFault {
    startsValue ? HeaderFault(reason, at: cursor.position) : HeaderFault(cursor.unexpected(.value))
  }

  func text(_ token: ByteCursor.StringToken) -> String {
    guard token.hasEscapes else { return cursor.bytes.string(in: token.range) }
    var decoded: ContiguousArray<UInt8> = []
    decoded.append(unescaping: cursor.bytes, in: token.range)
    return decoded.span.string(in: 0..<decoded.count)
  }
}
