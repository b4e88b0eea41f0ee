extension ShardIndex {
  /// What was found while the entries of an index were looked up.
  private struct Findings: Sendable {
    var missing = Tally()
    var elsewhere = Tally()
    /// The tensors that were found.
    var found: ContiguousArray<Int32> = []

    /// How many, and the entry and the tensor of the first one.
    struct Tally: Sendable {
      var count = 0
      var entry = 0
      var number = 0

      mutating func add(entry: Int, number: Int = 0) {
        if count == 0 { (self.entry, self.number) = (entry, number) }
        count += 1
      }
    }
  }

  /// Looks up every entry in the headers. Tensors that are nowhere are an error, all else that differs is a note.
  /// Expected O(bytes of names).
  func compare(with storage: Checkpoint.Storage, file: String) throws(CheckpointError) -> [CheckpointNote] {
    let findings = look(in: storage)
    if findings.missing.count > 0 {
      let entry = entries[findings.missing.entry]
      throw .missingTensors(
        index: file, count: findings.missing.count, first: text(of: entry), shard: shards[Int(entry.shard)])
    }
    var notes: [CheckpointNote] = []
    if findings.elsewhere.count > 0 {
      let entry = entries[findings.elsewhere.entry]
      notes.append(
        .tensorsElsewhere(
          count: findings.elsewhere.count, first: text(of: entry), indexed: shards[Int(entry.shard)],
          actual: storage.shards[storage.shard(of: findings.elsewhere.number)].name))
    }
    if let note = unnamed(findings.found, in: storage) { notes.append(note) }
    let total = storage.shards.reduce(0) { $0 + $1.header.dataLength }
    if let totalSize, totalSize != total { notes.append(.totalSizeDiffers(index: totalSize, actual: total)) }
    return notes
  }

  private func look(in storage: Checkpoint.Storage) -> Findings {
    var findings = Findings()
    findings.found.reserveCapacity(entries.count)
    let places = places(in: storage)
    // Both orders are mostly alike, so the next tensor of the same file is tried before the table.
    var next = ContiguousArray(repeating: 0, count: storage.shards.count)
    for (index, entry) in entries.enumerated() {
      let name = name(of: entry)
      let shard = places[Int(entry.shard)]
      let guess = next[shard]
      if guess < storage.shards[shard].header.count, storage.hasName(name, shard: shard, entry: guess) {
        next[shard] = guess + 1
        findings.found.append(Int32(truncatingIfNeeded: storage.shards[shard].firstTensor + guess))
        continue
      }
      guard let number = storage.find(name) else {
        findings.missing.add(entry: index)
        continue
      }
      findings.found.append(Int32(truncatingIfNeeded: number))
      let actual = storage.shard(of: number)
      if actual == shard {
        next[shard] = number - storage.shards[shard].firstTensor + 1
      } else {
        findings.elsewhere.add(entry: index, number: number)
      }
    }
    return findings
  }

  /// The position in `storage.shards` of each of `shards`.
  private func places(in storage: Checkpoint.Storage) -> ContiguousArray<Int> {
    var names = ByteTable(expectedCount: storage.shards.count)
    for shard in storage.shards { _ = names.insert(shard.name) }
    return ContiguousArray(shards.map { Int(names.find($0) ?? 0) })
  }

  /// The tensors that are in a file and not in the index.
  private func unnamed(_ found: ContiguousArray<Int32>, in storage: Checkpoint.Storage) -> CheckpointNote? {
    var isNamed = ContiguousArray(repeating: false, count: storage.count)
    for number in found { isNamed[Int(number)] = true }
    guard let first = isNamed.firstIndex(of: false) else { return nil }
    let count = isNamed.reduce(0) { $0 + ($1 ? 0 : 1) }
    let shard = storage.shards[storage.shard(of: first)]
    let entry = shard.header.entries[first - shard.firstTensor]
    return .tensorsNotInIndex(
      count: count, first: shard.header.name(of: entry).string(in: 0..<entry.nameLength), shard: shard.name)
  }

  private func text(of entry: Entry) -> String {
    name(of: entry).string(in: 0..<Int(entry.length))
  }
}
