import DeviceMap
import Foundation
import Testing

/// A config that names no dtype: the model is loaded in that of the first floating tensor, as transformers looks for it,
/// by the names of the first file, sorted.
@Suite("The first floating tensor decides the dtype")
struct FirstDTypeTests {
  private static let config = """
    {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 8, "intermediate_size": 16,
     "num_hidden_layers": 1, "num_attention_heads": 2, "num_key_value_heads": 2, "vocab_size": 10}
    """

  private static let others: [SparseCheckpoint.Tensor] = [
    ("model.layers.0.self_attn.q_proj.weight", .f32, [8, 8]), ("model.layers.0.self_attn.k_proj.weight", .f32, [8, 8]),
    ("model.layers.0.self_attn.v_proj.weight", .f32, [8, 8]), ("model.layers.0.self_attn.o_proj.weight", .f32, [8, 8]),
    ("model.layers.0.mlp.gate_proj.weight", .f32, [16, 8]), ("model.layers.0.mlp.up_proj.weight", .f32, [16, 8]),
    ("model.layers.0.mlp.down_proj.weight", .f32, [8, 16]), ("model.layers.0.input_layernorm.weight", .f32, [8]),
    ("model.layers.0.post_attention_layernorm.weight", .f32, [8]),
  ]

  /// The dtype in which the head is loaded, whose tensors stand in the files as given.
  private func dtype(_ tensors: [SparseCheckpoint.Tensor], shardBytes: Int = .max) throws -> DType {
    let directory = try TemporaryDirectory()
    try SparseCheckpoint.write(
      directory: directory.url, configJSON: Self.config, tensors: tensors, shardBytes: shardBytes)
    let tree = try ModuleTree(Checkpoint(at: directory.path), options: TreeOptions())
    return tree.tensors[try #require(tree.tensor(atPath: "lm_head.weight"))].dtype
  }

  private let head: SparseCheckpoint.Tensor = ("lm_head.weight", .f16, [10, 8])
  private let norm: SparseCheckpoint.Tensor = ("model.norm.weight", .bf16, [8])
  private let embedding: SparseCheckpoint.Tensor = ("model.embed_tokens.weight", .f32, [10, 8])

  @Test("the first by name, wherever it stands in the file")
  func byName() throws {
    #expect(try dtype([head, norm, embedding] + Self.others) == .f16)
    #expect(try dtype([norm, embedding, head] + Self.others) == .f16)
    #expect(try dtype([norm] + Self.others + [embedding, head]) == .f16)
  }

  @Test("of the first file, although a name in the second comes before")
  func ofTheFirstFile() throws {
    let embedding = ("model.embed_tokens.weight", DType.bf16, [10, 8])
    #expect(try dtype([norm, embedding] + Self.others + [head], shardBytes: 176) == .bf16)
  }

  @Test("whole numbers are passed over")
  func wholeNumbers() throws {
    #expect(try dtype([("a.position_ids", .i64, [4]), head, norm, embedding] + Self.others) == .f16)
  }
}
