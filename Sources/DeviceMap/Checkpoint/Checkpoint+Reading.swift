extension Checkpoint.Storage {
  /// No tensors: a config alone.
  static var empty: Checkpoint.Storage { Checkpoint.Storage(shards: [], count: 0, table: HashSlots()) }

  /// Reads the headers of the files `names` in `directory`, on several cores. If several files are bad the first one
  /// is reported.
  static func read(
    _ names: [String], in directory: String, _ options: Checkpoint.Options
  ) throws(CheckpointError) -> Checkpoint.Storage {
    let completeness: SafetensorsHeader.Completeness = options.allowMissingData ? .headerOnly : .wholeFile
    let paths = names.map { Files.join(directory, $0) }
    let results = Workers.map(paths.count, threads: options.threads ?? Workers.cores) { index in
      Result<SafetensorsHeader, CheckpointError> { () throws(CheckpointError) in
        try SafetensorsHeader(path: paths[index], completeness: completeness)
      }
    }
    var shards: [Checkpoint.Shard] = []
    shards.reserveCapacity(names.count)
    var count = 0
    var bytes = 0
    for (index, result) in results.enumerated() {
      let header = try result.get()
      shards.append(Checkpoint.Shard(name: names[index], path: paths[index], header: header, firstTensor: count))
      count += header.count
      let (sum, overflowed) = bytes.addingReportingOverflow(header.dataLength)
      guard !overflowed, count < Int(Int32.max) else { throw .tooLarge(path: paths[index]) }
      bytes = sum
    }
    return try Checkpoint.Storage(numbering: shards, count: count)
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
