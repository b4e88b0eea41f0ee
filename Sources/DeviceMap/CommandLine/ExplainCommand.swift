/// `device-map explain`: why a plan is as it is.
struct ExplainCommand {
  private let arguments: Arguments
  private let environment: ProgramEnvironment

  init(_ arguments: Arguments, _ environment: ProgramEnvironment) {
    self.arguments = arguments
    self.environment = environment
  }

  func run(_ output: inout ProgramOutput) throws(Failure) {
    let request = try PlanRequest(arguments, environment)
    let input = try ModelInput(arguments)
    let plan = try request.plan(input.tree)
    let explanation = Explanation(plan)
    let sentences: [String]
    if arguments.positionals.count > 1 {
      let path = arguments.positionals[1]
      guard let decisions = explanation.decisions(about: path) else {
        let paths = PathWalk(input.tree).paths()
        throw Failure(UsageError.unknownModule(path, suggestion: Suggestion.nearest(to: path, among: paths)))
      }
      sentences = decisions
    } else {
      sentences = explanation.boundaries()
    }
    for sentence in sentences { output.result.append(sentence + "\n") }
    output.say(input.notes + plan.notes)
  }
}
