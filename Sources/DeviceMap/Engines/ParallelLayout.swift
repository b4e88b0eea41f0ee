/// How many devices run a model together: ranks that share every layer (tensor parallel), in stages that hold different
/// layers (pipeline parallel).
///
///     tensor 2, stages 2:   rank 0 ┐ layers 0-15     rank 2 ┐ layers 16-31
///                           rank 1 ┘ half of each    rank 3 ┘ half of each
public struct ParallelLayout: Hashable, Sendable {
  /// Ranks that share each layer, at least 1.
  public var tensor: Int
  /// Stages that follow each other, at least 1.
  public var stages: Int
  /// Whether a rank holds whole experts instead of a part of each (expert parallel).
  public var keepsExpertsWhole: Bool
  /// Layers of each stage; nil for as the engine cuts by itself.
  public var stageLayers: [Int]?

  /// - Parameters:
  ///   - tensor: ranks that share each layer.
  ///   - stages: stages that follow each other.
  ///   - keepsExpertsWhole: whether a rank holds whole experts.
  ///   - stageLayers: layers of each stage; nil for as the engine cuts by itself.
  public init(tensor: Int = 1, stages: Int = 1, keepsExpertsWhole: Bool = false, stageLayers: [Int]? = nil) {
    self.tensor = tensor
    self.stages = stages
    self.keepsExpertsWhole = keepsExpertsWhole
    self.stageLayers = stageLayers
  }

  /// Devices in all.
  public var deviceCount: Int { tensor *| stages }
}

/// An engine whose rules say what each rank holds.
public enum ParallelEngine: String, CaseIterable, Hashable, Sendable {
  /// Engines whose shares follow their own code.
  case vllm, sglang, transformers
  /// Shares follow the documented split of tensors.
  case llamaCpp = "llama.cpp"
  /// Shares follow the documented pipeline of ranks.
  case mlx

  /// Tokens by which its cache grows.
  var cacheStep: Int {
    switch self {
    case .vllm: 16
    case .llamaCpp, .mlx: 256
    case .sglang, .transformers: 1
    }
  }

  /// The layers of each stage when nobody says how many.
  ///
  /// vLLM 0.33.0 gives what is left over to the stages before the last, from the back; SGLang 0.5.23 and mlx-lm 0.32.2 to
  /// the last ones; transformers 5.23.0 all of it to the last. llama.cpp goes by the memory of the devices.
  ///
  /// - Complexity: O(stages).
  public func defaultSplit(layers: Int, stages: Int) -> [Int] {
    guard stages > 1 else { return [layers] }
    var counts = Array(repeating: layers / stages, count: stages)
    let rest = layers % stages
    switch self {
    case .vllm: for back in 0..<rest { counts[stages - 2 - back] += 1 }
    case .sglang, .mlx, .llamaCpp: for back in 0..<rest { counts[stages - 1 - back] += 1 }
    case .transformers: counts[stages - 1] += rest
    }
    return counts
  }
}
