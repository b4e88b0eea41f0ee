/// What a line of a catalog that is not part of a body starts.
package enum CatalogEntryKind: UInt8, Sendable {
  case config, `class`, model, headers, convert, type, auto, activation

  /// Whether it is one line, `KEY = VALUE`, without a body.
  package var isRow: Bool { self == .type || self == .auto || self == .activation }
}

/// Where the entries of one catalog text stand, by name: made in one pass over the text, which is not read further.
struct CatalogIndex: Sendable {
  struct Entry: Sendable {
    var kind: CatalogEntryKind
    var unit: Int32
    /// Where its first word stands.
    var start: Int32
    /// What it is found by.
    var name: TextRange
    /// Where the next entry starts.
    var end: Int32
  }

  /// A range of a text, which is shorter than 2 GB.
  struct TextRange: Sendable {
    private let lower: Int32
    private let upper: Int32

    init(_ range: Range<Int>) {
      lower = Int32(truncatingIfNeeded: range.lowerBound)
      upper = Int32(truncatingIfNeeded: range.upperBound)
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }
  }

  /// The longest text that is read, in bytes.
  static let longestText = Int(Int32.max)

  /// The entries of a family of models.
  struct Unit: Sendable {
    var name: Range<Int>
    /// The line that opens it.
    var start: Int
    var end: Int
    /// The line below it that says where its entries come from; empty when there is none.
    var provenance: Range<Int>
  }

  /// Names of one kind do not meet those of another.
  enum Space: UInt8, Sendable {
    case unit, entry, model, type, auto, activation, convert
  }

  private struct Key: Sendable {
    var space: Space
    /// The unit within which the name counts, -1 for everywhere.
    var unit: Int32
    var name: TextRange
    /// The entry, or the unit, that it leads to.
    var target: Int32
  }

  private(set) var entries: ContiguousArray<Entry> = []
  private(set) var units: ContiguousArray<Unit> = []
  private var keys: ContiguousArray<Key> = []
  private var slots: HashSlots

  /// An empty index of a text of so many bytes.
  init(byteCount: Int) {
    let expected = byteCount / 150
    entries.reserveCapacity(expected)
    keys.reserveCapacity(expected)
    slots = HashSlots(expectedCount: expected)
  }

  // MARK: - Looking up

  /// The entry, or the unit, of a name. Expected O(length of the name).
  func find(_ space: Space, _ name: String, unit: Int32 = -1, in text: Span<UInt8>) -> Int? {
    name.withSpan { name in
      let found = slots.find(Self.hash(space, name, 0..<name.count, unit: unit)) { number in
        let key = keys[Int(number)]
        let known = key.name.range
        return key.space == space && key.unit == unit && known.count == name.count
          && text.equals(name, at: 0, from: known.lowerBound, length: name.count)
      }
      return found.map { Int(keys[Int($0)].target) }
    }
  }

  /// The names of a kind, in the order in which they first stand in the text. O(n).
  func names(_ space: Space) -> [Range<Int>] { keys.filter { $0.space == space }.map(\.name.range) }

  /// The first line of an entry, from its first word on. O(length).
  func head(of entry: Entry, in text: Span<UInt8>) -> Range<Int> {
    Int(entry.start)..<Self.lineEnd(Int(entry.start), in: text)
  }

  /// Where the line that holds `start` ends, without the blanks at its end. O(length).
  static func lineEnd(_ start: Int, in text: Span<UInt8>) -> Int {
    var end = start
    while end < text.count, text[end] != 10 { end += 1 }
    while end > start, text[end - 1] == UInt8(ascii: " ") || text[end - 1] == 13 { end -= 1 }
    return end
  }

  /// The unit that holds a byte of the text, nil in front of the first. O(log n).
  func unit(at offset: Int) -> Unit? {
    let next = units.indices.firstIndex(notBefore: { units[$0].start <= offset })
    return next == 0 ? nil : units[next - 1]
  }

  private static func hash(_ space: Space, _ text: Span<UInt8>, _ name: Range<Int>, unit: Int32) -> UInt64 {
    let hash = ByteHash.process(text, at: name.lowerBound, length: name.count)
    let scope = UInt64(truncatingIfNeeded: Int(unit) &* 16 &+ Int(space.rawValue))
    return (hash ^ scope) &* 0x9E37_79B9_7F4A_7C15
  }

  // MARK: - Adding

  /// Opens a unit; false when the text has one of that name already.
  mutating func addUnit(_ name: Range<Int>, start: Int, in text: Span<UInt8>) -> Bool {
    units.append(Unit(name: name, start: start, end: text.count, provenance: start..<start))
    return add(.unit, name, unit: -1, target: units.count - 1, text) == nil
  }

  mutating func setProvenance(_ line: Range<Int>) { units[units.count - 1].provenance = line }

  /// Ends the entry, and with `unit` the unit, that the text was in.
  mutating func close(at offset: Int, unit: Bool) {
    if !entries.isEmpty { entries[entries.count - 1].end = min(entries[entries.count - 1].end, Int32(offset)) }
    if unit, !units.isEmpty { units[units.count - 1].end = offset }
  }

  /// Adds an entry under its names. Of equal entries of a unit the last counts; a model that several units describe is
  /// that of the first.
  mutating func add(_ entry: Entry, modelType: Range<Int>?, in text: Span<UInt8>) {
    let number = entries.count
    let name = entry.name.range
    entries.append(entry)
    let (space, unit) = Self.place(of: entry)
    if let known = add(space, name, unit: unit, target: number, text) { replace(known, number) }
    if entry.kind == .model, !isVariant(name, text),
      let known = add(.model, name, unit: -1, target: number, text),
      entries[Int(keys[known].target)].unit == entry.unit
    {
      replace(known, number)
    }
    if let modelType { add(number, asConfigOf: modelType, in: text) }
  }

  private static func place(of entry: Entry) -> (space: Space, unit: Int32) {
    switch entry.kind {
    case .type: (.type, -1)
    case .auto: (.auto, -1)
    case .activation: (.activation, -1)
    case .convert: (.convert, -1)
    case .config, .class, .model, .headers: (.entry, entry.unit)
    }
  }

  /// The config of a model type: what a `type` line says, else that of the unit called like it, else the first.
  private mutating func add(_ number: Int, asConfigOf type: Range<Int>, in text: Span<UInt8>) {
    guard let known = add(.type, type, unit: -1, target: number, text) else { return }
    let earlier = entries[Int(keys[known].target)]
    let unit = entries[number].unit
    if earlier.kind != .type, earlier.unit == unit || isName(units[Int(unit)].name, of: type, text) {
      replace(known, number)
    }
  }

  private func isVariant(_ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
    for index in name where text[index] == UInt8(ascii: "@") { return true }
    return false
  }

  /// Whether a unit is called like a model type, a dash being an underscore.
  private func isName(_ unit: Range<Int>, of type: Range<Int>, _ text: Span<UInt8>) -> Bool {
    guard unit.count == type.count else { return false }
    for step in 0..<unit.count {
      let byte = text[type.lowerBound + step]
      if text[unit.lowerBound + step] != (byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte) { return false }
    }
    return true
  }

  private mutating func replace(_ key: Int, _ target: Int) { keys[key].target = Int32(target) }

  /// Adds a name; the key that it has already, else nil.
  private mutating func add(
    _ space: Space, _ name: Range<Int>, unit: Int32, target: Int, _ text: Span<UInt8>
  ) -> Int? {
    var keys: ContiguousArray<Key> = []
    swap(&keys, &self.keys)
    defer { swap(&keys, &self.keys) }
    let known = slots.insert(
      Int32(keys.count), hash: Self.hash(space, text, name, unit: unit),
      isSame: { number in
        let key = keys[Int(number)]
        let known = key.name.range
        return key.space == space && key.unit == unit && known.count == name.count
          && text.equals(text, at: name.lowerBound, from: known.lowerBound, length: name.count)
      },
      hashOf: { number in
        let key = keys[Int(number)]
        return Self.hash(key.space, text, key.name.range, unit: key.unit)
      })
    if let known { return Int(known) }
    keys.append(Key(space: space, unit: unit, name: TextRange(name), target: Int32(target)))
    return nil
  }
}
