/// transformers 5.23.0: the plan of the config, and of the class for its head; `distributed/tensor_parallel.py` says what
/// the styles do to a parameter.
struct TransformersRules: SharingRules {
  private let layout: ParallelLayout
  private let plans: [String: TensorPlan]
  private let head: TensorPlan

  /// - Throws: ``ParallelError/notTogether(_:what:)`` for tensor parallel stages, which 5.23.0 cannot load, and
  ///   ``ParallelError/noRule(_:what:)`` for a model without a plan.
  init(_ tree: ModuleTree, _ layout: ParallelLayout) throws(ParallelError) {
    self.layout = layout
    head = TensorPlan(architecture: tree.architecture ?? "")
    var plans: [String: TensorPlan] = [:]
    for configuration in tree.configurations {
      plans[configuration.fields.modelType] = TensorPlan(modelType: configuration.fields.modelType)
    }
    self.plans = plans
    guard layout.tensor == 1 || layout.stages == 1 else {
      throw .notTogether(.transformers, what: "tensor and pipeline parallel at once (--tp with --pp)")
    }
    let what = tree.architecture ?? "this model"
    if layout.stages > 1, let list = try? LayerLists(tree).main() {
      // Stages are cut from `layers` of the base model, which is an attribute of the class.
      let path = tree.path(of: list).split(separator: ".")
      guard path.count == 2, path[1] == "layers" else {
        throw .noRule(.transformers, what: "\(what) into stages, since its base model has no list called layers")
      }
    }
    guard layout.tensor == 1 || plans.values.contains(where: { !$0.isEmpty }) || !head.isEmpty else {
      throw .noRule(.transformers, what: "\(what), which has no plan for tensor parallel")
    }
    let hasExperts = plans.values.contains { !$0.experts.isEmpty }
    guard !layout.keepsExpertsWhole || hasExperts else {
      throw .noRule(.transformers, what: "\(what), which has no plan for expert parallel")
    }
  }

  func cut(of tensor: SharedTensor) throws(ParallelError) -> TensorCut {
    guard layout.tensor > 1 else { return .whole }
    let plan = plans[tensor.config.modelType]
    let module = Array(tensor.path.dropLast())
    if layout.keepsExpertsWhole, let plan {
      if TensorPlan.style(of: tensor.path, in: plan.experts) == "grouped_gemm" {
        guard tensor.extents.outer % layout.tensor == 0 else {
          throw .indivisible(count: tensor.extents.outer, what: "experts", ranks: layout.tensor)
        }
        return .experts
      }
      if isInExperts(module, plan) { return .whole }
    }
    let rules = (plan?.tensor ?? []) + head.tensor
    guard
      let style = TensorPlan.style(of: tensor.path, in: rules) ?? TensorPlan.style(of: module, in: rules)
        ?? embedding(tensor, plan)
    else { return .whole }
    try check(tensor)
    return cut(style, tensor)
  }

  /// The table of embeddings is cut by its rows in models with a plan that does not speak of it.
  private func embedding(_ tensor: SharedTensor, _ plan: TensorPlan?) -> Substring? {
    guard tensor.owner == "embed_tokens", tensor.className.hasSuffix("Embedding"), plan?.isEmpty == false else {
      return nil
    }
    return "embedding_rowwise"
  }

  /// Whether a rule of the expert plan names the module or one above it.
  private func isInExperts(_ module: [Substring], _ plan: TensorPlan) -> Bool {
    (0..<module.count).contains { TensorPlan.style(of: Array(module.dropLast($0)), in: plan.experts) != nil }
  }

  private func cut(_ style: Substring, _ tensor: SharedTensor) -> TensorCut {
    switch style {
    case "colwise", "colwise_rep", "colwise_gather_output", "embedding_rowwise": return .rows(groups: 1)
    case "rowwise", "rowwise_rep", "rowwise_split_input":
      return tensor.name == "bias" ? .whole : .columns(groups: 1)
    case "embedding_colwise": return .columns(groups: 1)
    case "packed_colwise": return .rows(groups: tensor.extents.isVector ? 1 : 2)
    case "packed_rowwise": return .columns(groups: 2)
    default: return .whole
    }
  }

  /// Heads that do not divide load, and fail at the first token.
  private func check(_ tensor: SharedTensor) throws(ParallelError) {
    guard tensor.owner == "k_proj" || tensor.owner == "v_proj" || tensor.owner == "q_proj",
      let heads = try? AttentionHeads(tensor.config, isFull: true)
    else { return }
    guard heads.all % layout.tensor == 0 else {
      throw .indivisible(count: heads.all, what: "heads", ranks: layout.tensor)
    }
    guard tensor.owner == "q_proj" || heads.cached % layout.tensor == 0 else {
      throw .indivisible(count: heads.cached, what: "key/value heads", ranks: layout.tensor)
    }
  }

  func bits(of tensor: SharedTensor, isParameter: Bool) -> Int? { isParameter ? nil : 0 }

  var bringsEmbeddingToLast: Bool { true }

  /// Only these three are taken from the stages that do not need them.
  func place(ofOutside tensor: SharedTensor) -> StagePlace {
    switch tensor.owner {
    case "embed_tokens": .first
    case "norm", "lm_head": .last
    default: .all
    }
  }
}
