/// A catalog file of the user. It is small, so all of it is indexed; nothing needs to be sorted, and the head tables may
/// be left out: they follow from the `config`, `model` and `convert` lines.
package struct CatalogAddition: Sendable {
  package let bytes: ContiguousArray<UInt8>
  package let file: String
  package private(set) var tables: [Catalog.Table: [String: String]] = [:]
  package private(set) var units: [String: Range<Int>] = [:]
  package private(set) var unitNames: [String] = []
  package private(set) var shared: [Int: Range<Int>] = [:]

  init(_ bytes: ContiguousArray<UInt8>, file: String) throws(CatalogError) {
    self.bytes = bytes
    self.file = file
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw CatalogError(.notUTF8, file: file, line: 1, column: 1)
    }
    var outline = CatalogOutline(bytes: bytes, range: 0..<bytes.count)
    while let line = outline.next() {
      guard line.indent == 0 else { throw error(.badIndentation, at: line.range.lowerBound) }
      let words = Words(bytes, line.range)
      switch words.first ?? "" {
      case "transformers": break
      case "unit": try addUnit(words, line, &outline)
      case "shared":
        guard let number = words.second.flatMap({ Int($0) }) else { throw error(.badNumber, at: line.range.lowerBound) }
        shared[number] = outline.skipBody(of: line)
      case let keyword:
        let table = Catalog.Table.allCases.first { "\($0.keyword)" == keyword }
        guard let table else { throw error(.unknownEntry(keyword), at: line.range.lowerBound) }
        try addRow(line, of: table)
      }
    }
  }

  private func error(_ reason: CatalogError.Reason, at offset: Int) -> CatalogError {
    var line = 1
    var start = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 10 {
      line += 1
      start = index + 1
    }
    return CatalogError(reason, file: file, line: line, column: offset - start + 1)
  }

  private mutating func addRow(_ line: CatalogOutline.Line, of table: Catalog.Table) throws(CatalogError) {
    let text = String(decoding: bytes[line.range], as: UTF8.self).dropFirst(table.keyword.utf8CodeUnitCount + 1)
    guard let equals = String(text).utf8.firstRange(ofBytes: " = ".utf8) else {
      throw error(.expected("' = '"), at: line.range.lowerBound)
    }
    let row = String(text)
    tables[table, default: [:]][String(row[..<equals.lowerBound])] = String(row[equals.upperBound...])
  }

  /// A unit's entries may stand under it with or without indentation.
  private mutating func addUnit(
    _ words: Words, _ line: CatalogOutline.Line, _ outline: inout CatalogOutline
  ) throws(CatalogError) {
    guard let name = words.second else { throw error(.expected("a name"), at: line.range.upperBound) }
    guard units[name] == nil else { throw error(.duplicate("unit \(name)"), at: line.range.lowerBound) }
    var end = outline.skipBody(of: line).upperBound
    while let next = outline.peek(), next.indent == 0, isEntry(next.range) {
      _ = outline.next()
      end = outline.skipBody(of: next).upperBound
    }
    units[name] = line.range.lowerBound..<end
    unitNames.append(name)
    deriveRows(of: name, line.range.upperBound..<end)
  }

  private func isEntry(_ range: Range<Int>) -> Bool {
    let words = Words(bytes, range)
    switch words.first {
    case "config", "class", "classes", "headers": return true
    case "model": return words.third != "=" || words.fourth.flatMap { Int($0) } != nil
    case "convert": return words.third != "="
    default: return false
    }
  }

  private mutating func deriveRows(of unit: String, _ range: Range<Int>) {
    var outline = CatalogOutline(bytes: bytes, range: range)
    while let line = outline.next() {
      _ = outline.skipBody(of: line)
      let words = Words(bytes, line.range)
      guard let name = words.second else { continue }
      switch words.first {
      case "config" where words.third == ":":
        let type = words.fourth ?? ""
        tables[.type, default: [:]][type] = "\(unit).\(name)"
        let classes = String(decoding: bytes[line.range], as: UTF8.self).split(separator: " ").dropFirst(4)
        if !classes.isEmpty { tables[.auto, default: [:]]["AutoModel \(type)"] = classes.joined(separator: " ") }
      case "model": tables[.model, default: [:]][name] = unit
      case "convert": tables[.convert, default: [:]][name] = unit
      default: break
      }
    }
  }

  /// What the file says of a unit.
  func part(_ name: String) -> CatalogUnit.Part? {
    guard let range = units[name] else { return nil }
    let bytes = bytes
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] != 10 { start += 1 }
    let body = ContiguousArray(bytes[min(start + 1, range.upperBound)..<range.upperBound])
    return CatalogUnit.Part(bytes: body, file: file) { 2 + bytes[..<range.lowerBound].count { $0 == 10 } }
  }
}
