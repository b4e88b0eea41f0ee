extension StageText {
  /// Model types whose mlx-lm classes have `PipelineMixin` (mlx-lm 0.32.2); the others can only be sharded.
  private static let pipelined: Set<String> = [
    "bailing_hybrid", "deepseek_v2", "deepseek_v3", "deepseek_v32", "deepseek_v41", "glm4_moe", "glm4_moe_lite",
    "minimax_m3_vl", "ministral3", "mistral4", "muse_spark", "qwen2", "qwen3_5", "qwen3_moe", "qwen3_next",
  ]

  /// mlx-lm: counts for each rank, the last layers with rank 0.
  func mlx() throws(ExportError) -> [String] {
    let type = plan.tree.configurations.first?.fields.modelType ?? ""
    guard Self.pipelined.contains(type) else {
      throw .refused(
        .mlx, reason: "has no pipeline for \(type.isEmpty ? "this model" : type)",
        nearest: "shards of equal size (mlx.launch with model.shard)")
    }
    let others = stages.stages.map(\.device).filter { !$0.isAccelerator }
    guard others.isEmpty, stages.layersWithHostExperts.isEmpty else {
      throw .refusedDevices(
        .mlx, others.isEmpty ? [.cpu] : others, nearest: "its memory is the machine's; plan for mps")
    }
    guard counts.allSatisfy({ $0 > 0 }) else { throw emptyStage(.mlx) }
    let loading = plan.tree.loading
    try loading.checkRoot(.mlx)
    var words = [PythonLoading.quoted(model), "lazy=True"]
    if let revision = loading.revision { words.append("revision=\(PythonLoading.quoted(revision))") }
    if loading.codeClass != nil { words.append("trust_remote_code=True") }
    let split = counts.reversed().map(String.init).joined(separator: ", ")
    return comments() + ["# rank 0 runs the last stage: ranks count from the end"]
      + loading.lines(("MLXLM_USE_MODELSCOPE", "true")) + [
        "import mlx.core as mx",
        "from mlx_lm import load",
        "group = mx.distributed.init()",
        "model, tokenizer = load(\(words.joined(separator: ", ")))",
        "model.model.pipeline(group, split=[\(split)])",
      ]
  }

  /// exo: half-open ranges of layers, one shard for each node, in order.
  func exo() throws(ExportError) -> [String] {
    guard hostDevices.isEmpty else {
      throw .refusedDevices(.exo, hostDevices, nearest: "leave cpu and disk out of --max-memory")
    }
    try plan.tree.loading.checkUsualHub(.exo)
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.key("model_id")
      root.string(model)
      root.key("shards")
      root.array { list in
        for (rank, stage) in stages.stages.enumerated() {
          list.object {
            $0.key("device_rank")
            $0.integer(rank)
            $0.key("world_size")
            $0.integer(stages.stages.count)
            $0.key("start_layer")
            $0.integer(stage.layers.lowerBound)
            $0.key("end_layer")
            $0.integer(stage.layers.upperBound)
            $0.key("n_layers")
            $0.integer(stages.layerCount)
          }
        }
      }
    }
    return [writer.output.string]
  }
}
