/// Names of tensors in GGUF files (llama.cpp 0c1e57098), for patterns of `-ot`.
public enum GGUFName {
  /// What all expert tensors of a layer are called, behind `blk.N.`; without commas, which end a rule of `-ot`.
  static let expertPattern = "ffn_(up|down|gate|gate_up)_(ch|)exps"

  private static let parts: [(model: String, file: String)] = [
    ("self_attn.q_proj", "attn_q"), ("self_attn.k_proj", "attn_k"), ("self_attn.v_proj", "attn_v"),
    ("self_attn.o_proj", "attn_output"), ("self_attn.q_norm", "attn_q_norm"), ("self_attn.k_norm", "attn_k_norm"),
    ("mlp.gate_proj", "ffn_gate"), ("mlp.up_proj", "ffn_up"), ("mlp.down_proj", "ffn_down"),
    ("mlp.gate", "ffn_gate_inp"), ("input_layernorm", "attn_norm"), ("post_attention_layernorm", "ffn_norm"),
  ]

  private static let ends: [(model: String, file: String)] = [
    ("model.embed_tokens", "token_embd"), ("model.norm", "output_norm"), ("lm_head", "output"),
  ]

  /// The name in a GGUF file of a tensor of a Llama-like model; nil where no rule is known.
  ///
  /// - Parameter path: path of a tensor of the model (`model.layers.3.self_attn.q_proj.weight`).
  /// - Complexity: O(length).
  public static func of(_ path: String) -> String? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let (module, kind) = (path[..<dot], path[dot...])
    guard kind == ".weight" || kind == ".bias" else { return nil }
    if let end = ends.first(where: { $0.model == module }) { return end.file + kind }
    guard module.hasPrefix("model.layers.") else { return nil }
    let rest = module.dropFirst("model.layers.".count)
    guard let split = rest.firstIndex(of: "."), let number = Int(rest[..<split]), number >= 0 else { return nil }
    let name = rest[rest.index(after: split)...]
    return parts.first { $0.model == name }.map { "blk.\(number).\($0.file)\(kind)" }
  }
}
