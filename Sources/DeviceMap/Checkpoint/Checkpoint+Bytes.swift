extension Checkpoint {
  /// A checkpoint from texts and headers that the caller has, without a file.
  ///
  ///     let checkpoint = try Checkpoint(config: configText, headers: ["model.safetensors": firstBytes])
  ///
  /// - Parameters:
  ///   - name: what errors call it.
  ///   - config: the text of config.json; nil if there is none.
  ///   - headers: for each safetensors file the bytes at its start: the length of the header in eight bytes, then the
  ///     header; what follows is not looked at.
  ///   - index: the text of model.safetensors.index.json; nil where there is none. Only the files that it names are taken.
  /// - Throws: ``CheckpointError`` when a text or header cannot be read, or a file that the index names is not given.
  /// - Complexity: O(bytes).
  public init(
    named name: String = "checkpoint", config: String?, headers: [String: [UInt8]] = [:], index: String? = nil
  ) throws(CheckpointError) {
    let config = try config.map { (text) throws(CheckpointError) in try ModelConfig(parsing: text) }
    guard config != nil || !headers.isEmpty else { throw .nothingToRead(directory: name, others: []) }
    let given = headers.keys.sortedByBytes()
    var notes: [CheckpointNote] = []
    let storage: Storage
    var indexDType: String?
    if let text = index {
      let path = Files.join(name, "model.safetensors.index.json")
      let index = try ShardIndex(ContiguousArray(text.utf8), path: path)
      var files = CheckpointFiles(directory: name, index: path)
      files.listed = given
      let missing = index.shards.filter { headers[$0] == nil }
      guard missing.isEmpty else { throw .missingShards(index: path, shards: missing, of: index.shards.count) }
      storage = try Storage(try files.shards(of: index).there, headers, of: name, lastCounts: true)
      indexDType = index.dtypeName
      notes += try index.compare(with: storage, file: path, threads: 1)
      let extra = given.filter { !index.shards.contains($0) }
      if !extra.isEmpty { notes.append(.extraFiles(extra)) }
    } else {
      storage = given.isEmpty ? .empty : try Storage(given, headers, of: name)
    }
    if let config { notes += config.wrongTypes.map { .wrongType($0) } } else { notes.append(.noConfig) }
    self.init(path: name, config: config, storage: storage, notes: notes, indexDType: indexDType)
  }

  /// A checkpoint of which only the config is there, from its bytes.
  package init(named name: String, configBytes: ContiguousArray<UInt8>) throws(CheckpointError) {
    let config = try ModelConfig(configBytes, file: name)
    let notes = config.wrongTypes.map { CheckpointNote.wrongType($0) }
    self.init(path: name, config: config, storage: .empty, notes: notes, indexDType: nil)
  }
}

extension Checkpoint.Storage {
  fileprivate convenience init(
    _ names: [String], _ headers: [String: [UInt8]], of checkpoint: String, lastCounts: Bool = false
  ) throws(CheckpointError) {
    let results = ContiguousArray(
      names.map { name in
        HeaderResult { () throws(CheckpointError) in
          try SafetensorsHeader(startingWith: headers[name] ?? [], path: Files.join(checkpoint, name))
        }
      })
    try self.init(names, results, in: checkpoint, lastCounts: lastCounts)
  }
}

extension SafetensorsHeader {
  /// Validates the header at the start of a file of which no more than that may be at hand.
  ///
  /// - Parameters:
  ///   - bytes: the length of the header in eight bytes, then the header.
  ///   - path: the name of the file for errors.
  init(startingWith bytes: [UInt8], path: String) throws(CheckpointError) {
    let length: Int
    do throws(HeaderFault) {
      length = try ContiguousArray(bytes.prefix(32)).withHeaderLength(bytes.count)
    } catch {
      throw .safetensors(SafetensorsError(file: path, tensor: nil, offset: error.offset, reason: error.reason))
    }
    do throws(SafetensorsError) {
      try self.init(
        ContiguousArray(bytes[8..<8 + length]), fileLength: nil, path: path, completeness: .headerOnly)
    } catch {
      throw .safetensors(error)
    }
  }
}

extension ContiguousArray<UInt8> {
  fileprivate func withHeaderLength(_ count: Int) throws(HeaderFault) -> Int {
    try SafetensorsHeader.headerLength(of: span, fileLength: count)
  }
}
