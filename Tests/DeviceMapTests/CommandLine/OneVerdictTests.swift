import DeviceMap
import Foundation
import Testing

/// Verdicts, figures and advice that several commands give of one question, and that must be the same.
@Suite("One verdict") struct OneVerdictTests {
  private typealias Run = (out: String, err: String, status: Int32)

  private static let llama = FixtureFiles.directory.appending(path: "configs/Llama-3-8B/config.json").path
  private static let mixtral = FixtureFiles.directory.appending(path: "checkpoints/tiny-mixtral").path

  /// A machine with one GPU, of which a program has some memory.
  private static let machine = DeviceInventory(
    .init(
      gpus: [ReportedGPU(index: 2, name: "A", uuid: "GPU-2", totalBytes: 12_884_901_888, freeBytes: 12_582_912_000)],
      hostAvailableBytes: 23_800_000_001, hostTotalBytes: 33_000_000_000))

  /// A model of six layers, whose answers cost little.
  private static func smallModel() throws -> (directory: TemporaryDirectory, config: String) {
    let directory = try TemporaryDirectory()
    let text = #"""
      {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336,
       "num_hidden_layers": 6, "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 32000,
       "max_position_embeddings": 8192, "tie_word_embeddings": false, "dtype": "bfloat16"}
      """#
    return (directory, try directory.write(text, "config.json"))
  }

  private func run(
    _ words: [String], columns: Int? = nil, on machine: DeviceInventory = DeviceInventory(devices: [])
  ) -> Run {
    var environment = ProgramEnvironment(screenWidth: columns, devices: { machine })
    environment.resultWidth = columns
    environment.variable = { _ in nil }
    let output = Program.run(words, environment)
    return (output.result.string, output.messages.string, output.status)
  }

  private func json(_ words: [String], on machine: DeviceInventory = DeviceInventory(devices: [])) throws -> JSONValue {
    try JSONDocument(parsing: run(words + ["--json"], on: machine).out).root
  }

  // MARK: - Training

  @Test(
    "a training has one status in plan, check and fit, of whatever policy",
    arguments: ["auto", "balanced_low_0", "sequential", "optimal"].flatMap { policy in
      ["0=14GiB,1=9GiB,cpu=40GiB", "0=24GiB,cpu=64GiB", "0=9GiB,1=9GiB", "cpu=64GiB"].map { (policy, $0) }
    }.ofThisRun)
  func training(policy: String, limits: String) throws {
    let directory = try TemporaryDirectory()
    let words = ["--max-memory", limits, "--context", "2k", "--train", "adamw", "--lora", "8", "--checkpointing"]
    let plan = run(["plan", Self.llama, "--policy", policy, "--json"] + words)
    let check = run(["check", Self.llama, try directory.write(plan.out, "plan.json"), "--json"] + words)
    #expect(plan.status == check.status, "\(plan.err)")
    let codes = try [plan.out, check.out].map { text in
      try JSONDocument(parsing: text).root["findings"]?.elements.compactMap { $0["code"]?.string }
    }
    #expect(codes[0] == codes[1])
    #expect(plan.err.contains("the training does not fit") == (codes[0]?.contains("training-offloaded") ?? false))
    if policy == "optimal" {
      let fit = run(["fit", Self.llama] + words)
      #expect(fit.status == plan.status)
      // The row of the cpu stands there where it was given, and says that nothing is there.
      #expect(fit.out.contains("\ncpu ") == limits.contains("cpu"), "\(fit.out)")
      #expect(!fit.out.contains("fit with the same options"))
    }
  }

  // MARK: - Advice

  @Test(
    "each change that fit proposes was tried: its command says yes",
    arguments: [
      ["--max-memory", "0=2GiB,cpu=60GiB", "--dtype", "int4", "--context", "8k", "--padded"],
      ["--max-memory", "0=2GiB,cpu=1GiB", "--dtype", "int4", "--context", "8k", "--padded"],
      ["--max-memory", "0=3GiB", "--context", "4k"], ["--max-memory", "0=3GiB,cpu=300MiB", "--context", "8k"],
      ["--max-memory", "0=4GiB", "--dtype", "float32", "--context", "4k"], ["--max-memory", "0=2GiB"],
      ["--gpu", "3GiBx2", "--context", "8k", "--batch", "16"], ["--max-memory", "cpu=2GiB", "--context", "4k"],
      ["--gpu", "4GiBx1", "--context", "2k", "--train", "adamw", "--lora", "8"],
      ["--gpu", "1GiBx1", "--context", "4k"], ["--context", "256k"],
    ])
  func remedies(words: [String]) throws {
    let model = try Self.smallModel()
    let fit = try json(["fit", model.config] + words, on: Self.machine)
    let isYes = fit["fits"]?.bool == true
    let remedies = fit["remedies"]?.elements.map { $0 } ?? []
    #expect(isYes || !remedies.isEmpty)
    for remedy in remedies {
      let command = try #require(remedy["command"]?.string)
      let words = command.split(separator: " ").dropFirst().map { String($0).replacing("'", with: "") }
      #expect(run(words, on: Self.machine).status == 0, "\(command)")
      guard remedy["code"]?.string == "gpus" else { continue }
      #expect(command.split(separator: ",").count <= 9, "\(command)")
    }
  }

  @Test("int4 is not advised where the cpu is needed, and pieces of a prompt are where they help") func advice() throws
  {
    func codes(_ words: [String]) throws -> [String] {
      try json(["fit", Self.llama] + words)["remedies"]?.elements.compactMap { $0["code"]?.string } ?? []
    }
    let small = try json(["fit", Self.llama, "--max-memory", "0=4GiB,cpu=6GiB", "--context", "1k"])
    #expect(!small["remedies"]!.elements.contains { $0["command"]?.string?.contains("--dtype int4") == true })
    let eager = ["--context", "8k", "--attention", "eager"]
    #expect(try codes(["--max-memory", "0=18GiB"] + eager).contains("prefill"))
    #expect(try codes(["--max-memory", "0=8GiB"] + eager).contains("dtype-prefill"))
  }

  // MARK: - The longest context

  @Test(
    "the longest context and the largest batch are not below what fits",
    arguments: ["int4", "int8", "bfloat16", "float32"].flatMap { dtype in
      [[], ["--padded"], ["--prefill", "512", "--attention", "eager"]].map { (dtype, $0) }
    }.ofThisRun)
  func longest(dtype: String, options: [String]) throws {
    let model = try Self.smallModel()
    for limits in ["0=2GiB,cpu=60GiB", "0=4GiB"] {
      for context in [2048, 8192] {
        let words =
          ["fit", model.config, "--dtype", dtype, "--max-memory", limits, "--context", "\(context)"] + options
        let fit = try json(words)
        guard fit["fits"]?.bool == true else { continue }
        #expect(fit["longest_context"]?.int ?? 0 >= min(context, 8192), "\(words)")
        #expect(fit["largest_batch"]?.int ?? 0 >= 1, "\(words)")
      }
    }
  }

  @Test("int4 that the GPUs do not hold is wholly on a cpu that holds it, with a warning") func packedOnTheCPU() throws
  {
    let words = ["--dtype", "int4", "--policy", "optimal", "--max-memory"]
    let whole = run(["plan", Self.llama] + words + ["0=4GiB,cpu=64GiB"])
    #expect(whole.status == 0 && whole.out == "{\"\": \"cpu\"}\n")
    #expect(whole.err.contains("cannot be on accelerators and on the cpu at once"))
    let none = run(["plan", Self.llama] + words + ["0=4GiB,cpu=4GiB"])
    #expect(none.status == 1 && none.out.hasPrefix("{\"model"), "\(none.err)")
    #expect(
      none.err.contains("error: bitsandbytes 4-bit weights cannot be on") && none.err.contains("it would fit with 0="))
  }

  // MARK: - Figures

  @Test(
    "what is used of a budget is no more than its cap, and that no more than the budget",
    arguments: ["auto", "balanced_low_0", "sequential", "optimal"].flatMap { policy in
      ["0=2GiB", "0=2GiB,cpu=8GiB", "0=2GiB,1=1GiB,cpu=8GiB", "0=500MiB,cpu=2GiB", "cpu=3GiB", "0=4GiB,1=4GiB"]
        .map { (policy, $0) }
    }.ofThisRun)
  func caps(policy: String, limits: String) throws {
    let model = try Self.smallModel()
    for options in [[], ["--context", "8k"], ["--context", "4k", "--batch", "3", "--reserve", "100MiB"]] {
      let plan = try json(["plan", model.config, "--policy", policy, "--max-memory", limits] + options)
      for device in try #require(plan["devices"]).elements {
        guard let cap = device["cap_bytes"]?.int, let budget = device["budget_bytes"]?.int else { continue }
        #expect(min(device["used_bytes"]?.int ?? 0, budget) <= cap && cap <= budget, "\(limits) \(device.source)")
      }
    }
  }

  @Test("devices, doctor, fit and plan say the same of this machine") func budgets() throws {
    let devices = try json(["devices"], on: Self.machine)["devices"]!.elements.compactMap { $0["budget_bytes"]?.int }
    #expect(devices == [11_324_620_800, 21_420_000_000])
    let printed = run(["devices"], on: Self.machine).out.trimmingCharacters(in: .newlines)
    for words in [["fit"], ["plan", "--policy", "optimal"], ["plan", "--policy", "auto"]] {
      let own = try json([words[0], Self.llama] + words.dropFirst(), on: Self.machine)
      let budgets = own["devices"]!.elements.filter { $0["device"]?.string != "disk" }.compactMap {
        $0["budget_bytes"]?.int
      }
      #expect(budgets == devices, "\(words)")
      for options in [[], ["--context", "4k"]] where words.last != "auto" {
        let here = try json([words[0], Self.llama] + words.dropFirst() + options, on: Self.machine)
        let written = try json([words[0], Self.llama, "--max-memory", printed] + words.dropFirst() + options)
        for member in ["fits", "device_map", "longest_context"] {
          #expect(here[member]?.source == written[member]?.source, "\(words) \(member)")
        }
      }
    }
    let doctor = run(["doctor"], on: Self.machine).out
    #expect(doctor.contains("0=10.5 GiB, cpu=19.9 GiB"), "\(doctor)")
    #expect(Self.machine.notes.first?.text.hasPrefix("GPU 0 (A, 2 of the driver) is in use: ") ?? true)
  }

  // MARK: - Experts

  @Test(
    "layers without their experts are on the first GPU in use, so that the map loads",
    arguments: ["cpu", "auto"],
    ["0=60KiB,1=50KiB,cpu=1GiB", "0=30KiB,1=90KiB,cpu=1GiB", "0=40KiB,1=40KiB,2=40KiB,cpu=1GiB"])
  func experts(where place: String, limits: String) throws {
    let directory = try TemporaryDirectory()
    for order in [[], ["--any-order"]] {
      let words = ["--max-memory", limits]
      let optimal = ["--policy", "optimal", "--experts", place] + order
      let plan = run(["plan", Self.mixtral] + optimal + words)
      let check = run(["check", Self.mixtral, try directory.write(plan.out, "map.json")] + words)
      #expect(plan.status == 0 && check.status == 0, "\(limits) \(order): \(plan.err) \(check.out)")
      let told = run(["explain", Self.mixtral] + optimal + words)
      #expect(told.status == plan.status && !told.out.contains("everything would fit"), "\(told.out)")
    }
  }

  @Test("explain ends as the plan that it explains does") func explained() {
    let words = [Self.llama, "--max-memory", "0=1GiB,cpu=2GiB", "--context", "8k"]
    for policy in ["auto", "optimal"] {
      let (told, plan) = (run(["explain", "--policy", policy] + words), run(["plan", "--policy", policy] + words))
      #expect(told.status == plan.status && told.status == (told.err.contains("error:") ? 1 : 0))
    }
  }

  // MARK: - Words

  @Test("an unknown speed is bad usage, whatever asks for it") func speeds() {
    let gpus = ["--gpu", "24GiBx2"]
    for words in [
      ["fit", "--objective", "stage-time"], ["plan", "--objective", "stage-time"],
      ["plan", "--policy", "optimal", "--objective", "latency"],
      ["explain", "--policy", "optimal", "--objective", "latency"],
    ] {
      #expect(run([words[0], Self.llama] + words.dropFirst() + gpus).status == 2, "\(words)")
    }
  }

  @Test("check asks for room where limits are given, as its help says") func helpOfCheck() throws {
    #expect(!run(["check", "--help"]).out.contains("this machine's devices"))
    #expect(run(["plan", "--help"]).out.contains("this machine's devices"))
    let directory = try TemporaryDirectory()
    let map = try directory.write(#"{"": 7}"#, "map.json")
    #expect(run(["check", Self.llama, map], on: Self.machine).status == 0)
  }

  @Test("lines keep within the screen", arguments: [60, 80])
  func widths(columns: Int) {
    var texts: [String] = []
    for words in [
      ["fit", Self.llama, "--engine", "vllm", "--gpu", "24GiBx2", "--pp", "2", "--context", "8k"],
      ["fit", Self.llama, "--engine", "sglang", "--gpu", "24GiBx2", "--tp", "2", "--context", "8k"],
      ["fit", Self.llama, "--engine", "mlx", "--gpu", "24GiBx1", "--context", "8k"],
      ["fit", Self.llama, "--gpu", "RTX 4090", "--price", "RTX 4090=1"],
      ["tree", Self.mixtral, "--depth", "9"], ["tree", Self.llama],
    ] { texts.append(run(words, columns: columns).out) }
    for line in texts.joined(separator: "\n").split(separator: "\n") where !line.hasPrefix("it would fit ") {
      #expect(line.count <= columns, "\(line)")
    }
  }

  @Test("every schema is named in the article about JSON") func schemas() throws {
    let article = try String(
      contentsOf: FixtureFiles.directory.appending(path: "../Sources/DeviceMap/DeviceMap.docc/JSON.md"), encoding: .utf8
    )
    let names = try FileManager.default.contentsOfDirectory(
      atPath: FixtureFiles.directory.appending(path: "schemas").path)
    #expect(names.count == 16)
    for name in names { #expect(article.contains("`\(name.split(separator: ".")[0])`"), "\(name)") }
  }
}
