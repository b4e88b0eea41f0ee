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

      /// Adds what was found in a later part.
      mutating func merge(_ other: Tally) {
        if count == 0 { (entry, number) = (other.entry, other.number) }
        count += other.count
      }
    }

    mutating func merge(_ other: Findings) {
      missing.merge(other.missing)
      elsewhere.merge(other.elsewhere)
      found.append(contentsOf: other.found)
    }
  }

  /// Looks up every entry in the headers. An index of which most is nowhere is an error, all else that differs is a note.
  /// Expected O(bytes of names).
  func compare(
    with storage: Checkpoint.Storage, file: String, threads: Int
  ) throws(CheckpointError) -> [CheckpointNote] {
    let findings = look(in: storage, threads: threads)
    // A few entries too many do not matter to the reference; an index of other files does to its user.
    if findings.missing.count > entries.count / 2 {
      let entry = entries[findings.missing.entry]
      throw .missingTensors(
        index: file, count: findings.missing.count, first: text(of: entry), shard: shards[Int(entry.shard)])
    }
    var notes: [CheckpointNote] = []
    if findings.missing.count > 0 {
      let entry = entries[findings.missing.entry]
      notes.append(
        .tensorsInNoFile(
          count: findings.missing.count, first: text(of: entry), shard: shards[Int(entry.shard)]))
    }
    if findings.elsewhere.count > 0 {
      let entry = entries[findings.elsewhere.entry]
      notes.append(
        .tensorsElsewhere(
          count: findings.elsewhere.count, first: text(of: entry), indexed: shards[Int(entry.shard)],
          actual: storage.shards[storage.shard(of: findings.elsewhere.number)].name))
    }
    if let twice = storage.repeated {
      notes.append(
        .tensorsInTwoFiles(
          count: twice.count, first: twice.name, passedOver: twice.passedOver, counted: twice.counted))
    }
    if let note = unnamed(findings.found, in: storage) { notes.append(note) }
    let total = storage.shards.reduce(0) { $0 + $1.header.dataLength }
    if let totalSize, totalSize != total { notes.append(.totalSizeDiffers(index: totalSize, actual: total)) }
    return notes
  }

  /// Looks up all entries, a part of them on each thread.
  private func look(in storage: Checkpoint.Storage, threads: Int) -> Findings {
    let places = places(in: storage)
    let parts = entries.count < 10_000 ? 1 : threads
    let size = (entries.count + parts - 1) / parts
    let findings = Workers.map(parts, threads: threads) { part in
      look(in: storage, part * size..<min(entries.count, (part + 1) * size), places)
    }
    return findings.dropFirst().reduce(into: findings[0]) { $0.merge($1) }
  }

  private func look(
    in storage: Checkpoint.Storage, _ part: Range<Int>, _ places: ContiguousArray<Int>
  ) -> Findings {
    var findings = Findings()
    findings.found.reserveCapacity(part.count)
    var guesses = Guesses(shards: storage.shards.count)
    var start = part.lowerBound
    while start < part.upperBound {
      let shard = entries[start].shard
      let end = entries[start..<part.upperBound].firstIndex { $0.shard != shard } ?? part.upperBound
      look(in: storage, start..<end, of: places[Int(shard)], &guesses, &findings)
      start = end
    }
    return findings
  }

  /// Looks up entries of one shard.
  private func look(
    in storage: Checkpoint.Storage, _ part: Range<Int>, of shard: Int, _ guesses: inout Guesses,
    _ findings: inout Findings
  ) {
    let file = storage.shards[shard]
    for index in part {
      let name = name(of: entries[index])
      if let guessed = guesses.find(name, shard, file.header) {
        findings.found.append(Int32(truncatingIfNeeded: file.firstTensor &+ guessed))
        continue
      }
      guard let number = storage.find(name) else {
        findings.missing.add(entry: index)
        continue
      }
      findings.found.append(Int32(truncatingIfNeeded: number))
      if storage.shard(of: number) == shard {
        guesses.remember(shard, number - file.firstTensor + 1, of: file.header.count)
      } else {
        findings.elsewhere.add(entry: index, number: number)
      }
    }
  }

  /// Where in each file the next tensors of an index are likely to be.
  ///
  /// An index is sorted by names, a file by dtypes and then names, so an index runs through each file in as many
  /// places as there are dtypes. Trying the next tensor of a few of them is faster than the table, whose slots, entries
  /// and names lie far apart.
  private struct Guesses {
    private static let places = 4
    private var next: ContiguousArray<Int32>
    private var oldest: ContiguousArray<UInt8>

    init(shards: Int) {
      next = ContiguousArray(repeating: -1, count: shards * Self.places)
      oldest = ContiguousArray(repeating: 0, count: shards)
    }

    /// The entry of the shard that has this name, if it is one of those expected.
    @inline(__always)
    mutating func find(_ name: Span<UInt8>, _ shard: Int, _ header: borrowing SafetensorsHeader) -> Int? {
      let entries = header.entries.span
      for place in shard &* Self.places..<(shard &+ 1) &* Self.places {
        let entry = Int(next[place])
        guard entry >= 0, entries[entry].nameLength == name.count, header.name(of: entries[entry]).equals(name) else {
          continue
        }
        next[place] = entry &+ 1 < entries.count ? Int32(truncatingIfNeeded: entry &+ 1) : -1
        return entry
      }
      return nil
    }

    /// Expects `entry` in this shard of so many, instead of what has been expected longest.
    mutating func remember(_ shard: Int, _ entry: Int, of count: Int) {
      guard entry < count else { return }
      next[shard * Self.places + Int(oldest[shard])] = Int32(truncatingIfNeeded: entry)
      oldest[shard] = (oldest[shard] + 1) % UInt8(Self.places)
    }
  }

  /// The position in `storage.shards` of each of `shards`.
  private func places(in storage: Checkpoint.Storage) -> ContiguousArray<Int> {
    var names = ByteTable(expectedCount: storage.shards.count)
    for shard in storage.shards { _ = names.insert(shard.name) }
    return ContiguousArray(shards.map { Int(names.find(folder + $0) ?? 0) })
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
