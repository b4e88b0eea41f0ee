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
    return (index, try Checkpoint.Storage(names, results, in: files.directory), missing)
  }

  /// Numbers the tensors of the files `names`.
  convenience init(
    _ names: [String], _ results: ContiguousArray<HeaderResult>, in directory: String
  ) throws(CheckpointError) {
    var shards: [Checkpoint.Shard] = []
    shards.reserveCapacity(names.count)
    var count = 0
    var bytes = 0
    for (index, result) in results.enumerated() {
      let header = try result.get()
      let path = Files.join(directory, names[index])
      shards.append(Checkpoint.Shard(name: names[index], path: path, header: header, firstTensor: count))
      count += header.count
      let (sum, overflowed) = bytes.addingReportingOverflow(header.dataLength)
      // Sizes are counted in bits further on.
      guard !overflowed, sum <= .max / 64, count < Int(Int32.max) else { throw .tooLarge(path: path) }
      bytes = sum
    }
    try self.init(numbering: shards, count: count)
  }

  /// Enters all names into the table. Refuses a name that two files have.
  private convenience init(numbering shards: [Checkpoint.Shard], count: Int) throws(CheckpointError) {
    var table = HashSlots(expectedCount: count)
    var twice: (first: Int32, shard: Int, entry: Int)?
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
        if let same, twice == nil { twice = (same, position, index) }
      }
    }
    if let twice {
      let header = shards[twice.shard].header
      let entry = header.entries[twice.entry]
      let first = shards.last { $0.firstTensor <= twice.first }
      throw .duplicateTensor(
        name: header.name(of: entry).string(in: 0..<entry.nameLength), first: first?.path ?? "",
        second: shards[twice.shard].path)
    }
    self.init(shards: shards, count: count, table: table)
  }

  @inline(never)
  private static func sameName(_ shards: [Checkpoint.Shard], _ number: Int32, _ name: Span<UInt8>) -> Bool {
    guard let shard = shards.last(where: { $0.firstTensor <= number }) else { return false }
    let entry = shard.header.entries[Int(number) - shard.firstTensor]
    return shard.header.name(of: entry).equals(name)
  }
}
