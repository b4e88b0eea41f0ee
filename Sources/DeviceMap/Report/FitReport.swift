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
  let counts: [Int?]
  let mix: GPUMix?

  /// - Parameters:
  ///   - fit: the model.
  ///   - running: what runs; nil for weights alone.
  ///   - devices: what the model is to fit on; empty when only kinds of GPUs are asked about.
  ///   - kinds: of which the number that is needed is asked for.
  ///   - offers: of which the cheapest mix is asked for.
  ///   - dtypes: the same model in other dtypes, by name.
  public init(
    _ fit: ModelFit, running: RunningMemory?, devices: [DeviceBudget], kinds: [GPUKind] = [],
    offers: [GPUOffer] = [], dtypes: [(name: String, fit: ModelFit)] = []
  ) {
    self.fit = fit
    self.running = running
    self.devices = devices
    self.kinds = kinds
    self.offers = offers
    self.dtypes = dtypes
    answer = devices.isEmpty ? nil : fit.on(devices, running: running)
    counts = kinds.map { fit.fewest(gpuBytes: $0.bytes, running: running) }
    notes = fit.memory.unknown.map { [Note(.warning, code: "weights-only", $0.description)] } ?? []
    mix = offers.isEmpty ? nil : fit.cheapest(offers, running: running)
  }

  /// Whether the question is answered yes: it fits the devices or, when none were named, enough GPUs of each kind, and
  /// of the offers.
  public var isYes: Bool {
    let fitsKinds = answer?.fits ?? !counts.contains(nil)
    return fitsKinds && (offers.isEmpty || mix != nil)
  }

  var work: Workload? { running.flatMap { $0.work.context > 0 ? $0.work : nil } }

  /// The workload whose batch or context is looked for.
  var basis: Workload { work ?? Workload(context: 1) }

  var longestContext: Int? { answer == nil ? nil : fit.longestContext(on: devices, basis) }

  /// The longest context with nothing on the cpu; nil where that is no different question.
  var longestContextOnAccelerators: Int? {
    guard devices.contains(where: { $0.device == .cpu }), devices.contains(where: \.device.isAccelerator) else {
      return nil
    }
    return fit.longestContext(on: devices, basis, onAcceleratorsOnly: true) ?? 0
  }

  var largestBatch: Int? { answer == nil ? nil : work.flatMap { fit.largestBatch(on: devices, $0) } }

  /// The training as a whole; nil for inference.
  var training: TrainingMemory? {
    guard let states = fit.training, let work else { return nil }
    return TrainingMemory(states, fit.memory, work)
  }

  /// The share of each device in the training, as the plan splits it.
  var trainingByDevice: [(device: Device, memory: TrainingMemory)] {
    guard let states = fit.training, let work, let plan = answer?.plan else { return [] }
    return plan.ledger.accounts.filter { $0.weights > 0 }.map { account in
      let share = TrainingMemory(states, fit.memory, work) { module in
        plan.tree.allTensors(of: module).first.map { plan.device(ofTensor: $0) == account.device } ?? false
      }
      return (account.device, share)
    }
  }

  /// The table of dtypes by kinds of GPUs: bytes of the weights, and how many GPUs hold the model.
  var table: [(name: String, weights: Int, counts: [Int?])] {
    dtypes.map { name, fit in
      let running = work.map { work in
        var work = work
        work.dtype = fit.memory.dtype
        return fit.running(work)
      }
      return (name, fit.weightBytes, kinds.map { fit.fewest(gpuBytes: $0.bytes, running: running ?? nil) })
    }
  }
}

/// A kind of GPU, and the bytes of one.
public struct GPUKind: Hashable, Sendable {
  public var name: String
  public var bytes: Int

  public init(name: String, bytes: Int) {
    self.name = name
    self.bytes = bytes
  }
}

/// A change with which a model fits, and the command that shows it.
public struct FitRemedy: Hashable, Sendable {
  public var change: FitChange
  public var command: String

  public init(_ change: FitChange, command: String) {
    self.change = change
    self.command = command
  }
}
