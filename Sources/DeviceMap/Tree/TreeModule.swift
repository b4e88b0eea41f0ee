/// A module of a tree, read through a light handle: the tree and the module's place in it.
///
///     for layer in tree["model.layers"]?.children ?? [] { print(layer.path, layer.className, layer.totalBytes) }
///
/// Sizes are those that transformers plans with: a shared storage once, at the tensor that the others are tied to, and
/// what stays float32 in a model of 16 bits at 16 bits. ``loadedBytes`` tells what is in memory in the end.
public struct TreeModule: Sendable {
  /// The tree that it is in.
  public let tree: ModuleTree
  /// The place in the order of the tree: 0 for the root, every module before its children.
  public let index: Int

  package init(tree: ModuleTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  /// The dotted path (`model.layers.3.mlp`), `""` for the root.
  ///
  /// - Complexity: O(depth).
  public var path: String { tree.path(of: index) }

  /// The last component of the path.
  public var name: String { tree.name(of: index) }

  /// The name of the Python class (`LlamaDecoderLayer`).
  public var className: String { tree.className(of: index) }

  /// The module that holds it; nil for the root.
  public var parent: TreeModule? { index == 0 ? nil : TreeModule(tree: tree, index: tree.parent(of: index)) }

  /// The modules that it holds itself, in definition order.
  ///
  /// - Complexity: O(their number).
  public var children: [TreeModule] { tree.children(of: index).map { TreeModule(tree: tree, index: $0) } }

  /// All modules below it, each before its children.
  ///
  /// - Complexity: O(their number).
  public var descendants: [TreeModule] {
    (index + 1..<tree.end(of: index)).map { TreeModule(tree: tree, index: $0) }
  }

  /// It has no children.
  public var isLeaf: Bool { tree.isLeaf(index) }

  /// It is not to be cut between devices: its class is one of ``ModuleTree/noSplitClasses``.
  ///
  /// - Complexity: O(no-split classes).
  public var isBlock: Bool { tree.noSplitClasses.contains(className) }

  /// The parameters and buffers that it owns itself: parameters first.
  ///
  /// - Complexity: O(their number).
  public var tensors: [TreeTensor] { tree.ownTensors(of: index).map { TreeTensor(tree: tree, index: $0) } }

  /// The parameters and buffers of it and of all below it.
  ///
  /// - Complexity: O(their number).
  public var allTensors: [TreeTensor] { tree.allTensors(of: index).map { TreeTensor(tree: tree, index: $0) } }

  /// Bytes of its own tensors.
  ///
  /// - Complexity: O(tensors that it owns).
  public var ownBytes: Int { tree.plannedBytes(of: tree.ownTensors(of: index)) }

  /// Bytes of it with all below it.
  ///
  /// - Complexity: O(tensors in it).
  public var totalBytes: Int { tree.plannedBytes(of: tree.allTensors(of: index)) }

  /// Bytes of it with all below it once it is loaded: with what its classes keep in float32, and with what stands beside
  /// packed weights.
  ///
  /// - Complexity: O(tensors in it).
  public var loadedBytes: Int {
    let extra = tree.allTensors(of: index).reduce(0) {
      $0 +| (tree.loadedBits(ofTensor: $1) - tree.plannedBits(ofTensor: $1))
    }
    return totalBytes +| extra / 8
  }

  /// The dtype that most elements of its parameters have, all below it included; nil without parameters.
  ///
  /// - Complexity: O(tensors in it).
  public var dtype: DType? {
    var elements = [Int](repeating: 0, count: DType.allCases.count)
    for tensor in tree.allTensors(of: index) where tree.tensors[tensor].kind == .parameter {
      let record = tree.tensors[tensor]
      elements[Int(record.dtype.rawValue)] += max(0, min(record.count, 1 << 40))
    }
    let most = elements.indices.max { elements[$0] < elements[$1] } ?? 0
    return elements[most] > 0 ? DType.allCases[most] : nil
  }
}

/// A parameter or buffer of a tree, read through a light handle.
public struct TreeTensor: Sendable {
  /// The tree that it is in.
  public let tree: ModuleTree
  /// The place in the order of the tree's tensors, which is that of their modules.
  public let index: Int

  package init(tree: ModuleTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  private var record: ModuleTree.TensorRecord { tree.tensors[index] }

  /// The dotted path (`model.embed_tokens.weight`).
  ///
  /// - Complexity: O(depth).
  public var path: String { tree.path(ofTensor: index) }

  /// The name within its module.
  public var name: String { tree.symbols[record.name] }

  /// The module that owns it.
  public var module: TreeModule { TreeModule(tree: tree, index: Int(record.owner)) }

  /// Parameter or buffer.
  public var kind: TensorKind { record.kind }

  /// The dtype in which it is loaded; of a packed weight the one that its parts are stored in.
  public var dtype: DType { record.dtype }

  /// Number of elements.
  public var elementCount: Int { record.count }

  /// Bytes that transformers plans with; 0 for one that shares the storage of another.
  public var bytes: Int { (tree.plannedBits(ofTensor: index) + 7) / 8 }

  /// The tensor whose storage it shares; nil when it has its own.
  public var tiedTo: TreeTensor? { record.tiedTo < 0 ? nil : TreeTensor(tree: tree, index: Int(record.tiedTo)) }
}

extension ModuleTree {
  /// The model itself.
  public var root: TreeModule { TreeModule(tree: self, index: 0) }

  /// All modules, each before its children.
  ///
  /// - Complexity: O(modules).
  public var modules: [TreeModule] { [root] + root.descendants }

  /// The module at a dotted path, `""` for the root.
  ///
  /// - Complexity: O(children on the way).
  public subscript(path: String) -> TreeModule? {
    module(at: path).map { TreeModule(tree: self, index: $0) }
  }

  /// The modules that are not to be cut, in definition order.
  ///
  /// - Complexity: O(modules x no-split classes).
  public var blocks: [TreeModule] {
    let classes = Set(noSplitClasses.compactMap { symbols.find($0) })
    return records.indices.filter { classes.contains(records[$0].className) }.map { TreeModule(tree: self, index: $0) }
  }

  /// The groups of tensors that share a storage: the one that the others are tied to first.
  ///
  /// - Complexity: O(tensors).
  public var ties: [[TreeTensor]] { tiedGroups.map { $0.map { TreeTensor(tree: self, index: $0) } } }

  /// Bits that transformers plans with for a tensor: none where it shares the storage of another. Saturates.
  package func plannedBits(ofTensor tensor: Int) -> Int {
    let record = tensors[tensor]
    if record.tiedTo >= 0 { return 0 }
    return record.storedBits >= 0 ? record.storedBits : min(record.count *| record.dtype.bits, Int.max - 7)
  }

  /// Bits of a tensor once it is loaded: 32 an element where the classes of the model keep it in float32, with its scales
  /// where it is packed, and its own where the files hold it beside the one that it is tied to. Saturates.
  package func loadedBits(ofTensor tensor: Int) -> Int {
    let record = tensors[tensor]
    if record.tiedTo >= 0, !record.isLoadedApart { return 0 }
    if record.storedBits >= 0 { return min(record.storedBits +| record.besideBits, Int.max - 7) }
    return min(record.count *| (record.isKeptInFloat32 ? 32 : record.dtype.bits), Int.max - 7)
  }

  /// Bytes that transformers plans with for some tensors; a fraction counts as a whole byte. Saturates. O(tensors).
  package func plannedBytes(of range: Range<Int>) -> Int {
    (range.reduce(0) { min($0 +| plannedBits(ofTensor: $1), Int.max - 7) } + 7) / 8
  }
}
