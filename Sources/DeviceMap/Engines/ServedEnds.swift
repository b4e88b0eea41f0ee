/// What a serving engine has to be asked about before a model runs in several stages.
struct ServedEnds: Hashable, Sendable {
  private let architecture: String
  private let hasTiedHead: Bool

  init(_ tree: ModuleTree) {
    architecture = tree.architecture ?? ""
    let head = ModelMemory(tree).head.map { tree.ownTensors(of: $0) } ?? 0..<0
    hasTiedHead = head.contains { tree.tensors[$0].tiedTo >= 0 }
  }

  /// Whether the engine runs the model in one stage alone.
  func isOneStage(_ engine: ParallelEngine) -> Bool { PipelineEnds(engine, architecture: architecture).isOneStage }

  /// What is said where a count of bytes is asked for.
  func check(bytesOf engine: ParallelEngine, stages: Int) throws(ParallelError) {
    guard stages > 1, isOneStage(engine) else { return }
    throw .notTogether(engine, what: "\(architecture) in several stages (--pp); its ranks share layers (--tp N)")
  }

  /// Whether SGLang makes the head on every stage.
  var hasHeadEverywhere: Bool { PipelineEnds(.sglang, architecture: architecture).head }

  /// - Throws: ``ExportError`` for a model that the engine does not run in so many stages.
  func check(_ target: ExportTarget, stages: Int) throws(ExportError) {
    guard stages > 1, let engine = ParallelEngine(rawValue: target.rawValue) else { return }
    if isOneStage(engine) {
      throw .refused(
        target, reason: "does not run \(architecture) in several stages", nearest: "its ranks share layers (--tp N)")
    }
    // The stages behind the first have no embedding to take the head from.
    if target == .sglang, architecture.hasPrefix("Llama"), hasTiedHead {
      throw .refused(
        target, reason: "cannot run Llama classes whose head is the embedding in several stages",
        nearest: "vLLM can (--to vllm)")
    }
  }
}
