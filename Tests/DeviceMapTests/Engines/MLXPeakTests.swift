import Foundation
import Testing

@testable import DeviceMap

@Suite("What mlx-lm takes for a prompt") struct MLXPeakTests {
  /// The text of Qwen3.6-35B-A3B in 4 bits, groups of 64: of four layers one sees all tokens, with 16 heads of 256.
  private static let qwen = """
    {"architectures": ["Qwen3_5MoeForConditionalGeneration"], "model_type": "qwen3_5_moe", "tie_word_embeddings": false,
     "quantization_config": {"group_size": 64, "bits": 4}, "text_config": {"model_type": "qwen3_5_moe_text",
     "dtype": "bfloat16", "full_attention_interval": 4, "head_dim": 256, "hidden_size": 2048, "linear_conv_kernel_dim": 4,
     "linear_key_head_dim": 128, "linear_num_key_heads": 16, "linear_num_value_heads": 32, "linear_value_head_dim": 128,
     "moe_intermediate_size": 512, "num_attention_heads": 16, "num_experts": 256, "num_experts_per_tok": 8,
     "num_hidden_layers": 40, "num_key_value_heads": 2, "shared_expert_intermediate_size": 512,
     "tie_word_embeddings": false, "vocab_size": 248320}, "vision_config": {"depth": 27, "hidden_size": 1152,
     "intermediate_size": 4304, "model_type": "qwen3_5_moe", "num_heads": 16, "num_position_embeddings": 2304,
     "out_hidden_size": 2048, "patch_size": 16, "spatial_merge_size": 2, "temporal_patch_size": 2}}
    """

  /// The published peaks of Qwen3.6-35B-A3B in 4 bits, where mlx-lm leaves out the tower for images: what is said is a range
  /// that begins close to them and never ends below.
  @Test("published peaks", arguments: [(8192, 21.7e9), (196_608, 38.0e9)])
  func published(tokens: Int, bytes: Double) throws {
    let tree = try ModuleTree(config: ModelConfig(parsing: Self.qwen))
    let plan = try ServingPlan(tree, ParallelLayout(), engine: .mlx, gpus: [96 << 30])
    let peak = try #require(plan.peaks(of: tokens)?.first)
    let kept = ServingBudget(.mlx).kept(ParallelLayout())
    #expect(peak.piece > 16 * 2048 * tokens * 2)
    #expect(Double(peak.total) < 1.015 * bytes, "\(peak)")
    #expect(Double(peak.total + kept) > bytes && Double(peak.total + kept) < 1.05 * bytes, "\(peak)")
  }

  @Test("the peak grows with the context, and the longest sequence is the one that still fits") func longest() throws {
    let tree = try ModuleTree(config: ModelConfig(parsing: Self.qwen))
    let plan = try ServingPlan(tree, ParallelLayout(), engine: .mlx, gpus: [40_000_000_000])
    let longest = try #require(plan.longestSequence)
    #expect(longest % 256 == 0)
    #expect(try #require(plan.peaks(of: longest)?.first).total <= 40_000_000_000)
    #expect(try #require(plan.peaks(of: longest + 1)?.first).total > 40_000_000_000)
    let output = Program.run(
      ["fit", "-", "--engine", "mlx", "--max-memory", "0=48GiB", "--context", "8k"], Self.environment())
    #expect(output.status == 0)
    #expect(output.result.string.contains("a sequence of 8192 tokens: "), "\(output.result.string)")
    #expect(output.result.string.contains("not known 0 to 1.00 GiB"))
  }

  private static func environment() -> ProgramEnvironment {
    var environment = ProgramEnvironment()
    environment.input = { _ in ContiguousArray(qwen.utf8) }
    return environment
  }

  @Test("heads of 64, 80 and 128 elements need no matrix of scores") func kernels() throws {
    for (width, isFused) in [(64, true), (80, true), (128, true), (96, false), (256, false)] {
      let config = """
        {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 256, "intermediate_size": 256,
         "num_attention_heads": 4, "num_hidden_layers": 2, "num_key_value_heads": 2, "head_dim": \(width),
         "vocab_size": 64, "dtype": "bfloat16"}
        """
      let tree = try ModuleTree(config: ModelConfig(parsing: config))
      let cache = try #require(ServingCache(tree, .mlx, ranks: 1, type: nil))
      #expect(cache.layers.map(\.piece.pairBytes) == Array(repeating: isFused ? 1 : 9, count: 2))
      #expect(ServingCache(tree, .llamaCpp, ranks: 1, type: nil)?.layers.allSatisfy { $0.piece.pairBytes == 0 } == true)
    }
  }

  /// `mlx_pieces.py`: small models on a processor.
  @Test("pieces as mlx-lm computes them, and never less") func recorded() throws {
    let file = FixtureFiles.directory.appending(path: "engines/mlx_pieces.json")
    let rows = try JSONDocument(parsing: [UInt8](try Data(contentsOf: file))).root.elements
    #expect(Array(rows).count == 9)
    for row in rows {
      let config = try ModelConfig(parsing: try #require(row["config"]).source)
      let tree = try ModuleTree(config: config)
      let whole = try #require(ServingCache(tree, .mlx, ranks: 1, type: nil))
      let cache = ServingCache(layers: whole.layers, step: 256, isGrouped: false, pieceTokens: row["piece"]?.int)
      let tokens = try #require(row["tokens"]?.int)
      let peak = try #require(row["peak"]?.int)
      let bytes = cache.bytes(of: 0..<2, units: (tokens + 255) / 256)
      #expect(bytes >= peak, "\(row["model"]?.string ?? "") \(tokens): \(bytes), measured \(peak)")
      #expect(Double(bytes) < 2 * Double(peak), "\(row["model"]?.string ?? "") \(tokens): \(bytes), measured \(peak)")
    }
  }
}
