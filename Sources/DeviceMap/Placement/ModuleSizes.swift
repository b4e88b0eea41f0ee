/// Sizes of modules and tensors as one engine counts them, in bits; a whole subtree in O(1).
///
/// transformers 5.23.0 counts a tied tensor at the tensor it is tied to, and a bool as a byte. accelerate 1.15.0 counts
/// a shared storage at its first tensor, and a bool as a bit, so that its sizes can be fractions of a byte.
public struct ModuleSizes: Sendable {
  /// Bits of all tensors before an index; one element more than tensors.
  private var before: ContiguousArray<Int>
  /// Tensors that carry no size because another tensor of their tied group does.
  private var isShared: ContiguousArray<Bool>
  private let tree: ModuleTree

  /// Which sizes of a model are meant.
  public enum Counting: Hashable, Sendable {
    /// As the references count for their maps, before weights are loaded.
    case planned
    /// As it is in memory: what classes keep in float32, what stands beside packed weights, ties that the files undo.
    case loaded
  }

  /// Counts the tensors of a tree.
  ///
  /// - Parameters:
  ///   - tree: the model.
  ///   - engine: whose rules count ties and bools.
  ///   - options: dtypes that replace those of the tree.
  ///   - counting: for a map, or in memory.
  /// - Throws: ``PlacementError/sizeOverflow(tensor:)`` when the total passes 2^60 bits, ``PlacementError/outline`` for a
  ///   tree without tensors.
  /// - Complexity: O(tensors).
  public init(
    _ tree: ModuleTree, engine: Engine, options: PlacementOptions = PlacementOptions(), counting: Counting = .planned
  ) throws(PlacementError) {
    if tree.isOutline { throw .outline }
    self.tree = tree
    isShared = Self.sharedTensors(of: tree, engine: engine)
    let tensors = tree.tensors
    if counting == .loaded {
      for tensor in tensors.indices where tensors[tensor].isLoadedApart { isShared[tensor] = false }
    }
    before = []
    before.reserveCapacity(tree.tensors.count + 1)
    before.append(0)
    var special: [Int: ElementWidth] = [:]
    var dtype = options.dtype
    if engine == .transformers4 {
      dtype = dtype ?? tree.loadedDType.flatMap { ElementWidth(rawValue: $0.bits) }
      for index in tree.tensors.indices where tree.tensors[index].isKeptInFloat32 {
        if tree.tensors[index].kind == .parameter { special[index] = .single }
      }
    }
    for (path, width) in options.specialDTypes {
      if let tensor = tree.tensor(atPath: path) { special[tensor] = width }
    }
    var total = 0
    for index in tensors.indices {
      var bits: Int? = 0
      if !isShared[index] {
        let width = special.isEmpty ? nil : special[index]
        bits = Self.bits(tensors[index], width, dtype, engine, counting)
      }
      let (after, overflow) = total.addingReportingOverflow(bits ?? Int.max)
      guard !overflow, after <= 1 << 60 else { throw .sizeOverflow(tensor: tree.path(ofTensor: index)) }
      total = after
      before.append(total)
    }
  }

  /// The sizes of a tree without tensors.
  package init(ofOutline tree: ModuleTree) {
    self.tree = tree
    before = [0]
    isShared = []
  }

  /// Bits of all tensors.
  public var totalBits: Int { before[before.count - 1] }

  /// Bytes of a module with its descendants; a fraction counts as a whole byte.
  package func bytes(ofModule module: Int) -> Int { (bits(of: tree.allTensors(of: module)) + 7) / 8 }

  /// Bytes of a tensor; a fraction counts as a whole byte.
  package func bytes(ofTensor tensor: Int) -> Int { (bits(ofTensor: tensor) + 7) / 8 }

  package func bits(ofTensor tensor: Int) -> Int { before[tensor + 1] - before[tensor] }

  /// Bits of a range of tensors, as ``ModuleTree`` gives it for modules and subtrees.
  package func bits(of tensors: Range<Int>) -> Int { before[tensors.upperBound] - before[tensors.lowerBound] }

  /// The sizes with what stays beside the weights, counted at the first tensor of the module that needs it.
  ///
  /// - Throws: ``PlacementError/sizeOverflow(tensor:)`` when the total passes 2^60 bits.
  /// - Complexity: O(tensors), O(1) when nothing runs.
  package func holding(_ running: RunningMemory?) throws(PlacementError) -> ModuleSizes {
    guard let running, !running.demands.isEmpty else { return self }
    var extra: [Int: Int] = [:]
    for demand in running.demands where demand.module < tree.count {
      guard let first = tree.allTensors(of: demand.module).first else { continue }
      extra[first] = (extra[first] ?? 0) +| 8 *| demand.resident
    }
    var result = self
    var more = 0
    for tensor in tree.tensors.indices {
      more = more +| (extra[tensor] ?? 0)
      let after = before[tensor + 1] +| more
      guard after <= 1 << 60 else { throw .sizeOverflow(tensor: tree.path(ofTensor: tensor)) }
      result.before[tensor + 1] = after
    }
    return result
  }

  /// Whether the tensor's storage is counted at another tensor.
  package func isCountedElsewhere(_ tensor: Int) -> Bool { isShared[tensor] }

  private static func sharedTensors(of tree: ModuleTree, engine: Engine) -> ContiguousArray<Bool> {
    let tensors = tree.tensors
    var result = ContiguousArray(repeating: false, count: tensors.count)
    switch engine {
    case .transformers:
      for index in tensors.indices where tensors[index].tiedTo >= 0 { result[index] = true }
    case .accelerate, .transformers4:
      for group in tree.tiedGroups {
        let first = group.min()
        for tensor in group where tensor != first { result[tensor] = true }
      }
    }
    return result
  }

  /// Nil when the product overflows or a count is negative.
  private static func bits(
    _ tensor: ModuleTree.TensorRecord, _ special: ElementWidth?, _ dtype: ElementWidth?, _ engine: Engine,
    _ counting: Counting
  ) -> Int? {
    if special == nil, tensor.storedBits >= 0 {
      return tensor.storedBits +| (counting == .loaded ? tensor.besideBits : 0)
    }
    guard tensor.count >= 0 else { return nil }
    if special == nil, counting == .loaded, tensor.isKeptInFloat32 {
      let (bits, overflow) = tensor.count.multipliedReportingOverflow(by: 32)
      return overflow ? nil : bits
    }
    let own = engine.asksAccelerate && tensor.dtype == .bool ? 1 : tensor.dtype.bits
    let isCast = tensor.dtype.isFloatingPoint || tensor.dtype == .c64
    let width = special?.bits ?? (isCast ? min(dtype?.bits ?? own, own) : own)
    let (bits, overflow) = tensor.count.multipliedReportingOverflow(by: width)
    return overflow ? nil : bits
  }
}
