/// How many of the experts of a layer a token passes through.
package struct ActiveExperts: Hashable, Sendable {
  package var perToken: Int
  package var all: Int

  /// - Returns: nil for a model without a mixture of experts.
  package init?(_ config: ConfigFields) {
    let inner = config.object("ffn_config") ?? config
    guard
      let perToken = inner.int(
        "num_experts_per_tok", "num_experts_per_token", "moe_topk", "moe_k", "moe_top_k", "top_k_experts"),
      let all = inner.int(
        "num_local_experts", "n_routed_experts", "num_experts", "moe_num_experts", "num_moe_experts"),
      perToken > 0, perToken < all
    else { return nil }
    (self.perToken, self.all) = (perToken, all)
  }

  /// Of so many bits of experts those that `batch` tokens read, if no two of them share an expert.
  package func active(of bits: Int, batch: Int) -> Int {
    let passed = min(all, perToken *| max(1, batch))
    return Int(clamping: Int128(bits) * Int128(passed) / Int128(all))
  }
}
