/// What the modules of a tree take when packed weights are unpacked, as the transformers engine counts.
struct UnpackedSizes {
  /// Bits of all tensors before an index.
  private var before: ContiguousArray<Int> = [0]

  /// O(tensors).
  init(_ tree: ModuleTree) {
    before.reserveCapacity(tree.tensors.count + 1)
    for tensor in tree.tensors {
      var bits = 0
      if tensor.tiedTo >= 0 {
        bits = 0
      } else if tensor.unpackedBits >= 0 {
        bits = tensor.unpackedBits
      } else {
        bits = tensor.storedBits >= 0 ? tensor.storedBits : tensor.count &* tensor.dtype.bits
      }
      before.append(before[before.count - 1] &+ bits)
    }
  }

  /// Bytes of a module with its descendants.
  func bytes(of module: Int, in tree: ModuleTree) -> Int {
    let tensors = tree.allTensors(of: module)
    return (before[tensors.upperBound] &- before[tensors.lowerBound]) / 8
  }
}

extension ModuleTree {
  /// Bytes of a module with its descendants when packed weights are unpacked. O(tensors).
  package func unpackedBytes(of module: Int) -> Int { UnpackedSizes(self).bytes(of: module, in: self) }
}
