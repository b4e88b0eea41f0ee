/// Why a model cannot be shared as a layout says.
public enum ParallelError: Error, Hashable, Sendable {
  /// `count` of `what` cannot be divided by the number of ranks.
  case indivisible(count: Int, what: String, ranks: Int)
  /// Key/value heads are neither a multiple nor a divisor of the ranks.
  case keyValueHeads(Int, ranks: Int)
  /// The layers per stage do not fit the model: how many there are and how many are given.
  case stageSum(layers: Int, given: Int)
  /// A stage of a list without layers, or a list of another length than the number of stages.
  case stageList([Int], stages: Int)
  /// More stages than layers.
  case tooManyStages(Int, layers: Int)
  /// The engine has no rule for the model.
  case noRule(ParallelEngine, what: String)
  /// The engine cannot do both at once.
  case notTogether(ParallelEngine, what: String)
  /// There are no stages in the model.
  case noStages(ExportError)
  /// The ranks need other devices than there are.
  case devices(needed: Int, given: Int)
  /// No placement of the layers leaves every rank room: the stage or all of them, and the bytes that are missing.
  case tooLarge(missing: Int)
}

extension ParallelError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .indivisible(let count, let what, let ranks): "\(count) \(what) cannot be divided by \(ranks)"
    case .keyValueHeads(let count, let ranks):
      "\(count) key/value heads cannot be shared by \(ranks) ranks: neither number divides the other"
    case .stageSum(let layers, let given): "the stages have \(given) layers together, and the model has \(layers)"
    case .stageList(let counts, let stages):
      "'\(counts.map(String.init).joined(separator: ","))' is no list of \(stages) stages with at least one layer each"
    case .tooManyStages(let stages, let layers): "\(layers) layers do not make \(stages) stages"
    case .noRule(let engine, let what): "\(engine.rawValue) does not share \(what)"
    case .notTogether(let engine, let what): "\(engine.rawValue) does not take \(what)"
    case .noStages(let error): error.description
    case .devices(let needed, let given):
      "the layout needs \(needed) GPUs, and \(given) are given"
    case .tooLarge(let missing):
      "no cut between layers fits: a GPU lacks at least \(ByteText.size(missing)) for its share of the weights"
    }
  }
}
