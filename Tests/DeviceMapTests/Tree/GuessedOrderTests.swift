import DeviceMap
import Testing

/// The order of modules that no catalog and no code tells, from their names: the names come in an order of no meaning.
@Suite("Order guessed from names")
struct GuessedOrderTests {
  /// The children of the outermost module stand in this order, in whatever order their tensors are in the files.
  private func expect(_ children: [String], blocks: Set<String> = ["layers"]) throws {
    let names = children.flatMap { child in
      blocks.contains(child)
        ? (0..<3).flatMap { ["\(child).\($0).fc.weight", "\(child).\($0).out.weight"] } : ["\(child).weight"]
    }
    for names in [names.sorted(), names.sorted().reversed(), names] {
      let tensors = StoredTensors(names.map { ($0, .bf16, [4, 4]) })
      let tree = try ModuleTree(config: nil, tensors: tensors, options: TreeOptions())
      #expect(tree.children(of: 0).map { tree.path(of: $0) } == children)
    }
  }

  @Test("a language model")
  func languageModel() throws {
    try expect([
      "wte", "conv1", "position_embedding", "rotary", "pre_layernorm", "layers", "extra", "ln_f", "pooler", "lm_head",
    ])
  }

  @Test("a classifier with a connector of its own")
  func classifier() throws {
    try expect(["embed_tokens", "patch_embed", "layers", "final_norm", "adapter", "pooler", "score"])
  }
}
