/// Tries the words of a remedy before they are printed: they are read as the command would read them, about the model that
/// was read already.
struct FitTrial {
  private let arguments: Arguments
  private let environment: ProgramEnvironment
  private let input: ModelInput

  /// - Parameter arguments: those of the command that found that the model does not fit.
  init(_ arguments: Arguments, _ environment: ProgramEnvironment, _ input: ModelInput) {
    (self.arguments, self.environment, self.input) = (arguments, environment, input)
  }

  /// The model with what runs, as the words of a command ask about it.
  static func question(
    _ arguments: Arguments, _ request: FitRequest, _ tree: ModuleTree
  ) throws -> (fit: ModelFit, running: RunningMemory?) {
    var fit = try ModelFit(tree, options: try TensorRequest(arguments).options(on: tree))
    let running = try request.running.running(fit.memory, on: tree)
    (fit.training, fit.reserve, fit.prefill) = (running?.training, request.running.reserve, request.running.prefill)
    return (fit, running)
  }

  /// Whether the answer to other words of the command is that the model fits.
  func fits(_ words: [String]) -> Bool {
    guard let other = try? Arguments(words, for: arguments.command), let tree = tree(other),
      let request = try? FitRequest(other, environment),
      let (fit, running) = try? Self.question(other, request, tree)
    else { return false }
    return fit.on(request.devices, running: running).fits
  }

  private func tree(_ other: Arguments) -> ModuleTree? {
    guard let name = other.value("dtype"), name != arguments.value("dtype") else { return input.tree }
    return input.tree(dtypeNamed: name)
  }
}
