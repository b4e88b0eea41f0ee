extension StageText {
  /// torch.distributed.pipelining: the module at which each stage but the first begins.
  func torch() throws(ExportError) -> [String] {
    try requireGPUs(.torch)
    let points = stages.stages.dropFirst().map {
      "    \(PythonLoading.quoted("\(stages.layersPath).\($0.layers.lowerBound)")): SplitPoint.BEGINNING,"
    }
    return comments() + [
      "# names are those of the traced module: a wrapper's attribute stands in front (m.\(stages.layersPath)...)",
      "from torch.distributed.pipelining import SplitPoint, pipeline", "split_spec = {",
    ] + points + ["}"]
  }

  /// DeepSpeed's PipelineModule: bounds over embedding, layers, final norm and head, set by a subclass.
  func deepspeed() throws(ExportError) -> [String] {
    try requireGPUs(.deepspeed)
    var parts = stages.stages.map { $0.layers.lowerBound + 1 }
    parts[0] = 0
    parts.append(stages.layerCount + 3)
    let bounds = parts.map(String.init).joined(separator: ", ")
    return comments() + [
      "# \(stages.layerCount + 3) items: embedding, \(stages.layerCount) layers, final norm, head",
      "from deepspeed.pipe import PipelineModule",
      "class PlannedPipeline(PipelineModule):",
      "    def _partition_layers(self, method=None):",
      "        stage = self._topo.get_coord(self.global_rank).pipe",
      "        self.parts = [\(bounds)]",
      "        self._set_bounds(start=self.parts[stage], stop=self.parts[stage + 1])",
    ]
  }

  /// Megatron-core: `E` embedding, `t` a layer, `L` head and loss, `|` between stages.
  func megatron() throws(ExportError) -> [String] {
    let gpus = try gpus(.megatron, nearest: "leave cpu and disk out of --max-memory")
    var layout = counts.map { $0 == 0 ? "" : "t*\($0)" }
    layout[0] = "E" + layout[0]
    layout[layout.count - 1] += "L"
    return comments() + [
      "--pipeline-model-parallel-size \(gpus.count) "
        + "--pipeline-model-parallel-layout '\(layout.joined(separator: "|"))'"
    ]
  }

  private func requireGPUs(_ target: ExportTarget) throws(ExportError) {
    _ = try gpus(target, nearest: "leave cpu and disk out of --max-memory")
    guard counts.allSatisfy({ $0 > 0 }) else { throw emptyStage(target) }
  }
}
