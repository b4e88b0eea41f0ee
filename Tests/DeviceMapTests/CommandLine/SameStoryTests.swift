import DeviceMap
import Foundation
import Testing

/// `plan`, `explain`, `fit` and `check` tell one story of one question: verdict, status, reasons, advice.
@Suite("One story of one question") struct SameStoryTests {
  private typealias Run = (out: String, err: String, status: Int32)

  private static let llama = FixtureFiles.directory.appending(path: "configs/Llama-3-8B/config.json").path

  private func run(_ words: [String], columns: Int? = nil) -> Run {
    var environment = ProgramEnvironment(screenWidth: columns, devices: { DeviceInventory(devices: []) })
    environment.resultWidth = columns
    environment.variable = { _ in nil }
    let output = Program.run(words, environment)
    return (output.result.string, output.messages.string, output.status)
  }

  private func json(_ words: [String]) throws -> JSONValue {
    try JSONDocument(parsing: run(words + ["--json"]).out).root
  }

  private func bytes(_ plan: JSONValue, _ device: String, _ member: String) -> Int? {
    plan["devices"]?.elements.first { ($0["device"]?.string ?? $0["device"]?.source) == device }?[member]?.int
  }

  // MARK: - Reasons

  @Test("explain of an optimal plan tells what is offloaded, where to, and why") func offloaded() {
    let told = run(["explain", Self.llama, "--policy", "optimal", "--max-memory", "0=6GiB,cpu=4GiB"]).out
    #expect(
      told.split(separator: "\n").prefix(2) == [
        "cpu takes model.layers.0 to model.layers.8 (3.66 GiB): the accelerators do not hold everything, and no placement "
          + "offloads less; GPU 0 keeps 416 MiB free to bring in the largest part of it.",
        "disk takes model.layers.9 to model.layers.23 (6.09 GiB): cpu has 352 MiB left of 4.00 GiB.",
      ])
    #expect(!told.contains("whole model"))
    #expect(
      run(["explain", Self.llama, "--policy", "optimal", "--max-memory", "0=6GiB"]).out.contains(
        "the limits name no cpu"))
  }

  static let machines = [
    "0=6GiB,cpu=4GiB", "0=10GiB,1=6GiB,cpu=64GiB", "0=24GiB,1=6GiB", "0=4GiB,1=5GiB,2=3GiB,cpu=20GiB",
  ].flatMap { limits in [[], ["--context", "2k"]].map { (limits: limits, options: $0) } }

  @Test("every boundary of --compare is told by explain", arguments: machines.ofThisRun)
  func boundaries(limits: String, options: [String]) throws {
    let words = ["--max-memory", limits] + options
    let compared = try #require(json(["plan", Self.llama, "--compare"] + words)["policies"]).elements
    for row in compared {
      let policy = try #require(row["policy"]?.string)
      let told = run(["explain", Self.llama, "--policy", policy] + words).out
      for boundary in row["boundaries"]?.elements.compactMap(\.string) ?? [] {
        #expect(told.contains(boundary), "\(policy), \(boundary): \(told)")
      }
    }
  }

  @Test("a policy of one's own without a trace is told by its stretches") func withoutTrace() throws {
    struct Halves: PlacementPolicy {
      let name = "halves"
      func place(_ task: PlacementTask) -> Placement {
        let parts = task.children(of: task.root)
        return Placement(parts.enumerated().map { .init(.module($1), on: .gpu($0 * 2 / parts.count)) })
      }
    }
    let tree = ModuleTree { for index in 0..<4 { Module("m\(index)", bytes: 8) } }
    let plan = try tree.plan(Halves(), maxMemory: [.gpu(0): "1KiB", .gpu(1): "1KiB"])
    #expect(Explanation(plan).boundaries() == ["m2 begins GPU 1."])
  }

  // MARK: - Verdicts

  @Test(
    "an optimal plan fills the cpu no further than running leaves room for, and the rest goes to the disk",
    arguments: [(0, 20, 0), (0, 2, 1), (1, 20, 0), (1, 2, 1)])
  func spill(gpu: Int, cpu: Int, status: Int32) throws {
    let limits = (gpu > 0 ? "0=\(gpu)GiB," : "") + "cpu=\(cpu)GiB"
    let words = [
      "--max-memory", limits, "--context", "8k", "--dtype", "float32",
    ]
    let result = run(["plan", Self.llama, "--policy", "optimal", "--json"] + words)
    #expect(result.status == status, "\(result.err)")
    let plan = try JSONDocument(parsing: result.out).root
    let errors = plan["findings"]?.elements.filter { $0["severity"]?.string == "error" } ?? []
    #expect(errors.isEmpty == (status == 0), "\(limits): \(result.err)")
    let (used, budget) = (
      try #require(bytes(plan, "cpu", "used_bytes")), try #require(bytes(plan, "cpu", "budget_bytes"))
    )
    #expect((used <= budget) == (status == 0))
    #expect(try #require(bytes(plan, "disk", "weights_bytes")) > 0 && bytes(plan, "disk", "state_bytes") == 0)
  }

  @Test(
    "what comes from the disk has room on the cpu, whatever is asked for",
    arguments: [
      [], ["--objective", "latency", "--bandwidth", "0=1TB/s,cpu=50GB/s"], ["--objective", "fewest-gpus"],
      ["--pin", "lm_head=disk"], ["--any-order"],
    ])
  func streamed(options: [String]) {
    let words = ["plan", Self.llama, "--policy", "optimal", "--context", "4k"]
    for limits in ["0=700MiB,cpu=12GiB", "cpu=12GiB"] {
      let options = limits.hasPrefix("cpu") ? options.map { $0.replacing("0=1TB/s,", with: "") } : options
      let result = run(words + ["--max-memory", limits] + options)
      #expect(result.status == 0 && !result.err.contains("error"), "\(limits): \(result.err)")
    }
  }

  @Test("why an accelerator stays empty while others do not hold everything") func empty() {
    let words = ["explain", Self.llama, "--policy", "optimal", "--max-memory"]
    #expect(
      run(words + ["0=700MiB,cpu=12GiB"]).out.contains(
        "GPU 0 stays empty: it has no room for the part that every run begins with."))
    #expect(
      run(words + ["0=6GiB,1=300MiB,cpu=12GiB"]).out.contains(
        "GPU 1 stays empty: nothing that is offloaded has room there."))
    #expect(
      run(words + ["0=24GiB,1=24GiB", "--objective", "fewest-gpus"]).out.contains("GPU 1 stays empty: nothing was left")
    )
  }

  @Test("a plan, of whatever policy, has the status of its check", arguments: ["optimal", "auto", "sequential"])
  func statusOfPlans(policy: String) throws {
    let directory = try TemporaryDirectory()
    for (limits, options) in [
      ("0=1GiB,cpu=2GiB", ["--context", "8k"]), ("0=1GiB,cpu=20GiB", ["--context", "8k"]),
      ("cpu=2GiB", ["--context", "8k"]),
      ("0=6GiB,cpu=4GiB", []), ("0=24GiB", ["--context", "1k"]),
    ] {
      let words = ["--max-memory", limits] + options
      let plan = run(["plan", Self.llama, "--policy", policy] + words)
      #expect(plan.out.hasPrefix("{"), "\(plan.err)")
      let map = try directory.write(plan.out, "map.json")
      let check = run(["check", Self.llama, map] + words)
      #expect(
        plan.status == check.status && plan.status == (plan.err.contains("error:") ? 1 : 0), "\(limits) \(plan.err)")
      let export = run(["export", Self.llama, "--to", "transformers", "--policy", policy] + words)
      #expect(export.status == plan.status, "\(export.err)")
    }
  }

  @Test("what is wholly on disk is computed by the cpu, and counts there") func wholeOnDisk() throws {
    let directory = try TemporaryDirectory()
    let map = try directory.write(#"{"": "disk"}"#, "map.json")
    let check = try json(["check", Self.llama, map, "--max-memory", "0=8GiB,cpu=512MiB", "--context", "8k"])
    #expect(check["valid"]?.bool == false)
    #expect(bytes(check, "cpu", "state_bytes") ?? 0 >= 1 << 30 && bytes(check, "disk", "state_bytes") == 0)
  }

  @Test("parts on disk: a plan warns and says what would take them, fit says no and that a plan would put them there")
  func disk() {
    let alone = run(["plan", Self.llama, "--policy", "optimal", "--max-memory", "0=6GiB"])
    #expect(alone.status == 0)
    #expect(alone.err.contains("warning: 9.75 GiB of the weights are on disk"), "\(alone.err)")
    #expect(alone.err.contains("what fit calls not fitting; a limit of the cpu (cpu=64GiB) puts them into its memory"))
    let both = run(["plan", Self.llama, "--policy", "optimal", "--max-memory", "0=6GiB,cpu=4GiB"]).err
    #expect(both.contains("6.09 GiB of the weights are on disk") && !both.contains("a limit of the cpu"))
    let fit = run(["fit", Self.llama, "--max-memory", "0=6GiB,cpu=4GiB"])
    #expect(fit.status == 1)
    #expect(fit.out.contains("6.09 GiB of the weights would be left to the disk, where a plan puts them"))
    #expect(run(["fit", Self.llama, "--max-memory", "0=6GiB,cpu=4GiB,disk=1TB"]).status == 0)
    for command in ["plan", "fit"] { #expect(run([command, "--help"]).out.contains("disk")) }
  }

  @Test("fit without a context says that weights alone were asked about, and what the longest context is")
  func weightsAlone() {
    let fits = run(["fit", Self.llama, "--max-memory", "0=24GiB"])
    #expect(
      fits.status == 0 && fits.out.contains("\nthe weights fit\n  asked of the weights alone; --context TOKENS counts"))
    #expect(fits.out.contains("longest context at batch 1: 8192 tokens"))
    let tight = run(["fit", Self.llama, "--max-memory", "0=15GiB"]).out
    #expect(
      tight.contains("\nthe weights fit\n  but not one token has room beside them: the model does not run"), "\(tight)")
    #expect(run(["fit", Self.llama, "--max-memory", "0=2GiB"]).out.contains("\nthe weights do not fit: "))
    #expect(run(["fit", Self.llama, "--max-memory", "0=24GiB", "--context", "1k"]).out.contains("\nfits\n"))
  }

  @Test("fit and explain advise the same dtype", arguments: ["0=6GiB", "0=10GiB", "0=5GiB,1=5GiB", "0=1GiB"])
  func dtypes(limits: String) throws {
    let fit = try json(["fit", Self.llama, "--max-memory", limits])
    let advised = fit["remedies"]?.elements.first { $0["code"]?.string == "dtype" }?["text"]?.string
    let told = run(["explain", Self.llama, "--policy", "optimal", "--max-memory", limits]).out
    let name = advised?.split(separator: " ").last.map(String.init)
    #expect(told.contains("With --dtype ") == (name != nil), "\(told)")
    if let name { #expect(told.contains("With --dtype \(name) everything would fit.")) }
  }

  @Test("the devices of a training are told by its terms, which sum up to what is used", arguments: ["16", nil])
  func training(rank: String?) throws {
    let words = [
      "fit", Self.llama, "--gpu", "80GiBx4", "--train", "adamw", "--context", "1k", "--mixed-precision", "bf16",
    ]
    let text = run(words + (rank.map { ["--lora", $0] } ?? [])).out
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let header = try #require(lines.first { $0.first == "device" })
    #expect(!header.contains("state") && header.contains("gradients") && header.contains("activations"))
    let fit = try json(words + (rank.map { ["--lora", $0] } ?? []))
    let terms = try #require(fit["training"]?["devices"]).elements
    #expect(terms.count { _ in true } == 4)
    for (device, share) in zip(try #require(fit["devices"]).elements, terms) {
      let (used, sum) = (try #require(device["used_bytes"]?.int), try #require(share["total_bytes"]?.int))
      #expect(abs(used - sum) <= max(4096, sum / 1000), "\(used) \(sum)")
    }
  }

  @Test("a Mac keeps room free for Metal, not for CUDA") func mac() {
    let result = run(["fit", Self.llama, "--max-memory", "mps=24GiB", "--context", "1k"])
    #expect(result.out.contains("(Metal 400 MiB + allocator") && !result.out.contains("CUDA"))
  }

  // MARK: - Words

  @Test("alike sentences are one, others are not") func alike() {
    let sentences = [
      "model.layers.0 (Block) is cut between GPU 0 and cpu", "model.layers.10 (Block) is cut between GPU 0 and cpu",
      "model.layers.2 (Block) is cut between GPU 1 and cpu", "'transformer.h.3' matches nothing",
      "'transformer.h.4' matches nothing", "a.layers.1 needs 8.70 GiB", "a.layers.1 needs 8.20 GiB", "0.weight",
      "1.weight",
    ]
    #expect(
      AlikeText.grouped(sentences) == [
        sentences[0] + " (and 1 more alike)", sentences[2], sentences[3] + " (and 1 more alike)", sentences[5],
        sentences[6], "0.weight", "1.weight",
      ])
    #expect(AlikeText.grouped([]) == [] && AlikeText.grouped(["a.1"]) == ["a.1"])
  }

  @Test("lines are broken between words, and what is one word stays whole")
  func wrapped() {
    #expect("aa bb cc".wrapped(to: 5) == "aa bb\ncc" && "aa bb cc".wrapped(to: nil) == "aa bb cc")
    #expect("  aa bb cc".wrapped(to: 7, hanging: 1) == "  aa bb\n   cc")
    #expect("aaaaaaaaaa b".wrapped(to: 4) == "aaaaaaaaaa\nb" && "a\nbb cc".wrapped(to: 3) == "a\nbb\ncc")
  }

  @Test("help, explanations, notes and answers keep within the screen", arguments: [60, 80])
  func widths(columns: Int) {
    let long = ["--max-memory", "0=4GiB,1=3GiB,cpu=6GiB", "--context", "16k"]
    var texts =
      CommandSpec.all.map { run([$0.name, "--help"], columns: columns).out } + [run(["--help"], columns: columns).out]
    for command in [["explain", Self.llama], ["fit", Self.llama], ["plan", Self.llama, "--compare"]] {
      let result = run(command + long, columns: columns)
      texts += [result.out, result.err]
    }
    texts += [run(["plan", Self.llama, "-o", "/dev/null"] + long, columns: columns).err]
    texts += [run(["devices", "--list"], columns: columns).out, run(["doctor"], columns: columns).out]
    for line in texts.joined(separator: "\n").split(separator: "\n") where !line.hasPrefix("it would fit ") {
      #expect(line.count <= columns || line.split(separator: " ").count <= 2, "\(line)")
    }
  }

  @Test("one token, and two tokens") func plural() {
    #expect(ByteText.tokens(1) == "1 token" && ByteText.tokens(2) == "2 tokens")
    let result = run(["fit", Self.llama, "--gpu", "24GiBx1", "--context", "1"]).out
    #expect(result.contains("KV cache and state for 1 token:") && !result.contains("1 tokens"))
  }

  @Test("the engines that help tells are those that an error tells, and the nearest is named")
  func engines() {
    for (words, option, meant) in [
      (["plan", Self.llama, "--engine", "vlm"], "engine", "vllm"),
      (["fit", Self.llama, "--engine", "sglng"], "engine", "sglang"),
      (["plan", Self.llama, "--engine", "acelerate"], "engine", "accelerate"),
      (["export", Self.llama, "--to", "vlm"], "to", "vllm"),
      (["plan", Self.llama, "--export", "megatrom"], "export", "megatron"),
      (["plan", Self.llama, "--policy", "optimum"], "policy", "optimal"),
    ] {
      let result = run(words)
      #expect(result.status == 2 && result.err.contains("did you mean '\(meant)'?"), "\(result.err)")
      let spec = CompletionsTests.option(option, of: words[0])
      let (choices, help) = (spec?.choices ?? [], spec?.help ?? "")
      #expect(!choices.isEmpty)
      for choice in choices { #expect(result.err.contains(choice) && help.contains(choice), "\(words[0]) \(choice)") }
    }
  }

  @Test(
    "an error says what to do",
    arguments: [
      (["--gpu", "12"], "did you mean 12GiB?"), (["--gpu", "4099"], "known are RTX 4090"),
      (["--gpu", "3060"], "name one of them"), (["--gpu", "nothing"], "'device-map devices --list'"),
      (["--max-memory", "24g"], "write 0=24g, or --gpu 24g for one GPU"),
      (["--max-memory", "x"], "write for example 0=24GiB"),
      (["--max-memory", ""], "needs a value: --max-memory LIST"), (["--max-memory", " ,,"], "needs a value"),
      (["--max-memory", "{}"], "needs a value"), (["--gpu", ""], "needs a value: --gpu LIST"),
      (["--gpu", ",,"], "needs a value"),
      (["--gpu", "4090", "--svg", "x.svg", "-o", "x.svg"], "cannot both be meant"),
    ])
  func errors(options: [String], advice: String) {
    let result = run(["plan", Self.llama] + options)
    #expect(result.status == 2 && result.err.contains(advice), "\(result.err)")
  }

  @Test("maps are read as Python prints them") func pythonMaps() throws {
    let directory = try TemporaryDirectory()
    let limits = ["--max-memory", "0=10GiB,cpu=20GiB"]
    let plan = run(["plan", Self.llama] + limits).out
    let json = try directory.write(plan, "map.json")
    let python = try directory.write(plan.replacing("\"", with: "'"), "map.txt")
    let expected = run(["check", Self.llama, json] + limits)
    #expect(expected.status == 0 && run(["check", Self.llama, python] + limits) == expected)
    for text in ["{'': 0, }", "{'model': 0,\n 'lm_head': \"cpu\"}"] {
      #expect(try run(["check", Self.llama, directory.write(text, "map.txt")]).status == 0)
    }
    for text in ["{'': }", "{'': 0", "{'': [0]}", "['']"] {
      #expect(try run(["check", Self.llama, directory.write(text, "map.txt")]).status == 2)
    }
  }

  @Test("pipelines, components and adapters by the name of one file") func files() throws {
    let directory = try TemporaryDirectory()
    try directory.write(
      #"{"_class_name": "StableDiffusionPipeline", "unet": ["diffusers", "UNet2DConditionModel"]}"#, "model_index.json")
    try directory.write(#"{"base_model_name_or_path": "org/base"}"#, "adapter_config.json")
    let unet = directory.url.appending(path: "unet")
    try FileManager.default.createDirectory(at: unet, withIntermediateDirectories: false)
    try directory.write(#"{"_class_name": "UNet2DConditionModel"}"#, "unet/config.json")
    try SparseCheckpoint.write(
      [("conv.weight", .f16, [1000, 64])], to: unet.appending(path: "diffusion_pytorch_model.safetensors"))
    let limits = ["--max-memory", "0=1GiB"]
    let whole = run(["plan", directory.path] + limits)
    #expect(whole.status == 0 && run(["plan", directory.path + "/model_index.json"] + limits) == whole)
    for (file, advice) in [
      ("model_index.json", "its parts can be planned one by one: \(directory.path)/unet"),
      ("adapter_config.json", "plan its base model (org/base) with --adapter '\(directory.path)'"),
      ("unet/config.json", "that of a UNet2DConditionModel of diffusers"),
    ] {
      let result = run(["fit", directory.path + "/" + file] + limits)
      #expect(result.status == 2 && result.err.contains(advice), "\(result.err)")
    }
    #expect(run(["fit", directory.path + "/unet"] + limits).status == 0)
  }
}
