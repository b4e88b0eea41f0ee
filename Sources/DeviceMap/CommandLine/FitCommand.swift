/// `device-map fit`: what a model needs, and whether it fits.
struct FitCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    if ParallelRequest.isMeant(arguments) {
      return try ParallelCommand(arguments: arguments, environment: environment).run(&output)
    }
    let request = try FitRequest(arguments, environment)
    let input = try ModelInput(arguments, environment)
    let (fit, running) = try FitTrial.question(arguments, request, input.tree)
    let dtypes = dtypes(fit, input)
    var report = FitReport(
      fit, running: running, devices: request.devices, kinds: request.kinds, offers: request.offers, dtypes: dtypes,
      speeds: request.speeds)
    report.notes = input.tree.notes + request.notes + report.notes
    if !input.tree.allowsTrials { report.notes.append(.noTrials) }
    if report.answer?.fits == false, input.tree.allowsTrials {
      let words = FitWords(arguments, request)
      let trial = FitTrial(arguments, environment, input)
      let changes = fit.changes(request.devices, running: running, dtypes: dtypes)
      report.remedies = changes.filter { trial.fits(words.words(with: $0)) }.map {
        FitRemedy($0, command: words.command(with: $0))
      }
    }
    if arguments.has("json") {
      output.result.append(report.json())
    } else {
      output.show(report.text(width: environment.resultWidth, formulas: arguments.has("formulas")))
    }
    output.say(report.notes)
    if !report.isYes { output.status = 1 }
    try output.deliver(arguments)
  }

  /// The model in other dtypes, as far as it can be loaded in them.
  private func dtypes(_ fit: ModelFit, _ input: ModelInput) -> [(name: String, fit: ModelFit)] {
    guard fit.training == nil else { return [] }
    return input.otherDTypes.compactMap { name in
      guard let tree = input.tree(dtypeNamed: name), let options = try? TensorRequest(arguments).options(on: tree),
        let fit = try? ModelFit(tree, options: options, like: fit)
      else { return nil }
      return (name, fit)
    }
  }
}

extension ModuleTree {
  /// Whether it is small enough to be planned again and again.
  var allowsTrials: Bool { max(count, tensors.count) <= TreeLimits.modulesOfTrials }
}

extension Note {
  /// Nothing is tried beyond the answer.
  static let noTrials = Note(
    code: "no-trials",
    "other dtypes and limits are not tried for models of more than \(TreeLimits.modulesOfTrials) modules or tensors")
}

/// The words of a `fit` command, changed so that the model fits.
struct FitWords {
  private let arguments: Arguments
  private let devices: [DeviceBudget]

  init(_ arguments: Arguments, _ request: FitRequest) {
    self.arguments = arguments
    devices = request.devices
  }

  /// The command with a change, as a shell reads it.
  func command(with change: FitChange) -> String {
    (["device-map", arguments.command.name] + words(with: change)).map(Self.quoted).joined(separator: " ")
  }

  /// The words behind the command's name, with a change.
  func words(with change: FitChange) -> [String] {
    switch change {
    case .context(let tokens): words(replacing: ["context": "\(tokens)"])
    case .batch(let batch): words(replacing: ["batch": "\(batch)"])
    case .cacheType(let type): words(replacing: ["kv-dtype": type.rawValue])
    case .prefill(let tokens): words(replacing: ["prefill": "\(tokens)"])
    case .dtype(let name): words(replacing: ["dtype": name])
    case .dtypeAndPrefill(let name, let tokens): words(replacing: ["dtype": name, "prefill": "\(tokens)"])
    case .moreGPUs(let count, let bytes):
      words(replacing: ["max-memory": limits(adding: count, bytes: bytes)], without: ["gpu"])
    case .cpu(let bytes): words(replacing: ["max-memory": limits(cpu: bytes)], without: ["gpu"])
    }
  }

  private func limits(adding count: Int, bytes: Int) -> String {
    let last = devices.compactMap { if case .gpu(let id) = $0.device { id } else { nil } }.max() ?? -1
    return text(devices + (0..<count).map { DeviceBudget(.gpu(last + 1 + $0), bytes: bytes) })
  }

  private func limits(cpu bytes: Int) -> String {
    text(devices.filter { $0.device != .cpu } + [DeviceBudget(.cpu, bytes: bytes)])
  }

  private func text(_ devices: [DeviceBudget]) -> String {
    devices.filter { $0.device != .disk }.sorted { $0.device < $1.device }
      .map { "\($0.device)=\(Self.size($0.bytes ?? 0))" }.joined(separator: ",")
  }

  /// Bytes without loss, in the largest unit that divides them.
  private static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GiB"), (1_000_000_000, "GB"), (1 << 20, "MiB"), (1_000_000, "MB")]
    guard bytes > 0, let (unit, name) = units.first(where: { bytes % $0.0 == 0 }) else { return "\(bytes)" }
    return "\(bytes / unit)\(name)"
  }

  private func words(replacing values: [String: String], without dropped: [String] = []) -> [String] {
    var words = arguments.positionals
    for option in arguments.command.options {
      if let value = values[option.name] {
        words += ["--" + option.name, value]
      } else if !dropped.contains(option.name), option.value == nil, arguments.has(option.name) {
        words.append("--" + option.name)
      } else if !dropped.contains(option.name) {
        for value in arguments.values(option.name) where option.value != nil { words += ["--" + option.name, value] }
      }
    }
    return words
  }

  /// A word as a shell reads it.
  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./=,:+@%".utf8.contains(byte)
      }
    }
    guard !plain || word.isEmpty else { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
