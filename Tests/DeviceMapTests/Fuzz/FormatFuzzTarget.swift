import DeviceMap

/// The targets that need nothing of models: formats of files, and patterns of names. libFuzzer runs them with the folders below
/// models alone, since it goes through a counter of every branch of the program after each input.
package enum FormatFuzzTarget: String, CaseIterable, Sendable {
  case header, json, index, pattern

  /// Works on `bytes`. O(their length), as long as the library keeps its word.
  package func run(_ bytes: [UInt8]) {
    switch self {
    case .header: Self.readHeader(bytes)
    case .json: Self.readJSON(bytes)
    case .index: Self.readIndex(bytes)
    case .pattern: Self.matchPattern(bytes)
    }
  }

  /// A header alone; what it holds is as long as it says.
  private static func readHeader(_ bytes: [UInt8]) {
    for completeness in [SafetensorsHeader.Completeness.headerOnly, .wholeFile] {
      guard
        let header = try? SafetensorsHeader(
          ContiguousArray(bytes), fileLength: bytes.count + 8, path: "x", completeness: completeness)
      else { continue }
      precondition(header.fileLength == 8 + bytes.count + header.dataLength)
      for entry in header.entries {
        precondition(entry.begin <= entry.end && entry.end <= header.dataLength)
        precondition(header.name(of: entry).count == entry.nameLength)
      }
    }
  }

  /// A value is what its own source says; strict JSON is Python's JSON.
  private static func readJSON(_ bytes: [UInt8]) {
    let strict = try? JSONDocument(parsing: bytes)
    guard let python = try? JSONDocument(parsing: bytes, dialect: .python) else {
      precondition(strict == nil)
      return
    }
    var open = [python.root]
    while let value = open.popLast() {
      open += value.elements
      open += value.members.map(\.value)
      precondition(value.kind != .string || value.string != nil)
      precondition((try? JSONDocument(parsing: value.source, dialect: .python))?.root.kind == value.kind)
      if open.count > 64 { open.removeFirst(32) }
    }
  }

  private static func readIndex(_ bytes: [UInt8]) {
    guard let index = try? ShardIndex(ContiguousArray(bytes), path: "x") else { return }
    precondition(index.tensors.count == index.count && !index.shards.isEmpty)
    for tensor in index.tensors { precondition(index.shards.contains(tensor.shard)) }
  }

  /// A pattern, a line, and what it is to match, in few steps (every sixteenth length in more): what uses up the usual ones
  /// stands in `NamePatternTests`.
  private static func matchPattern(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    guard let pattern = try? NamePattern(String(decoding: parts[0], as: UTF8.self)) else { return }
    let subject = parts.count > 1 ? Array(parts[1]) : []
    let budget = WorkBudget(steps: bytes.count % 16 == 0 ? 1 << 14 : 1 << 9)
    guard let match = pattern.firstMatch(in: subject, budget) else { return }
    precondition(match.range.upperBound <= subject.count && match.groups.count == pattern.groupCount)
  }
}
