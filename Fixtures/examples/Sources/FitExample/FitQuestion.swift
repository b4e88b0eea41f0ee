import DeviceMap

/// An app's question: does this model fit this machine, with so many tokens in its context?
public struct FitQuestion {
  public var path: String
  public var tokens: Int
  /// What the machine has; a test, or a person who plans to buy one, says something else.
  public var machine: DeviceInventory

  public init(path: String, tokens: Int, machine: DeviceInventory = .thisMachine()) {
    self.path = path
    self.tokens = tokens
    self.machine = machine
  }

  /// One sentence for a person.
  public var answer: String {
    do {
      let fit = try ModelFit(ModuleTree(Checkpoint(at: path)))
      let devices = try machine.maxMemory.budgets()
      let answer = fit.on(devices, Workload(context: tokens))
      if answer.fits { return "It fits; \(left(answer))." }
      if let longest = fit.longestContext(on: devices, Workload(context: 1)) {
        return "It does not fit with \(tokens) tokens; with \(longest) it does."
      }
      return "It does not fit: \(mebibytes(answer.missing)) MiB are missing."
    } catch {
      // Every error of the library says what is wrong, where, and what to do.
      return "It cannot be told: \(error)"
    }
  }

  private func left(_ answer: FitAnswer) -> String {
    let rooms = answer.accounts.compactMap { account in
      account.free.map { "\(mebibytes($0)) MiB of \(account.device) stay free" }
    }
    return rooms.joined(separator: ", ")
  }

  private func mebibytes(_ bytes: Int) -> Int { bytes >> 20 }
}
