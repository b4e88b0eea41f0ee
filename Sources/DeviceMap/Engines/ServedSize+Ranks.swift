extension ServedSize {
  /// Weights that become one layer with the one before them.
  private static let joined: Set<Substring> = ["k_proj", "v_proj", "up_proj", "w3", "kv_a_proj_with_mqa"]

  /// Bits of a packed tensor on a rank; nil when it is too large to count.
  func bits(of tensor: SharedTensor, _ cut: TensorCut, rank: Int, of ranks: Int) -> Int? {
    let elements = tensor.extents.elements(cut, rank: rank, of: ranks)
    let columns = tensor.extents.columns(cut, rank: rank, of: ranks)
    let matrices = matrices(of: tensor, cut, elements)
    // The first and the second half of experts are packed each for itself.
    let parts = matrices *| (tensor.isExpert && tensor.name.hasPrefix("gate_up_proj") ? 2 : 1)
    guard parts > 0, columns > 0 else { return 0 }
    let size = tensor.isExpert ? expert : weight
    guard let one = size.bits(elements: elements / parts, columns: columns, dtype: tensor.dtype) else { return nil }
    let before = rowsBefore(tensor, own: elements / columns, of: ranks)
    let joined = tensor.isExpert ? 0 : size.joinedBits(rows: elements / columns, after: before, columns: columns)
    let hasShape = !Self.joined.contains(tensor.owner)
    let shape = tensor.isExpert ? expertShapeBits : shapeBits
    return parts *| one.bits +| joined +| matrices *| (inputBits +| (hasShape ? shape : 0))
  }

  /// Rows that a rank has of the weights with which one becomes a layer, before its own.
  private func rowsBefore(_ tensor: SharedTensor, own rows: Int, of ranks: Int) -> Int {
    switch tensor.owner {
    case "up_proj", "w3": return rows
    case "kv_a_proj_with_mqa": return tensor.config.int("q_lora_rank") ?? 0
    case "k_proj", "v_proj":
      guard let heads = try? AttentionHeads(tensor.config, isFull: true) else { return 0 }
      return heads.all *| heads.keyWidth / ranks +| (tensor.owner == "v_proj" ? rows : 0)
    default: return 0
    }
  }

  /// Matrices in a tensor of a rank: experts that stand in one, else 1.
  private func matrices(of tensor: SharedTensor, _ cut: TensorCut, _ elements: Int) -> Int {
    guard tensor.isExpert, !tensor.isOneExpert else { return 1 }
    let extents = tensor.extents
    guard case .experts = cut else { return extents.outer }
    return elements / max(1, extents.rows *| extents.columns)
  }

  /// - Throws: ``ParallelError/indivisible(count:what:ranks:)`` where a rank would have a part of a group.
  func check(_ tensor: SharedTensor, _ cut: TensorCut, ranks: Int) throws(ParallelError) {
    guard let groupSize, case .columns = cut, !tensor.extents.isVector else { return }
    guard tensor.extents.columns % (groupSize *| ranks) == 0 || tensor.extents.columns < groupSize else {
      throw .indivisible(
        count: tensor.extents.columns / groupSize, what: "groups of \(groupSize) columns of \(tensor.owner)",
        ranks: ranks)
    }
  }
}
