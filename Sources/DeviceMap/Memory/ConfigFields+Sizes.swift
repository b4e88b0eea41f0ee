extension ConfigFields {
  /// The first of the names that has a whole number.
  func int(_ names: String...) -> Int? { names.lazy.compactMap { integer($0) }.first }

  private func integer(_ name: String) -> Int? {
    switch values[name] {
    case .integer(let value): value
    case .real(let value): value.magnitude < 1e15 && Double(Int(value)) == value ? Int(value) : nil
    default: nil
    }
  }

  /// The first of the names that has a whole number above 0.
  ///
  /// - Throws: ``StateError/missing(_:)`` when there is none, ``StateError/notPositive(_:_:)`` when it is 0 or less.
  func size(_ names: String...) throws(StateError) -> Int {
    for name in names {
      guard let value = integer(name) else { continue }
      guard value > 0 else { throw .notPositive(name, value) }
      // A size from a file: what no model has is an error before it is multiplied.
      guard value < 1 << 31 else { throw .tooLarge }
      return value
    }
    throw .missing(names[0])
  }

  /// - Throws: ``StateError/notWhole(_:)`` when one of the fields that say how large a cache is has no whole number.
  func checkSizes() throws(StateError) {
    for name in Self.sizesOfCaches {
      switch values[name] {
      case .text, .real, .object: if integer(name) == nil { throw .notWhole(name) }
      default: continue
      }
    }
  }

  private static let sizesOfCaches = [
    "num_hidden_layers", "hidden_size", "num_attention_heads", "num_key_value_heads", "num_kv_heads", "head_dim",
    "d_kv", "n_embd", "n_head", "n_layer", "d_model", "decoder_layers", "decoder_attention_heads", "sliding_window",
    "attention_chunk_size", "kv_lora_rank", "qk_rope_head_dim", "global_head_dim", "num_global_key_value_heads",
    "num_kv_shared_layers",
  ]

  func bool(_ name: String) -> Bool? {
    guard case .bool(let value) = values[name] else { return nil }
    return value
  }

  func texts(_ name: String) -> [String]? {
    guard case .list(let list) = values[name] else { return nil }
    let texts = list.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return texts.count == list.count && !texts.isEmpty ? texts : nil
  }

  func ints(_ name: String) -> [Int]? {
    guard case .list(let list) = values[name] else { return nil }
    let numbers = list.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    return numbers.count == list.count ? numbers : nil
  }

  /// Width of an expert. Where images have experts of their own the widths are a list, in which that of text comes first.
  var expertWidth: Int? { int("moe_intermediate_size") ?? ints("moe_intermediate_size")?.first }

  /// The size that a layer which sees all tokens has of its own, for a field that stands for those of all layers; nil
  /// where the config gives no sizes by layer.
  func ofFullLayer(_ name: String) -> Int? {
    guard let field = Self.sizesByLayer[name], let sizes = ints(field), let kinds = texts("layer_types"),
      let layer = kinds.firstIndex(of: "full_attention"), sizes.indices.contains(layer)
    else { return nil }
    return sizes[layer]
  }

  private static let sizesByLayer = [
    "global_head_dim": "head_dim_of_layer", "num_global_key_value_heads": "num_key_value_heads_of_layer",
  ]

  /// Whether a decoder multiplies the embeddings of its tokens, as Granite's does.
  var scalesEmbeddings: Bool {
    switch values["embedding_multiplier"] {
    case .integer, .real: true
    default: false
    }
  }

  func object(_ name: String) -> ConfigFields? {
    guard case .object(let values) = values[name] else { return nil }
    return ConfigFields(modelType: modelType, values: values)
  }
}

extension ConfigFields {
  /// Fields that tell the longest sequence.
  private static let positionFields = [
    "max_position_embeddings", "max_target_positions", "n_positions", "n_ctx", "seq_length", "max_seq_len",
    "max_sequence_length", "max_seq_length",
  ]

  /// Models whose positions are relative distances or a recurrence, so that a field of that name limits nothing.
  private static let unlimited: Set<String> = [
    "t5", "mt5", "umt5", "longt5", "switch_transformers", "pop2piano", "bloom", "mpt", "mamba", "mamba2",
    "falcon_mamba",
    "rwkv", "xlstm", "recurrent_gemma", "xlnet",
  ]

  /// The longest sequence that the position embeddings were made for: the field of the config, times the factor of the
  /// rotary scaling where that counts from a shorter original (YaRN, linear, dynamic); nil where none is said.
  var positions: Int? {
    guard !Self.unlimited.contains(modelType), bool("alibi") != true,
      let stated = Self.positionFields.lazy.compactMap({ int($0) }).first(where: { $0 > 0 })
    else { return nil }
    guard let scaling = object("rope_scaling") ?? object("rope_parameters"), let factor = scaling.factor("factor"),
      factor > 1, factor < 1e6
    else { return stated }
    switch scaling.text("rope_type") ?? scaling.text("type") {
    case "llama3", "longrope", "su", "default", "mrope": return stated
    default: break
    }
    let original = scaling.int("original_max_position_embeddings") ?? stated
    return max(stated, Int(min(Double(original) * factor, 1e15)))
  }

  private func factor(_ name: String) -> Double? {
    switch values[name] {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  func text(_ name: String) -> String? {
    guard case .text(let text) = values[name] else { return nil }
    return text
  }
}

/// Why the states of a model cannot be computed: its plan counts weights only.
public enum StateError: Error, Hashable, Sendable {
  /// The architecture's attention is not among those that are understood.
  case unknownArchitecture(String)
  /// A field that is needed is not there.
  case missing(String)
  /// A field that counts something is not positive.
  case notPositive(String, Int)
  /// A field that counts something has text or a part of a whole number.
  case notWhole(String)
  /// A kind of layer that the architecture is not known to have.
  case unknownLayerKind(String, layer: Int)
  /// The figures do not fit into 64 bits.
  case tooLarge
}
