/// `device-map benchmark`: what this machine takes for headers, plans, large trees, and how good the policies are.
struct BenchmarkCommand {
  /// What can be measured.
  enum Part: String, CaseIterable {
    case headers, plan, modules, grid, solver
  }

  private let parts: [Part]

  init(_ arguments: Arguments) throws {
    var parts: [Part] = []
    for word in arguments.positionals {
      guard let part = Part(rawValue: word) else {
        let names = Part.allCases.map(\.rawValue)
        throw UsageError.invalidValue(option: "PART", value: word, expected: .oneOf(names))
      }
      parts.append(part)
    }
    self.parts = parts.isEmpty ? Part.allCases : parts
  }

  func run(_ output: inout ProgramOutput) throws {
    for part in parts {
      switch part {
      case .headers: try checkpoint(&output, plans: false)
      case .plan: try checkpoint(&output, plans: true)
      case .modules: try modules(&output)
      case .grid: try grid(&output)
      case .solver: solver(&output)
      }
    }
  }

  // MARK: - Headers and plans

  /// Times reading, and planning, of a checkpoint of the size of today's largest.
  private func checkpoint(_ output: inout ProgramOutput, plans: Bool) throws {
    let directory = try Files.makeTemporaryDirectory()
    defer { Files.removeDirectory(directory) }
    let size = try LargeCheckpoint().write(to: directory, headersAlone: !plans)
    var options = Checkpoint.Options()
    options.allowMissingData = true
    let reading = try Self.median { _ = try Checkpoint(at: directory, options: options) }
    if !plans {
      let rate = Double(size.headerBytes) / reading / 1e6
      output.result.append(
        "headers: \(size.shards) shards, \(size.tensors) tensors, \(ByteText.decimal(Double(size.headerBytes) / 1e6, digits: 1)) MB "
          + "of headers read and validated in \(Self.milliseconds(reading)): \(ByteText.decimal(rate, digits: 0)) MB/s\n"
      )
      return
    }
    let limits = MaxMemory((0..<8).map { (.gpu($0), .text("140GiB")) } + [(.cpu, .text("2TiB"))])
    let whole = try Self.median {
      let checkpoint = try Checkpoint(at: directory, options: options)
      let tree = try ModuleTree(checkpoint)
      let plan = try tree.plan(.auto, maxMemory: limits)
      _ = plan.deviceMapJSON()
    }
    output.result.append(
      "plan: the same checkpoint, from its directory to the text of its device_map in \(Self.milliseconds(whole)), "
        + "\(ByteText.decimal(whole / reading, digits: 2)) times the reading alone\n")
  }

  // MARK: - Large trees

  private func modules(_ output: inout ProgramOutput) throws {
    var table = TextTable([("modules", .right), ("planned in", .right), ("ratio", .right)])
    var before: Double?
    for count in [10_000, 100_000, 1_000_000] {
      let tree = Self.tree(modules: count)
      let limits: MaxMemory = [.gpu(0): .bytes(70 * count), .gpu(1): .bytes(70 * count), .cpu: .bytes(200 * count)]
      let time = try Self.median(runs: 3) {
        _ = try tree.plan(.auto, maxMemory: limits)
      }
      let ratio = before.map { ByteText.decimal(time / $0, digits: 1) } ?? ""
      table.add([String(count), Self.milliseconds(time), ratio])
      before = time
    }
    output.result.append(table.text())
  }

  private static func tree(modules count: Int) -> ModuleTree {
    var builder = ModuleTreeBuilder(rootClass: "Model")
    let weight = builder.intern("weight")
    builder.open("layers", className: "ModuleList")
    for block in 0..<count / 4 {
      builder.open("\(block)", className: "Block")
      for name in ["attn", "mlp", "norm"] {
        builder.open(name, className: "Linear")
        builder.add(weight, dtype: .bf16, count: 100)
        builder.close()
      }
      builder.close()
    }
    return builder.finish().noSplit("Block")
  }

  // MARK: - Policies

  private func grid(_ output: inout ProgramOutput) throws {
    let rows = try PolicyGrid().run()
    var table = TextTable([
      ("policy", .left), ("mixes that fit", .right), ("offloads needlessly", .right), ("peak ratio, mean", .right),
      ("worst", .right),
    ])
    for row in rows {
      table.add([
        row.policy, String(row.cases), ByteText.percent(Double(row.needlessOffloads) / Double(max(1, row.cases))),
        ByteText.decimal(row.meanPeakRatio, digits: 2), ByteText.decimal(row.worstPeakRatio, digits: 2),
      ])
    }
    output.result.append(table.text())
  }

  private func solver(_ output: inout ProgramOutput) {
    var table = TextTable([("130 units on", .left), ("solved in", .right), ("", .left)])
    for row in SolverTiming.run() {
      table.add([row.name, Self.milliseconds(row.duration / .seconds(1)), row.isProven ? "proven" : "bounded"])
    }
    output.result.append(table.text())
  }

  // MARK: - Time

  /// The median of several runs after one that is not counted, in seconds.
  private static func median(runs: Int = 7, _ body: () throws -> Void) throws -> Double {
    try body()
    var times: [Double] = []
    for _ in 0..<runs {
      let start = ContinuousClock.now
      try body()
      times.append((ContinuousClock.now - start) / .seconds(1))
    }
    return times.sorted()[runs / 2]
  }

  private static func milliseconds(_ seconds: Double) -> String { ByteText.decimal(seconds * 1000, digits: 1) + " ms" }
}
