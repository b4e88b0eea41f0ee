/// The answers about memory of one model, as text and as JSON.
public struct FitReport: Sendable {
  let fit: ModelFit
  /// What runs; nil for weights alone.
  let running: RunningMemory?
  let devices: [DeviceBudget]
  let kinds: [GPUKind]
  let offers: [GPUOffer]
  /// The model in several dtypes, for the table of dtypes by kinds.
  let dtypes: [(name: String, fit: ModelFit)]
  /// The answer for the devices that were named, nil if none were.
  public let answer: FitAnswer?
  /// What would make it fit, with the command that tries it.
  public var remedies: [FitRemedy] = []
  /// Remarks about checkpoint, tree and devices, and why only weights could be counted.
  public var notes: [Note]
  /// Seconds for one token of each sequence on the devices that were named, an estimate; nil where their speed is not
  /// known, nothing runs, or it does not fit.
  public let secondsPerToken: ClosedRange<Double>?
  /// The longest context that fits, in tokens of each sequence; nil when none does or no devices were named.
  public let longestContext: Int?
  /// The same with nothing on the cpu; nil where that is no different question.
  public let longestContextOnAccelerators: Int?
  /// The most sequences of the context that fit at once; nil when none does or nothing runs.
  public let largestBatch: Int?
  let counts: [Int?]
  let mix: GPUMix?

  /// - Parameters:
  ///   - fit: the model.
  ///   - running: what runs; nil for weights alone.
  ///   - devices: what the model is to fit on; empty when only kinds of GPUs are asked about.
  ///   - kinds: of which the number that is needed is asked for.
  ///   - offers: of which the cheapest mix is asked for.
  ///   - dtypes: the same model in other dtypes, by name.
  ///   - speeds: of the devices, at best and at worst; nil when they are not known.
  /// - Complexity: that of the questions: of ``ModelFit/on(_:_:)``, and of a search for each kind of GPU, for the
  ///   context and the batch.
  public init(
    _ fit: ModelFit, running: RunningMemory?, devices: [DeviceBudget], kinds: [GPUKind] = [],
    offers: [GPUOffer] = [], dtypes: [(name: String, fit: ModelFit)] = [],
    speeds: SpeedRange? = nil
  ) {
    self.fit = fit
    self.running = running
    self.devices = devices
    self.kinds = kinds
    self.offers = offers
    self.dtypes = dtypes
    let answer = devices.isEmpty ? nil : fit.on(devices, running: running)
    self.answer = answer
    let isInference = fit.training == nil && answer?.fits == true
    secondsPerToken = isInference ? answer?.plan.flatMap { plan in speeds?.secondsPerToken(of: plan) } : nil
    counts = kinds.map { fit.fewest(gpuBytes: $0.bytes, running: running) }
    notes = fit.memory.weightsOnly.map { [$0] } ?? []
    notes += running?.notes ?? []
    if answer?.fits == true { notes += answer?.plan?.notes.filter { $0.code == "accelerators-unused" } ?? [] }
    if fit.hasUnknownActivations {
      notes.append(
        Note(
          .warning, code: "activations-unknown",
          "what this model keeps for the backward pass is not known: the answer counts weights, gradients and optimizer"
        ))
    }
    mix = offers.isEmpty ? nil : fit.cheapest(offers, running: running)
    let work = running.flatMap { $0.work.context > 0 ? $0.work : nil }
    let basis = work ?? fit.memory.workload(context: 1)
    longestContext = answer == nil ? nil : fit.longestContext(on: devices, basis)
    let isMixed = devices.contains { $0.device == .cpu } && devices.contains(where: \.device.isAccelerator)
    longestContextOnAccelerators =
      isMixed ? fit.longestContext(on: devices, basis, onAcceleratorsOnly: true) ?? 0 : nil
    largestBatch = answer == nil ? nil : work.flatMap { fit.largestBatch(on: devices, $0) }
  }

  /// Whether the question is answered yes: it fits the devices or, when none were named, enough GPUs of each kind, and
  /// of the offers.
  ///
  /// - Complexity: O(kinds).
  public var isYes: Bool {
    // What takes more than is known cannot be called something that fits.
    if isOfUnknown || fit.hasUnknownActivations { return false }
    let fitsKinds = answer?.fits ?? !counts.contains(nil)
    return fitsKinds && (offers.isEmpty || mix != nil)
  }

  /// Whether it is asked about a run of which only the weights are known.
  var isOfUnknown: Bool { running?.isUnknown == true }

  var work: Workload? { running.flatMap { $0.work.context > 0 ? $0.work : nil } }

  /// The figures of what runs, by name.
  var figures: [(name: String, figure: Figure)] {
    guard let running else { return [] }
    let accelerators = devices.filter(\.device.isAccelerator)
    let isMac = !accelerators.isEmpty && accelerators.allSatisfy { $0.device == .mps }
    return running.figures.map { name, figure in
      guard isMac, name == RunningMemory.reserveName else { return (name, figure) }
      return (name, Figure(figure.bytes, running.reserveParts.formulaOfMetal, figure.confidence))
    }
  }

  /// The training as a whole; nil for inference.
  var training: TrainingMemory? {
    guard let states = fit.training, let work else { return nil }
    return TrainingMemory(states, fit.memory, work)
  }

  /// The share of each device in the training, as the plan splits it: the terms of what its account has as used.
  var trainingByDevice: [(account: DeviceAccount, terms: TrainingMemory)] {
    guard let states = fit.training, let work, let plan = answer?.plan else { return [] }
    return plan.ledger.accounts.filter { $0.used > 0 }.map { account in
      let computes = { (module: Int) in
        plan.tree.allTensors(of: module).first.flatMap { plan.device(ofTensor: $0) }
          .map { plan.ledger.computing($0) == account.device } ?? false
      }
      var share = TrainingMemory(states, fit.memory, work, includes: computes)
      // The ledger has the weights where they lie, and what training makes of them where it computes.
      share.weights.bytes = account.weights +| states.castBytes(includes: computes)
      return (account, share)
    }
  }

  /// The table of dtypes by kinds of GPUs: bytes of the weights, and how many GPUs hold the model.
  var table: [(name: String, weights: Int, counts: [Int?])] {
    dtypes.map { name, fit in
      // Without a workload there may be a reserve, which counts here as everywhere.
      let running = work.map { work in
        var work = work
        work.dtype = fit.memory.dtype
        return fit.running(work)
      }
      return (name, fit.weightBytes, kinds.map { fit.fewest(gpuBytes: $0.bytes, running: running ?? self.running) })
    }
  }
}

/// A kind of GPU, and the bytes of one.
public struct GPUKind: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// Its memory.
  public var bytes: Int

  /// A kind of GPU that is asked about.
  public init(name: String, bytes: Int) {
    self.name = name
    self.bytes = bytes
  }
}

/// A change with which a model fits, and the command that shows it.
public struct FitRemedy: Hashable, Sendable {
  /// What is changed.
  public var change: FitChange
  /// The command with which it fits.
  public var command: String

  /// A change, and the command with it.
  public init(_ change: FitChange, command: String) {
    self.change = change
    self.command = command
  }
}

extension ModelFit {
  /// Whether it is asked about a training, and what the model keeps for the backward pass is not known.
  var hasUnknownActivations: Bool { training != nil && memory.shape == nil && memory.vision == nil }
}
