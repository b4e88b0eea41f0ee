/// What some files of a model say where others are missing: the tree is that of config.json, since a model must not seem
/// smaller than it is, and what the files that are there say of it is heeded.
extension CheckpointBinder {
  struct Part {
    /// The tree of config.json with what the files say.
    fileprivate(set) var tree: ModuleTree
    /// For each module of a packed model the bits that it has in the files.
    fileprivate var bits: [Int: Int] = [:]
  }

  /// - Throws: ``TreeError/partOfOther(architecture:)`` when the tensors are not those of the model.
  /// - Complexity: O(tensors + modules).
  func part(of names: NameTemplates) throws(TreeError) -> Part {
    let wrapped = try wrapped(names)
    let (names, binding) = (wrapped.names, wrapped.binding)
    if session.work.isExceeded { throw .tooMuchWork(module: "") }
    guard wrapped.strangers <= names.tensors.count / 10 else {
      throw .partOfOther(architecture: draft.tree.architecture ?? "")
    }
    var part = Part(tree: draft.tree)
    if let note = wrapped.note { part.tree.notes.append(note) }
    if asStored {
      for tensor in part.tree.tensors.indices where binding.sources[tensor].tensors > 0 {
        part.tree.tensors[tensor].storedBits = binding.sources[tensor].bits
      }
    }
    separateStoredTies(&part.tree, binding)
    noteLeftOver(additions(binding, names, part.tree).leftOver, names, &part.tree)
    noteShapes(&part.tree, binding, names)
    if isQuantized, !asStored { part.bits = bits(binding, names) }
    return part
  }

  /// The bits of each module's tensors in the files, those of scales beside a weight included.
  private func bits(_ binding: TensorBinding, _ names: NameTemplates) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (tensor, source) in binding.sources.enumerated() where source.tensors > 0 {
      let owner = Int(draft.tree.tensors[tensor].owner)
      result[owner] = (result[owner] ?? 0) +| source.bits
    }
    for end in binding.unplaced where end.module > 0 {
      result[end.module] = (result[end.module] ?? 0) +| names.tensors[end.stored].bits
    }
    return result
  }
}

extension CheckpointBinder.Part {
  /// Gives packed weights that take more in the files than config.json says what they take there. O(modules).
  func raiseSizes(of tree: inout ModuleTree) {
    var raised: [Int] = []
    for module in bits.keys.sorted() {
      let own = tree.ownTensors(of: module)
      guard let packed = own.first(where: { tree.tensors[$0].unpackedBits >= 0 }) else { continue }
      let planned = own.reduce(0) { $0 +| tree.plannedBits(ofTensor: $1) +| tree.tensors[$1].besideBits }
      let more = (bits[module] ?? 0) - planned
      guard more > 0 else { continue }
      tree.tensors[packed].besideBits += more
      raised.append(module)
    }
    guard let first = raised.first else { return }
    tree.notes.append(
      Note(
        .warning, code: "larger-in-files",
        "\(raised.count) modules take more in the files that are there than config.json says (\(tree.path(of: first))"
          + "\(raised.count > 1 ? ", ..." : "")): theirs is counted"))
  }
}
