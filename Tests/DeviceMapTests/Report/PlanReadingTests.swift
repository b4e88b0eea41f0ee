import DeviceMap
import Testing

/// A plan read from its own JSON.
@Suite("Plans from their JSON") struct PlanReadingTests {
  private static let plans = Result { try GoldenJSON.all().filter { $0.schema == "plan" } }

  @Test("the text of every recorded plan gives the same text again") func roundTrip() throws {
    let plans = try Self.plans.get()
    #expect(plans.count >= 20)
    for golden in plans {
      let plan = try Plan(json: golden.text)
      let lines = golden.text.split(separator: "\n").map(String.init)
      #expect(
        firstDifference(plan.json().split(separator: "\n").map(String.init), lines) == nil, "golden/\(golden.name).txt")
      #expect(try Plan(json: plan.json()) == plan)
    }
  }

  @Test("what was recorded is told again: devices, findings, sentences, tables; nothing of it crashes")
  func content() throws {
    for golden in try Self.plans.get() {
      let plan = try Plan(json: golden.text)
      let root = try JSONDocument(parsing: golden.text).root
      for key in try #require(root["device_map"]).members {
        #expect(plan.device(of: key.key)?.description == key.value.string ?? key.value.source, "\(key.key)")
        #expect(plan.device(of: key.key + ".below.it") == plan.device(of: key.key))
      }
      #expect(plan.ledger.findings.map(\.description) == root["findings"]?.elements.compactMap { $0["text"]?.string })
      #expect(!Explanation(plan).boundaries().isEmpty || plan.trace.isEmpty)
      for event in plan.trace.prefix(50) {
        #expect(Explanation(plan).decisions(about: plan.tree.path(of: event.part)) != nil)
      }
      #expect(plan.report(width: 80).contains(plan.ledger.accounts[0].device.description))
      #expect(plan.svg().hasSuffix("</svg>\n") && plan.html().contains(plan.svg().prefix(100)))
      #expect(PolicyFigures(plan).policy == plan.policy)
    }
  }

  @Test("what needs the model says that it is not there; what needs the map alone is as of the plan itself")
  func outline() throws {
    let tree = try ModuleTree(Checkpoint(at: ProgramTests.checkpoint("tiny-llama")))
    let limits: MaxMemory = [.gpu(0): "100KiB", .gpu(1): "100KiB"]
    let plan = try tree.plan(.auto, maxMemory: limits)
    let read = try Plan(json: plan.json())
    #expect(read.tree.isOutline && !plan.tree.isOutline && read.running == nil)
    for target in ExportTarget.allCases where ![.ollama, .tensorrtLLM].contains(target) {
      if [.transformers, .accelerate].contains(target) {
        #expect(try read.export(to: target, model: "m") == plan.export(to: target, model: "m"))
      } else {
        #expect(throws: ExportError.outline, "\(target)") { try read.export(to: target, model: "m") }
      }
    }
    #expect(throws: ExportError.outline) { try PipelineStages(read) }
    #expect(throws: PlacementError.outline) { try read.tree.plan(.auto, maxMemory: limits) }
    #expect(throws: PlacementError.outline) { try ModelFit(read.tree) }
    #expect(throws: PlacementError.outline) { try MapCheck([], tree: read.tree) }
    #expect(throws: PlacementError.outline) { try ModuleSizes(read.tree, engine: .accelerate) }
    #expect(throws: ParallelError.noStages(.outline)) {
      try ParallelShares(read.tree, ParallelLayout(tensor: 2), engine: .vllm)
    }
    let speeds = SpeedRange([(.gpu(0), try GPUTable.find("L4")), (.gpu(1), try GPUTable.find("L4"))])
    #expect(speeds.secondsPerToken(of: plan) != nil && speeds.secondsPerToken(of: read) == nil)
  }

  @Test("a plan of the version before is read, and written in this one") func earlierVersion() throws {
    let plan = try ModuleTree(Checkpoint(at: ProgramTests.checkpoint("tiny-llama")))
      .plan(.auto, maxMemory: [.gpu(0): "100KiB", .gpu(1): "100KiB"])
    let earlier = plan.json().replacing("\"schema_version\": 2", with: "\"schema_version\": 1")
    #expect(try earlier != plan.json() && Plan(json: earlier).json() == plan.json())
  }

  @Test("plans of one model and of its text are equal, others are not", arguments: ["tiny-llama", "tiny-gemma2"])
  func equality(name: String) throws {
    let tree = try ModuleTree(Checkpoint(at: ProgramTests.checkpoint(name)))
    let limits: MaxMemory = [.gpu(0): "60KiB", .gpu(1): "40KiB", .cpu: "1GiB"]
    let plan = try tree.plan(.sequential, maxMemory: limits)
    let again = try tree.plan(.sequential, maxMemory: limits)
    let read = try Plan(json: plan.json())
    #expect(plan == again && plan == read && Set([plan, again, read]).count == 1)
    #expect(Explanation(read).boundaries() == Explanation(plan).boundaries())
    #expect(read.ledger.mainDevice == plan.ledger.mainDevice && read.deviceMap == plan.deviceMap)
    #expect(try plan != tree.plan(.auto, maxMemory: limits))
    #expect(try plan != tree.plan(.sequential, maxMemory: [.gpu(0): "60KiB", .gpu(1): "41KiB", .cpu: "1GiB"]))
    var other = plan
    other.source = HubSource(
      hub: "huggingface", id: "a/b", revision: "main", commit: nil, file: nil, origin: "/cache", isComplete: true)
    #expect(other != plan)
    #expect(try Plan(json: other.json()).source == other.source)
  }

  @Test("a certificate keeps its numbers", arguments: ["balance", "latency", "fewest-gpus"])
  func certificates(objective: String) throws {
    let words = [
      "plan", ProgramTests.checkpoint("tiny-llama"), "--json", "--policy", "optimal", "--objective", objective,
      "--max-memory", "0=60KiB,1=70KiB,2=70KiB,cpu=1GiB", "--bandwidth", "0=1008GB/s,1=300GB/s,2=7GB/s", "--any-order",
    ]
    let output = Program.run(words, ProgramEnvironment())
    let text = output.result.string
    try #require(output.status == 0, "\(output.messages.string)")
    let plan = try Plan(json: text)
    #expect(plan.certificate?.objective.rawValue == objective)
    #expect(plan.json() + "\n" == text)
  }

  @Test(
    "what is no plan is refused with the place",
    arguments: [
      ("\"policy\": ", "\"other\": ", "this is no plan: 'policy' should be a text"),
      ("\"schema_version\": 2", "\"schema_version\": 3", "the plan is written in version 3 of the schema"),
      ("\"schema_version\": 2", "\"schema_version\": 0", "versions up to 2 are read"),
      ("\"used_bytes\": ", "\"used_bytes\": 1", "the plan contradicts itself: 'devices.0.used_bytes'"),
      ("\"free_bytes\": ", "\"free_bytes\": 1", "the plan contradicts itself: 'devices.0.free_bytes'"),
      ("\"tensors\": ", "\"tensors\": -", "this is no plan: 'devices.0.tensors' should be a whole number"),
      ("\"lm_head\": 1", "\"lm_head\": 7", "lm_head"), ("\"lm_head\": 1", "\"model.norm\": 1", "model.norm"),
      ("\"lm_head\": 1", "\"lm_head\": \"1\"", "this is no plan: 'device_map.lm_head' should be a device"),
      ("\"outcome\": \"placed\"", "\"outcome\": \"put\"", ".outcome' should be a known word"),
      ("{", "[", "this is no plan: line 2"), ("\"architecture\": ", "\"architecture\": 1, \"a\": ", "'architecture'"),
    ])
  func refused(_ old: String, _ new: String, _ message: String) throws {
    let words = ["plan", ProgramTests.checkpoint("tiny-llama"), "--json", "--max-memory", "0=100KiB,1=100KiB"]
    var text = Program.run(words, ProgramEnvironment()).result.string
    let range = try #require(text.firstRange(of: old))
    text.replaceSubrange(range, with: new)
    let error = #expect(throws: PlanReadingError.self) { try Plan(json: text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test("a path of endless depth, and numbers that no sum holds, are refused") func hostile() throws {
    let words = ["plan", ProgramTests.checkpoint("tiny-llama"), "--json", "--max-memory", "0=100KiB,1=100KiB"]
    let text = Program.run(words, ProgramEnvironment()).result.string
    let deep = String(repeating: "a.", count: 100_000)
    let changed = text.replacing("\"lm_head\": 1", with: "\"\(deep)\": 1")
    #expect(throws: PlanReadingError.tooLarge) { try Plan(json: changed) }
    for key in ["weights_bytes", "reserve_bytes", "used_bytes", "bytes", "bytes_with_ties", "limit_bytes", "cap_bytes"]
    {
      for number in ["9223372036854775807", "9223372036854775808", "-1", "1e400", "1152921504606846976"] {
        let start = try #require(text.firstRange(of: "\"\(key)\": ")).upperBound
        let end = text[start...].firstIndex { !$0.isNumber } ?? start
        let changed = text.replacingCharacters(start..<end, with: number)
        guard let plan = try? Plan(json: changed) else { continue }
        _ = (plan.json(), plan.html(), plan.report(), Explanation(plan).boundaries())
      }
    }
  }

  @Test(
    "a quotient is found for a number",
    arguments: [0, 1, 0.5, 1.0 / 3, 0.1, 12_345.678, 1e-9, 3.14159e-12, 4e9, 0x1p-60, 0x1p61, .ulpOfOne])
  func ratios(number: Double) { #expect(Ratio(value: number)?.value == number) }

  @Test("and none for what is no share", arguments: [-1, .infinity, .nan, 0x1p-70, 0x1p62])
  func noRatios(number: Double) { #expect(Ratio(value: number) == nil) }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
