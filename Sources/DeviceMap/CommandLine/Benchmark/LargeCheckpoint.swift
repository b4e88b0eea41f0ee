/// Headers of a made-up checkpoint of about 10^12 parameters: a mixture of experts with one tensor and one scale for
/// each matrix of each expert, as the largest published ones are stored. Only headers are written.
struct LargeCheckpoint {
  private static let layers = 61
  private static let experts = 368
  private static let hidden = 7168
  private static let expertWidth = 2048
  private static let shards = 234

  /// How much was written.
  struct Size {
    var shards: Int
    var tensors: Int
    /// Bytes of all headers with their length fields.
    var headerBytes: Int
  }

  private var tensors: [(name: String, dtype: StaticString, bits: Int, shape: [Int])] = []

  init() {
    add("model.embed_tokens", [163_840, Self.hidden], scaled: false)
    for layer in 0..<Self.layers { addLayer("model.layers.\(layer)", isDense: layer == 0) }
    add("model.norm", [Self.hidden], scaled: false)
    add("lm_head", [163_840, Self.hidden], scaled: false)
  }

  private mutating func addLayer(_ path: String, isDense: Bool) {
    let h = Self.hidden
    for (name, shape) in [
      ("q_a_proj", [1536, h]), ("q_b_proj", [64 * 192, 1536]), ("kv_a_proj_with_mqa", [576, h]),
      ("kv_b_proj", [64 * 256, 512]), ("o_proj", [h, 64 * 128]),
    ] { add("\(path).self_attn.\(name)", shape, scaled: true) }
    add("\(path).self_attn.q_a_layernorm", [1536], scaled: false)
    add("\(path).self_attn.kv_a_layernorm", [512], scaled: false)
    add("\(path).input_layernorm", [h], scaled: false)
    add("\(path).post_attention_layernorm", [h], scaled: false)
    guard !isDense else { return addMLP("\(path).mlp", width: 18_432) }
    add("\(path).mlp.gate", [Self.experts, h], scaled: false)
    tensors.append(("\(path).mlp.gate.e_score_correction_bias", "F32", 32, [Self.experts]))
    for expert in 0..<Self.experts { addMLP("\(path).mlp.experts.\(expert)", width: Self.expertWidth) }
    addMLP("\(path).mlp.shared_experts", width: Self.expertWidth)
  }

  private mutating func addMLP(_ path: String, width: Int) {
    add("\(path).gate_proj", [width, Self.hidden], scaled: true)
    add("\(path).up_proj", [width, Self.hidden], scaled: true)
    add("\(path).down_proj", [Self.hidden, width], scaled: true)
  }

  private mutating func add(_ path: String, _ shape: [Int], scaled: Bool) {
    tensors.append((path + ".weight", scaled ? "F8_E4M3" : "BF16", scaled ? 8 : 16, shape))
    if scaled { tensors.append((path + ".weight_scale_inv", "F32", 32, shape.map { ($0 + 127) / 128 })) }
  }

  /// Writes the headers, and unless they are wanted alone config.json and the index.
  func write(to directory: String, headersAlone: Bool) throws(FileError) -> Size {
    var index = OutputBuffer(capacity: 100 * tensors.count)
    index.append(#"{"metadata":{},"weight_map":{"#)
    var headerBytes = 0
    let perShard = (tensors.count + Self.shards - 1) / Self.shards
    for shard in 0..<Self.shards {
      let own = tensors[min(tensors.count, shard * perShard)..<min(tensors.count, (shard + 1) * perShard)]
      let name = "model-\(Self.padded(shard + 1))-of-\(Self.padded(Self.shards)).safetensors"
      let header = Self.header(own)
      headerBytes += header.count
      try Files.write(header, to: Files.join(directory, name))
      for tensor in own { index.append("\"\(tensor.name)\":\"\(name)\",") }
    }
    let size = Size(shards: Self.shards, tensors: tensors.count, headerBytes: headerBytes)
    if headersAlone { return size }
    try Files.write(Array(Self.config.utf8), to: Files.join(directory, "config.json"))
    var bytes = index.bytes
    bytes.removeLast()
    try Files.write(bytes + Array("}}".utf8), to: Files.join(directory, "model.safetensors.index.json"))
    return size
  }

  private static func header(
    _ tensors: ArraySlice<(name: String, dtype: StaticString, bits: Int, shape: [Int])>
  ) -> [UInt8] {
    var text = OutputBuffer(capacity: 130 * tensors.count)
    text.append(#"{"__metadata__":{"format":"pt"}"#)
    var offset = 0
    for tensor in tensors {
      let end = offset + tensor.shape.reduce(1, *) * tensor.bits / 8
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      text.append(
        #","\#(tensor.name)":{"dtype":"\#(tensor.dtype)","shape":[\#(shape)],"data_offsets":[\#(offset),\#(end)]}"#)
      offset = end
    }
    text.append(byte: UInt8(ascii: "}"))
    while text.count % 8 != 0 { text.append(byte: UInt8(ascii: " ")) }
    let length = UInt64(text.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + text.bytes
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  private static let config = """
    {"architectures": ["DeepseekV3ForCausalLM"], "model_type": "deepseek_v3", "torch_dtype": "bfloat16",
    "vocab_size": 163840, "hidden_size": 7168, "intermediate_size": 18432, "moe_intermediate_size": 2048,
    "num_hidden_layers": 61, "num_attention_heads": 64, "num_key_value_heads": 64, "n_shared_experts": 1,
    "n_routed_experts": 368, "first_k_dense_replace": 1, "q_lora_rank": 1536, "kv_lora_rank": 512,
    "qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128,
    "quantization_config": {"quant_method": "fp8", "fmt": "e4m3", "weight_block_size": [128, 128],
    "activation_scheme": "dynamic"}}
    """
}
