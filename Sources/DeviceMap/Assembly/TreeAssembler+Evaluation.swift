extension TreeAssembler {
  func evaluate(
    _ expression: Expression, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int
  ) throws(TreeError) -> CatalogValue {
    do { return try scope.evaluate(expression) } catch { throw failure(error, expression, scope, unit, line) }
  }

  func failure(
    _ failure: EvaluationFailure, _ expression: Expression, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int
  ) -> TreeError {
    if case .indexOutOfRange = failure {
      let reason = "a list of config.json is shorter than the catalog expects (\(unit.name), line \(unit.line(line)))"
      return .needsHeaders(architecture: architecture, module: pathText, reason: reason)
    }
    switch session.explain(failure, expression, scope, unit: unit, line: line) {
    case .explained(let explained):
      // A field that is null by default gets its value in code: the reference builds the model where the catalog cannot.
      if hasHeaders || explained.fields.contains(where: { $0.value == "null" }) {
        let values = explained.fields.map { "\($0.keyPath) is \($0.value)" }
        let reason = ([explained.reason] + values).joined(separator: ", ")
        return .needsHeaders(architecture: architecture, module: pathText, reason: reason)
      }
      return .config(architecture: architecture, module: pathText, explained)
    case .catalog(let error): return .catalog(error)
    case .tooMuchWork: return .tooMuchWork(module: pathText)
    case .needsHeaders(let reason): return .needsHeaders(architecture: architecture, module: pathText, reason: reason)
    default: return .needsHeaders(architecture: architecture, module: pathText, reason: "an expression without value")
    }
  }

  func located<Result>(
    _ body: () throws(CatalogError) -> Result
  ) throws(TreeError) -> Result {
    do { return try body() } catch { throw .catalog(error) }
  }
}
