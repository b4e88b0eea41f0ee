extension Checkpoint {
  /// A checkpoint whose files were read elsewhere.
  ///
  /// - Parameters:
  ///   - path: What it is called.
  ///   - shards: File names with their headers, in the order of the names.
  ///   - notes: What is odd about the files.
  ///   - isPartial: Whether these are some of the files alone.
  /// - Throws: ``CheckpointError/duplicateTensor(name:first:second:)`` when two files have a tensor of one name.
  /// - Complexity: O(bytes of names).
  package init(
    path: String, config: ModelConfig?, shards: [(name: String, header: SafetensorsHeader)], notes: [CheckpointNote],
    isPartial: Bool = false
  ) throws(CheckpointError) {
    let results = ContiguousArray(shards.map { Storage.HeaderResult.success($0.header) })
    let storage = shards.isEmpty ? .empty : try Storage(shards.map(\.name), results, in: path)
    let own = config.map { $0.wrongTypes.map { CheckpointNote.wrongType($0) } } ?? [.noConfig]
    self.init(path: path, config: config, storage: storage, notes: notes + own, isPartial: isPartial)
  }
}
