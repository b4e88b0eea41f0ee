extension Checkpoint.Storage {
  /// No tensors: a config alone.
  static var empty: Checkpoint.Storage { Checkpoint.Storage(shards: [], count: 0, table: HashSlots()) }

  /// What was read of a file, or why not.
  typealias HeaderResult = Result<SafetensorsHeader, CheckpointError>

  /// Reads the headers of `files`, on several cores. If several files are bad the first one
  /// is reported.
  static func read(
    _ files: CheckpointFiles, _ options: Checkpoint.Options
  ) throws(CheckpointError) -> Checkpoint.Storage {
    let names = files.files
    let results = Workers.map(names.count, threads: options.threadCount) { index in
      header(names[index], files, options)
    }
    return try Checkpoint.Storage(names, results, in: files.directory)
  }

  static func header(_ name: String, _ files: CheckpointFiles, _ options: Checkpoint.Options) -> HeaderResult {
    let path = Files.join(files.directory, name)
    return HeaderResult { () throws(CheckpointError) in
      try SafetensorsHeader(
        path: path, completeness: options.allowMissingData ? .headerOnly : .wholeFile,
        accepting: files.acceptance(of: path))
    }
  }

  /// Reads an index and the headers of the files it names. While the index is being read, so are the files that stand
  /// beside it, since they are most likely those that it names.
  static func read(
    index path: String, _ files: CheckpointFiles, _ options: Checkpoint.Options
  ) throws(CheckpointError) -> (index: ShardIndex, storage: Checkpoint.Storage, missing: [String]) {
    enum Part: Sendable {
      case index(Result<ShardIndex, CheckpointError>)
      case header(HeaderResult)
    }
    let parts = Workers.map(files.listed.count + 1, threads: options.threadCount) { part in
      part == 0
        ? Part.index(
          Result { () throws(CheckpointError) in try ShardIndex(path: path, accepting: files.acceptance(of: path)) })
        : Part.header(header(files.listed[part - 1], files, options))
    }
    guard case .index(let result) = parts[0] else { preconditionFailure("the first part is the index") }
    let index = try result.get()
    let (names, missing) = try files.shards(of: index)
    var known = ByteTable(expectedCount: files.listed.count)
    for name in files.listed { _ = known.insert(name) }
    let results = ContiguousArray(
      names.map { name in
        if let place = known.find(name), case .header(let result) = parts[Int(place) + 1] { return result }
        return header(name, files, options)
      })
    return (index, try Checkpoint.Storage(names, results, in: files.directory, lastCounts: true), missing)
  }

  /// Numbers the tensors of the files `names`.
  ///
  /// - Parameter lastCounts: of a name that several files have the last counts, as transformers takes the files of an index one
  ///   after the other; else it is refused.
  convenience init(
    _ names: [String], _ results: ContiguousArray<HeaderResult>, in directory: String, lastCounts: Bool = false
  ) throws(CheckpointError) {
    var shards: [Checkpoint.Shard] = []
    shards.reserveCapacity(names.count)
    for (index, result) in results.enumerated() {
      let path = Files.join(directory, names[index])
      shards.append(Checkpoint.Shard(name: names[index], path: path, header: try result.get(), firstTensor: 0))
    }
    var (count, table) = try Self.numbered(&shards)
    let twice = Self.enter(shards, into: &table)
    guard let first = twice.first else {
      self.init(shards: shards, count: count, table: table)
      return
    }
    let (name, earlier, later) = first.names(in: shards)
    guard lastCounts else {
      throw .duplicateTensor(name: name, first: shards[earlier].path, second: shards[later].path)
    }
    let counted = Self.passOver(twice, in: &shards)
    (count, table) = try Self.numbered(&shards)
    _ = Self.enter(shards, into: &table)
    self.init(
      shards: shards, count: count, table: table,
      repeated: Repeated(
        count: Set(twice.map(\.first)).count, name: name, passedOver: shards[earlier].name,
        counted: shards[counted[first.first] ?? later].name))
  }

  /// Sets the number of the first tensor of each file; how many there are, and a table with room for them.
  private static func numbered(_ shards: inout [Checkpoint.Shard]) throws(CheckpointError) -> (Int, HashSlots) {
    var count = 0
    var bytes = 0
    for index in shards.indices {
      let header = shards[index].header
      shards[index].firstTensor = count
      count += header.count
      let (sum, overflowed) = bytes.addingReportingOverflow(header.dataLength)
      // Sizes are counted in bits further on.
      guard !overflowed, sum <= .max / 64, count < Int(Int32.max) else { throw .tooLarge(path: shards[index].path) }
      bytes = sum
    }
    return (count, HashSlots(expectedCount: count))
  }

  /// A name that an earlier file has, too.
  private struct Twice {
    /// Number of the first tensor of the name.
    var first: Int32
    var shard: Int
    var entry: Int

    func names(in shards: [Checkpoint.Shard]) -> (name: String, earlier: Int, later: Int) {
      let header = shards[shard].header
      let entry = header.entries[entry]
      let name = header.name(of: entry).string(in: 0..<entry.nameLength)
      return (name, shards.lastIndex { $0.firstTensor <= first } ?? 0, shard)
    }
  }

  /// Enters all names into the table; those that are in it already are returned.
  private static func enter(_ shards: [Checkpoint.Shard], into table: inout HashSlots) -> [Twice] {
    var twice: [Twice] = []
    for (position, shard) in shards.enumerated() {
      let header = shard.header
      let hashes = header.hashes.span
      for index in hashes.indices {
        let number = Int32(truncatingIfNeeded: shard.firstTensor &+ index)
        let same = table.insertWithoutGrowing(number, hash: hashes[index]) { other in
          // Names within a file are known to differ.
          other < shard.firstTensor
            && Self.sameName(shards, other, header.name(of: header.entries[index]))
        }
        if let same { twice.append(Twice(first: same, shard: position, entry: index)) }
      }
    }
    return twice
  }

  /// Takes out of the headers what a later file has again; the last file of each, by the number of the first. O(tensors).
  private static func passOver(_ twice: [Twice], in shards: inout [Checkpoint.Shard]) -> [Int32: Int] {
    var dropped = [Set<Int>](repeating: [], count: shards.count)
    var last: [Int32: (shard: Int, entry: Int)] = [:]
    for one in twice {
      let before = shards.lastIndex { $0.firstTensor <= one.first } ?? 0
      let (shard, entry) = last[one.first] ?? (before, Int(one.first) - shards[before].firstTensor)
      dropped[shard].insert(entry)
      last[one.first] = (one.shard, one.entry)
    }
    for shard in shards.indices where !dropped[shard].isEmpty { shards[shard].header.leaveOut(dropped[shard]) }
    return last.mapValues(\.shard)
  }

  @inline(never)
  private static func sameName(_ shards: [Checkpoint.Shard], _ number: Int32, _ name: Span<UInt8>) -> Bool {
    guard let shard = shards.last(where: { $0.firstTensor <= number }) else { return false }
    let entry = shard.header.entries[Int(number) - shard.firstTensor]
    return shard.header.name(of: entry).equals(name)
  }
}
