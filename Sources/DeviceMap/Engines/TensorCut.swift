/// How the ranks of a stage share a tensor.
enum TensorCut: Hashable, Sendable {
  /// Each rank holds all of it.
  case whole
  /// Each a part of the rows; of `groups` tensors that lie in one, a part of each.
  case rows(groups: Int)
  /// Each a part of the columns, of vectors all.
  case columns(groups: Int)
  /// Rows after their number was rounded up to a multiple of 64.
  case vocabulary
  /// Rows after their number was rounded up to a multiple of 64 times the ranks.
  case paddedVocabulary
  /// Rows of key or value heads; a rank has one at least.
  case keyValues(heads: Int)
  /// Rows of queries, keys and values in one tensor.
  case attention(heads: Int, keyValueHeads: Int)
  /// Whole experts; the first ranks have one more where the number does not divide.
  case experts
}

/// The extents of a tensor, as far as cutting it needs them.
struct TensorExtents: Hashable, Sendable {
  /// Experts, or other matrices of the same shape in one tensor; 1 for a matrix or a vector.
  let outer: Int
  let rows: Int
  /// 1 for a vector, whose elements count as rows.
  let columns: Int
  let isVector: Bool

  /// - Parameters:
  ///   - isTransposed: whether the last extent is that of the output (`Conv1D`).
  init(count: Int, lastExtent: Int, outer: Int, isVector: Bool, isTransposed: Bool) {
    let outer = outer > 0 && count % outer == 0 ? outer : 1
    self.outer = outer
    self.isVector = isVector
    let inner = count / outer
    guard !isVector, lastExtent > 0, inner % lastExtent == 0 else {
      (rows, columns) = (inner, 1)
      return
    }
    (rows, columns) = isTransposed ? (lastExtent, inner / lastExtent) : (inner / lastExtent, lastExtent)
  }

  /// Elements that a rank holds.
  ///
  /// Parts are as torch's `Shard` makes them: of equal length, rounded up, the last ranks having less or nothing.
  func elements(_ cut: TensorCut, rank: Int, of ranks: Int) -> Int {
    switch cut {
    case .whole: return outer *| rows *| columns
    case .rows(let groups): return outer *| Self.part(rows, groups, rank, ranks) *| columns
    case .columns(let groups):
      return isVector ? outer *| rows : outer *| rows *| Self.part(columns, groups, rank, ranks)
    case .vocabulary: return (rows +| 63) / 64 * 64 / ranks *| columns
    case .paddedVocabulary: return (rows +| (64 *| ranks - 1)) / (64 *| ranks) *| 64 *| columns
    case .keyValues(let heads): return rows / max(1, heads) *| max(1, heads / ranks) *| columns
    case .attention(let heads, let keyValueHeads):
      let width = rows / max(1, heads + 2 * keyValueHeads)
      return width *| (heads / ranks + 2 * max(1, keyValueHeads / ranks)) *| columns
    case .experts:
      let mine = outer / ranks + (rank < outer % ranks ? 1 : 0)
      return mine *| rows *| columns
    }
  }

  /// Columns of what a rank holds.
  func columns(_ cut: TensorCut, rank: Int, of ranks: Int) -> Int {
    guard case .columns(let groups) = cut, !isVector else { return columns }
    return Self.part(columns, groups, rank, ranks)
  }

  private static func part(_ extent: Int, _ groups: Int, _ rank: Int, _ ranks: Int) -> Int {
    let group = extent / max(1, groups)
    let size = (group + ranks - 1) / ranks
    return groups *| max(0, min(size, group - rank * size))
  }
}
