extension StageText {
  /// llama.cpp: `-ngl` counts layers from the end, the output as the last; `-ts` shares what is on GPUs.
  ///
  /// Counts that add up to what is offloaded give exactly these counts (checked with its own rule in 32-bit floats). The
  /// embedding stays in host memory always.
  func llamaCpp() throws(ExportError) -> [String] {
    let onHost = stages.stages.filter { !$0.device.isAccelerator }
    guard !hostDevices.contains(.disk) else {
      throw .refusedDevices(
        .llamaCpp, [.disk], nearest: "it maps the file, so that a part on the cpu is read from disk")
    }
    guard onHost.allSatisfy({ $0.layers.lowerBound == 0 }) else {
      throw .refused(
        .llamaCpp, reason: "keeps the first layers on the cpu, not the last",
        nearest:
          "the same number of layers at the front: -ngl \(stages.layerCount + 1 - onHost.reduce(0) { $0 + $1.layers.count })"
      )
    }
    let hostLayers = onHost.reduce(0) { $0 + $1.layers.count }
    let onGPU = stages.stages.filter(\.device.isAccelerator)
    var shares = onGPU.map(\.layers.count)
    if !shares.isEmpty { shares[shares.count - 1] += 1 }
    var command = "llama-server -m MODEL.gguf -sm layer -ngl \(onGPU.isEmpty ? 0 : stages.layerCount + 1 - hostLayers)"
    if shares.count > 1 {
      let names = onGPU.enumerated().map { "CUDA\($0.offset)" }
      command += " --device \(names.joined(separator: ",")) -ts \(shares.map(String.init).joined(separator: ","))"
    }
    if let experts = expertRule() { command += " \(experts)" }
    for word in try plan.tree.loading.llamaCppArguments() { command += " \(word)" }
    let gpus = onGPU.compactMap { stage -> Int? in if case .gpu(let id) = stage.device { id } else { nil } }
    return comments() + [
      "# the output counts as layer \(stages.layerCount), the embedding stays in host memory; a GGUF file has other sizes",
      Self.environment(gpus) + command + " --fit off",
    ]
  }

  /// The experts that are on the cpu: `--n-cpu-moe` for the first layers, a pattern over tensor names else.
  private func expertRule() -> String? {
    let layers = stages.layersWithHostExperts
    guard !layers.isEmpty else { return nil }
    if layers == Array(0..<layers.count) { return "--n-cpu-moe \(layers.count)" }
    let numbers = layers.map(String.init).joined(separator: "|")
    return "-ot 'blk\\.(\(numbers))\\.\(GGUFName.expertPattern)=CPU'"
  }
}
