/// Binary search over the lines of a catalog's text.
///
/// Tables and blocks are sorted by the bytes of their keys. A position in the middle, moved on to the start of the next
/// line (or block), tells on which side to go on.
enum CatalogSearch {
  /// Where the first `shared` or `unit` line starts. O(size of the head).
  static func headEnd(_ bytes: Span<UInt8>) -> Int {
    nextBlock(in: bytes, from: 0, to: bytes.count) ?? bytes.count
  }

  /// The value of `key` in a head table (`KEYWORD KEY = VALUE`).
  static func line(in bytes: Span<UInt8>, _ range: Range<Int>, table: Catalog.Table, key: String) -> Range<Int>? {
    let wanted = ContiguousArray("\(table.keyword) \(key)".utf8)
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      var start = middle
      while start > low, bytes[start - 1] != 10 { start -= 1 }
      var end = middle
      while end < high, bytes[end] != 10 { end += 1 }
      let keyEnd = separator(in: bytes, start..<end) ?? end
      switch order(of: bytes, start..<keyEnd, rankOf: table, wanted) {
      case 0: return min(keyEnd + 3, end)..<end
      case ..<0: low = min(end + 1, high)
      default: high = start
      }
    }
    return nil
  }

  /// Where ` = ` starts.
  private static func separator(in bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard line.count >= 3 else { return nil }
    for index in line.lowerBound..<(line.upperBound - 2)
    where bytes[index] == 32 && bytes[index + 1] == UInt8(ascii: "=") && bytes[index + 2] == 32 { return index }
    return nil
  }

  /// Negative when the line comes before what is wanted: tables in their order, then keys by bytes.
  private static func order(
    of bytes: Span<UInt8>, _ line: Range<Int>, rankOf table: Catalog.Table, _ wanted: ContiguousArray<UInt8>
  ) -> Int {
    let rank = Catalog.Table.allCases.first { starts(bytes, line, with: $0.keyword) }?.rawValue ?? -1
    if rank != table.rawValue { return rank - table.rawValue }
    return compare(bytes, line, wanted)
  }

  private static func compare(_ bytes: Span<UInt8>, _ range: Range<Int>, _ wanted: ContiguousArray<UInt8>) -> Int {
    for index in 0..<min(range.count, wanted.count) where bytes[range.lowerBound + index] != wanted[index] {
      return Int(bytes[range.lowerBound + index]) - Int(wanted[index])
    }
    return range.count - wanted.count
  }

  /// Whether a line starts with a word and a space.
  private static func starts(_ bytes: Span<UInt8>, _ line: Range<Int>, with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard line.count > count, bytes[line.lowerBound + count] == 32 else { return false }
    return word.withBytes { word in
      for index in 0..<count where bytes[line.lowerBound + index] != word[index] { return false }
      return true
    }
  }

  /// All lines of a head table, comments left out.
  static func lines(
    in bytes: Span<UInt8>, _ range: Range<Int>, table: Catalog.Table
  ) -> [(key: String, value: String)] {
    var result: [(key: String, value: String)] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != 10 { end += 1 }
      if starts(bytes, start..<end, with: table.keyword), let equals = separator(in: bytes, start..<end) {
        let key = (start + table.keyword.utf8CodeUnitCount + 1)..<equals
        result.append((bytes.text(key), bytes.text(min(equals + 3, end)..<end)))
      }
      start = end + 1
    }
    return result
  }

  /// The block `KEYWORD NAME` with all that follows up to the next block. `shared` blocks are sorted by number and stand
  /// before the units, which are sorted by name.
  static func block(
    in bytes: Span<UInt8>, _ range: Range<Int>, keyword: StaticString, name: String
  ) -> Range<Int>? {
    let wanted = ContiguousArray(name.utf8)
    let wantsUnit = keyword.utf8CodeUnitCount == 4
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      guard let start = nextBlock(in: bytes, from: middle, to: high) ?? nextBlock(in: bytes, from: low, to: high) else {
        return nil
      }
      var lineEnd = start
      while lineEnd < range.upperBound, bytes[lineEnd] != 10 { lineEnd += 1 }
      let isUnit = bytes[start] == UInt8(ascii: "u")
      let key = (start + (isUnit ? 5 : 7))..<lineEnd
      var order = (isUnit ? 1 : 0) - (wantsUnit ? 1 : 0)
      if order == 0, !isUnit { order = key.count - wanted.count }
      if order == 0 { order = compare(bytes, key, wanted) }
      if order == 0 {
        return start..<(nextBlock(in: bytes, from: lineEnd, to: range.upperBound) ?? range.upperBound)
      }
      if order < 0 {
        low = lineEnd
      } else {
        high = start > middle ? middle : start
      }
    }
    return nil
  }

  // MARK: - Entries of units

  /// Whether a block has the entry `KEYWORD NAME`. O(length of the block).
  static func hasEntry(in bytes: Span<UInt8>, _ block: Range<Int>, keyword: StaticString, name: String) -> Bool {
    let wanted = ContiguousArray("\(keyword) \(name)".utf8)
    var found = false
    forEachEntry(in: bytes, block) { line in
      let end = line.lowerBound + wanted.count
      guard !found, line.count == wanted.count || line.count > wanted.count && bytes[end] == 32 else { return }
      found = compare(bytes, line.lowerBound..<end, wanted) == 0 && !isField(bytes, line)
    }
    return found
  }

  /// Names and units of all entries of a kind, sorted by name; variants (`Name@2`) are no entries of their own.
  static func entries(
    in bytes: Span<UInt8>, _ range: Range<Int>, keyword: StaticString
  ) -> [(key: String, value: String)] {
    var result: [(key: String, value: String)] = []
    var unit = ""
    forEachEntry(in: bytes, range) { line in
      if starts(bytes, line, with: "unit") { unit = bytes.text((line.lowerBound + 5)..<line.upperBound) }
      guard starts(bytes, line, with: keyword) else { return }
      let start = line.lowerBound + keyword.utf8CodeUnitCount + 1
      var end = start
      while end < line.upperBound, bytes[end] != 32 { end += 1 }
      let name = bytes.text(start..<end)
      if !name.utf8.contains(UInt8(ascii: "@")) { result.append((name, unit)) }
    }
    return result.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// The configs that have a model type, in order: `config NAME : TYPE CLASS..`, the classes those of AutoModel.
  static func configs(
    in bytes: Span<UInt8>, _ range: Range<Int>
  ) -> [(unit: String, name: String, type: String, classes: String)] {
    var result: [(unit: String, name: String, type: String, classes: String)] = []
    var unit = ""
    forEachEntry(in: bytes, range) { line in
      if starts(bytes, line, with: "unit") { unit = bytes.text((line.lowerBound + 5)..<line.upperBound) }
      guard starts(bytes, line, with: "config") else { return }
      let words = bytes.text(line).split(separator: " ", maxSplits: 4).map(String.init)
      guard words.count > 3 else { return }
      result.append((unit, words[1], words[3], words.count > 4 ? words[4] : ""))
    }
    return result
  }

  /// Whether a line says that one field of a config is unknown (`headers NAME field FIELD`).
  private static func isField(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard starts(bytes, line, with: "headers") else { return false }
    var start = line.lowerBound + 8
    while start < line.upperBound, bytes[start] != 32 { start += 1 }
    return start < line.upperBound && starts(bytes, (start + 1)..<line.upperBound, with: "field")
  }

  /// Calls `body` with every line that is not indented.
  private static func forEachEntry(in bytes: Span<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != 10 { end += 1 }
      if end > start, bytes[start] != 32 { body(start..<end) }
      start = end + 1
    }
  }

  /// The next line at or behind `position` that starts with `unit ` or `shared `, before `end`.
  private static func nextBlock(in bytes: Span<UInt8>, from position: Int, to end: Int) -> Int? {
    var start = position
    if start > 0, bytes[start - 1] != 10 {
      while start < end, bytes[start] != 10 { start += 1 }
      start += 1
    }
    while start < end {
      let first = bytes[start]
      if first == UInt8(ascii: "u") || first == UInt8(ascii: "s") {
        let line = start..<min(start + 8, bytes.count)
        if starts(bytes, line, with: "unit") || starts(bytes, line, with: "shared") { return start }
      }
      while start < end, bytes[start] != 10 { start += 1 }
      start += 1
    }
    return nil
  }
}
