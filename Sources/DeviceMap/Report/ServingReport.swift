/// A model in an engine, for people and for programs.
package struct ServingReport {
  private let plan: ServingPlan
  /// The same with nothing kept for what is not computed; nil where no budgets are known.
  private let most: ServingPlan?
  /// How budgets were made; nil where no GPUs are named.
  private let budget: ServingBudget?
  private let context: Int?

  package init(_ plan: ServingPlan, most: ServingPlan? = nil, budget: ServingBudget? = nil, context: Int? = nil) {
    (self.plan, self.most, self.budget, self.context) = (plan, most, budget, context)
  }

  private var layout: ParallelLayout { plan.shares.layout }

  // MARK: - Text

  package func text() -> String {
    var table = TextTable([
      ("stage", .left), ("layers", .left), ("GPUs", .right), ("weights a GPU", .right), ("budget", .right),
      ("for the cache", .right),
    ])
    for (index, stage) in plan.shares.stages.enumerated() {
      let isLimited = budget != nil
      table.add([
        "\(index)", "\(stage.layers.lowerBound)-\(stage.layers.upperBound - 1)", "\(layout.tensor)",
        ByteText.size(stage.mostBytes), isLimited ? ByteText.size(plan.budgets[index]) : "-",
        isLimited ? ByteText.size(plan.budgets[index] - stage.mostBytes) : "-",
      ])
    }
    return table.text() + (cacheLines() + keptLines()).map { $0 + "\n" }.joined()
  }

  private func cacheLines() -> [String] {
    guard budget != nil else { return [] }
    guard let cache = plan.cache, let units = plan.units, let tokens = plan.tokens else {
      return ["how the engine caches what these layers keep is not known; weights alone are counted"]
    }
    let unit =
      cache.step == 1 ? "tokens" : cache.isGrouped ? "blocks of \(cache.step) tokens" : "steps of \(cache.step)"
    var lines = ["cache: \(units) \(unit), \(tokens) tokens together"]
    if let context, let sequences = plan.sequences(of: context) {
      lines.append("sequences of \(context) tokens at once: \(sequences)")
    }
    if let longest = plan.longestSequence { lines.append("longest sequence: \(longest) tokens") }
    if layout.stages > 1 {
      let own = plan.engineLayers.map(String.init).joined(separator: ",")
      let mine = plan.shares.stages.map { String($0.layers.count) }.joined(separator: ",")
      lines.append("layers \(mine); the engine by itself: \(own), " + (plan.engineUnits.map { "\($0)" } ?? "too large"))
    }
    return lines
  }

  private func keptLines() -> [String] {
    guard let budget else { return [] }
    var lines: [String] = []
    let kept = budget.kept(layout)
    if budget.share < 1 { lines.append("the engine takes \(ByteText.decimal(budget.share, digits: 2)) of a GPU") }
    if kept > 0 {
      let tokens = most?.tokens.map { "; without, the cache holds \($0) tokens" } ?? ""
      lines.append(
        "\(ByteText.size(kept)) of a GPU are kept for context, communication, graphs and activations"
          + (budget.reserve == nil && budget.engine == .vllm ? ", a convention (--reserve SIZE)" : "") + tokens)
    }
    return lines
  }

  // MARK: - JSON

  /// `{"schema_version", "engine", "model", "tensor_parallel", "pipeline_parallel", "expert_parallel", "stages", "cache",
  /// "engine_layers"}`.
  package func json(model: String) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.schemaVersion()
      root.member("engine", plan.shares.engine.rawValue)
      root.member("model", model)
      root.member("tensor_parallel", layout.tensor)
      root.member("pipeline_parallel", layout.stages)
      root.member("expert_parallel", layout.keepsExpertsWhole)
      root.key("stages")
      root.array { list in for index in plan.shares.stages.indices { stage(index, &list) } }
      root.key("engine_layers")
      root.array { for count in plan.engineLayers { $0.integer(count) } }
      root.key("cache")
      cache(&root)
    }
    return writer.output.string
  }

  private func stage(_ index: Int, _ list: inout JSONWriter) {
    let stage = plan.shares.stages[index]
    list.object {
      $0.member("first_layer", stage.layers.lowerBound)
      $0.member("end_layer", stage.layers.upperBound)
      $0.key("rank_weights_bytes")
      $0.array { for bytes in stage.rankBytes { $0.integer(bytes) } }
      $0.member("budget_bytes", budget.map { _ in plan.budgets[index] })
    }
  }

  private func cache(_ root: inout JSONWriter) {
    guard budget != nil, let cache = plan.cache, let units = plan.units, let tokens = plan.tokens else {
      return root.null()
    }
    root.object {
      $0.member("tokens_a_unit", cache.step)
      $0.member("units", units)
      $0.member("tokens", tokens)
      $0.member("longest_sequence", plan.longestSequence)
      $0.member("engine_units", plan.engineUnits)
      $0.member("most_tokens", most?.tokens)
    }
  }
}
