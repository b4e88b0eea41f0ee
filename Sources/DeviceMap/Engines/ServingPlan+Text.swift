extension ServingPlan {
  /// The command or the lines that start the engine with these ranks and stages.
  ///
  /// - Parameters:
  ///   - target: vllm, sglang, transformers, megatron or deepspeed; the others take no ranks that share layers.
  ///   - model: the path or id that the engine is to load.
  /// - Throws: ``ExportError`` for an engine that cannot.
  /// - Complexity: O(stages).
  public func text(for target: ExportTarget, model: String) throws(ExportError) -> String {
    let word = StageText.shellWord(model)
    var arguments: [String] = []
    if target == .vllm || target == .sglang { arguments = try loading.servingArguments(target) }
    let words = ([word] + arguments).joined(separator: " ")
    let lines: [String]
    switch target {
    case .vllm: lines = try vllm(words)
    case .sglang: lines = try sglang(words)
    case .transformers: lines = try transformers(model)
    case .megatron:
      lines = [
        "--tensor-model-parallel-size \(layout.tensor) --pipeline-model-parallel-size \(layout.stages)"
          + (layout.keepsExpertsWhole ? " --expert-model-parallel-size \(layout.tensor)" : "")
          + " --pipeline-model-parallel-layout '\(megatronLayout)'"
      ]
    case .deepspeed where layout.stages == 1 && machines.count(layout) == 1:
      lines = [
        "# \(machines.variable)deepspeed --num_gpus \(layout.tensor) FILE.py",
        "deepspeed.init_inference(model, tensor_parallel={\"tp_size\": \(layout.tensor)})",
      ]
    default:
      throw .refused(
        target, reason: "takes no ranks that share layers and follow each other",
        nearest: "vLLM and SGLang do; with --tp 1 the stages alone can be exported")
    }
    return (comments + lines).joined(separator: "\n") + "\n"
  }

  private var layout: ParallelLayout { shares.layout }
  private var counts: [Int] { shares.stages.map(\.layers.count) }
  private var list: String { counts.map(String.init).joined(separator: ",") }

  /// One comment a stage: `# stage 0: GPUs 0-3, layers 0-39, 17.2 GiB of weights each`.
  var comments: [String] {
    shares.stages.enumerated().map { index, stage in
      let first = index * layout.tensor
      let gpus = machines.name(of: first..<first + layout.tensor)
      let least = stage.rankBytes.min() ?? 0
      let bytes =
        least == stage.mostBytes
        ? "\(ByteText.exact(least)) of weights each"
        : "\(ByteText.size(least)) to \(ByteText.size(stage.mostBytes)) of weights"
      return "# stage \(index): \(gpus), layers \(stage.layers.lowerBound)-\(stage.layers.upperBound - 1), \(bytes)"
    }
  }

  private func vllm(_ model: String) throws(ExportError) -> [String] {
    try ends.check(ExportTarget.vllm, stages: layout.stages)
    var text = machines.variable + (layout.stages > 1 ? "VLLM_PP_LAYER_PARTITION=\(list) " : "")
    text += loading.words(ModelLoading.modelScopeSwitch(.vllm))
    text += "vllm serve \(model) --tensor-parallel-size \(layout.tensor)"
    if layout.stages > 1 { text += " --pipeline-parallel-size \(layout.stages)" }
    if layout.keepsExpertsWhole { text += " --enable-expert-parallel" }
    return try commands(text, .vllm) { machine, count in
      // Requests go to the first machine alone.
      "--nnodes \(count) --node-rank \(machine) --master-addr ADDRESS" + (machine > 0 ? " --headless" : "")
    }
  }

  private func sglang(_ model: String) throws(ExportError) -> [String] {
    try ends.check(ExportTarget.sglang, stages: layout.stages)
    var text = machines.variable + (layout.stages > 1 ? "SGLANG_PP_LAYER_PARTITION=\(list) " : "")
    text += loading.words(ModelLoading.modelScopeSwitch(.sglang))
    text += "python -m sglang.launch_server --model-path \(model) --tp-size \(layout.tensor)"
    if layout.stages > 1 { text += " --pp-size \(layout.stages)" }
    if layout.keepsExpertsWhole { text += " --ep-size \(layout.tensor)" }
    return try commands(text, .sglang) { machine, count in
      "--nnodes \(count) --node-rank \(machine) --dist-init-addr ADDRESS:20000"
    }
  }

  private func transformers(_ model: String) throws(ExportError) -> [String] {
    try PythonLoading.checkFiles(loading, .transformers)
    var sizes: [String] = []
    if layout.tensor > 1 { sizes.append("tp_size=\(layout.tensor)") }
    if layout.stages > 1 { sizes.append("pp_size=\(layout.stages)") }
    if layout.keepsExpertsWhole { sizes.append("ep_size=\(layout.tensor)") }
    let name = loading.codeClass ?? "AutoModelForCausalLM"
    let (count, each) = try perMachine(.transformers)
    let nodes = count > 1 ? "--nnodes \(count) --rdzv-backend c10d --rdzv-endpoint ADDRESS:29500 " : ""
    return ["# \(machines.variable)torchrun \(nodes)--nproc-per-node \(each) FILE.py"] + PythonLoading.hub(loading) + [
      "from transformers import \(PythonLoading.classes(name, loading))",
      "from transformers.distributed import DistributedConfig",
      "model = \(name).from_pretrained(",
      "    \(PythonLoading.name(model, loading)),",
    ] + PythonLoading.words(of: loading) + [
      "    distributed_config=DistributedConfig(\(sizes.joined(separator: ", "))),",
      ")",
    ]
  }

  private var megatronLayout: String {
    var parts = counts.map { "t*\($0)" }
    parts[0] = "E" + parts[0]
    parts[parts.count - 1] += "L"
    return parts.joined(separator: "|")
  }
}
