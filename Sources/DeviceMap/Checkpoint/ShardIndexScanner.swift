/// One pass over an index: the reader of a safetensors header for a simpler text, in the Python dialect, as
/// transformers reads it. What is not `weight_map` or `metadata` is skipped.
struct ShardIndexScanner: ~Escapable {
  private var cursor: ByteCursor
  var shards = ByteTable()
  var entries: ContiguousArray<ShardIndex.Entry> = []
  var unescaped: ContiguousArray<UInt8> = []
  var totalSize: Int?
  /// `metadata.dtype`, where it is a string.
  var dtypeName: String?
  /// What is wrong with an index that is good JSON; the first thing counts.
  var problem: (reason: IndexError.Reason, offset: Int)?
  /// The shard of the tensor before, as it is written, with its quotes: most often that of the next one too.
  private var lastShard: (range: Range<Int>, id: Int32) = (0..<0, -1)
  private var hasWeightMap = false

  /// No model has as many; what is beyond is not kept.
  private static let mostTensors = 1 << 21
  private static let mostShards = 1 << 16

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    cursor = ByteCursor(bytes)
    entries.reserveCapacity(bytes.count / 64)
  }

  mutating func scan() throws(JSONFault) {
    cursor.skipWhitespace()
    guard cursor.current == UInt8(ascii: "{") else {
      note(.notAnObject, cursor.position)
      try cursor.skipValue(depth: 0, dialect: .python)
      return try finish()
    }
    try members { scanner, key throws(JSONFault) in
      if scanner.cursor.bytes.equals("weight_map", in: key.range) {
        try scanner.weightMap()
      } else if scanner.cursor.bytes.equals("metadata", in: key.range) {
        try scanner.metadata()
      } else {
        try scanner.cursor.skipValue(depth: 1, dialect: .python)
      }
    }
    try finish()
    if !hasWeightMap { note(.noWeightMap, 0) } else if entries.isEmpty { note(.empty, 0) }
  }

  private mutating func finish() throws(JSONFault) {
    cursor.skipWhitespace()
    guard cursor.isAtEnd else { throw JSONFault(.trailingBytes, at: cursor.position) }
  }

  private mutating func note(_ reason: IndexError.Reason, _ offset: Int) {
    if problem == nil { problem = (reason, offset) }
  }

  /// An object: `value` is called with each key, the cursor at its value.
  @inline(__always)
  private mutating func members(
    _ value: (inout ShardIndexScanner, ByteCursor.StringToken) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    cursor.position += 1
    cursor.skipWhitespace()
    if cursor.consume(UInt8(ascii: "}")) { return }
    repeat {
      cursor.skipWhitespace()
      let key = try cursor.string(expected: .key, dialect: .python)
      try cursor.colon()
      try value(&self, key)
      cursor.skipWhitespace()
    } while cursor.consume(UInt8(ascii: ","))
    guard cursor.consume(UInt8(ascii: "}")) else { throw cursor.unexpected(.commaOrBrace) }
  }

  private mutating func metadata() throws(JSONFault) {
    guard cursor.current == UInt8(ascii: "{") else { return try cursor.skipValue(depth: 1, dialect: .python) }
    try members { scanner, key throws(JSONFault) in
      let start = scanner.cursor.position
      try scanner.cursor.skipValue(depth: 2, dialect: .python)
      let value = start..<scanner.cursor.position
      if scanner.cursor.bytes.equals("total_size", in: key.range) {
        scanner.readTotalSize(value)
      } else if scanner.cursor.bytes.equals("dtype", in: key.range), scanner.cursor.bytes[start] == UInt8(ascii: "\"") {
        scanner.dtypeName = scanner.cursor.bytes.string(in: start + 1..<scanner.cursor.position - 1)
      }
    }
  }

  /// A whole number, also where it is written as a float (`2.5e9`), as some tools do.
  private mutating func readTotalSize(_ range: Range<Int>) {
    let bytes = cursor.bytes
    guard bytes[range.lowerBound] == UInt8(ascii: "-") || bytes[range.lowerBound] &- UInt8(ascii: "0") < 10 else {
      return
    }
    var part = ByteCursor(bytes.extracting(range))
    guard let token = try? part.number() else { return }
    totalSize = token.isInteger ? bytes.jsonInteger(in: range) : Int(exactly: bytes.jsonDouble(in: range))
  }

  private mutating func weightMap() throws(JSONFault) {
    guard cursor.current == UInt8(ascii: "{") else {
      note(.noWeightMap, cursor.position)
      hasWeightMap = true
      return try cursor.skipValue(depth: 1, dialect: .python)
    }
    hasWeightMap = true
    entries.removeAll(keepingCapacity: true)
    try members { scanner, key throws(JSONFault) in try scanner.entry(key) }
  }

  @inline(__always)
  private mutating func entry(_ key: ByteCursor.StringToken) throws(JSONFault) {
    let at = cursor.position
    guard cursor.current == UInt8(ascii: "\"") else {
      try cursor.skipValue(depth: 2, dialect: .python)
      return note(.shardNotString(tensor: cursor.bytes.string(in: key.range)), at)
    }
    let shard = isLastShard(at: at) ? lastShard.id : try otherShard(of: key)
    var name = key.range
    if key.hasEscapes {
      let start = cursor.bytes.count + unescaped.count
      unescaped.append(unescaping: cursor.bytes, in: key.range)
      name = start..<cursor.bytes.count + unescaped.count
    }
    guard entries.count < Self.mostTensors else { return note(.tooMany("tensors", limit: Self.mostTensors), at) }
    entries.append(
      ShardIndex.Entry(
        start: UInt32(truncatingIfNeeded: name.lowerBound), length: UInt32(truncatingIfNeeded: name.count),
        shard: shard))
  }

  /// Whether the last shard is written here again, which is consumed then.
  @inline(__always)
  private mutating func isLastShard(at position: Int) -> Bool {
    let (range, id) = lastShard
    guard id >= 0, range.count <= cursor.bytes.count &- position,
      cursor.bytes.equals(cursor.bytes, at: range.lowerBound, from: position, length: range.count)
    else { return false }
    cursor.position = position &+ range.count
    return true
  }

  @inline(never)
  private mutating func otherShard(of key: ByteCursor.StringToken) throws(JSONFault) -> Int32 {
    let start = cursor.position
    let value = try cursor.string(dialect: .python)
    var decoded: ContiguousArray<UInt8> = []
    decoded.append(unescaping: cursor.bytes, in: value.range)
    let (id, isNew) = shards.insert(decoded.span, in: 0..<decoded.count)
    if isNew, shards.count > Self.mostShards { note(.tooMany("files", limit: Self.mostShards), value.start) }
    if isNew, !Self.isPlainName(decoded) {
      note(
        .shardOutside(tensor: cursor.bytes.string(in: key.range), shard: decoded.span.string(in: 0..<decoded.count)),
        value.start)
    }
    lastShard = (start..<cursor.position, id)
    return id
  }

  /// An index must not lead out of its directory: no absolute path, no `..`; a folder below it is allowed.
  static func isPlainName(_ name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, first != UInt8(ascii: "/"), !name.contains(0) else { return false }
    return !name.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual([0x2E, 0x2E]) }
  }
}
