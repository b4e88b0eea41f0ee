extension ModuleTree {
  private static let languageModels = ["ForCausalLM", "LMHeadModel", "ForConditionalGeneration"]
  private static let embeddings = ["embed_tokens", "wte", "word_embeddings", "tok_embeddings", "embed_in"]
  private static let heads = ["head", "output", "score", "classifier", "embed_out", "cls", "generator"]

  /// Gives a language model that is known from names alone the head that its files leave out because it is tied to the
  /// embedding: transformers refuses a map that does not cover it. O(modules + tensors), O(children) where there is a head.
  ///
  /// - Parameters:
  ///   - architecture: the class that config.json names.
  ///   - config: says whether the two are tied, which they are where nothing is said.
  mutating func addTiedHead(of architecture: String?, _ config: ModelConfig?) {
    guard let architecture, Self.languageModels.contains(where: { architecture.hasSuffix($0) }),
      config?["tie_word_embeddings"]?.bool ?? config?["text_config"]?["tie_word_embeddings"]?.bool ?? true
    else { return }
    let top = Array(children(of: 0))
    guard !top.contains(where: { child in Self.heads.contains { name(of: child).containsBytes(of: $0) } }),
      let embedding = tensors.indices.first(where: { isEmbedding($0) }),
      !top.contains(Int(tensors[embedding].owner))
    else { return }
    let (path, record) = (self.path(ofTensor: embedding), tensors[embedding])
    let head = AddedTensor(
      module: 0, path: ["lm_head", "weight"], dtype: record.dtype, count: record.count, storedBits: record.storedBits)
    var copy = ReplacingCopy(self, [head])
    self = copy.copied()
    guard let added = tensor(atPath: "lm_head.weight"), let source = tensor(atPath: path) else { return }
    tensors[added].tiedTo = Int32(source)
    notes.append(
      Note(
        code: "tied-head",
        "the files hold no head: lm_head is assumed to be tied to \(path), as config.json says or leaves open"))
  }

  private func isEmbedding(_ tensor: Int) -> Bool {
    let record = tensors[tensor]
    guard record.kind == .parameter, record.owner > 0, symbols[record.name] == "weight" else { return false }
    return Self.embeddings.contains(symbols[records[Int(record.owner)].name])
  }
}
