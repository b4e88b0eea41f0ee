extension StageText {
  /// Stages and bytes as one object:
  /// `{"schema_version", "model", "layers", "layer_count", "tied_head", "experts_on_cpu", "stages"}`.
  func json() -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.schemaVersion()
      root.key("model")
      root.string(model)
      root.key("layers")
      root.string(stages.layersPath)
      root.key("layer_count")
      root.integer(stages.layerCount)
      root.key("tied_head")
      root.bool(stages.hasTiedHead)
      root.key("experts_on_cpu")
      root.array { for layer in stages.layersWithHostExperts { $0.integer(layer) } }
      root.key("stages")
      root.array { list in
        for stage in stages.stages {
          list.object {
            $0.key("device")
            if case .gpu(let id) = stage.device { $0.integer(id) } else { $0.string(stage.device.description) }
            $0.key("first_layer")
            $0.integer(stage.layers.lowerBound)
            $0.key("end_layer")
            $0.integer(stage.layers.upperBound)
            $0.key("weights_bytes")
            $0.integer(stage.weightBytes)
            $0.key("cpu_experts_bytes")
            $0.integer(stage.hostExpertBytes)
          }
        }
      }
    }
    return writer.output.string
  }
}
