/// Limits as `--max-memory` takes them: `0=24GiB,cpu=64g`, a JSON object, or a dict as Python prints it.
enum LimitsText {
  /// - Throws: ``UsageError/limitWithoutUnit(device:number:)`` for a limit such as `0=24`, and what reading throws.
  static func limits(_ text: String) throws -> MaxMemory {
    let limits = text.drop { $0 == " " }.hasPrefix("{") ? try object(text) : try list(text)
    for case (let device, .bytes(let bytes)) in limits.limits where SizeText.isQuestionable(String(bytes)) {
      throw UsageError.limitWithoutUnit(device: device.description, number: String(bytes))
    }
    return limits
  }

  private static func list(_ text: String) throws -> MaxMemory {
    let parts = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let equals = part.firstIndex(of: "=") else { return String(part) }
      let device = part[..<equals]
      return device + "=" + (try size(String(part[part.index(after: equals)...]), of: trimmed(device)))
    }
    return try MaxMemory(parsing: parts.joined(separator: ","))
  }

  private static func size(_ text: String, of device: String) throws(UsageError) -> String {
    if SizeText.isQuestionable(text) { throw .limitWithoutUnit(device: device, number: trimmed(text)) }
    return SizeText.spelledOut(text)
  }

  private static func object(_ text: String) throws -> MaxMemory {
    var members: [(name: String, limit: MaxMemory.Limit)]
    do {
      members = try Self.members(of: try JSONDocument(parsing: Array(text.utf8)))
    } catch let error as JSONError {
      guard let dict = PythonDict.members(text) else { throw error }
      members = dict
    }
    for index in members.indices {
      guard case .text(let text) = members[index].limit else { continue }
      members[index].limit = .text(try size(text, of: members[index].name))
    }
    return try MaxMemory(members: members)
  }

  /// The members of a JSON object of sizes; numbers are bytes.
  private static func members(of document: JSONDocument) throws -> [(name: String, limit: MaxMemory.Limit)] {
    try document.root.members.map { member in
      if let bytes = member.value.int { return (member.key, .bytes(bytes)) }
      if let text = member.value.string { return (member.key, .text(text)) }
      throw UsageError.limitOfNoSize(device: member.key)
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
