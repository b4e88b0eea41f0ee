/// The tensors of a checkpoint's files, or a list of such for tests.
package struct StoredTensors {
  private let source: Source

  private enum Source {
    case checkpoint(Checkpoint)
    case list([(name: String, dtype: DType, shape: [Int])])
  }

  package init(_ checkpoint: Checkpoint) { source = .checkpoint(checkpoint) }

  package init(_ list: [(name: String, dtype: DType, shape: [Int])]) { source = .list(list) }

  package var count: Int {
    switch source {
    case .checkpoint(let checkpoint): checkpoint.tensors.count
    case .list(let list): list.count
    }
  }

  /// Whether these are the tensors of some of the files alone.
  var isPartial: Bool {
    if case .checkpoint(let checkpoint) = source { checkpoint.isPartial } else { false }
  }

  /// `metadata.dtype` of the index, as it is written.
  var indexDType: String? {
    if case .checkpoint(let checkpoint) = source { checkpoint.indexDType } else { nil }
  }

  /// The dtype of the first floating tensor that a model can be built in, else of the first floating one, in the order in
  /// which the reference looks at them: the names of the first file, sorted.
  var firstFloatingDType: DType? {
    first { $0.isFloatingPoint && !$0.isPacked } ?? first { $0.isFloatingPoint }
  }

  private func first(where isWanted: (DType) -> Bool) -> DType? {
    switch source {
    case .checkpoint(let checkpoint):
      guard let shard = checkpoint.shards.first else { return nil }
      var best: SafetensorsHeader.Entry?
      for entry in shard.header.entries where isWanted(entry.dtype) {
        if let best, !shard.header.name(of: entry).precedes(shard.header.name(of: best)) { continue }
        best = entry
      }
      return best?.dtype
    case .list(let list): return list.first { isWanted($0.dtype) }?.dtype
    }
  }

  /// The shape of the tensor at a place in the order of the files. O(shards).
  func shape(at index: Int) -> [Int]? {
    switch source {
    case .checkpoint(let checkpoint):
      var rest = index
      for shard in checkpoint.shards {
        let entries = shard.header.entries
        if rest < entries.count { return Array(shard.header.dimensions[entries[rest].shapeRange]) }
        rest -= entries.count
      }
      return nil
    case .list(let list): return list.indices.contains(index) ? list[index].shape : nil
    }
  }

  /// The names in templates. O(bytes of the names).
  package func templates() -> NameTemplates {
    var result = NameTemplateBuilder(expectedCount: count)
    switch source {
    case .checkpoint(let checkpoint):
      for shard in checkpoint.shards {
        let header = shard.header
        for entry in header.entries {
          var (count, columns) = (1, 0)
          for index in entry.shapeRange {
            columns = header.dimensions[index]
            count = count.multipliedReportingOverflow(by: columns).partialValue
          }
          result.append(
            header.name(of: entry), dtype: entry.dtype, count: count, bits: (entry.end - entry.begin) * 8,
            columns: columns)
        }
      }
    case .list(let list):
      for tensor in list {
        let count = tensor.shape.reduce(1, &*)
        tensor.name.withSpan {
          result.append(
            $0, dtype: tensor.dtype, count: count, bits: count &* tensor.dtype.bits, columns: tensor.shape.last ?? 0)
        }
      }
    }
    return result.names
  }
}
