/// The modules of a model in definition order, with the tensors that each one owns.
///
/// The tree is flat: modules stand in pre-order, so the descendants of module `i` are `i + 1 ..< end(of: i)`, and
/// tensors stand in the order of their modules, so the tensors of a whole subtree are one range. Module 0 is the root
/// (the model itself, path `""`).
///
///     0 ""  ──┬── 1 model ──┬── 2 embed_tokens        tensors: [embed_tokens.weight | q.weight, ... | lm_head.weight]
///             │             └── 3 layers ── 4 0 ...
///             └── n lm_head
///
/// Build one from a checkpoint, from config.json alone, or by hand (``init(rootClass:_:)``) for tests of policies.
public struct ModuleTree: Sendable {
  /// One module. Indices are 32 bits wide: a tree of 2^31 modules is rejected by ``ModuleTreeBuilder``.
  package struct ModuleRecord: Sendable {
    package var parent: Int32
    package var end: Int32
    package var name: SymbolTable.Symbol
    package var className: SymbolTable.Symbol
    package var firstTensor: Int32
    package var tensorCount: Int32
    /// The object stands at an earlier path, too: the references' maps name it here as well, lists of modules do not.
    package var isRepeated = false
  }

  /// One parameter or buffer, owned by exactly one module. Small fields stand together, so that a record takes 56 bytes.
  package struct TensorRecord: Sendable {
    package var name: SymbolTable.Symbol
    package var owner: Int32
    package var dtype: DType
    package var kind: TensorKind
    /// It is float32 once it is loaded, whatever the dtype of the model (`_keep_in_fp32_modules`).
    package var isKeptInFloat32 = false
    /// When code beside the forward of its module reads it, which finds nothing while the module is offloaded.
    package var outsideRead = OutsideRead.never
    /// The files hold it beside the one that it is tied to, so that it may have a storage of its own once it is loaded.
    package var isLoadedApart = false
    /// No file has it although it should be there: it is made when the model is loaded.
    package var isMissing = false
    /// Number of elements.
    package var count: Int
    /// The tensor whose storage this one shares after loading, or -1. A source is never tied itself.
    package var tiedTo: Int32
    /// Extent of the last dimension, where the catalog told the shape; 0 otherwise.
    package var columns: Int32 = 0
    /// Bits of storage that replace `count` x dtype, for tensors that are packed in the file; -1 for none.
    package var storedBits: Int
    /// Bits beside a packed weight (scales, quantization states) that take room once it is loaded, and that the reference
    /// leaves out of its maps; negative where the parts of one weight are planned at another tensor.
    package var besideBits = 0
    /// Bits that it unpacks to, where that is not what it takes: 0 for a scale, -1 for a tensor that is not packed.
    package var unpackedBits = -1
  }

  package var records: ContiguousArray<ModuleRecord>
  package var tensors: ContiguousArray<TensorRecord>
  /// The rest, in the one element of an array: a copy of a tree, of which planning makes many, is three references.
  private var details: ContiguousArray<Details>

  private struct Details: Sendable {
    var symbols: SymbolTable
    var noSplitClasses: [String]
    var noPlacementParameters: [String]
    var notes: [Note]
    var architecture: String?
    var quantization: ModuleQuantization?
    var configurations: [ModelConfiguration] = []
    var modulesKeptInFloat32: [String] = []
    var linearClasses: [String] = []
    var outputEmbedding: String?
    var release: Release?
    var loadedDType: DType?
    var loading = ModelLoading()
    var isOutline = false
  }

  init(
    records: ContiguousArray<ModuleRecord>, tensors: ContiguousArray<TensorRecord>, symbols: SymbolTable,
    noSplitClasses: [String], noPlacementParameters: [String], notes: [Note]
  ) {
    self.records = records
    self.tensors = tensors
    details = [
      Details(
        symbols: symbols, noSplitClasses: noSplitClasses, noPlacementParameters: noPlacementParameters, notes: notes)
    ]
  }

  package var symbols: SymbolTable {
    _read { yield details[0].symbols }
    _modify { yield &details[0].symbols }
  }

  /// Classes whose instances must not be cut between devices, sorted.
  public package(set) var noSplitClasses: [String] {
    _read { yield details[0].noSplitClasses }
    _modify { yield &details[0].noSplitClasses }
  }

  /// Parameters, relative to an instance of a no-split class, that may stay without a device (`_no_placement_params`).
  public package(set) var noPlacementParameters: [String] {
    _read { yield details[0].noPlacementParameters }
    _modify { yield &details[0].noPlacementParameters }
  }

  /// The modules that were inferred to be repeated blocks where the architecture is unknown, and other remarks.
  public package(set) var notes: [Note] {
    _read { yield details[0].notes }
    _modify { yield &details[0].notes }
  }

  /// The architecture that the tree was built from, if it is known (`LlamaForCausalLM`).
  public package(set) var architecture: String? {
    _read { yield details[0].architecture }
    _modify { yield &details[0].architecture }
  }

  /// How weights are packed, if they are.
  public package(set) var quantization: ModuleQuantization? {
    _read { yield details[0].quantization }
    _modify { yield &details[0].quantization }
  }

  /// Parts of paths whose modules the classes of the model keep in float32 when it is loaded in float16, sorted; quantizers
  /// leave these modules as they are.
  package var modulesKeptInFloat32: [String] {
    _read { yield details[0].modulesKeptInFloat32 }
    _modify { yield &details[0].modulesKeptInFloat32 }
  }

  /// Classes of its modules that are linear layers by inheritance, sorted.
  package var linearClasses: [String] {
    _read { yield details[0].linearClasses }
    _modify { yield &details[0].linearClasses }
  }

  /// The path of the output embedding (`get_output_embeddings`), where the architecture tells it and it is no `lm_head`.
  package var outputEmbedding: String? {
    _read { yield details[0].outputEmbedding }
    _modify { yield &details[0].outputEmbedding }
  }

  /// The release of transformers that builds it so; nil for trees that were written by hand or inferred.
  public package(set) var release: Release? {
    _read { yield details[0].release }
    _modify { yield &details[0].release }
  }

  /// What the call that loads the model has to say.
  public package(set) var loading: ModelLoading {
    _read { yield details[0].loading }
    _modify { yield &details[0].loading }
  }

  /// The dtype in which the model is loaded, where it is one.
  package var loadedDType: DType? {
    _read { yield details[0].loadedDType }
    _modify { yield &details[0].loadedDType }
  }

  /// Whether it has only the modules that the JSON of a plan names, and no tensors: the tree of a plan that was read. What
  /// counts bytes refuses it.
  public package(set) var isOutline: Bool {
    _read { yield details[0].isOutline }
    _modify { yield &details[0].isOutline }
  }

  /// The configs of the models in the tree, the outer before the inner.
  package var configurations: [ModelConfiguration] {
    _read { yield details[0].configurations }
    _modify { yield &details[0].configurations }
  }

  /// Number of modules, the root included.
  public var count: Int { records.count }

  /// Elements of all parameters, a shared storage counted once.
  ///
  /// - Complexity: O(tensors).
  public var parameterCount: Int {
    tensors.reduce(0) { $1.kind == .parameter && $1.tiedTo < 0 ? $0 &+ elements(of: $1) : $0 }
  }

  /// Elements of a tensor as the model has them: of a packed weight those that it unpacks to, of its scales none. O(1).
  package func elements(of tensor: TensorRecord) -> Int {
    guard tensor.unpackedBits >= 0, let quantization, quantization.source == .stored else { return tensor.count }
    let dtype = quantization.unpackedDType ?? .bf16
    // A bias that becomes float32 keeps its elements.
    return tensor.dtype == .f32 && tensor.unpackedBits > 0 ? tensor.count : tensor.unpackedBits / dtype.bits
  }

  package func end(of module: Int) -> Int { Int(records[module].end) }

  package func parent(of module: Int) -> Int { Int(records[module].parent) }

  /// The tensors that `module` itself owns: its parameters, then its buffers.
  package func ownTensors(of module: Int) -> Range<Int> {
    let record = records[module]
    return Int(record.firstTensor)..<Int(record.firstTensor + record.tensorCount)
  }

  /// All tensors of `module` and its descendants.
  package func allTensors(of module: Int) -> Range<Int> {
    let end = end(of: module)
    let upper = end < records.count ? Int(records[end].firstTensor) : tensors.count
    return Int(records[module].firstTensor)..<upper
  }

  package func isLeaf(_ module: Int) -> Bool { end(of: module) == module + 1 }

  /// The direct children of `module`, in definition order.
  package func children(of module: Int) -> Children { Children(records: records, module: module) }

  package struct Children: Sequence, IteratorProtocol {
    private let records: ContiguousArray<ModuleRecord>
    private var upcoming: Int
    private let end: Int

    init(records: ContiguousArray<ModuleRecord>, module: Int) {
      self.records = records
      upcoming = module + 1
      end = Int(records[module].end)
    }

    package mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(records[upcoming].end) }
      return upcoming
    }
  }

  package func className(of module: Int) -> String { symbols[records[module].className] }

  package func name(of module: Int) -> String { symbols[records[module].name] }

  /// The dotted path of `module`, `""` for the root. O(depth).
  package func path(of module: Int) -> String {
    var names: [SymbolTable.Symbol] = []
    var current = module
    while current > 0 {
      names.append(records[current].name)
      current = parent(of: current)
    }
    return names.reversed().map { symbols[$0] }.joined(separator: ".")
  }

  /// The dotted path of a tensor (`model.embed_tokens.weight`). O(depth).
  package func path(ofTensor tensor: Int) -> String {
    let owner = Int(tensors[tensor].owner)
    let name = symbols[tensors[tensor].name]
    return owner == 0 ? name : path(of: owner) + "." + name
  }

  /// The module at a dotted path, `""` for the root. O(children on the way).
  package func module(at path: some StringProtocol) -> Int? {
    if path.isEmpty { return 0 }
    var current = 0
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      guard let symbol = symbols.find(part) else { return nil }
      guard let child = children(of: current).first(where: { records[$0].name == symbol }) else { return nil }
      current = child
    }
    return current
  }

  /// The tensor at a dotted path. O(depth x children).
  package func tensor(atPath path: String) -> Int? {
    let dot = path.lastIndex(of: ".")
    guard let owner = dot.map({ module(at: path[..<$0]) }) ?? 0 else { return nil }
    guard let symbol = symbols.find(dot.map { path[path.index(after: $0)...] } ?? path[...]) else { return nil }
    return ownTensors(of: owner).first { tensors[$0].name == symbol }
  }

  /// The tied groups as tensor indices: the source first, then those tied to it, in order of the sources.
  package var tiedGroups: [[Int]] {
    var slot: [Int32: Int] = [:]
    var groups: [[Int]] = []
    for index in tensors.indices where tensors[index].tiedTo >= 0 {
      let source = tensors[index].tiedTo
      if let known = slot[source] {
        groups[known].append(index)
      } else {
        slot[source] = groups.count
        groups.append([Int(source), index])
      }
    }
    return groups.sorted { $0[0] < $1[0] }
  }
}
