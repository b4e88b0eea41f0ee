extension StageText {
  /// The rules of ktransformers' own engine, of which the first that matches a module counts: the layers of each GPU by
  /// their numbers, their experts on the cpu or with their layer, and where hidden states go on to the next GPU.
  func ktransformers() throws(ExportError) -> [String] {
    let nearest =
      "SGLang takes these stages (--to sglang), and llama.cpp experts on the cpu (--experts cpu --to llama.cpp)"
    guard let classes = KTransformersClasses(architecture: plan.tree.architecture ?? "") else {
      throw .refused(
        .ktransformers, reason: "has rules of this kind for DeepseekV2ForCausalLM and DeepseekV3ForCausalLM",
        nearest: nearest)
    }
    let hosts = [Device.cpu, .disk].filter { device in stages.stages.contains { $0.device == device } }
    let refused = hosts + (hosts.contains(.disk) || !stages.hostEnds.contains(.disk) ? [] : [.disk])
    guard refused.isEmpty else {
      throw .refusedDevices(
        .ktransformers, refused, nearest: "experts on the cpu, and the layers on GPUs (--experts cpu)")
    }
    guard stages.stages.allSatisfy({ !$0.layers.isEmpty }) else { throw emptyStage(.ktransformers) }
    let gpus = stages.stages.map { if case .gpu(let id) = $0.device { id } else { 0 } }
    return comments() + [
      "# the embedding is in host memory whatever the plan says: the rules' own model reads it there",
      "# \(Self.visible(gpus)) python -m ktransformers.local_chat --model_path \(Self.shellWord(model)) "
        + "--gguf_path FOLDER --optimize_config_path THIS_FILE",
    ] + KTransformersRules(stages, classes, plan.tree).lines
  }
}

/// The Python classes of a model as ktransformers (37ced98) has them, and what it puts in their places.
struct KTransformersClasses {
  let models: String
  let rotary: (class: String, operator: String)
  let mixture: (class: String, operator: String)
  /// The router, where it is replaced.
  let gate: (class: String, operator: String)?

  /// Nil for an architecture without rules of DeepSeek's kind.
  init?(architecture: String) {
    switch architecture {
    case "DeepseekV2ForCausalLM":
      models = "ktransformers.models.modeling_deepseek"
      rotary = ("DeepseekV2YarnRotaryEmbedding", "RoPE.YarnRotaryEmbedding")
      mixture = ("DeepseekV2MoE", "experts.KDeepseekV2MoE")
      gate = nil
    case "DeepseekV3ForCausalLM":
      models = "ktransformers.models.modeling_deepseek_v3"
      rotary = ("DeepseekV3RotaryEmbedding", "RoPE.YarnRotaryEmbeddingV3")
      mixture = ("DeepseekV3MoE", "experts.KDeepseekV3MoE")
      gate = ("MoEGate", "gate.KMoEGate")
    default: return nil
    }
  }
}

/// The rules for stages, in the order in which they are tried.
private struct KTransformersRules {
  private(set) var lines: [String] = []
  private let stages: PipelineStages
  private let classes: KTransformersClasses
  /// Layers that are mixtures of experts.
  private let mixtures: Set<Int>

  init(_ stages: PipelineStages, _ classes: KTransformersClasses, _ tree: ModuleTree) {
    (self.stages, self.classes) = (stages, classes)
    mixtures = Set((0..<stages.layerCount).filter { tree.module(at: "\(stages.layersPath).\($0).mlp.experts") != nil })
    let embedding = "^model\\.embed_tokens"
    add(embedding, nil, "default", on: "cpu")
    for (stage, device) in staged {
      add(pattern(stage.layers, "\\."), model(classes.rotary.class), own(classes.rotary.operator), on: device)
    }
    for (stage, device) in staged {
      add(
        pattern(stage.layers, "\\.(?!self_attn\\.kv_b_proj)"), "torch.nn.Linear", own("linear.KTransformersLinear"),
        on: device, "generate_op: KLinearMarlin, prefill_op: KLinearTorch")
    }
    for (stage, device) in staged {
      add(pattern(stage.layers, "\\.mlp$"), model(classes.mixture.class), own(classes.mixture.operator), on: device)
    }
    if let gate = classes.gate {
      for (stage, device) in staged {
        add(pattern(stage.layers, "\\.mlp\\.gate$"), model(gate.class), own(gate.operator), on: device)
      }
    }
    for (stage, device) in staged { addExperts(stage.layers, device) }
    for (stage, device) in staged {
      add(pattern(stage.layers, "\\.self_attn$"), nil, own("attention.KDeepseekV2Attention"), on: device)
    }
    addModel()
    for (stage, device) in staged { add(pattern(stage.layers, "\\."), nil, "default", on: device) }
    add("(^model\\.norm)|(^lm_head)", nil, "default", on: staged.last?.device ?? "cuda:0")
  }

  /// The stages with the names of their GPUs, of which those of the stages alone are visible.
  private var staged: [(stage: PipelineStages.Stage, device: String)] {
    stages.stages.enumerated().map { ($1, "cuda:\($0)") }
  }

  private func model(_ name: String) -> String { "\(classes.models).\(name)" }
  private func own(_ name: String) -> String { "ktransformers.operators.\(name)" }

  private func pattern(_ layers: some Sequence<Int>, _ rest: String) -> String {
    "^model\\.layers\\.(\(NumberPattern.text(of: Array(layers))))\(rest)"
  }

  private mutating func add(
    _ pattern: String, _ className: String?, _ replacement: String, on device: String, _ more: String = ""
  ) {
    let match = className.map { ", class: \($0)" } ?? ""
    let kwargs = "generate_device: \"\(device)\", prefill_device: \"\(device)\"" + (more.isEmpty ? "" : ", " + more)
    lines.append("- match: {name: '\(pattern)'\(match)}")
    lines.append("  replace: {class: \(replacement), kwargs: {\(kwargs)}}")
  }

  /// Experts run on the cpu step by step, and on the GPU of their layer for a prompt; else with their layer.
  private mutating func addExperts(_ layers: Range<Int>, _ device: String) {
    let onHost = stages.layersWithHostExperts.filter(layers.contains)
    let others = layers.filter { mixtures.contains($0) && !onHost.contains($0) }
    let replacement = own("experts.KTransformersExperts")
    if !onHost.isEmpty {
      lines.append("- match: {name: '\(pattern(onHost, "\\.mlp\\.experts$"))'}")
      lines.append(
        "  replace: {class: \(replacement), kwargs: {prefill_device: \"\(device)\", prefill_op: KExpertsTorch, "
          + "generate_device: cpu, generate_op: KExpertsCPU, out_device: \"\(device)\"}}")
      lines.append("  recursive: False")
    }
    if !others.isEmpty {
      lines.append("- match: {name: '\(pattern(others, "\\.mlp\\.experts$"))'}")
      lines.append(
        "  replace: {class: \(replacement), kwargs: {generate_device: \"\(device)\", generate_op: KExpertsMarlin}}")
      lines.append("  recursive: False")
    }
  }

  private mutating func addModel() {
    let cuts = staged.dropFirst().map { "\($0.stage.layers.lowerBound): \"\($0.device)\"" }
    let map = cuts.isEmpty ? "" : ", transfer_map: {\(cuts.joined(separator: ", "))}"
    lines.append("- match: {name: '^model$'}")
    // A threshold of 0 is none; the keyword is spelled so.
    lines.append(
      "  replace: {class: \(own("models.KDeepseekV2Model")), kwargs: {per_layer_prefill_intput_threshold: 0\(map)}}")
  }
}
