/// What a model takes besides its weights, by module.
///
///     let memory = ModelMemory(tree)
///     memory.states?.heldBytes(Workload(context: 32_768))
public struct ModelMemory: Sendable {
  /// States of the decoder's layers; nil when its attention is not understood.
  public let states: ModelStates?
  /// Widths of a layer; nil when the config does not tell them.
  public let shape: LayerShape?
  /// The tower that reads images beside the decoder; nil where there is none.
  public let tower: VisionTower?
  /// What a training of a vision model keeps of an image; nil for other models.
  let vision: VisionTraining?
  /// Why only weights can be counted, nil when all is known.
  public let unknown: StateError?
  /// The class of the model.
  let className: String
  /// The dtype that most weights of the decoder's layers have, as what it computes in: towers beside it may be kept in
  /// another one. Without layers that of most weights.
  public let dtype: DType
  /// The longest sequence that its position embeddings were made for, in tokens; nil where none is said.
  public let positions: Int?
  /// The module of each layer, in the order of `states.layers`; all the same where layers have no modules of their own.
  package let layers: [Int]
  /// The module that owns the first and the last tensor outside the layers: embedding and head.
  package let embedding: Int?
  package let head: Int?

  /// Reads what the configs of the tree's models tell.
  ///
  /// - Complexity: O(modules + tensors).
  public init(_ tree: ModuleTree) {
    let search = DecoderSearch(tree)
    dtype = DecoderSearch.dtype(of: tree, layers: search.decoder?.layers ?? [])
    positions = search.decoder?.positions
    unknown = search.failure
    className = tree.className(of: 0)
    tower = VisionTower(tree)
    vision = search.decoder == nil ? VisionTraining(tree) : nil
    states = search.decoder?.states
    shape = search.decoder?.shape
    layers = search.decoder?.layers ?? []
    (embedding, head) = search.ends()
  }

  /// The same model in another dtype, on a tree of its own; what was read before counts where its modules are the same.
  ///
  /// - Complexity: O(tensors).
  package func like(_ tree: ModuleTree, of original: ModuleTree) -> ModelMemory {
    guard tree.count == original.count, states != nil else { return ModelMemory(tree) }
    return ModelMemory(self, dtype: DecoderSearch.dtype(of: tree, layers: layers))
  }

  private init(_ other: ModelMemory, dtype: DType) {
    self.dtype = dtype
    (states, shape, unknown) = (other.states, other.shape, other.unknown)
    className = other.className
    (layers, embedding, head) = (other.layers, other.embedding, other.head)
    (tower, vision) = (other.tower, other.vision)
    positions = other.positions
  }

  /// States and shape as given, on a tree of one's own: the layers' modules in order, the embedding and the head.
  package init(
    states: ModelStates, shape: LayerShape?, dtype: DType = .bf16, layers: [Int], embedding: Int?, head: Int?
  ) {
    self.states = states
    self.shape = shape
    self.dtype = dtype
    self.layers = layers
    self.embedding = embedding
    self.head = head
    positions = nil
    tower = nil
    vision = nil
    unknown = nil
    className = ""
  }
}

extension ModelMemory {
  /// Says that nothing but weights is counted, of which model and why; nil where all is known.
  package var weightsOnly: Note? {
    unknown.map { reason in
      Note(
        .warning, code: "weights-only",
        "of \(className) only the weights are counted, not what running takes beside them (cache, working memory, logits): "
          + "\(reason)")
    }
  }

  /// The workload of `context` tokens where nobody says more. The input of an encoder has as many tokens as its config has
  /// positions for (Whisper: 1500), else as many as the decoder's context.
  package func workload(context: Int) -> Workload {
    var work = Workload(context: context, dtype: dtype)
    guard states?.usesSource == true else { return work }
    work.source = shape?.sourcePositions ?? context
    work.sourceFollowsContext = shape?.sourcePositions == nil
    return work
  }
}

/// Finds the decoder among the models of a tree, and the modules of its layers.
private struct DecoderSearch {
  struct Decoder {
    var states: ModelStates
    var shape: LayerShape?
    var layers: [Int]
    var positions: Int?
  }

  private let tree: ModuleTree
  private(set) var decoder: Decoder?
  private(set) var failure: StateError?
  private var failureWeight = (0, 0)

  init(_ tree: ModuleTree) {
    self.tree = tree
    lazy var hasEncoder = Self.hasEncoder(tree)
    for configuration in tree.configurations {
      do throws(StateError) {
        var states = try ModelStates(configuration.fields)
        // The type of the model with towers around it.
        let outer = tree.configurations.first.map(\.fields.modelType).flatMap { type in
          type == configuration.fields.modelType ? nil : type
        }
        let isEncoderDecoder = StateFamily.of(configuration.fields.modelType) == .encoderDecoder
        // Beside a decoder an encoder with a config of its own has no cache.
        let isEncoder = isEncoderDecoder && Self.isOfEncoder(configuration)
        if isEncoder, Self.hasOwnDecoder(tree) { continue }
        if isEncoderDecoder ? !hasEncoder : outer == nil { states.removeSource() }
        guard let module = tree.module(at: configuration.path), isLarger(states) else { continue }
        let list = layerList(of: states.layers.count, in: module, decoder: isEncoderDecoder)
        var shape = try? LayerShape(configuration.fields)
        shape?.hasEncoder = isEncoderDecoder && hasEncoder
        if isEncoderDecoder, let own = Self.encoder(of: tree) { shape?.encoders = [own] }
        if let outer { shape?.surroundings = DecoderSurroundings(outer, decoder: configuration.fields) }
        decoder = Decoder(
          states: states, shape: shape,
          layers: list ?? Array(repeating: module, count: states.layers.count),
          positions: configuration.fields.positions)
      } catch {
        explain(error, of: configuration)
      }
    }
    if decoder != nil { failure = nil } else if failure == nil { failure = .unknownArchitecture("") }
  }

  /// Keeps the reason of the model that has most weights: of several one is the decoder, others are towers beside it. What a
  /// config lacks says more than that it is not understood, and one that only holds others says least.
  private mutating func explain(_ error: StateError, of configuration: ModuleTree.ModelConfiguration) {
    let isArchitecture = if case .unknownArchitecture = error { true } else { false }
    let others = tree.configurations.lazy.map(\.fields.modelType).filter { $0 != configuration.fields.modelType }
    let holdsOthers = !others.isEmpty && configuration.fields.modelType == tree.configurations.first?.fields.modelType
    let module = holdsOthers ? nil : tree.module(at: configuration.path)
    let weight = (isArchitecture ? 0 : 1, module.map { elements(of: $0) } ?? 0)
    if failure == nil || weight > failureWeight { (failure, failureWeight) = (error, weight) }
  }

  private func elements(of module: Int) -> Int {
    tree.allTensors(of: module).reduce(0) { $0 +| max(0, tree.tensors[$1].count) }
  }

  private static func hasOwnDecoder(_ tree: ModuleTree) -> Bool {
    tree.configurations.contains { $0.path.split(separator: ".").last == "decoder" }
  }

  /// The encoder's own shape: of a config that only holds others that of the one whose peaks are known.
  private static func encoder(of tree: ModuleTree) -> LayerShape? {
    let shapes = tree.configurations.filter(isOfEncoder).compactMap { try? LayerShape($0.fields, isEncoder: true) }
    return shapes.first { $0.peaks != nil } ?? shapes.first
  }

  private static func isOfEncoder(_ configuration: ModuleTree.ModelConfiguration) -> Bool {
    configuration.path.split(separator: ".").contains { $0 == "encoder" || $0 == "text_encoder" }
  }

  /// A decoder that is used alone (`MBartForCausalLM`, `MllamaForCausalLM`) attends to no encoder and no images, though
  /// its layers could.
  private static func hasEncoder(_ tree: ModuleTree) -> Bool {
    (0..<tree.count).contains { tree.name(of: $0).hasSuffix("encoder") }
  }

  /// Of several models with states the one that keeps most counts: a language model, not its towers.
  private func isLarger(_ states: ModelStates) -> Bool {
    guard let decoder else { return true }
    let work = Workload(context: 4096, source: 1)
    return states.heldBytes(work) > decoder.states.heldBytes(work)
  }

  /// The children of the list module with that many elements below `root`; of several the one with most weights.
  private func layerList(of count: Int, in root: Int, decoder: Bool) -> [Int]? {
    var best: (children: [Int], elements: Int)?
    for module in root..<tree.end(of: root) where !tree.isLeaf(module) {
      let children = Array(tree.children(of: module))
      guard children.count == count, tree.name(of: children[0]) == "0" else { continue }
      if decoder, !tree.path(of: module).split(separator: ".").contains("decoder") { continue }
      let elements = elements(of: module)
      if best == nil || elements > best?.elements ?? 0 { best = (children, elements) }
    }
    return best?.children
  }

  /// The dtype with most elements among the floating parameters, of the layers where there are some; for packed weights
  /// what they unpack to.
  static func dtype(of tree: ModuleTree, layers: [Int]) -> DType {
    if let dtype = tree.quantization?.unpackedDType { return dtype }
    if let first = layers.first, let last = layers.last {
      let own =
        tree.allTensors(of: first)
        .lowerBound..<max(
          tree.allTensors(of: first).upperBound, tree.allTensors(of: last).upperBound)
      if let dtype = commonDType(of: tree, in: own) { return dtype }
    }
    return commonDType(of: tree, in: tree.tensors.indices) ?? .bf16
  }

  private static func commonDType(of tree: ModuleTree, in range: Range<Int>) -> DType? {
    var elements = [Int](repeating: 0, count: DType.allCases.count)
    for index in range {
      let tensor = tree.tensors[index]
      guard tensor.kind == .parameter, tensor.dtype.isFloatingPoint else { continue }
      elements[Int(tensor.dtype.rawValue)] = elements[Int(tensor.dtype.rawValue)] +| max(0, tensor.count)
    }
    let most = elements.indices.max { elements[$0] < elements[$1] } ?? 0
    return elements[most] > 0 ? DType.allCases[most] : nil
  }

  /// The owners of the first tensor before and the last after the layers.
  func ends() -> (embedding: Int?, head: Int?) {
    guard let layers = decoder?.layers, let first = layers.first, let last = layers.last,
      last != first || layers.count == 1
    else { return (nil, nil) }
    let before = tree.allTensors(of: first).lowerBound
    let after = tree.allTensors(of: last).upperBound
    let embedding = (0..<before).last { tree.tensors[$0].kind == .parameter }
    // A norm at the end is no head.
    let hidden = decoder?.shape?.hidden ?? 0
    let head = (after..<tree.tensors.count).last {
      tree.tensors[$0].kind == .parameter && tree.tensors[$0].count > hidden
    }
    return (embedding.map { Int(tree.tensors[$0].owner) }, head.map { Int(tree.tensors[$0].owner) })
  }
}
