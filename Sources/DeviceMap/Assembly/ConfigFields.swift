/// Values of a model's config that its memory is computed from: those of config.json over the defaults of the
/// architecture.
package struct ConfigFields: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case none
    case bool(Bool)
    case integer(Int)
    case real(Double)
    case text(String)
    case list([Value])
    case object([String: Value])
  }

  /// `model_type` of the model (`llama`, `gemma3_text`).
  package var modelType: String
  package var values: [String: Value]

  package init(modelType: String, values: [String: Value]) {
    self.modelType = modelType
    self.values = values
  }

  /// The fields that sizes of states and transients are computed from.
  package static let names = [
    "model_type", "hidden_size", "n_embd", "d_model", "dim", "vocab_size", "padded_vocab_size", "intermediate_size",
    "ffn_hidden_size", "ffn_dim", "n_inner", "decoder_ffn_dim", "d_ff", "dff", "inner_dim", "num_hidden_layers",
    "n_layer", "n_layers", "num_layers", "decoder_layers", "num_decoder_layers", "num_attention_heads", "n_head",
    "n_heads", "num_heads", "attention_heads", "decoder_attention_heads", "encoder_attention_heads",
    "num_key_value_heads", "num_kv_heads", "num_global_key_value_heads", "multi_query", "multi_query_attention",
    "multi_query_group_num", "new_decoder_architecture", "attn_config", "head_dim", "attention_head_dim", "d_kv",
    "kv_channels", "global_head_dim", "v_head_dim", "kv_lora_rank", "qk_rope_head_dim", "qk_nope_head_dim",
    "index_head_dim", "indexer_types", "layer_types", "layers_block_type", "sliding_window", "sliding_window_size",
    "sliding_window_pattern", "use_sliding_window", "local_attention", "attention_chunk_size", "num_kv_shared_layers",
    "cross_attention_layers", "attn_layer_period", "attn_layer_offset", "attn_layer_indices", "full_attention_interval",
    "compress_rates", "linear_num_key_heads", "linear_num_value_heads", "linear_key_head_dim", "linear_value_head_dim",
    "linear_conv_kernel_dim", "linear_num_heads", "linear_head_dim", "short_conv_kernel_size", "conv_L_cache",
    "mamba_d_state", "state_size", "ssm_state_size", "mamba_d_conv", "conv_kernel", "mamba_d_ssm", "mamba_expand",
    "expand", "mamba_n_groups", "mamba_ngroups", "n_groups", "mamba_n_heads", "mamba_num_heads", "n_mamba_heads",
    "mamba_d_head", "mamba_head_dim", "mamba_headdim", "is_decoder", "num_experts_per_tok", "num_experts_per_token",
    "top_k_experts", "moe_topk", "moe_intermediate_size", "moe_ffn_hidden_size", "shared_expert_intermediate_size",
    "n_shared_experts", "max_position_embeddings", "n_positions", "seq_length",
  ]
}

extension ConfigFields {
  /// The fields of a config that the catalog describes; what it has no value for is left out. O(fields).
  init(_ config: ConfigScope) {
    self.init(modelType: config.kind.modelType, values: [:])
    for name in Self.names {
      guard let value = try? config.get(name) else { continue }
      values[name] = Value(value)
    }
  }

  /// The fields that stand in config.json itself, for a model that the catalog does not know; nil without a
  /// `model_type`. O(fields).
  init?(_ json: JSONValue) {
    guard json.kind == .object, let type = json["model_type"]?.string else { return nil }
    self.init(modelType: type, values: [:])
    for name in Self.names {
      if let value = json[name], !value.isNull { values[name] = Value(CatalogValue(value)) }
    }
  }
}

extension ConfigFields.Value {
  init(_ value: CatalogValue) {
    switch value {
    case .none, .config: self = .none
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .integer(value)
    case .double(let value): self = .real(value)
    case .string(let value): self = .text(value)
    case .list(let values): self = .list(values.map { Self($0) })
    case .dictionary(let dictionary):
      var members: [String: Self] = [:]
      for (key, value) in zip(dictionary.keys, dictionary.values) { members[key] = Self(value) }
      self = .object(members)
    }
  }
}

extension ModuleTree {
  /// A model within the tree and its config.
  package struct ModelConfiguration: Sendable {
    /// Path of the module that holds the model, `""` for the root.
    package var path: String
    package var fields: ConfigFields
  }
}

extension ModuleTree.Draft {
  /// The configs of the models in the tree, each at the innermost model that uses it, in the order of the models.
  func configurations() -> [ModuleTree.ModelConfiguration] {
    var innermost: [ObjectIdentifier: Int] = [:]
    for (index, model) in models.enumerated() { innermost[ObjectIdentifier(model.config)] = index }
    return models.enumerated().compactMap { index, model in
      guard innermost[ObjectIdentifier(model.config)] == index else { return nil }
      return ModuleTree.ModelConfiguration(path: tree.path(of: model.module), fields: ConfigFields(model.config))
    }
  }
}
