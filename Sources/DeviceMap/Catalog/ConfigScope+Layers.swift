extension ConfigScope {
  /// A size that config.json gives one layer and that is not the model's, where the model reads one for all layers; nil
  /// when there is none. Models that read sizes by layer have fields of the catalog for that (`head_dim_of_layer`).
  package func unreadLayerField() -> (path: String, value: String)? {
    guard !kind.derivedNames.contains(where: { text(of: $0).hasSuffix("_of_layer") }),
      case .dictionary(let layers)? = try? get("per_layer_config")
    else { return nil }
    for (layer, values) in zip(layers.keys, layers.values) {
      guard case .dictionary(let own) = values else { continue }
      for (field, value) in zip(own.keys, own.values) where !Self.windows.contains(field) {
        guard case .int(let size) = value, case .int(let common)? = try? get(field), size != common else { continue }
        return (keyPath(symbol("per_layer_config")) + ".\(layer).\(field)", "\(size)")
      }
    }
    return nil
  }

  /// Fields that no size depends on.
  private static let windows: Set<String> = ["sliding_window", "attention_chunk_size"]
}
