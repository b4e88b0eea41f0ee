extension StageText {
  /// vLLM and SGLang: a list of layers a stage in a variable, GPUs in the order of the stages.
  ///
  /// `get_pp_indices` of both takes a count a stage, also 0; vLLM 0.33.0 accepts any whose sum is the number of layers.
  func serving(_ target: ExportTarget) throws(ExportError) -> [String] {
    let gpus = try gpus(
      target,
      nearest: target == .vllm
        ? "leave cpu and disk out of --max-memory, or let vLLM move weights itself (--cpu-offload-gb GIB)"
        : "leave cpu and disk out of --max-memory, or let SGLang move weights itself (--cpu-offload-gb GIB)")
    let path = Self.shellWord(model)
    let isSGLang = target == .sglang
    var lines = comments()
    let words = [isSGLang ? "python -m sglang.launch_server --model-path \(path)" : "vllm serve \(path)"]
    let loading = plan.tree.loading
    let hub = loading.words(ModelLoading.modelScopeSwitch(target))
    let command = (words + (try loading.servingArguments(target))).joined(separator: " ")
    guard gpus.count > 1 else { return lines + ["\(Self.visible(gpus)) \(hub)\(command)"] }
    let ends = ServedEnds(plan.tree)
    try ends.check(target, stages: gpus.count)
    if isSGLang, ends.hasHeadEverywhere {
      lines.append("# SGLang builds the head of this model on every stage: its bytes come on top")
    }
    let variable = isSGLang ? "SGLANG_PP_LAYER_PARTITION" : "VLLM_PP_LAYER_PARTITION"
    let option = isSGLang ? "--pp-size" : "--pipeline-parallel-size"
    lines.append("\(Self.visible(gpus)) \(variable)=\(list) \(hub)\(command) \(option) \(gpus.count)")
    return lines
  }
}
