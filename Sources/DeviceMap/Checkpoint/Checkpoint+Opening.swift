extension Checkpoint {
  /// Reads the config and the headers of the checkpoint at `path`.
  ///
  /// `path` is a directory, a config.json (which is then read alone), a safetensors file, or an index. In a directory
  /// the rules of transformers 5.23.0 decide which files count: `transformers_weights` of the config,
  /// `model.safetensors`, `model.safetensors.index.json`; where there is none of them the names of diffusers, and at
  /// last all safetensors files in the order of their names.
  ///
  /// - Complexity: O(bytes of headers and index); the files are read on all cores.
  public init(at path: String, options: Options = Options()) throws(CheckpointError) {
    var files = try CheckpointFiles.find(path)
    var config: ModelConfig?
    if let file = files.config { config = try ModelConfig(path: file, accepting: files.acceptance(of: file)) }
    try files.followConfig(config)
    let storage: Storage
    var notes = files.notes
    var indexDType: String?
    var missingShards: CheckpointNote?
    if let path = files.index {
      let index: ShardIndex
      let missing: [String]
      (index, storage, missing) = try Storage.read(index: path, files, options)
      indexDType = index.dtypeName
      // Of a part of the files an index says nothing that could be compared.
      if missing.isEmpty { notes += try index.compare(with: storage, file: path, threads: options.threadCount) }
      missingShards = missing.isEmpty ? nil : .shardsMissing(index: path, shards: missing, of: index.shards.count)
    } else {
      storage = files.files.isEmpty ? .empty : try Storage.read(files, options)
    }
    let read = Set(storage.shards.map(\.name))
    let extra = files.listed.filter { !read.contains($0) }
    if !extra.isEmpty { notes.append(.extraFiles(extra)) }
    // Without an index nothing but the names says that there are more.
    let set = files.index == nil && files.given == nil ? ShardSet(files.files) : nil
    let isPartOfSet = set.map { !$0.isComplete } ?? false
    if let missingShards { notes.append(missingShards) }
    if let set, isPartOfSet { notes.append(.partOfSet(present: set.present, total: set.total)) }
    if set == nil, files.given == nil, files.index == nil, let note = CheckpointNote(unusual: files.files, config) {
      notes.append(note)
    }
    let isEmpty = storage.shards.allSatisfy { $0.header.entries.isEmpty }
    if isEmpty, !storage.shards.isEmpty { notes.append(.noTensors(storage.shards.map(\.name))) }
    let incomplete = storage.shards.filter { !$0.header.hasData }.map(\.name)
    if !incomplete.isEmpty { notes.append(.dataMissing(incomplete)) }
    if let config { notes += config.wrongTypes.map { .wrongType($0) } } else { notes.append(.noConfig) }
    self.init(
      path: path, config: config, storage: storage, notes: notes, indexDType: indexDType,
      isPartial: isPartOfSet || missingShards != nil)
  }
}

extension CheckpointNote {
  /// That a directory or repository has the config of a model of transformers, and its weights in files of other names
  /// than it looks for; nil where it finds them.
  init?(unusual files: [String], _ config: ModelConfig?) {
    guard let first = files.first, config?.modelType != nil, config?["transformers_weights"] == nil,
      first != "model.safetensors"
    else { return nil }
    // `model.fp16.safetensors`
    let parts = first.split(separator: ".")
    let isVariant = files.count == 1 && parts.count == 3 && parts[0] == "model"
    self = .unusualNames(files, variant: isVariant ? String(parts[1]) : nil)
  }
}

extension CheckpointFiles {
  /// In a directory `transformers_weights` of the config names the file or the index to read.
  mutating func followConfig(_ config: ModelConfig?) throws(CheckpointError) {
    guard !listed.isEmpty || index != nil, let name = config?["transformers_weights"]?.string else { return }
    guard ShardIndexScanner.isPlainName(name.utf8) else { return }
    let path = Files.join(directory, name)
    guard try CheckpointError.wrap({ () throws(FileError) in try Files.kind(of: path) }) != nil else {
      throw .file(FileError(path: path, operation: .open, reason: .notFound))
    }
    if name.hasSuffix(".safetensors.index.json") {
      (index, files) = (path, [])
    } else if name.hasSuffix(".safetensors") {
      (index, files) = (nil, [name])
    }
  }

  /// The files that the index names, in the order of their names, and those that are missing.
  ///
  /// - Throws: ``CheckpointError/missingShards(index:shards:of:)`` where none is there, or no config.json that says what is
  ///   in those that are not.
  func shards(of index: ShardIndex) throws(CheckpointError) -> (there: [String], missing: [String]) {
    let path = self.index ?? ""
    let names = index.shards.sortedByBytes()
    if let other = names.first(where: { !$0.hasSuffix(".safetensors") }) {
      throw .unsupportedIndex(path: path, shard: other)
    }
    let known = Set(listed)
    var missing: [String] = []
    for name in names where !known.contains(name) {
      let file = Files.join(directory, name)
      let kind = try CheckpointError.wrap { () throws(FileError) in try Files.kind(of: file) }
      if kind == nil { missing.append(name) }
    }
    guard !missing.isEmpty else { return (names, []) }
    guard config != nil, missing.count < names.count else {
      throw .missingShards(index: path, shards: missing, of: names.count)
    }
    let absent = Set(missing)
    return (names.filter { !absent.contains($0) }, missing)
  }
}
