/// One unit of a catalog: the configs, classes and conversions of a family of models.
///
/// Only the lines that start an entry are looked at when a unit is opened; an entry is read when it is first asked for.
package final class CatalogUnit {
  package let name: String
  private let origins: [(start: Int, part: Part)]
  package let bytes: ContiguousArray<UInt8>
  package let symbols: SymbolStore
  private var entries: [String: EntryRange] = [:]
  package private(set) var entryNames: [String] = []
  private var classes: [String: ClassEntry] = [:]
  private var configs: [String: ConfigKind] = [:]
  private var sharedBody: (Int) throws(CatalogError) -> ContiguousArray<UInt8>?

  struct EntryRange {
    var kind: EntryKind
    /// The first line, without its keyword and the line end.
    var head: Range<Int>
    /// The indented lines.
    var body: Range<Int>
    var column: Int
    /// For a class of a `classes` line: the body that it shares with others, and what stands for `@` in it.
    var shared: (number: Int, prefix: String)?
  }

  enum EntryKind { case config, model, `class`, headers, convert }

  /// The lines of a unit as one text has them.
  struct Part {
    var bytes: ContiguousArray<UInt8>
    /// The file, nil for the built-in text.
    var file: String?
    /// The number of the first line; called only to report an error.
    var firstLine: () -> Int
  }

  /// A unit from one or several texts; of equal entries the last counts.
  init(
    name: String, parts: [Part], symbols: SymbolStore,
    shared: @escaping (Int) throws(CatalogError) -> ContiguousArray<UInt8>?
  ) throws(CatalogError) {
    self.name = name
    self.symbols = symbols
    sharedBody = shared
    var bytes = ContiguousArray<UInt8>()
    var origins: [(start: Int, part: Part)] = []
    for part in parts {
      if bytes.last.map({ $0 != 10 }) ?? false { bytes.append(10) }
      origins.append((bytes.count, part))
      bytes += part.bytes
    }
    self.bytes = bytes
    self.origins = origins
    for index in origins.indices {
      let end = index + 1 < origins.count ? origins[index + 1].start : bytes.count
      try findEntries(origins[index].start..<end)
    }
  }

  /// An error at a byte of the unit.
  func error(_ reason: CatalogError.Reason, at offset: Int) -> CatalogError {
    let (part, line, column) = place(offset)
    return CatalogError(reason, file: part?.file, line: line, column: column)
  }

  package func line(_ offset: Int) -> Int { place(offset).line }

  private func place(_ offset: Int) -> (part: Part?, line: Int, column: Int) {
    let origin = origins.last { $0.start <= offset }
    var line = origin?.part.firstLine() ?? 1
    var start = origin?.start ?? 0
    for index in start..<max(start, min(offset, bytes.count)) where bytes[index] == 10 {
      line += 1
      start = index + 1
    }
    return (origin?.part, line, offset - start + 1)
  }

  // MARK: - Entries

  private func findEntries(_ range: Range<Int>) throws(CatalogError) {
    var outline = CatalogOutline(bytes: bytes, range: range)
    guard let first = outline.peek() else { return }
    let level = first.indent
    while let line = outline.next() {
      guard line.indent == level else { throw error(.badIndentation, at: line.range.lowerBound) }
      let words = Words(bytes, line.range)
      if words.first == "classes" {
        try addClasses(line)
        continue
      }
      guard let keyword = words.first, let kind = Self.kind(keyword) else {
        throw error(.unknownEntry(words.first ?? ""), at: line.range.lowerBound)
      }
      let body = outline.skipBody(of: line)
      guard var key = words.second else { throw error(.expected("a name"), at: line.range.upperBound) }
      switch kind {
      case .headers where words.third == "field": key = "headers \(key) field"
      case .convert: key = "convert \(key)"
      default: break
      }
      if key.hasSuffix(" field") {
        fieldLines[words.second ?? "", default: []].append(words.fourth ?? "")
        continue
      }
      if entries[key] == nil { entryNames.append(key) }
      let head = (line.range.lowerBound + keyword.utf8.count)..<line.range.upperBound
      entries[key] = EntryRange(kind: kind, head: head, body: body, column: level)
    }
  }

  /// `classes PREFIX: A 1, B 2`: the class PREFIXA with the body of `shared 1`, and so on.
  private func addClasses(_ line: CatalogOutline.Line) throws(CatalogError) {
    var words = bytes[line.range].split(separator: UInt8(ascii: " ")).dropFirst()[...]
    guard let head = words.popFirst(), head.last == UInt8(ascii: ":") else {
      throw error(.expected("'PREFIX:'"), at: line.range.lowerBound)
    }
    let prefix = String(decoding: head.dropLast(), as: UTF8.self)
    while let name = words.popFirst() {
      guard let digits = words.popFirst() else { throw error(.badNumber, at: line.range.upperBound) }
      let isLast = digits.last != UInt8(ascii: ",")
      let text = String(decoding: isLast ? digits : digits.dropLast(), as: UTF8.self)
      guard let number = Int(text), isLast == words.isEmpty else { throw error(.badNumber, at: digits.startIndex) }
      let key = prefix + String(decoding: name, as: UTF8.self)
      if entries[key] == nil { entryNames.append(key) }
      entries[key] = EntryRange(
        kind: .class, head: line.range.upperBound..<line.range.upperBound,
        body: line.range.upperBound..<line.range.upperBound, column: line.indent, shared: (number, prefix))
    }
  }

  private var fieldLines: [String: [String]] = [:]

  private static func kind(_ keyword: String) -> EntryKind? {
    switch keyword {
    case "config": .config
    case "model": .model
    case "class": .class
    case "headers": .headers
    case "convert": .convert
    default: nil
    }
  }

  /// Whether the unit describes a class, or says that it cannot.
  package func has(_ name: String) -> Bool { entries[name] != nil }

  /// The class of that name; nil when the catalog only says that it has no closed form, or does not know it.
  package func classEntry(_ name: String) throws(CatalogError) -> ClassEntry? {
    if let known = classes[name] { return known }
    guard let range = entries[name], range.kind == .model || range.kind == .class else { return nil }
    var reader = try ClassReader(unit: self, range: range)
    let entry = try reader.read(name: name)
    classes[name] = entry
    return entry
  }

  package func config(_ name: String) throws(CatalogError) -> ConfigKind? {
    if let known = configs[name] { return known }
    guard let range = entries[name], range.kind == .config else { return nil }
    let kind = try ConfigReader(unit: self, range: range).read(unknown: fieldLines[name] ?? [])
    configs[name] = kind
    return kind
  }

  /// The config of models that name none: the only one there is.
  var onlyConfig: String? {
    let configs = entryNames.filter { entries[$0]?.kind == .config }
    return configs.count == 1 ? configs[0] : nil
  }

  package func conversion(_ key: String) throws(CatalogError) -> [NameTransform]? {
    guard let range = entries["convert \(key)"] else { return nil }
    return try ConversionReader(unit: self, range: range).read()
  }

  /// The other key whose conversions stand for those of `key`, as in `convert KEY as OTHER`.
  package func conversionAlias(_ key: String) -> String? {
    guard let range = entries["convert \(key)"] else { return nil }
    let words = Words(bytes, range.head)
    return words.second == "as" ? words.third : nil
  }

  /// The body of `shared N`, with `prefix` in the place of `@`.
  func shared(_ number: Int, prefix: String, at offset: Int) throws(CatalogError) -> ContiguousArray<UInt8> {
    guard let body = try sharedBody(number) else { throw error(.missing("shared \(number)"), at: offset) }
    var result = ContiguousArray<UInt8>()
    result.reserveCapacity(body.count + 64)
    for (index, byte) in body.enumerated() {
      let previous = index == 0 ? UInt8(ascii: " ") : body[index - 1]
      let inWord = previous.isLetter || previous.isDigit || previous == UInt8(ascii: ".")
      if byte == UInt8(ascii: "@"), !inWord { result.append(contentsOf: prefix.utf8) } else { result.append(byte) }
    }
    return result
  }
}

/// The first words of a line.
struct Words {
  private(set) var first: String?
  private(set) var second: String?
  private(set) var third: String?
  private(set) var fourth: String?

  init(_ bytes: ContiguousArray<UInt8>, _ range: Range<Int>) {
    var words = bytes[range].split(separator: UInt8(ascii: " "), maxSplits: 4).map {
      String(decoding: $0, as: UTF8.self)
    }
    words = Array(words.prefix(4))
    first = words.first
    second = words.count > 1 ? words[1] : nil
    third = words.count > 2 ? words[2] : nil
    fourth = words.count > 3 ? words[3] : nil
  }
}

/// Walks over the lines of a text by their indentation; blank lines and comments are left out.
struct CatalogOutline {
  let bytes: ContiguousArray<UInt8>
  private var position: Int
  private let end: Int

  struct Line {
    /// Spaces before the first word.
    var indent: Int
    /// The line without indentation and line end.
    var range: Range<Int>
  }

  init(bytes: ContiguousArray<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next line, without moving past it.
  mutating func peek() -> Line? {
    while position < end {
      let start = position
      var stop = start
      while stop < end, bytes[stop] != 10 { stop += 1 }
      var first = start
      while first < stop, bytes[first] == UInt8(ascii: " ") { first += 1 }
      var last = stop
      while last > first, bytes[last - 1] == UInt8(ascii: " ") || bytes[last - 1] == 13 { last -= 1 }
      if first == last || bytes[first] == UInt8(ascii: "#") {
        position = min(stop + 1, end)
        continue
      }
      return Line(indent: first - start, range: first..<last)
    }
    return nil
  }

  mutating func next() -> Line? {
    guard let line = peek() else { return nil }
    position = line.range.upperBound
    while position < end, bytes[position] != 10 { position += 1 }
    position = min(position + 1, end)
    return line
  }

  /// The range of the lines that are indented more than `line`, which are passed over.
  mutating func skipBody(of line: Line) -> Range<Int> {
    let start = position
    while let next = peek(), next.indent > line.indent { _ = self.next() }
    return start..<max(start, position)
  }
}
