/// `plan`, `export` and `fit` for a model that several GPUs share as an engine shares it.
struct ParallelCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    try ParallelRequest.checkOptions(arguments)
    let request = try ParallelRequest(arguments, environment)
    let target = try self.target()
    let named = try target.map { try arguments.modelToLoad(by: $0) }
    let tree = try ModelInput(arguments, environment).treeToLoad(by: target)
    let plan: ServingPlan
    do throws(ParallelError) {
      plan = try request.plan(tree)
    } catch {
      throw Refusal(error.description)
    }
    if let target, let named {
      output.result.append(try text(plan, target, tree, named.name, &output))
      output.say(named.notes)
    } else {
      let report = ServingReport(
        plan, most: try? request.plan(tree, keeping: false), budget: request.gpus == nil ? nil : request.budget,
        context: request.context)
      if arguments.command.name == "fit", !arguments.has("json") {
        output.show(report.text(width: environment.resultWidth))
      } else {
        output.result.append(report.json(model: arguments.value("as") ?? arguments.positionals[0]))
        output.result.append(byte: UInt8(ascii: "\n"))
      }
    }
    output.say(tree.notes)
    try output.deliver(arguments)
  }

  /// The engine whose text is wanted; nil for the object.
  private func target() throws -> ExportTarget? {
    let option = arguments.command.name == "export" ? "to" : "export"
    guard arguments.has(option) else { return nil }
    let target = try arguments.choice(option, default: ExportTarget.json, offered: ExportTarget.offered)
    return target == .json ? nil : target
  }

  /// Whether the text is that of ranks, which the stages alone do not say.
  private func isOfEngine(_ plan: ServingPlan, _ target: ExportTarget) throws(ExportError) -> Bool {
    if plan.shares.layout.tensor > 1 || target == .transformers { return true }
    guard plan.machineCount > 1 else { return false }
    if [.llamaCpp, .mistralrs, .mistralrsTopology, .ktransformers].contains(target) {
      throw .refused(
        target, reason: "runs on one machine as it is called here",
        nearest: "vLLM, SGLang and torch run across machines (--to vllm)")
    }
    return target == .vllm || target == .sglang
  }

  private func text(
    _ plan: ServingPlan, _ target: ExportTarget, _ tree: ModuleTree, _ model: String, _ output: inout ProgramOutput
  ) throws -> String {
    do throws(ExportError) {
      if try isOfEngine(plan, target) { return try plan.text(for: target, model: model) }
    } catch {
      throw Refusal(error.description)
    }
    if ParallelEngine(rawValue: target.rawValue) == nil {
      let rules = "\(plan.shares.engine.rawValue) counts weights and cache"
      output.say([Note(code: "stages-of-engine", "the stages are those that cache most as \(rules)")])
    }
    let stages = try plan.plan(tree)
    do throws(ExportError) {
      return try stages.export(to: target, model: model).text
    } catch {
      throw Refusal(error.description)
    }
  }
}
