/// What of a GPU an engine leaves to weights and cache.
public struct ServingBudget: Hashable, Sendable {
  /// Whose accounting it is.
  public let engine: ParallelEngine
  /// The share of the GPU that the engine takes; nil for its own.
  public var utilization: Double?
  /// Bytes for what is not computed: the driver's context, communication, graphs, activations of a batch; nil for the
  /// engine's own rule, or a convention where it measures.
  public var reserve: Int?

  /// - Parameters:
  ///   - engine: whose accounting counts.
  ///   - utilization: the share of the GPU that the engine takes, above 0 and at most 1; nil for the engine's default.
  ///   - reserve: bytes for what is not computed; nil for the usual.
  public init(_ engine: ParallelEngine, utilization: Double? = nil, reserve: Int? = nil) {
    self.engine = engine
    self.utilization = utilization
    self.reserve = reserve
  }

  /// The share that the engine takes by default (`--gpu-memory-utilization` of vLLM 0.33.0).
  public var share: Double { utilization ?? (engine == .vllm ? 0.92 : 1) }

  /// Bytes kept for what is not computed.
  ///
  /// SGLang 0.5.23 keeps 1536 MiB and 128 MiB for each GPU where it sizes its pool after it captured graphs
  /// (`arg_groups/memory_hook.py`); llama.cpp's `--fit-target` is 1 GiB. vLLM measures: 2.5 GiB are a convention. mlx gives
  /// back what a layer has computed when the commands that use it have ended, which nobody knows before: 1 GiB is a
  /// convention, within which the published peaks of Qwen3.6-35B-A3B are.
  public func kept(_ layout: ParallelLayout) -> Int {
    if let reserve { return reserve }
    switch engine {
    case .vllm: return 5 << 29
    case .sglang: return utilization == nil ? (1536 +| 128 *| layout.deviceCount) << 20 : 0
    case .llamaCpp, .mlx: return 1 << 30
    case .transformers: return 0
    }
  }

  /// Bytes for weights and cache of a GPU with so many bytes.
  ///
  /// - Parameters:
  ///   - gpu: bytes of the GPU.
  ///   - layout: the ranks and stages.
  ///   - keeping: whether what is not computed is kept; without, the result is the most that can be.
  public func bytes(of gpu: Int, _ layout: ParallelLayout, keeping: Bool = true) -> Int {
    let taken = share >= 1 ? gpu : Int((Double(gpu) * share).rounded(.up))
    return max(0, taken - (keeping ? kept(layout) : 0))
  }
}
