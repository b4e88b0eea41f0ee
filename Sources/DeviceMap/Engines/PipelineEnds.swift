/// What the constructors of vLLM 0.33.0 and SGLang 0.5.23 make on every stage, since they do not ask for it; that is memory
/// even where it is not used. `Fixtures/oracle/engines/pipeline_ends.py` reads it from their sources.
struct PipelineEnds: Hashable {
  private(set) var embedding = false
  private(set) var norm = false
  private(set) var head = false
  /// Whether the engine has code of its own for the architecture; the others run with transformers' code and its plans.
  private(set) var isNative = false

  /// Whether the engine runs the architecture in one stage alone.
  private(set) var isOneStage = false

  init() {}

  /// - Complexity: O(length of the text).
  init(_ engine: ParallelEngine, architecture: String) {
    for line in pipelineEndsText.split(separator: "\n") where line.hasPrefix(engine.rawValue) {
      let parts = line.split(separator: ":")
      guard parts.count == 2, parts[1].split(separator: " ").contains(Substring(architecture)) else { continue }
      let kinds = parts[0].split(separator: " ").dropFirst()
      switch kinds.first {
      case "native": isNative = true
      case "single": isOneStage = true
      default: break
      }
      guard kinds.first != "native", kinds.first != "single" else { continue }
      embedding = kinds.contains("embedding")
      norm = kinds.contains("norm")
      head = kinds.contains("head")
    }
  }
}
