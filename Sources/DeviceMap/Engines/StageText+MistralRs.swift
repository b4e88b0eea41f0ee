extension StageText {
  /// mistral.rs: `-n "0:18;1:22"`; what is not named goes to the cpu at the end, the ends of the model to device 0.
  func mistralrs() throws(ExportError) -> [String] {
    let onGPU = try mistralrsGPUs()
    let hostLayers = stages.stages.filter { $0.device == .cpu }
    guard hostLayers.allSatisfy({ $0.layers.upperBound == stages.layerCount }) else {
      throw .refused(
        .mistralrs, reason: "puts layers on the cpu at the end only with -n",
        nearest: "its topology file takes any order (--to mistralrs-topology)")
    }
    guard onGPU.allSatisfy({ !$0.layers.isEmpty }) else { throw emptyStage(.mistralrs) }
    let pairs = onGPU.enumerated().map { "\($0):\($1.layers.count)" }.joined(separator: ";")
    let gpus = onGPU.compactMap { stage -> Int? in if case .gpu(let id) = stage.device { id } else { nil } }
    let loading = plan.tree.loading
    try loading.checkUsualHub(.mistralrs)
    let dtype = try mistralrsDType().map { " --dtype \($0)" } ?? ""
    let option = onGPU.count == 1 ? "-n \(onGPU[0].layers.count)" : "-n \"\(pairs)\""
    return comments() + [
      "# embedding, final norm and head are on the first device whatever the stages say",
      Self.environment(gpus) + loading.words(nil) + "mistralrs serve \(option)\(dtype) -m \(Self.shellWord(model))",
    ]
  }

  /// Its word for the dtype that was asked for (`--dtype` knows `auto`, `f16`, `bf16` and `f32`); nil where none was.
  ///
  /// - Throws: ``ExportError`` for a dtype that it does not know.
  private func mistralrsDType() throws(ExportError) -> String? {
    switch plan.tree.loading.request {
    case .automatic, .packed: return nil
    case .unasked, .dtype(.f32): return "f32"
    case .dtype(.f16): return "f16"
    case .dtype(.bf16): return "bf16"
    case .dtype(let dtype):
      throw .refused(
        .mistralrs, reason: "computes in f16, bf16 and f32, not in \(dtype.torchName ?? dtype.name)",
        nearest: "plan with --dtype float16 or bfloat16")
    }
  }

  /// The topology file of mistral.rs: half-open ranges of layers.
  func mistralrsTopology() throws(ExportError) -> [String] {
    _ = try mistralrsGPUs()
    var position = 0
    var lines = comments()
    for stage in stages.stages where !stage.layers.isEmpty {
      var device = "cpu"
      if stage.device.isAccelerator {
        device = stage.device == .mps ? "metal[0]" : "cuda[\(position)]"
        position += 1
      }
      lines.append("\(stage.layers.lowerBound)-\(stage.layers.upperBound): {device: \"\(device)\"}")
    }
    return lines
  }

  private func mistralrsGPUs() throws(ExportError) -> [PipelineStages.Stage] {
    if case .packed(let bits) = plan.tree.loading.request {
      throw .refused(
        .mistralrs, reason: "packs weights in formats of its own, of other sizes than --dtype int\(bits)",
        nearest: "leave --dtype out")
    }
    if hostDevices.contains(.disk) {
      throw .refusedDevices(.mistralrs, [.disk], nearest: "give the cpu room for these layers")
    }
    if !stages.layersWithHostExperts.isEmpty {
      throw .refused(.mistralrs, reason: "takes whole layers, not their experts alone", nearest: "leave --experts out")
    }
    return stages.stages.filter(\.device.isAccelerator)
  }

  func emptyStage(_ target: ExportTarget) -> ExportError {
    .refused(
      target, reason: "takes no stage without layers",
      nearest: "give the device that holds only an end room for a layer")
  }
}
