/// Limits as `--max-memory` takes them: `0=24GiB,cpu=64g`, a JSON object, or a dict as Python prints it.
enum LimitsText {
  private typealias Member = (name: String, limit: MaxMemory.Limit)

  /// - Throws: ``UsageError/limitWithoutUnit(device:number:)`` for a limit such as `0=24`, ``UsageError/sizeInBits`` for
  ///   `0=24gb`, and what reading throws.
  static func limits(_ text: String) throws -> MaxMemory {
    let members = try members(text)
    // The variable of a shell that is not set; no limits at all would put the whole model on disk.
    guard !members.isEmpty else { throw UsageError.missingValue(option: "--max-memory", value: "LIST") }
    try checkUnits(members, least: SizeText.leastBareBytes)
    return try MaxMemory(
      members: members.map { member in
        guard case .text(let size) = member.limit else { return member }
        if (try? MemorySize(parsing: size))?.isBitCount == true {
          _ = try SizeText.size(size, of: "--max-memory \(trimmed(member.name))")
        }
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
      guard let equals = part.firstIndex(of: "=") else {
        if (try? MemorySize(parsing: SizeText.spelledOut(String(part)))) != nil {
          throw UsageError.limitWithoutDevice(trimmed(part))
        }
        throw MaxMemoryError.notAPair(String(part))
      }
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
      return dict.map { member in
        switch member.value {
        case .integer(let bytes): (member.key, .bytes(bytes))
        case .text(let size): (member.key, .text(size))
        }
      }
    }
  }
}
