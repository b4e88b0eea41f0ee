extension StateFamily {
  /// What a layer of the given kind keeps.
  func state(of kind: LayerKind, at index: Int, _ config: ConfigFields) throws(StateError) -> LayerState {
    switch kind {
    case .none: LayerState()
    case .full: LayerState(try attention(kind, at: index, config))
    case .sliding: LayerState(try attention(kind, at: index, config))
    case .indexed: LayerState(try attention(kind, at: index, config) + [try indexer(config)])
    case .recurrent: LayerState(try recurrence(kind, config))
    case .hybrid: LayerState(try attention(.full, at: index, config) + (try recurrence(kind, config)))
    case .hybridSliding(let window):
      LayerState(try attention(.sliding(window: window), at: index, config) + (try recurrence(kind, config)))
    case .cross: LayerState([try crossAttention(config)])
    case .compressed(let rate, let sparse, let window):
      LayerState(try compressed(rate: rate, sparse: sparse, window: window, config))
    }
  }

  private func attention(
    _ kind: LayerKind, at index: Int, _ config: ConfigFields
  ) throws(StateError) -> [StateTerm] {
    switch self {
    case .cacheless: return []
    case .latent, .kimiDelta: return try latent(kind, at: index, config)
    case .latentTwice: return Array(repeating: try latent(kind, at: index, config), count: 2).flatMap(\.self)
    case .encoderDecoder: return [try keysAndValues(kind, config), try crossAttention(config)]
    case .attentionIfDecoder where config.bool("is_decoder") != true: return []
    case .attentionBehindPrompt: return try behindPrompt(try keysAndValues(kind, config), config)
    default: return [try keysAndValues(kind, config)]
    }
  }

  /// Keys and values of the heads that are cached.
  private func keysAndValues(_ kind: LayerKind, _ config: ConfigFields) throws(StateError) -> StateTerm {
    let heads = try AttentionHeads(config, isFull: kind == .full)
    let elements = try product(heads.cached, heads.keyWidth + heads.valueWidth)
    let size = "\(heads.cached) heads x (\(heads.keyWidth) + \(heads.valueWidth)) e"
    if case .sliding(let window) = kind {
      return StateTerm(elements, .window(window), .cache, "B min(T, \(window) - 1) x \(size)")
    }
    return StateTerm(elements, .tokens, .cache, "B T x \(size)")
  }

  /// The tokens of the prompt that a model learned stand in front of those of the user.
  private func behindPrompt(_ term: StateTerm, _ config: ConfigFields) throws(StateError) -> [StateTerm] {
    let learned = try config.size("prompt_length")
    let size = try product(term.elements, learned)
    return [term, StateTerm(size, .fixed, .cache, "B x \(learned) learned tokens x \(term.elements) e")]
  }

  /// Nothing for a layer that takes the vectors of an earlier one; keys that are not rotated have no rotated part.
  private func latent(_ kind: LayerKind, at index: Int, _ config: ConfigFields) throws(StateError) -> [StateTerm] {
    if let sources = config.ints("kv_source_layers"), sources.indices.contains(index), sources[index] != index {
      return []
    }
    let rank = try sizeOfLayer("kv_lora_rank", index, config)
    let hasRotatedPart = isRotated(index, config) && config.int("qk_rope_head_dim") != 0
    let rope = hasRotatedPart ? try sizeOfLayer("qk_rope_head_dim", index, config) : 0
    let size = "(kv_lora_rank \(rank) + qk_rope_head_dim \(rope)) e"
    guard case .sliding(let window) = kind else {
      return [StateTerm(rank + rope, .tokens, .cache, "B T x \(size)")]
    }
    // Layers with a window have sizes of their own: those of the others would be wrong for them.
    guard config.ints("kv_lora_rank_of_layer") != nil else {
      throw .unknownLayerKind("sliding_attention", layer: index)
    }
    return [StateTerm(rank + rope, .window(window), .cache, "B min(T, \(window) - 1) x \(size)")]
  }

  private func sizeOfLayer(_ name: String, _ index: Int, _ config: ConfigFields) throws(StateError) -> Int {
    guard let sizes = config.ints(name + "_of_layer"), sizes.indices.contains(index) else {
      return try config.size(name)
    }
    guard sizes[index] > 0 else { throw .notPositive(name, sizes[index]) }
    guard sizes[index] < 1 << 31 else { throw .tooLarge }
    return sizes[index]
  }

  /// Whether a layer rotates its keys; where the catalog derives a list of those that do, it has 0 for the others.
  private func isRotated(_ index: Int, _ config: ConfigFields) -> Bool {
    guard let rotated = config.ints("no_rope_layers"), rotated.indices.contains(index) else { return true }
    return rotated[index] != 0
  }

  private func indexer(_ config: ConfigFields) throws(StateError) -> StateTerm {
    let own = try config.size("index_head_dim")
    // Beside keys that are pooled stand their gates, and whether they count.
    let isPooled = config.int("index_kpool") != nil
    let width = isPooled ? try product(2, own) + 1 : own
    let name = isPooled ? "(2 index_head_dim + 1)" : "index_head_dim"
    if config.text("index_key_dtype") == "float32" {
      return StateTerm(width, .tokens, .float32, "B T x \(name) \(width) x 4")
    }
    return StateTerm(width, .tokens, .model, "B T x \(name) \(width) e")
  }

  private func crossAttention(_ config: ConfigFields) throws(StateError) -> StateTerm {
    let own = try AttentionHeads(config, isFull: true)
    // Over the encoder a decoder may have other heads than over itself.
    let heads = config.int("cross_num_key_value_heads") ?? own.cached
    let (keys, values) = config.int("cross_head_dim").map { ($0, $0) } ?? (own.keyWidth, own.valueWidth)
    guard heads > 0, keys > 0 else { throw .notPositive("cross_head_dim", min(heads, keys)) }
    return StateTerm(
      try product(heads, keys + values), .source, .cache,
      "B x source tokens x \(heads) heads x (\(keys) + \(values)) e")
  }
}

/// The heads of an attention whose keys and values are cached.
struct AttentionHeads {
  /// All heads of the layer.
  let all: Int
  let cached: Int
  let keyWidth: Int
  let valueWidth: Int

  /// - Parameter isFull: of a layer that sees all tokens; some models give those other heads than their windows.
  init(_ config: ConfigFields, isFull: Bool) throws(StateError) {
    all = try config.size(
      "num_decoder_attention_heads", "num_attention_heads", "n_head", "n_heads", "num_heads", "decoder_attention_heads",
      "attention_heads", "encoder_attention_heads")
    let inWindows = isFull ? nil : config.int("swa_head_dim")
    let width = if let inWindows { inWindows } else { try Self.width(config, heads: all) }
    keyWidth = isFull ? config.ofFullLayer("global_head_dim") ?? config.int("global_head_dim") ?? width : width
    valueWidth = config.modelType == "mimo_v2_flash" ? try config.size("v_head_dim") : keyWidth
    cached = try Self.cached(config, heads: all, isFull: isFull)
    guard keyWidth > 0 else { throw .notPositive("head_dim", keyWidth) }
  }

  private static func width(_ config: ConfigFields, heads: Int) throws(StateError) -> Int {
    if let width = config.int("attention_head_dim", "head_dim", "dim_head", "d_kv", "kv_channels") { return width }
    return try config.size("hidden_size", "n_embd", "d_model", "dim") / heads
  }

  private static func cached(_ config: ConfigFields, heads: Int, isFull: Bool) throws(StateError) -> Int {
    switch config.modelType {
    case "falcon", "RefinedWebModel":
      // The new architecture repeats its key/value heads before it caches them.
      return config.bool("new_decoder_architecture") != true && config.bool("multi_query") == true ? 1 : heads
    case "gpt_bigcode":
      return config.bool("multi_query") == false ? heads : 1
    case "chatglm":
      guard config.bool("multi_query_attention") == true else { return heads }
      return try config.size("multi_query_group_num")
    case "codeshell":
      return config.bool("group_query_attention") == true ? try config.size("num_query_groups") : heads
    case "RefinedWeb":
      // It repeats its key/value heads before it caches them.
      return heads
    case "dbrx":
      return (config.object("attn_config") ?? config).int("kv_n_heads") ?? heads
    case "mimo_v2_flash":
      let cached = try config.size("num_key_value_heads")
      return isFull ? cached : 2 * cached
    default:
      if !isFull, let cached = config.int("swa_num_key_value_heads"), cached > 0 { return cached }
      if isFull,
        let cached = config.ofFullLayer("num_global_key_value_heads") ?? config.int("num_global_key_value_heads"),
        cached > 0
      {
        return cached
      }
      guard let cached = config.int("num_key_value_heads", "num_kv_heads") else { return heads }
      guard cached > 0 else { throw .notPositive("num_key_value_heads", cached) }
      return cached
    }
  }
}

/// The product of sizes from a config.
func product(_ factors: Int...) throws(StateError) -> Int {
  var result = 1
  for factor in factors {
    let (next, overflow) = result.multipliedReportingOverflow(by: factor)
    if overflow { throw .tooLarge }
    result = next
  }
  return result
}
