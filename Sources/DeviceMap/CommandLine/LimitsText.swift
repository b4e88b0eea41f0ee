/// Limits as `--max-memory` takes them: `0=24GiB,cpu=64g`, a JSON object, or a dict as Python prints it.
enum LimitsText {
  private typealias Member = (name: String, limit: MaxMemory.Limit)

  /// - Throws: ``UsageError/limitWithoutUnit(device:number:)`` for a limit such as `0=24`, and what reading throws.
  static func limits(_ text: String) throws -> MaxMemory {
    let members = try members(text)
    try checkUnits(members, least: SizeText.leastBareBytes)
    return try MaxMemory(
      members: members.map { member in
        guard case .text(let size) = member.limit else { return member }
        return (member.name, .text(SizeText.spelledOut(size)))
      })
  }

  /// Asks about limits that are too few bytes for a model that is not a toy.
  ///
  /// - Throws: ``UsageError/limitWithoutUnit(device:number:)``.
  static func checkUnits(_ arguments: Arguments, for tree: ModuleTree) throws {
    guard tree.parameterCount > SizeText.leastBareBytesOfModels else { return }
    for text in arguments.values("max-memory") {
      try checkUnits(try members(text), least: SizeText.leastBareBytesOfModels)
    }
  }

  private static func checkUnits(_ members: [Member], least: Int) throws(UsageError) {
    for (name, limit) in members {
      let bytes =
        switch limit {
        case .bytes(let bytes): bytes
        case .text(let size): SizeText.bareBytes(size) ?? 0
        case .unlimited: 0
        }
      if (1..<least).contains(bytes) { throw .limitWithoutUnit(device: trimmed(name), number: String(bytes)) }
    }
  }

  private static func members(_ text: String) throws -> [Member] {
    if text.drop(while: { $0 == " " }).hasPrefix("{") { return try object(text) }
    return try text.split(separator: ",").filter { part in part.contains { $0 != " " } }.map { part in
      guard let equals = part.firstIndex(of: "=") else { throw MaxMemoryError.notAPair(String(part)) }
      return (String(part[..<equals]), .text(String(part[part.index(after: equals)...])))
    }
  }

  private static func object(_ text: String) throws -> [Member] {
    do {
      return try JSONDocument(parsing: Array(text.utf8)).root.members.map { member in
        if let bytes = member.value.int { return (member.key, .bytes(bytes)) }
        if let text = member.value.string { return (member.key, .text(text)) }
        throw UsageError.limitOfNoSize(device: member.key)
      }
    } catch let error as JSONError {
      guard let dict = PythonDict.members(text) else { throw error }
      return dict
    }
  }
}

/// A dict of sizes as it stands in Python: `{0: "24GiB", 'cpu': 64_000_000_000}`.
private struct PythonDict {
  private var rest: Substring.UTF8View

  /// The keys and values in order; nil when the text is something else.
  static func members(_ text: String) -> [(name: String, limit: MaxMemory.Limit)]? {
    var dict = PythonDict(rest: text[...].utf8)
    guard dict.accept("{") else { return nil }
    var members: [(name: String, limit: MaxMemory.Limit)] = []
    while !dict.accept("}") {
      guard let key = dict.quoted() ?? dict.number(), dict.accept(":") else { return nil }
      if let size = dict.quoted() {
        members.append((key, .text(size)))
      } else if let number = dict.number(), let bytes = Int(number) {
        members.append((key, .bytes(bytes)))
      } else {
        return nil
      }
      if !dict.accept(",") {
        guard dict.accept("}") else { return nil }
        break
      }
    }
    dict.skipSpace()
    return dict.rest.isEmpty ? members : nil
  }

  private mutating func skipSpace() { rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) } }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// A text in quotes of either kind, without escapes.
  private mutating func quoted() -> String? {
    skipSpace()
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let inner = rest.dropFirst()
    guard let end = inner.firstIndex(of: quote) else { return nil }
    let text = inner[..<end]
    guard !text.contains(UInt8(ascii: "\\")) else { return nil }
    rest = inner[inner.index(after: end)...]
    return String(Substring(text))
  }

  /// The digits of a whole number, underscores taken out.
  private mutating func number() -> String? {
    skipSpace()
    let digits = rest.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    guard let first = digits.first, first != UInt8(ascii: "_") else { return nil }
    rest = rest[digits.endIndex...]
    return String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }
}
