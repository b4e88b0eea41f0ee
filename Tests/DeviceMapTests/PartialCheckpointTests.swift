import DeviceMap
import Foundation
import Testing

/// Checkpoints of which some files are missing: the tree of config.json, with what the others say.
@Suite("Some files of a checkpoint") struct PartialCheckpointTests {
  private typealias Tensors = [SparseCheckpoint.Tensor]

  private static func tree(
    _ config: String, _ tensors: Tensors, isPartial: Bool = true, dtype: LoadingDType = .auto
  ) throws -> ModuleTree {
    let (bytes, length) = SparseCheckpoint.header(tensors)
    let header = try SafetensorsHeader(
      ContiguousArray(bytes.dropFirst(8)), fileLength: bytes.count + length, path: "one.safetensors")
    let checkpoint = try Checkpoint(
      path: "test", config: ModelConfig(parsing: config), shards: [("one.safetensors", header)], notes: [],
      isPartial: isPartial)
    var options = TreeOptions()
    options.dtype = dtype
    return try ModuleTree(checkpoint, options: options)
  }

  private static func config(_ more: String = "", layers: Int = 2) -> String {
    """
    {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 256, "intermediate_size": 512,
     "num_attention_heads": 4, "num_hidden_layers": \(layers), "num_key_value_heads": 4, "vocab_size": 64\(more)}
    """
  }

  private static func bytes(_ tree: ModuleTree) -> Int {
    tree.tensors.indices.reduce(0) { $0 + tree.loadedBits(ofTensor: $1) } / 8
  }

  @Test("sizes are those of the config, the dtype that of the files") func sizes() throws {
    let norm: Tensors = [("model.norm.weight", .bf16, [256])]
    let part = try Self.tree(Self.config(), norm)
    let whole = try ModuleTree(config: ModelConfig(parsing: Self.config(#", "dtype": "bfloat16""#)))
    #expect(Self.bytes(part) == Self.bytes(whole) && part.count == whole.count)
    #expect(part.tensors.allSatisfy { !$0.isMissing })
    #expect(!part.notes.contains { $0.code == "missing-tensors" })
    // A file that is all there is would be less.
    #expect(try Self.tree(Self.config(), norm, isPartial: false).tensors.contains(where: \.isMissing))
  }

  @Test("stored sizes where they are known") func stored() throws {
    let part = try Self.tree(
      Self.config(#", "dtype": "bfloat16""#), [("lm_head.weight", .f32, [64, 256])], dtype: .checkpoint)
    let whole = try ModuleTree(config: ModelConfig(parsing: Self.config(#", "dtype": "bfloat16""#)))
    #expect(
      part.plannedBytes(of: part.allTensors(of: 0)) == whole.plannedBytes(of: whole.allTensors(of: 0)) + 2 * 64 * 256)
  }

  @Test("tensors of another model are refused, since its size is nowhere") func other() {
    let error = #expect(throws: TreeError.self) {
      try Self.tree(Self.config(), (0..<20).map { ("transformer.h.\($0).attn.c_attn.weight", .bf16, [4, 4]) })
    }
    #expect(error == .partOfOther(architecture: "LlamaForCausalLM"))
    #expect(throws: TreeError.unknownArchitecture("Nobody")) {
      try Self.tree(#"{"architectures": ["Nobody"]}"#, [("a.weight", .bf16, [4])])
    }
  }

  @Test("a folder with a part of a numbered set, and no index", arguments: [true, false]) func folder(hasConfig: Bool)
    throws
  {
    let folder = try TemporaryDirectory()
    let (bytes, length) = SparseCheckpoint.header([("model.norm.weight", .bf16, [256])])
    try (bytes + Data(count: length)).write(to: folder.url.appending(path: "model-00002-of-00003.safetensors"))
    if hasConfig { try folder.write(Self.config(), "config.json") }
    let output = Program.run(["plan", folder.path, "--max-memory", "0=1GiB"], ProgramEnvironment())
    if hasConfig {
      #expect(output.status == 0)
      #expect(
        output.messages.string.contains("warning: 1 of 3 shards are there, and no index; the plan is made from config"))
      let whole = try ModuleTree(config: ModelConfig(parsing: Self.config(#", "dtype": "bfloat16""#)))
      #expect(try Self.bytes(ModuleTree(Checkpoint(at: folder.path))) == Self.bytes(whole))
    } else {
      #expect(output.status == 2)
      #expect(output.messages.string.contains("there is no config.json that says what is in the other files"))
    }
  }

  @Test("packed weights that are larger in the files than by the config", arguments: [1, 4]) func packed(factor: Int)
    throws
  {
    let packing =
      #", "dtype": "bfloat16", "quantization_config": {"quant_method": "gptq", "bits": 4, "group_size": 128}"#
    let place = "model.layers.0.self_attn.q_proj."
    let tensors: Tensors = [
      (place + "qweight", .i32, [32 * factor, 256]), (place + "scales", .f16, [2, 256]),
      (place + "qzeros", .i32, [2, 32]),
      (place + "g_idx", .i32, [256]),
    ]
    let alone = try ModuleTree(config: ModelConfig(parsing: Self.config(packing)))
    let part = try Self.tree(Self.config(packing), tensors)
    let more = Self.bytes(part) - Self.bytes(alone)
    #expect(more == (factor - 1) * 32 * 256 * 4)
    #expect(part.notes.contains { $0.code == "larger-in-files" } == (more > 0))
  }
}
