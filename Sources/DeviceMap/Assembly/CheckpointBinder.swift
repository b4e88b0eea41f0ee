/// Compares the tree that the catalog describes with the tensors in the files, and fills in what only these tell.
struct CheckpointBinder {
  let draft: ModuleTree.Draft
  let session: CatalogSession
  /// Every tensor keeps the size that it has in the files.
  let asStored: Bool
  /// The files hold a quantized model: what is packed keeps its size, the rest is loaded in the model's dtype.
  let isQuantized: Bool
  /// Bits of a packed weight, as config.json says.
  private let bits: Int?

  /// The tensors of the files, for their shapes.
  private let stored: StoredTensors?

  init(
    _ draft: ModuleTree.Draft, _ packing: Packing, _ session: CatalogSession, stored: StoredTensors? = nil
  ) {
    self.stored = stored
    self.draft = draft
    self.session = session
    asStored = packing.keepsStoredSizes
    isQuantized = packing.isStored
    bits = packing.config?.bits
  }

  /// The tree for the tensors of these names; nil when they are not those of the model.
  ///
  /// - Complexity: O(tensors + modules).
  func bound(to names: NameTemplates) throws(TreeError) -> ModuleTree? {
    let wrapped = try wrapped(names)
    let (names, binding) = (wrapped.names, wrapped.binding)
    if session.work.isExceeded { throw .tooMuchWork(module: "") }
    var tree = draft.tree
    if isOther(wrapped, tree) { return nil }
    if let note = wrapped.note { tree.notes.append(note) }
    setSizes(&tree, binding)
    separateStoredTies(&tree, binding)
    var (additions, leftOver) = additions(binding, names, tree)
    if !asStored { additions.describeOpen(dtype: draft.dtype, bits: isQuantized ? bits ?? 4 : nil) }
    addNotes(&tree, binding, names, leftOver, additions.list)
    let absent = isQuantized ? [] : absentElements(of: tree, binding)
    if !additions.list.isEmpty || !absent.isEmpty {
      let dropped = replacedTensors(tree, binding, additions.list)
      additions.takePlace(of: dropped, in: tree)
      var copy = ReplacingCopy(tree, additions.list, without: dropped, absent: absent)
      tree = copy.copied()
    }
    return tree
  }

  /// How little the names fit: tensors of the files without a place, and tensors of the model that no file has.
  func misfit(of names: NameTemplates) throws(TreeError) -> (strangers: Int, missing: Int) {
    let wrapped = try wrapped(names)
    if session.work.isExceeded { throw .tooMuchWork(module: "") }
    return (wrapped.strangers, missing(wrapped.binding, draft.tree))
  }

  func wrapped(_ names: NameTemplates) throws(TreeError) -> WrappedNames {
    let open = Set(draft.open.map(\.module))
    return WrappedNames(names, rules: try rules(), tree: draft.tree) { binding, _ in
      binding.unplaced.count { !open.contains($0.module) && !isKept(at: $0.module) }
    }
  }

  /// The rules by which names become those of the model.
  private func rules() throws(TreeError) -> NameRules {
    if let known = draft.rules { return known }
    do { return try NameRules(draft, session: session) } catch { throw .catalog(error) }
  }

  /// Whether the files hold another model: more than a tenth of their tensors has no place in this one, and more than a
  /// tenth of this one is in no file.
  private func isOther(_ wrapped: WrappedNames, _ tree: ModuleTree) -> Bool {
    guard wrapped.strangers > wrapped.names.tensors.count / 10 else { return false }
    let expected = tree.tensors.count { isExpected($0) }
    return missing(wrapped.binding, tree) > expected / 10
  }

  /// Tensors of the model that should be in the files and are not.
  private func missing(_ binding: TensorBinding, _ tree: ModuleTree) -> Int {
    tree.tensors.indices.count { binding.sources[$0].tensors == 0 && isExpected(tree.tensors[$0]) }
  }

  /// Whether a tensor without a place is kept where the way to it ends: a part of a packed weight.
  private func isKept(at module: Int) -> Bool { (asStored || isQuantized) && belongs(to: module, in: draft.tree) }

  /// A tensor that the config ties to another, where the files hold both: transformers keeps both if they differ. Its map
  /// counts them once, since it is made before.
  func separateStoredTies(_ tree: inout ModuleTree, _ binding: TensorBinding) {
    var apart: [Int] = []
    for tensor in tree.tensors.indices where tree.tensors[tensor].tiedTo >= 0 {
      let (own, other) = (binding.sources[tensor], binding.sources[Int(tree.tensors[tensor].tiedTo)])
      guard own.tensors > 0, other.tensors > 0 else { continue }
      apart.append(tensor)
      if asStored || own.dtype.isPacked {
        tree.tensors[tensor].tiedTo = -1
      } else {
        tree.tensors[tensor].isLoadedApart = true
      }
    }
    guard let first = apart.first else { return }
    tree.notes.append(
      Note(
        .warning, code: "tied-but-stored",
        "config.json ties \(tree.path(ofTensor: first)) to another tensor, but the files hold both: transformers keeps "
          + "both if they differ, which takes \(apart.reduce(0) { $0 +| tree.tensors[$1].count *| tree.tensors[$1].dtype.bits } / 8) "
          + "bytes more than its map counts"))
  }

  /// What the model has no place for: tensors that are added to modules, and those that belong nowhere.
  func additions(
    _ binding: TensorBinding, _ names: NameTemplates, _ tree: ModuleTree
  ) -> (UnplacedTensors, leftOver: [Int]) {
    var leftOver: [Int] = []
    var additions = UnplacedTensors()
    let open = Set(draft.open.map(\.module))
    // For each template where its last tensor was added, if the next one that ends there has the same name.
    var places = ContiguousArray(repeating: -1, count: names.templates.count)
    for end in binding.unplaced {
      let tensor = names.tensors[end.stored]
      let template = Int(tensor.template)
      if end.isRepeated, places[template] >= 0, additions.add(tensor, to: places[template]) { continue }
      places[template] = -1
      let isOpen = !open.isEmpty && open.contains(end.module)
      guard isOpen || isKept(at: end.module) else {
        leftOver.append(end.stored)
        continue
      }
      let rest = binding.rest(of: end, in: names)
      if isOpen {
        additions.addOpen(tensor, at: rest, of: end.module)
      } else {
        let place = additions.add(tensor, at: rest, of: end.module)
        if binding.hasFixedRest(end, in: names) { places[template] = place }
      }
    }
    return (additions, leftOver)
  }

  /// Whether a tensor that the model does not name lies in a module that holds tensors of its own: a scale beside its
  /// weight, not a layer too many.
  private func belongs(to module: Int, in tree: ModuleTree) -> Bool {
    module > 0 && !tree.ownTensors(of: module).isEmpty
  }

  /// Sizes that only the headers tell, and sizes as stored.
  private func setSizes(_ tree: inout ModuleTree, _ binding: TensorBinding) {
    for tensor in draft.unsizedTensors { tree.tensors[tensor].count = binding.sources[tensor].elements }
    if !draft.open.isEmpty, !isQuantized { setOpenSizes(&tree, binding) }
    guard asStored || isQuantized else { return }
    for tensor in tree.tensors.indices where binding.sources[tensor].tensors > 0 {
      let source = binding.sources[tensor]
      if asStored {
        tree.tensors[tensor].storedBits = source.bits
      } else if source.dtype.isPacked, source.dtype != tree.tensors[tensor].dtype {
        pack(&tree.tensors[tensor], source)
      }
    }
  }

  /// A weight that is packed in the files takes the place of the one that the model would have.
  private func pack(_ record: inout ModuleTree.TensorRecord, _ source: TensorBinding.Source) {
    record.unpackedBits = record.count * record.dtype.bits
    record.dtype = source.dtype
    record.count = source.elements
    record.storedBits = source.bits
  }

  /// A weight that is not in the files, in a module that has other tensors there, is replaced by these.
  private func replacedTensors(
    _ tree: ModuleTree, _ binding: TensorBinding, _ additions: [AddedTensor]
  ) -> Set<Int> {
    guard asStored || isQuantized else { return [] }
    let tied = Set(tree.tensors.map { Int($0.tiedTo) })
    var replaced: Set<Int> = []
    for module in Set(additions.map(\.module)) {
      for tensor in tree.ownTensors(of: module)
      where binding.sources[tensor].tensors == 0 && tree.tensors[tensor].kind == .parameter
        && tree.tensors[tensor].tiedTo < 0 && !tied.contains(tensor)
      {
        replaced.insert(tensor)
      }
    }
    return replaced
  }

  // MARK: - Notes

  private func addNotes(
    _ tree: inout ModuleTree, _ binding: TensorBinding, _ names: NameTemplates, _ leftOver: [Int],
    _ additions: [AddedTensor]
  ) {
    for (module, reason) in draft.open.prefix(5) {
      let path = tree.path(of: module)
      tree.notes.append(
        Note(
          code: "from-headers", "\(path.isEmpty ? "the model" : path) is described by the tensor names alone: \(reason)"
        ))
    }
    noteLeftOver(leftOver, names, &tree)
    let replaced = Set(additions.map(\.module))
    var filled: Set<Int32> = []
    for tensor in tree.tensors.indices where binding.sources[tensor].tensors > 0 && tree.tensors[tensor].tiedTo >= 0 {
      filled.insert(tree.tensors[tensor].tiedTo)
    }
    let missing = tree.tensors.indices.filter { tensor in
      binding.sources[tensor].tensors == 0 && isExpected(tree.tensors[tensor]) && !filled.contains(Int32(tensor))
        && !replaced.contains(Int(tree.tensors[tensor].owner))
    }
    for tensor in missing { tree.tensors[tensor].isMissing = true }
    if !missing.isEmpty {
      let examples = missing.prefix(3).map { tree.path(ofTensor: $0) }
      tree.notes.append(
        Note(
          code: "missing-tensors",
          "\(missing.count) tensors of the model are not in the files: \(Self.list(examples, missing.count))"))
    }
    noteShapes(&tree, binding, names)
  }

  func noteLeftOver(_ leftOver: [Int], _ names: NameTemplates, _ tree: inout ModuleTree) {
    guard !leftOver.isEmpty else { return }
    let examples = leftOver.prefix(3).map { names.name(of: names.tensors[$0]) }
    tree.notes.append(
      Note(
        code: "unexpected-tensors",
        "\(leftOver.count) tensors of the files do not belong to the model: \(Self.list(examples, leftOver.count))"))
  }

  /// Whether a tensor of the model should be in the files: buffers that are computed, and tensors whose storage another
  /// one fills, need not be.
  private func isExpected(_ record: ModuleTree.TensorRecord) -> Bool {
    record.kind != .transientBuffer && record.tiedTo < 0 && record.count > 0
  }

  /// Takes the sizes of the files where config.json says others, and says that the model is not loaded so.
  func noteShapes(_ tree: inout ModuleTree, _ binding: TensorBinding, _ names: NameTemplates) {
    if isQuantized { return }
    let unsized = Set(draft.unsizedTensors)
    var other = tree.tensors.indices.filter { tensor in
      let source = binding.sources[tensor]
      return source.tensors > 0 && !unsized.contains(tensor) && !source.dtype.isPacked
        && source.hasOtherShape(than: tree.tensors[tensor])
    }
    if other.isEmpty { return }
    let resized = (try? rules())?.resizedParts ?? []
    other.removeAll { tensor in
      let path = tree.path(ofTensor: tensor)
      return resized.contains { path.containsBytes(of: $0) }
    }
    if other.isEmpty { return }
    let examples = other.prefix(3).map { tensor in
      "\(tree.path(ofTensor: tensor)) (\(storedShape(of: tensor, binding, names)) in the files, "
        + "\(Self.shape(tree.tensors[tensor])) by config.json)"
    }
    tree.notes.append(
      Note(
        .warning, code: "other-shapes",
        "\(other.count) tensor\(other.count == 1 ? " has another shape" : "s have other shapes") than config.json says, on which "
          + "from_pretrained fails (size mismatch): \(Self.list(examples, other.count)); they are counted as they are in the "
          + "files"))
    // What is made of several tensors may lack some of them.
    for tensor in other where binding.sources[tensor].tensors == 1 {
      tree.tensors[tensor].count = binding.sources[tensor].elements
    }
  }

  /// The shape in the files of what a tensor is made of.
  private func storedShape(of tensor: Int, _ binding: TensorBinding, _ names: NameTemplates) -> String {
    let source = binding.sources[tensor]
    let index = names.tensors.indices.first { index in
      let place = binding.placeOfStored[index]
      return place >= 0 && binding.places[Int(place)].contains(tensor)
    }
    guard source.tensors == 1, let index, let shape = stored?.shape(at: index) else {
      return "\(source.elements) elements"
    }
    return "\(shape)"
  }

  private static func shape(_ record: ModuleTree.TensorRecord) -> String {
    let columns = Int(record.columns)
    return columns > 0 && record.count % columns == 0 && record.count > columns
      ? "\([record.count / columns, columns])" : "\([record.count])"
  }

  private static func list(_ examples: [String], _ count: Int) -> String {
    examples.joined(separator: ", ") + (count > examples.count ? ", ..." : "")
  }
}
