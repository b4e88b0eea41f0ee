/// What kind of attention, recurrence or nothing each layer has.
struct LayerKinds {
  private(set) var kinds: [LayerKind]

  /// More layers than any model has; a config that says so is wrong, and its list would fill the memory.
  private static let mostLayers = 100_000

  init(_ config: ConfigFields, family: StateFamily) throws(StateError) {
    let names = config.texts("layer_types") ?? config.texts("layers_block_type")
    if let names, family != .encoderDecoder || config.values["num_hidden_layers"] != nil {
      guard names.count <= Self.mostLayers else { throw .tooLarge }
      kinds = []
      let indexers = config.texts("indexer_types") ?? []
      for (index, name) in names.enumerated() {
        kinds.append(try Self.kind(name, indexer: index < indexers.count ? indexers[index] : nil, at: index, config))
      }
    } else {
      let count = try Self.count(config, family: family)
      guard count <= Self.mostLayers else { throw .tooLarge }
      let attending = config.ints("attn_layer_indices").map { Set($0) }
      kinds = try (0..<count).map { index throws(StateError) in
        try Self.kind(ofLayer: index, attending: attending, config, family: family)
      }
    }
    let shared = config.int("num_kv_shared_layers") ?? 0
    if shared > 0 { for index in max(0, kinds.count - shared)..<kinds.count { kinds[index] = .none } }
    for index in config.ints("cross_attention_layers") ?? [] where kinds.indices.contains(index) {
      kinds[index] = .cross
    }
  }

  private static func count(_ config: ConfigFields, family: StateFamily) throws(StateError) -> Int {
    guard family == .encoderDecoder else {
      return try config.size("num_hidden_layers", "n_layer", "n_layers", "decoder_layers", "num_layers")
    }
    return try config.size("decoder_layers", "num_decoder_layers", "num_layers", "num_hidden_layers")
  }

  /// The names that configs use, the current ones and those of earlier versions.
  private static func kind(
    _ name: String, indexer: String?, at index: Int, _ config: ConfigFields
  ) throws(StateError) -> LayerKind {
    switch name {
    // Of a prompt nothing leaves a window that is counted from its end (Unlimited-OCR).
    case "full_attention", "attention", "global", "global_attention", "reference_sliding_attention": .full
    case "sliding_attention", "local", "local_attention":
      .sliding(window: try window(config))
    case "chunked_attention": .sliding(window: try config.size("attention_chunk_size"))
    // An indexed layer that uses the index of another one has none of its own.
    case "indexed_attention": indexer == "shared" ? .full : .indexed
    case "linear_attention", "mamba", "mamba2", "conv", "recurrent": .recurrent
    case "hybrid": .hybrid
    case "hybrid_sliding": .hybridSliding(window: try window(config))
    case "moe", "mlp", "dense": .none
    case "heavily_compressed_attention", "compressed_sparse_attention":
      .compressed(
        rate: try (config.object("compress_rates") ?? config).size(name), sparse: name == "compressed_sparse_attention",
        window: try config.size("sliding_window"))
    default: throw .unknownLayerKind(name, layer: index)
    }
  }

  /// ModernBERT's decoder sees half of its field on each side.
  private static func window(_ config: ConfigFields) throws(StateError) -> Int {
    if config.int("sliding_window", "sliding_window_size") == nil, let both = config.int("local_attention"), both > 1 {
      return both / 2
    }
    return try config.size("sliding_window", "sliding_window_size", "local_attention")
  }

  /// The kind where the config has no list of kinds.
  private static func kind(
    ofLayer index: Int, attending: Set<Int>?, _ config: ConfigFields, family: StateFamily
  ) throws(StateError) -> LayerKind {
    if family.isRecurrentOnly { return .recurrent }
    if let period = config.int("attn_layer_period"), let offset = config.int("attn_layer_offset"), period > 0 {
      return index % period == offset ? .full : .recurrent
    }
    if let attending { return attending.contains(index) ? .full : .recurrent }
    if let interval = config.int("full_attention_interval"), interval > 0 {
      return (index + 1) % interval == 0 ? .full : .recurrent
    }
    if family.isHybridEverywhere { return .hybrid }
    guard family != .encoderDecoder, config.bool("use_sliding_window") != false else { return .full }
    if let window = config.int("sliding_window") {
      if let pattern = config.int("sliding_window_pattern"), pattern > 0, (index + 1) % pattern == 0 { return .full }
      guard window > 0 else { throw .notPositive("sliding_window", window) }
      return .sliding(window: window)
    }
    if let chunk = config.int("attention_chunk_size") {
      guard chunk > 0 else { throw .notPositive("attention_chunk_size", chunk) }
      return .sliding(window: chunk)
    }
    return .full
  }
}

/// The kind of attention or recurrence of one layer.
enum LayerKind: Hashable {
  case full
  case sliding(window: Int)
  case indexed
  case recurrent
  /// Attention and recurrence side by side.
  case hybrid
  /// The same with attention within a window.
  case hybridSliding(window: Int)
  /// Attention over the tokens of an encoder or image.
  case cross
  /// Every `rate` tokens are kept as one; `sparse` with an index over them.
  case compressed(rate: Int, sparse: Bool, window: Int)
  /// No state, or that of another layer.
  case none
}
