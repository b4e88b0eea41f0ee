import DeviceMap
import Testing

/// `fit`, `plan --policy optimal` and `check` of that plan are one answer: same verdict, same figures.
@Suite("fit, plan and check agree") struct AgreementTests {
  /// A machine, by what a model's weights take in bytes, with the options of the question.
  struct Machine: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var limits: @Sendable (Int) -> String
    var options: [String] = []
  }

  static let machines = [
    Machine(testDescription: "one GPU that is too small") { "0=\($0 / 2)" },
    Machine(testDescription: "four GPUs of a third each") { weights in
      (0..<4).map { "\($0)=\(weights / 3)" }.joined(separator: ",")
    },
    Machine(
      testDescription: "half on a GPU, the rest on the cpu", limits: { "0=\($0 / 2 + 2 << 30),cpu=\($0)" },
      options: ["--context", "1000", "--reserve", "1GiB"]),
    Machine(
      testDescription: "eight GPUs with a context",
      limits: { weights in (0..<8).map { "\($0)=\(weights / 6 + 3 << 30)" }.joined(separator: ",") },
      options: ["--context", "2048", "--batch", "2"]),
    Machine(
      testDescription: "packed while loading, which refuses the cpu", limits: { "0=\($0 / 8),cpu=\($0)" },
      options: ["--dtype", "int4"]),
  ]

  static let models = [
    "llama-3-8b", "mixtral-8x7b", "flan-t5-xl", "deepseek-v2-lite",
  ]

  @Test("the models are there") func modelsAreThere() throws {
    #expect(try Set(Self.models).subtracting(ModelRecording.names()) == [])
  }

  /// In an order in which the pairs of a short run are of other models and other machines.
  static let questions = machines.flatMap { machine in models.map { (model: $0, machine: machine) } }

  @Test(arguments: questions.ofThisRun)
  func agree(_ model: String, _ machine: Machine) throws {
    let directory = try TemporaryDirectory()
    let config = try directory.write(ModelRecording(model).config.source, "config.json")
    let whole = try Self.json(Self.run(["fit", config, "--json", "--gpu", "24GiB"]))
    let weights = try #require(whole["weights_bytes"]?.int)
    let words = ["--json", "--max-memory", machine.limits(weights)] + machine.options
    let fit = Self.run(["fit", config] + words)
    let plan = Self.run(["plan", config, "--policy", "optimal"] + words)
    let answer = try Self.json(fit)
    #expect(answer["fits"]?.bool == (fit.status == 0))
    guard plan.status == 0 else { return #expect(plan.status == 1 && fit.status == 1, "\(plan.messages.string)") }

    let planned = try Self.json(plan)
    let errors = planned["findings"]?.elements.count { $0["severity"]?.string == "error" } ?? 0
    let isOnDisk = planned["devices"]?.elements.contains { device in
      device["device"]?.string == "disk" && device["weights_bytes"]?.int != 0
    }
    #expect((errors == 0 && isOnDisk != true) == (fit.status == 0), "\(machine.limits(weights))")
    Self.compare(answer, planned)

    let map = try directory.write(plan.result.string, "plan.json")
    let check = Self.run(["check", config, map] + words)
    #expect(check.status == (errors == 0 ? 0 : 1), "\(check.result.string)")
    Self.compare(try Self.json(check), planned)
  }

  @Test("the longest context, planned, fits, and one token more does not", arguments: ["llama-3-8b", "gemma-2-2b"])
  func longestContext(_ model: String) throws {
    let directory = try TemporaryDirectory()
    let config = try directory.write(ModelRecording(model).config.source, "config.json")
    for limits in ["0=24GiB", "0=10GiB,1=8GiB", "0=4GiB,1=3GiB,cpu=24GiB", "0=17GiB"].ofThisRun {
      let words = ["--json", "--max-memory", limits]
      let answer = try Self.json(Self.run(["fit", config] + words))
      let longest = try #require(answer["longest_context"]?.int)
      // At the end of the positions there may be room for more.
      let ends = longest == answer["max_positions"]?.int ? [(longest, true)] : [(longest, true), (longest + 1, false)]
      for (context, isYes) in ends {
        let asked = words + ["--context", "\(context)"]
        #expect((Self.run(["fit", config] + asked).status == 0) == isYes, "\(limits) \(context)")
        let planned = try Self.json(Self.run(["plan", config, "--policy", "optimal"] + asked))
        let disk = planned["devices"]?.elements.first { $0["device"]?.string == "disk" }
        let errors = planned["findings"]?.elements.count { $0["severity"]?.string == "error" } ?? 0
        #expect((errors == 0 && disk?["weights_bytes"]?.int == 0) == isYes, "\(limits) \(context)")
      }
    }
  }

  private static func run(_ words: [String]) -> ProgramOutput {
    Program.run(words, ProgramEnvironment(devices: { DeviceInventory(.init()) }))
  }

  private static func json(_ output: ProgramOutput) throws -> JSONValue {
    try JSONDocument(parsing: output.result.string).root
  }

  /// Every device of one answer has the same figures in the other.
  private static func compare(_ one: JSONValue, _ other: JSONValue) {
    let text = { (device: JSONValue) in device["device"].map { $0.string ?? $0.source } }
    let figures = [
      "limit_bytes", "reserve_bytes", "budget_bytes", "used_bytes", "weights_bytes", "state_bytes", "transient_bytes",
      "free_bytes",
    ]
    guard let devices = one["devices"]?.elements, let others = other["devices"]?.elements else { return }
    for device in devices {
      guard let same = others.first(where: { text($0) == text(device) }) else { continue }
      for figure in figures { #expect(device[figure]?.source == same[figure]?.source, "\(figure)") }
    }
  }
}
