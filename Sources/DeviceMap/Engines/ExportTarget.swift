/// An engine, or a library's call, that a plan can be written for.
public enum ExportTarget: String, CaseIterable, Hashable, Sendable {
  /// Python lines that load the map.
  case transformers, accelerate
  /// Layers of each pipeline stage, as variable and arguments.
  case vllm, sglang
  /// Arguments of llama.cpp.
  case llamaCpp = "llama.cpp"
  /// Device layers of mistral.rs.
  case mistralrs
  /// The topology file of mistral.rs, for plans that `-n` cannot say.
  case mistralrsTopology = "mistralrs-topology"
  /// Layers of each rank.
  case mlx, exo
  /// Where a pipeline is cut.
  case torch, deepspeed, megatron
  /// The rules of ktransformers' own engine, for DeepSeek's mixtures.
  case ktransformers
  /// Stages and bytes as a documented object, for engines not named here.
  case json
  /// Known, and refused whole: they take no placement from outside.
  case tensorrtLLM = "tensorrt-llm"
  /// Known and refused whole, too.
  case ollama

  /// Those that a plan can be written for; the others are known to take none.
  public static let offered = allCases.filter { ![.tensorrtLLM, .ollama, .ktransformers].contains($0) }

  /// The release whose syntax and rules are followed.
  public var version: String {
    switch self {
    case .transformers: Engine.transformers.version
    case .accelerate: Engine.accelerate.version
    case .vllm: "0.33.0"
    case .sglang: "0.5.23"
    case .llamaCpp: "0c1e57098"
    case .mistralrs, .mistralrsTopology: "0.9.5"
    case .mlx: "0.32.2"
    case .exo: "b5375f8"
    case .torch: "2.13.0"
    case .deepspeed: "0.19.8"
    case .ktransformers: "37ced98"
    case .megatron, .tensorrtLLM, .ollama, .json: ""
    }
  }

  /// The name as people know it.
  public var title: String {
    switch self {
    case .vllm: "vLLM"
    case .sglang: "SGLang"
    case .mistralrs, .mistralrsTopology: "mistral.rs"
    case .mlx: "mlx-lm"
    case .torch: "torch.distributed.pipelining"
    case .deepspeed: "DeepSpeed"
    case .megatron: "Megatron-core"
    case .tensorrtLLM: "TensorRT-LLM"
    default: rawValue
    }
  }
}
