/// The bytes of parameters that each rank holds when several devices share a model.
///
///     let shares = try ParallelShares(tree, ParallelLayout(tensor: 2, stages: 2), engine: .vllm)
///     shares.stages[1].rankBytes     // [47488, 47488]
///
/// For vLLM 0.33.0 and transformers 5.23.0 they are what the engines' own constructors make, compared to the byte for the
/// models of `Fixtures/engines`.
public struct ParallelShares: Sendable, Hashable {
  /// Consecutive layers, and the ranks that share them.
  public struct Stage: Sendable, Hashable {
    /// The layers of the stage.
    public var layers: Range<Int>
    /// Bytes of each rank, in the order of the ranks.
    public var rankBytes: [Int]
    /// The most that a rank holds.
    ///
    /// - Complexity: O(ranks).
    public var mostBytes: Int { rankBytes.max() ?? 0 }
  }

  /// Whose rules were followed.
  public let engine: ParallelEngine
  /// How many ranks and stages there are.
  public let layout: ParallelLayout
  /// The stages in the order in which they run.
  public let stages: [Stage]
  /// Bytes of each layer on the rank that holds most of it.
  public let layerBytes: [Int]

  /// - Parameters:
  ///   - tree: the model.
  ///   - layout: ranks and stages; without layers per stage the engine's own are taken.
  ///   - engine: whose rules count.
  /// - Throws: ``ParallelError`` with the number that does not divide, or what the engine cannot do.
  /// - Complexity: O(tensors x ranks).
  public init(_ tree: ModuleTree, _ layout: ParallelLayout, engine: ParallelEngine) throws(ParallelError) {
    let model = try SharedModel(tree, layout, engine)
    self.init(model, layers: try model.split())
  }

  /// The same shares with other layers per stage.
  init(_ model: SharedModel, layers counts: [Int]) {
    engine = model.engine
    layout = model.layout
    layerBytes = model.layers.map { $0.max() ?? 0 }
    var stages: [Stage] = []
    var first = 0
    for (stage, count) in counts.enumerated() {
      let bytes = model.bytes(of: first..<first + count, stage: stage, of: counts.count)
      stages.append(Stage(layers: first..<first + count, rankBytes: bytes))
      first += count
    }
    self.stages = stages
  }
}

/// A model whose parameters are cut: bytes of each layer and of its ends on each rank.
struct SharedModel {
  let tree: ModuleTree
  let engine: ParallelEngine
  let layout: ParallelLayout
  /// For each layer the bytes of the ranks.
  private(set) var layers: [[Int]] = []
  /// What is with the first stage, the last, and all.
  private var first: [Int]
  private var last: [Int]
  private var everywhere: [Int]
  /// What the last stage holds beside that where the first holds the tensor that it shares.
  private var tiedToFirst: [Int]

  init(_ tree: ModuleTree, _ layout: ParallelLayout, _ engine: ParallelEngine) throws(ParallelError) {
    (self.tree, self.layout, self.engine) = (tree, layout, engine)
    let none = Array(repeating: 0, count: layout.tensor)
    (first, last, everywhere, tiedToFirst) = (none, none, none, none)
    let list: Int
    do throws(ExportError) {
      list = try LayerLists(tree).main()
    } catch {
      throw .noStages(error)
    }
    try read(list, try rules())
  }

  private func rules() throws(ParallelError) -> any SharingRules {
    if engine == .transformers { return try TransformersRules(tree, layout) }
    let rules = ServingRules(engine, layout, tree)
    try rules.check(tree)
    return rules
  }

  private mutating func read(_ list: Int, _ rules: any SharingRules) throws(ParallelError) {
    let reader = SharedTensors(tree, list: list)
    var layerOf = [Int](repeating: -1, count: tree.tensors.count)
    for (number, layer) in tree.children(of: list).enumerated() {
      layers.append(Array(repeating: 0, count: layout.tensor))
      for tensor in tree.allTensors(of: layer) { layerOf[tensor] = number }
    }
    for index in tree.tensors.indices {
      guard let tensor = reader.tensor(index) else { continue }
      let bits = rules.bits(of: tensor, isParameter: tree.tensors[index].kind == .parameter)
      if bits == 0 { continue }
      let source = Int(tree.tensors[index].tiedTo)
      let bytes = try bytes(of: source >= 0 ? source : index, try rules.cut(of: tensor), tensor, bits: bits)
      let number = layerOf[index]
      if number >= 0 {
        if source < 0 { Self.add(bytes, to: &layers[number]) }
        if isOutputOfAttention(tensor), tensor.config.int("kv_lora_rank") == nil, let served = served(index) {
          Self.add(Array(repeating: served.attentionBytes, count: layout.tensor), to: &layers[number])
        }
        continue
      }
      switch rules.place(ofOutside: tensor) {
      case _ where source >= 0:
        if layerOf[source] < 0, tensor.isVocabulary, rules.bringsEmbeddingToLast { addTied(bytes) }
      case .first: Self.add(bytes, to: &first)
      case .last: Self.add(bytes, to: &last)
      case .all: Self.add(bytes, to: &everywhere)
      case .host: break
      }
    }
  }

  /// A head that shares the embedding: held where the stage has no embedding, by llama.cpp always.
  private mutating func addTied(_ bytes: [Int]) {
    switch engine {
    case .llamaCpp: Self.add(bytes, to: &last)
    case .mlx: break
    default: Self.add(bytes, to: &tiedToFirst)
    }
  }

  private static func add(_ bytes: [Int], to sums: inout [Int]) {
    for rank in sums.indices { sums[rank] = sums[rank] +| bytes[rank] }
  }

  /// What the engine makes of a packed tensor; nil for one that is not packed, or where that is not known.
  private func served(_ index: Int) -> ServedSize? {
    engine == .vllm && tree.tensors[index].storedBits >= 0 ? tree.quantization?.served : nil
  }

  private func isOutputOfAttention(_ tensor: SharedTensor) -> Bool {
    ["o_proj", "out_proj", "c_proj", "dense", "wo"].contains(tensor.owner)
      && tensor.path.contains { $0.contains("attn") || $0.contains("attention") }
  }

  /// Bytes of a parameter on each rank.
  private func bytes(
    of index: Int, _ cut: TensorCut, _ tensor: SharedTensor, bits: Int?
  ) throws(ParallelError) -> [Int] {
    let record = tree.tensors[index]
    let served = served(index)
    try served?.check(tensor, cut, ranks: layout.tensor)
    return (0..<layout.tensor).map { rank in
      let elements = tensor.extents.elements(cut, rank: rank, of: layout.tensor)
      // Embedding and output are packed by none of these formats, whatever they list.
      let isPacked = record.storedBits >= 0 && !(served != nil && tensor.isVocabulary)
      if isPacked, let bits = served?.bits(of: tensor, cut, rank: rank, of: layout.tensor) { return (bits +| 7) / 8 }
      guard isPacked, record.count > 0 else {
        return (elements *| (bits ?? record.dtype.bits) +| 7) / 8
      }
      // What is packed is cut with what it unpacks to.
      let (whole, rest) = record.storedBits.multipliedFullWidth(by: elements)
      guard whole < record.count else { return .max }
      return (record.count.dividingFullWidth((whole, rest)).quotient +| 7) / 8
    }
  }

  /// Bytes of each rank of a stage.
  func bytes(of range: Range<Int>, stage: Int, of stages: Int) -> [Int] {
    var sums = everywhere
    for layer in range { Self.add(layers[layer], to: &sums) }
    if stage == 0 { Self.add(first, to: &sums) }
    if stage == stages - 1 { Self.add(last, to: &sums) }
    if stage == stages - 1, stage > 0 { Self.add(tiedToFirst, to: &sums) }
    return sums
  }

  /// Bytes that the rank with most of them reads for a step: all but the embedding and what stands beside it.
  func readBytes(of range: Range<Int>, stage: Int, of stages: Int) -> Int {
    var sums = Array(repeating: 0, count: layout.tensor)
    for layer in range { Self.add(layers[layer], to: &sums) }
    if stage == stages - 1 {
      Self.add(last, to: &sums)
      Self.add(tiedToFirst, to: &sums)
    }
    return sums.max() ?? 0
  }

  /// The layers of each stage: those of the layout, else what the engine takes.
  func split() throws(ParallelError) -> [Int] {
    guard let counts = layout.stageLayers else {
      guard layout.stages <= layers.count else { throw .tooManyStages(layout.stages, layers: layers.count) }
      return engine.defaultSplit(layers: layers.count, stages: layout.stages)
    }
    guard counts.count == layout.stages, counts.allSatisfy({ $0 > 0 }) else {
      throw .stageList(counts, stages: layout.stages)
    }
    let sum = counts.reduce(0, +|)
    guard sum == layers.count else { throw .stageSum(layers: layers.count, given: sum) }
    return counts
  }
}

/// The parameters of a tree as rules look at them.
private struct SharedTensors {
  private let tree: ModuleTree
  private let list: Int
  private let vocabulary: Set<Int>
  /// The configs of the models in the tree with the modules that they are of, the inner last.
  private let configs: [(modules: Range<Int>, fields: ConfigFields)]

  init(_ tree: ModuleTree, list: Int) {
    self.tree = tree
    self.list = list
    configs = tree.configurations.compactMap { configuration in
      tree.module(at: configuration.path).map { ($0..<tree.end(of: $0), configuration.fields) }
    }
    let memory = ModelMemory(tree)
    vocabulary = Set([memory.embedding, memory.head].compactMap(\.self))
  }

  func tensor(_ index: Int) -> SharedTensor? {
    let record = tree.tensors[index]
    let owner = Int(record.owner)
    guard let config = configs.last(where: { $0.modules.contains(owner) })?.fields ?? configs.first?.fields else {
      return nil
    }
    let path = tree.path(ofTensor: index).split(separator: ".")
    let className = tree.className(of: owner)
    let isExpert = path.dropLast().contains("experts")
    let name = path.last ?? ""
    let isVector =
      Int(record.columns) == record.count && (name == "bias" || className.hasSuffix("Norm") || !name.contains("weight"))
    let extents = TensorExtents(
      count: record.count, lastExtent: Int(record.columns), outer: isExpert ? Self.experts(config) ?? 1 : 1,
      isVector: isVector, isTransposed: className == "Conv1D")
    let layers = tree.allTensors(of: list)
    let words = config.int("vocab_size", "padded_vocab_size")
    let isVocabulary = words.map { !layers.contains(index) && extents.rows == $0 } ?? vocabulary.contains(owner)
    return SharedTensor(
      path: path, extents: extents, dtype: record.dtype, className: className, config: config,
      isBeforeLayers: index < layers.lowerBound,
      isVocabulary: isVocabulary)
  }

  /// Experts whose weights one tensor holds.
  private static func experts(_ config: ConfigFields) -> Int? {
    config.int("num_local_experts", "n_routed_experts", "num_experts", "moe_num_experts", "num_routed_experts")
  }
}
