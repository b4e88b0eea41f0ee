extension Checkpoint {
  /// Before the name of a repository in the path of a checkpoint that was read of its hub, which is no folder.
  package static let hubScheme = "hub://"

  /// A checkpoint whose files were read elsewhere.
  ///
  /// - Parameters:
  ///   - path: What it is called.
  ///   - shards: File names with their headers, in the order of the names.
  ///   - index: What says in which file each tensor is; nil where nothing does.
  ///   - notes: What is odd about the files.
  ///   - isPartial: Whether these are some of the files alone.
  /// - Throws: ``CheckpointError/duplicateTensor(name:first:second:)`` when two files have a tensor of one name, and what
  ///   an index of other files is.
  /// - Complexity: O(bytes of names).
  package init(
    path: String, config: ModelConfig?, shards: [(name: String, header: SafetensorsHeader)], index: ShardIndex? = nil,
    notes: [CheckpointNote], isPartial: Bool = false
  ) throws(CheckpointError) {
    let results = ContiguousArray(shards.map { Storage.HeaderResult.success($0.header) })
    let storage = shards.isEmpty ? .empty : try Storage(shards.map(\.name), results, in: path, lastCounts: index != nil)
    let own = config.map { $0.wrongTypes.map { CheckpointNote.wrongType($0) } } ?? [.noConfig]
    let compared = try index.map { index throws(CheckpointError) in
      try index.compare(with: storage, file: index.path, threads: Workers.cores)
    }
    self.init(
      path: path, config: config, storage: storage, notes: (compared ?? []) + notes + own,
      indexDType: index?.dtypeName, isPartial: isPartial)
  }
}
