extension ModuleTree.Draft {
  /// Looks for layers with a size of their own (`per_layer_config`) in models whose layers are alike: reading such a field
  /// raises in transformers, so that there is nothing to plan. Headers tell what the layers are.
  mutating func checkLayers(hasHeaders: Bool) throws(TreeError) {
    for model in models {
      guard let found = model.config.unreadLayerField() else { continue }
      guard hasHeaders else {
        throw .field(
          keyPath: found.path, found: found.value,
          expected: "no size for one layer: \(model.entry.name) of transformers reads one for all")
      }
      tree.notes.append(
        Note(
          .warning, code: "layer-config-unread",
          "transformers does not load the model: config.json has \(found.path) for one layer, and "
            + "\(model.entry.name) reads one for all"))
      return
    }
  }
}
