/// How many of the experts of a layer a token passes through, and how wide they are.
package struct ActiveExperts: Hashable, Sendable {
  package var perToken: Int
  package var all: Int
  /// Width of one expert; nil where it is that of the MLP.
  package var width: Int?
  /// Width of the experts that all tokens pass through, together.
  package var sharedWidth: Int

  /// - Returns: nil for a model without a mixture of experts.
  package init?(_ config: ConfigFields) {
    let inner = config.object("ffn_config") ?? config
    guard
      let perToken = inner.int(
        "num_experts_per_tok", "num_experts_per_token", "moe_topk", "moe_k", "moe_top_k", "top_k_experts"),
      let all = inner.int(
        "num_local_experts", "n_routed_experts", "num_experts", "moe_num_experts", "num_moe_experts"),
      perToken > 0, perToken <= all
    else { return nil }
    (self.perToken, self.all) = (perToken, all)
    width = (config.expertWidth ?? config.int("moe_ffn_hidden_size", "expert_ffn_hidden_size")).map { max(1, $0) }
    let shared = config.int("n_shared_experts", "num_shared_experts", "moe_num_shared_experts") ?? 0
    sharedWidth = max(
      0, config.int("shared_expert_intermediate_size", "shared_intermediate_size") ?? shared *| (width ?? 0))
  }

  /// Of so many bits of experts those that `batch` tokens read, if no two of them share an expert.
  package func active(of bits: Int, batch: Int) -> Int {
    let passed = min(all, perToken *| max(1, batch))
    return Int(clamping: Int128(bits) * Int128(passed) / Int128(all))
  }
}
