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

  /// The dtype of the first floating tensor, in the order in which the reference looks at them: the names of the first
  /// file, sorted.
  var firstFloatingDType: DType? {
    switch source {
    case .checkpoint(let checkpoint):
      guard let shard = checkpoint.shards.first else { return nil }
      var best: (name: String, dtype: DType)?
      for entry in shard.header.entries where entry.dtype.isFloatingPoint {
        let name = shard.header.name(of: entry).string(in: 0..<Int(entry.nameLength))
        if let best, !name.utf8.lexicographicallyPrecedes(best.name.utf8) { continue }
        best = (name, entry.dtype)
      }
      return best?.dtype
    case .list(let list): return list.first { $0.dtype.isFloatingPoint }?.dtype
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
          var count = 1
          for index in entry.shapeRange {
            count = count.multipliedReportingOverflow(by: header.dimensions[index]).partialValue
          }
          result.append(
            header.name(of: entry), dtype: entry.dtype, count: count, bits: (entry.end - entry.begin) * 8)
        }
      }
    case .list(let list):
      for tensor in list {
        let count = tensor.shape.reduce(1, &*)
        tensor.name.withSpan { result.append($0, dtype: tensor.dtype, count: count, bits: count &* tensor.dtype.bits) }
      }
    }
    return result.names
  }
}
