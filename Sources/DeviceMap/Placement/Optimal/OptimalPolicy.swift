/// The placement that offloads least and, of those, is best by an objective.
///
/// Every accelerator holds one stretch of the model in execution order; blocks are whole, tied tensors together and
/// counted once. Nothing goes to cpu or disk when a placement on the accelerators exists. When something must, any
/// unit may be offloaded, the fewest bytes are, and the first accelerator in use keeps room for the largest of them to
/// stream through; otherwise nothing is kept free.
///
///     let plan = try tree.plan(OptimalPolicy(), maxMemory: [.gpu(0): "24GiB", .gpu(1): "6GiB"])
///     plan.certificate?.sense                       // .givenOrder
///
/// - Complexity: in the given order O(devices^2 x units) for each of about 40 steps of a bisection; in any order
///   the product of (size + 1) over the kinds of alike devices takes the place of devices^2, up to 65 536. With
///   offload, units^2.
public struct OptimalPolicy: PlacementPolicy {
  /// What is made as good as possible.
  public var objective: PlacementObjective
  /// Whether the accelerators may hold the model in any order; else in ascending order.
  public var anyOrder: Bool
  /// What the placement must keep to.
  public var constraints: PlacementConstraints
  /// Needed for ``PlacementObjective/latency``.
  public var speeds: DeviceSpeeds?

  /// - Parameters:
  ///   - objective: what is made as good as possible.
  ///   - anyOrder: whether devices may be used in any order.
  ///   - constraints: what the placement must keep to.
  ///   - speeds: of memories and links, which `latency` needs.
  public init(
    _ objective: PlacementObjective = .balance, anyOrder: Bool = false,
    constraints: PlacementConstraints = PlacementConstraints(), speeds: DeviceSpeeds? = nil
  ) {
    self.objective = objective
    self.anyOrder = anyOrder
    self.constraints = constraints
    self.speeds = speeds
  }

  public var name: String { "optimal" }

  public func place(_ task: PlacementTask) throws(PlacementError) -> Placement {
    let task = task.keepingMargins()
    do {
      try checkSpeeds(task)
      let row = task.row()
      let attempts = try attempts(task, row)
      try checkCounting(task, attempts)
      let chosen = try choose(attempts)
      var placement = try OptimalPlacement(
        chosen.problem, chosen.solution, running: running(task, tokens: chosen.solution.value.part),
        objective: objective
      ).placement(notes: chosen.notes)
      placement.margins = task.margins
      placement.certificate = PlacementCertificate(chosen.solution, objective: objective)
      return placement
    } catch { throw .constraint(error) }
  }

  /// What runs, with the context that was found where that is the objective.
  private func running(_ task: PlacementTask, tokens: Int) -> RunningMemory? {
    guard objective == .context else { return task.options.running }
    return task.options.running?.with { $0.setContext(max(1, tokens)) }
  }

  private func checkSpeeds(_ task: PlacementTask) throws(ConstraintError) {
    guard objective == .latency else { return }
    let accelerators = task.devices.map(\.device).filter(\.isAccelerator)
    for device in accelerators.isEmpty ? [.cpu] : accelerators where speeds?.bandwidth[device] == nil {
      throw .speedUnknown(device)
    }
  }

  /// Counting the accelerators of every way takes work and memory of the third power of their number.
  private static let mostCounted = 128

  private func checkCounting(_ task: PlacementTask, _ attempts: [Attempt]) throws(ConstraintError) {
    let count = task.devices.count(where: \.device.isAccelerator)
    let returns = attempts.contains { $0.problem.groups.returnsToFirst }
    let counts = objective == .fewestGPUs || objective == .latency && returns
    guard counts, count > Self.mostCounted else { return }
    // In any order accelerators that are alike are counted by kind; where there are too many kinds, orders are tried.
    let kinds = attempts.first?.problem.chain(task.options.running).kinds(withTimes: objective == .latency) ?? []
    if !anyOrder || DeviceOrders(anyOrder: kinds, limit: ChainSolver.stateLimit) == nil {
      throw .tooManyDevices(count, most: Self.mostCounted)
    }
  }

  // MARK: Ways to understand the constraints

  /// One way, the strictest first; what is given up is noted.
  struct Attempt {
    var problem: PlacementProblem
    var notes: [Note]
  }

  private func attempts(_ task: PlacementTask, _ row: Row) throws(ConstraintError) -> [Attempt] {
    let hasTowers =
      constraints.keepsTowersTogether && row.towersWithEmbedding(of: task.tree) != nil
    var result: [Attempt] = []
    for keepsTowers in hasTowers ? [true, false] : [false] {
      let groups: ConstrainedGroups
      do {
        groups = try ConstrainedGroups(task, row, constraints, keepsTowersTogether: keepsTowers)
      } catch {
        // A rule may speak against keeping towers together; alone it may be possible.
        if keepsTowers { continue }
        throw error
      }
      let givesUpTowers = hasTowers && !keepsTowers
      let towers = givesUpTowers ? [Self.towersApart] : []
      result.append(Attempt(problem: problem(task, groups, pinsLeaveChain: false), notes: towers))
      let hasPins = groups.groups.contains { $0.pin?.isAccelerator ?? false }
      if hasPins {
        let pins = [Self.pinsBesideStretch]
        result.append(Attempt(problem: problem(task, groups, pinsLeaveChain: true), notes: towers + pins))
      }
    }
    return result
  }

  private func problem(
    _ task: PlacementTask, _ groups: ConstrainedGroups, pinsLeaveChain: Bool
  ) -> PlacementProblem {
    PlacementProblem(task, groups, speeds: speeds, pinsLeaveChain: pinsLeaveChain)
  }

  private static let towersApart = Note(
    code: "towers-apart",
    "vision towers, projectors and the text embedding are not kept on one device, because that would offload more")
  private static let pinsBesideStretch = Note(
    code: "pins-beside-stretch",
    "what is pinned lies on its device besides the stretch of layers there, because that offloads less")

  private static func allHosted(_ problem: PlacementProblem) -> Note {
    let first = problem.firstPart.map { "\($0.path) (\(ByteText.size($0.bytes))), with which every run begins, " }
    return Note(
      .warning, code: "accelerators-unused",
      (first ?? "")
        + "or another part that the references run from no host, fits no accelerator beside the largest part "
        + "that would be brought there to run; everything is left to the cpu and disk")
  }

  private static func firstLeft(_ problem: PlacementProblem) -> Note {
    let first = problem.firstPart.map { "\($0.path) (\(ByteText.size($0.bytes)))" } ?? "the first part"
    return Note(
      code: "first-on-cpu",
      "\(first), with which every run begins, has no place on an accelerator beside what is brought there to run; it is left "
        + "to the cpu, so that the accelerators hold other parts")
  }

  private static func leftToCPU(_ format: String) -> Note {
    Note(
      .warning, code: "accelerators-unused",
      "\(format) weights cannot be on accelerators and on the cpu at once, and the accelerators do not hold them: everything "
        + "is left to the cpu")
  }

  // MARK: The best of them

  /// The format of packed weights that loads from the cpu alone but not beside accelerators, where a solution mixes them.
  private func formatThatRefuses(_ problem: PlacementProblem, _ solution: ChainSolution) -> String? {
    guard let quantization = problem.task.tree.quantization, quantization.refused(of: [.cpu]).isEmpty,
      solution.offload.total > 0
    else { return nil }
    let used = solution.placement.order.map { problem.computing[$0].device }
    return quantization.refused(of: used + [.cpu]).isEmpty ? nil : quantization.format.name
  }

  private func choose(
    _ attempts: [Attempt]
  ) throws(ConstraintError) -> (problem: PlacementProblem, solution: ChainSolution, notes: [Note]) {
    var best: (problem: PlacementProblem, solution: ChainSolution, notes: [Note])?
    var failure: (error: ChainFailure, problem: PlacementProblem)?
    for attempt in attempts {
      do {
        let solution = try solve(attempt.problem)
        if best.map({ solution.offload.total < $0.solution.offload.total }) ?? true {
          best = (attempt.problem, solution, attempt.notes)
        }
        if solution.offload.total == 0 { break }
      } catch {
        failure = (error, attempt.problem)
      }
    }
    let refused = best.flatMap { formatThatRefuses($0.problem, $0.solution) }
    if let best, refused == nil { return best }
    if best == nil, let found = absentOnCPU(attempts) ?? firstOnCPU(attempts) { return found }
    if let last = attempts.last, refused == nil || last.problem.cpuHoldsAll(last.problem.task.options.running),
      let (problem, hosted) = hosted(last.problem)
    {
      let isUnused = last.problem.computing.contains(where: \.device.isAccelerator)
      let unused = isUnused ? [refused.map(Self.leftToCPU) ?? Self.allHosted(last.problem)] : []
      return (problem, hosted, last.notes + unused)
    }
    if let best { return best }
    guard let failure else { throw .impossible(rules: constraints.rules.map(\.description)) }
    throw constraintError(failure.error, failure.problem)
  }

  /// Where the accelerators have no room for all that is in no file, the cpu takes of it what it must: transformers makes it
  /// there. Disk cannot.
  private func absentOnCPU(
    _ attempts: [Attempt]
  ) -> (problem: PlacementProblem, solution: ChainSolution, notes: [Note])? {
    for attempt in attempts {
      guard let problem = attempt.problem.absentOnCPU(), let solution = try? solve(problem) else { continue }
      return (problem, solution, attempt.notes)
    }
    return nil
  }

  /// Where no accelerator has room for the first part beside what streams, the cpu takes it, so that the accelerators hold
  /// a tenth of the model at least; for less all would stream through them at each token.
  private func firstOnCPU(
    _ attempts: [Attempt]
  ) -> (problem: PlacementProblem, solution: ChainSolution, notes: [Note])? {
    var best: (problem: PlacementProblem, solution: ChainSolution, notes: [Note])?
    for attempt in attempts {
      guard let problem = attempt.problem.firstOnCPU(), let solution = try? solve(problem),
        !solution.placement.order.isEmpty, formatThatRefuses(problem, solution) == nil,
        problem.holdsEnough(solution.placement)
      else { continue }
      if best.map({ solution.offload.total < $0.solution.offload.total }) ?? true {
        best = (problem, solution, attempt.notes + [Self.firstLeft(problem)])
      }
    }
    return best
  }

  private func solve(_ problem: PlacementProblem) throws(ChainFailure) -> ChainSolution {
    let running = problem.task.options.running
    let grows = objective == .context && running?.demands.isEmpty == false
    let chainAt: @Sendable (Int) -> Chain = { tokens in
      problem.chain(running?.with { $0.setContext(max(1, tokens)) })
    }
    return try solve(grows ? chainAt(0) : problem.chain(running), mostTokens: grows ? Self.mostTokens : 0, chainAt)
  }

  /// No longer contexts than this are looked for.
  private static let mostTokens = 1 << 24

  private func solve(
    _ chain: Chain, mostTokens: Int, _ chainAt: @escaping @Sendable (Int) -> Chain
  ) throws(ChainFailure) -> ChainSolution {
    let exact = ChainSolver(
      chain, objective: objective, order: anyOrder ? .any : .given, mostTokens: mostTokens, chainAt: chainAt)
    if let exact { return try exact.solve() }
    return try HeuristicChainSolver(chain: chain, objective: objective, mostTokens: mostTokens, chainAt: chainAt)
      .solve()
  }

  /// Everything on the cpu and on disk; nil when something must be on an accelerator.
  ///
  /// Where something runs, the cpu holds what it computes with, and the weights that have room beside that.
  private func hosted(_ problem: PlacementProblem) -> (problem: PlacementProblem, solution: ChainSolution)? {
    if objective != .latency, let onCPU = problem.onCPU(), let solution = try? solve(onCPU) { return (onCPU, solution) }
    let chain = problem.hostedChain(problem.task.options.running)
    return (try? solve(chain, mostTokens: 0) { _ in chain }).map { (problem, $0) }
  }

  private func constraintError(_ failure: ChainFailure, _ problem: PlacementProblem) -> ConstraintError {
    let rules = constraints.rules.map(\.description)
    switch failure {
    case .overfull(let device, let bits):
      return .exceedsBudget(problem.computing[device].device, bytes: (bits + 7) / 8, rules: rules)
    case .stuck(let unit):
      let group = problem.groups.groups[problem.chainGroups[unit]]
      return .fitsNowhere(module: problem.groups.row.path(group.members[0]), rules: group.rules.map(\.description))
    case .impossible:
      return .impossible(rules: rules)
    }
  }
}

extension PlacementPolicy where Self == OptimalPolicy {
  /// The least peak share of the budgets, in the given order of devices.
  public static var optimal: OptimalPolicy { OptimalPolicy() }
}
