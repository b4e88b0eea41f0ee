/// What the files decide where the catalog's entry is a guess: a case that was not recorded, or one without closed form.
extension CheckpointBinder {
  /// Gives tensors the sizes that they have in the files.
  func setOpenSizes(_ tree: inout ModuleTree, _ binding: TensorBinding) {
    for tensor in tree.tensors.indices {
      let source = binding.sources[tensor]
      guard source.tensors > 0, source.elements != tree.tensors[tensor].count, !source.dtype.isPacked else { continue }
      tree.tensors[tensor].count = source.elements
    }
  }

  /// Elements of lists that should have tensors in the files and have none: the list is shorter than the entry says.
  /// O(modules + tensors).
  func absentElements(of tree: ModuleTree, _ binding: TensorBinding) -> Set<Int> {
    var absent: Set<Int> = []
    // How many tensors before each one are expected in the files, and how many are there.
    var expected = ContiguousArray([0])
    var found = ContiguousArray([0])
    for tensor in tree.tensors.indices {
      let record = tree.tensors[tensor]
      let isExpected = record.kind != .transientBuffer && record.tiedTo < 0 && record.count != 0
      expected.append(expected[tensor] + (isExpected ? 1 : 0))
      found.append(found[tensor] + (binding.sources[tensor].tensors > 0 ? 1 : 0))
    }
    for (root, _) in draft.open {
      var module = root + 1
      while module < tree.end(of: root) {
        let own = tree.allTensors(of: module)
        let isAbsent =
          expected[own.upperBound] > expected[own.lowerBound] && found[own.upperBound] == found[own.lowerBound]
        if isAbsent, Int(tree.name(of: module)) != nil {
          absent.insert(module)
          module = tree.end(of: module)
        } else {
          module += 1
        }
      }
    }
    return absent
  }
}
