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

  /// - Parameter width: columns of the screen, nil for any number.
  package func text(width: Int? = nil) -> String {
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
    let lines = cacheLines() + timeLines() + keptLines()
    return table.text(width: width) + lines.map { $0.wrapped(to: width, hanging: 2) + "\n" }.joined()
  }

  private func cacheLines() -> [String] {
    guard budget != nil else { return [] }
    guard let cache = plan.cache, let units = plan.units else {
      return ["how the engine caches what these layers keep is not known; weights alone are counted"]
    }
    let unit =
      cache.step == 1 ? "tokens" : cache.isGrouped ? "blocks of \(cache.step) tokens" : "steps of \(cache.step)"
    var lines = ["cache: \(units) \(unit)" + (plan.tokens.map { ", \(ByteText.tokens($0)) together" } ?? "")]
    if plan.tokens == nil, let sequences = plan.sequences(of: 1) {
      lines = ["cache: \(units) states, \(sequences) sequences at once, of any length"]
    } else if let context, let sequences = plan.sequences(of: context) {
      lines.append("sequences of \(ByteText.tokens(context)) at once: \(sequences)")
    }
    if let longest = plan.longestSequence { lines.append("longest sequence: \(ByteText.tokens(longest))") }
    lines += peakLines()
    if layout.stages > 1 {
      let own = plan.engineLayers.map(String.init).joined(separator: ",")
      let mine = plan.shares.stages.map { String($0.layers.count) }.joined(separator: ",")
      lines.append("layers \(mine); the engine by itself: \(own), " + (plan.engineUnits.map { "\($0)" } ?? "too large"))
    }
    return lines
  }

  /// What one sequence of the context takes on each stage, where what computing takes is known.
  private func peakLines() -> [String] {
    guard plan.cache?.pieceTokens != nil, let context, let budget, let peaks = plan.peaks(of: context) else {
      return []
    }
    let kept = budget.kept(layout)
    return peaks.enumerated().map { index, peak in
      let stage = peaks.count > 1 ? "stage \(index), " : ""
      return
        "\(stage)a sequence of \(ByteText.tokens(context)): \(ByteText.size(peak.total)) to \(ByteText.size(peak.total +| kept)): "
        + "weights \(ByteText.size(peak.weights)), cache \(ByteText.size(peak.cache)), "
        + "the last piece of the prompt \(ByteText.size(peak.piece)), not known 0 to \(ByteText.size(kept))"
    }
  }

  /// The slowest stage, where layers were chosen for it.
  private func timeLines() -> [String] {
    guard let certificate = plan.certificate, certificate.objective == .stageTime else { return [] }
    func milliseconds(_ value: Int) -> String { ByteText.decimal(Double(value) / 1e9, digits: 2) + " ms" }
    let others =
      certificate.value == certificate.bound
      ? "no other layers make it faster" : "the best layers make it \(milliseconds(certificate.bound))"
    let own = certificate.engineValue.map { "; the engine by itself: \(milliseconds($0))" } ?? ""
    let cache = plan.cache != nil && context != nil ? " and the cache of \(ByteText.tokens(context ?? 0))" : ""
    return ["the slowest stage reads its weights\(cache) in \(milliseconds(certificate.value)); \(others)\(own)"]
  }

  private func keptLines() -> [String] {
    guard let budget else { return [] }
    var lines: [String] = []
    let kept = budget.kept(layout)
    if budget.share < 1 { lines.append("the engine takes \(ByteText.decimal(budget.share, digits: 2)) of a GPU") }
    if kept > 0 {
      let tokens = most?.tokens.map { "; without, the cache holds \(ByteText.tokens($0))" } ?? ""
      lines.append(
        "\(ByteText.size(kept)) of a GPU are kept for context, communication, graphs and activations"
          + (budget.reserve == nil && [.vllm, .mlx].contains(budget.engine) ? ", a convention (--reserve SIZE)" : "")
          + tokens)
    }
    return lines
  }

  // MARK: - JSON

  /// `{"schema_version", "engine", "model", "tensor_parallel", "pipeline_parallel", "expert_parallel", "stages",
  /// "engine_layers", "cache", "certificate"}`.
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
      root.key("certificate")
      certificate(&root)
    }
    return writer.output.string
  }

  private func certificate(_ root: inout JSONWriter) {
    guard budget != nil, let certificate = plan.certificate else { return root.null() }
    root.object {
      $0.member("objective", certificate.objective.rawValue)
      $0.member("value", certificate.value)
      $0.member("bound", certificate.bound)
      $0.member("engine_value", certificate.engineValue)
    }
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
    guard budget != nil, let cache = plan.cache, let units = plan.units else {
      return root.null()
    }
    root.object {
      $0.member("tokens_a_unit", cache.step)
      $0.member("units", units)
      $0.member("tokens", plan.tokens)
      $0.member("longest_sequence", plan.longestSequence)
      $0.member("engine_units", plan.engineUnits)
      $0.member("most_tokens", most?.tokens)
      $0.key("context_bytes")
      if let context, let peaks = plan.peaks(of: context) {
        $0.array { list in for peak in peaks { list.integer(peak.total) } }
      } else {
        $0.null()
      }
    }
  }
}
