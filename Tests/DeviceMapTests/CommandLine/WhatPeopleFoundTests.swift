import DeviceMap
import Foundation
import Testing

/// What was in the way of people who tried the command and the library as new users, one test for each.
@Suite("What people found") struct WhatPeopleFoundTests {
  private typealias Run = (out: String, err: String, status: Int32)

  private static let llama = FixtureFiles.directory.appending(path: "configs/Llama-3-8B/config.json").path
  private static let tiny = ProgramTests.checkpoint("tiny-llama")

  private func run(_ words: [String], columns: Int? = nil, input: String? = nil) -> Run {
    var environment = ProgramEnvironment(screenWidth: columns, devices: { DeviceInventory(devices: []) })
    environment.resultWidth = columns
    environment.variable = { _ in nil }
    if let input { environment.input = { _ in ContiguousArray(input.utf8) } }
    let output = Program.run(words, environment)
    return (output.result.string, output.messages.string, output.status)
  }

  /// The config of Llama-3-8B with other text in it.
  private static func config(_ changes: (old: String, new: String)...) throws -> String {
    var text = try String(contentsOfFile: llama, encoding: .utf8)
    for change in changes {
      #expect(text.contains(change.old))
      text = text.replacing(change.old, with: change.new)
    }
    return text
  }

  private func json(_ words: [String], input: String? = nil) throws -> JSONValue {
    let result = run(words + ["--json"], input: input)
    return try #require(try? JSONDocument(parsing: result.out).root, "\(result.err)")
  }

  // MARK: - What is assumed

  @Test("float32 is not assumed silently where nothing names a dtype")
  func assumedDType() throws {
    let config = try Self.config((#""torch_dtype": "bfloat16""#, #""comment": 1"#))
    for command in ["plan", "fit", "tree"] {
      let limits = command == "tree" ? [] : ["--max-memory", "0=80GiB"]
      let silent = run([command, "-"] + limits, input: config)
      #expect(silent.status == 0 && silent.err.contains("warning: float32 assumed"), "\(silent.err)")
      #expect(!run([command, "-", "--dtype", "bf16"] + limits, input: config).err.contains("assumed"))
    }
  }

  @Test("fit and plan give one answer", arguments: [40, 80, 110, 120, 130, 140, 200].ofThisRun)
  func oneAnswer(kibibytes: Int) throws {
    for host in ["", ",cpu=30KiB", ",cpu=1MiB"] {
      let words = [
        Self.tiny, "--max-memory", "0=\(kibibytes)KiB\(host)", "--context", "64", "--reserve", "1KiB",
      ]
      let fit = try json(["fit"] + words)
      let plan = try json(["plan"] + words + ["--policy", "optimal"])
      let onDisk = plan["devices"]?.elements.contains {
        $0["device"]?.string == "disk" && $0["weights_bytes"]?.int != 0
      }
      let errors = plan["findings"]?.elements.contains { $0["severity"]?.string == "error" }
      #expect(fit["fits"]?.bool == (onDisk == false && errors == false), "\(words)")
      #expect(run(["fit"] + words).status == (fit["fits"]?.bool == true ? 0 : 1))
    }
  }

  @Test("a reserve counts in the table of dtypes as in the answer")
  func reserveInTable() throws {
    let words = ["fit", Self.tiny, "--gpu", "100KiB"]
    let needed = { (fit: JSONValue) in
      [fit["gpus"]?[0]?["needed"]?.int] + (fit["table"]?.elements.map { $0["needed"]?[0]?.int } ?? [])
    }
    #expect(try needed(json(words)).first != nil)
    let kept = try needed(json(words + ["--reserve", "60KiB"]))
    let less = try needed(json(["fit", Self.tiny, "--gpu", "40KiB"]))
    #expect(kept == less && kept.count == 5)
  }

  @Test("fit fills the cpu, and says how much of the weights is there")
  func fitWithCPU() {
    let result = run(["fit", Self.llama, "--max-memory", "0=8GiB,cpu=32GiB", "--context", "4096"])
    #expect(result.status == 0 && result.out.contains("fits, with "), "\(result.out)")
    #expect(result.out.contains("GiB of the weights on the cpu"))
  }

  @Test(
    "every advice of fit is a command with which it fits",
    arguments: ["0=100KiB", "0=60KiB,1=30KiB", "0=80KiB", "0=60KiB,cpu=20KiB"])
  func advice(limits: String) throws {
    let fit = try json(["fit", Self.tiny, "--max-memory", limits, "--context", "64", "--reserve", "1KiB"])
    let remedies = try #require(fit["remedies"]).elements.map { $0["command"]?.string ?? "" }
    #expect(fit["fits"]?.bool == false && !remedies.isEmpty)
    for command in remedies {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      #expect(run(words).status == 0, "\(command)")
    }
  }

  @Test("int4 and int8 are what the loader packs: experts in one parameter stay as they are")
  func packedExperts() throws {
    let config = try ModelRecording("qwen3-30b-a3b").config.source
    let table = try #require(json(["fit", "-", "--context", "4096"], input: config)["table"]).elements
    let bytes = table.reduce(into: [String: Int]()) { $0[$1["dtype"]?.string ?? ""] = $1["weights_bytes"]?.int }
    let (half, int4) = (try #require(bytes["bfloat16"]), try #require(bytes["int4"]))
    #expect(int4 > half * 9 / 10 && int4 < half)
    let dense = try #require(json(["fit", Self.llama])["table"]?[3]?["weights_bytes"]?.int)
    #expect(dense < 7 << 30)
  }

  @Test("the lines of dtypes are those of the weights, and none is offered that cannot be loaded")
  func dtypeLines() throws {
    let quantized = #""quantization_config": {"quant_method": "gptq", "bits": 4, "group_size": 128}, "vocab_size""#
    for config in [try Self.config(), try Self.config(("\"vocab_size\"", quantized))] {
      let fit = try json(["fit", "-", "--max-memory", "0=24GiB"], input: config)
      let lines = try #require(fit["weights_by_dtype"]).members.map { $0.value.int ?? 0 }
      #expect(abs(lines.reduce(0, +) - (fit["weights_bytes"]?.int ?? 0)) < 8)
      #expect(fit["table"]?.elements.count { _ in true } == (config.contains("gptq") ? 0 : 4))
    }
  }

  @Test("the question about training has an answer for each device")
  func training() throws {
    let words = ["fit", Self.llama, "--train", "adamw", "--gpu", "24GiBx4"]
    let refused = run(words)
    #expect(refused.status == 2 && refused.err.contains("--train needs --context"))
    let fit = try json(words + ["--context", "2048"])
    #expect(fit["fits"]?.bool == true && fit["training"]?["devices"]?.elements.count { _ in true } == 4)
    let terms = fit["training"]?["terms"]?.elements.compactMap { $0["name"]?.string } ?? []
    #expect(["weights", "gradients", "optimizer", "activations"].allSatisfy(terms.contains))
  }

  @Test("a prompt can be read in pieces")
  func prefill() throws {
    let words = ["fit", Self.llama, "--gpu", "24GiBx1", "--context", "8k"]
    let whole = try #require(json(words)["transient_bytes"]?.int)
    let pieces = try #require(json(words + ["--prefill", "512"])["transient_bytes"]?.int)
    #expect(pieces < whole / 4 && pieces > 0)
  }

  @Test("formulas stand where they are asked for, with what their symbols mean")
  func formulas() {
    let words = ["fit", Self.llama, "--gpu", "24GiBx1", "--context", "8k"]
    #expect(!run(words).out.contains("hidden_size"))
    let told = run(words + ["--formulas"]).out
    #expect(told.contains("hidden_size") && told.contains("in formulas: B sequences, S new tokens"))
    let training = words + ["--train", "adamw"]
    #expect(!run(training).out.contains("B S") && run(training).out.contains("  activations  "))
    #expect(run(training + ["--formulas"]).out.contains("B S (20h"))
  }

  @Test("the library counts the cache that the command counts", arguments: ["bfloat16", "float32"])
  func cache(dtype: String) throws {
    let fit = try json(["fit", Self.llama, "--dtype", dtype, "--context", "4096"])
    var options = TreeOptions()
    options.dtype = try #require(LoadingDType(named: dtype))
    let model = try ModelFit(ModuleTree(Checkpoint(at: Self.llama), options: options))
    #expect(model.running(Workload(context: 4096))?.cacheBytes == fit["kv_cache_bytes"]?.int)
  }

  // MARK: - The library

  @Test("a policy sees modules by name and class") func namesInPolicies() throws {
    struct Heads: PlacementPolicy {
      let name = "heads"
      func place(_ task: PlacementTask) -> Placement {
        let found = task.tree.modules.filter { $0.name == "lm_head" && $0.className == "Linear" }
        return Placement(task, on: .gpu(0), except: found.map { ($0, .cpu) })
      }
    }
    let plan = try ModuleTree(Checkpoint(at: Self.tiny)).plan(Heads(), maxMemory: [.gpu(0): "1MiB", .cpu: "1MiB"])
    #expect(plan.device(of: "lm_head") == .cpu && plan.device(of: "model") == .gpu(0))
  }

  @Test("modules can be walked: paths, classes, bytes") func publicModules() throws {
    let tree = try ModuleTree(Checkpoint(at: Self.tiny))
    let paths = tree.modules.map(\.path)
    #expect(paths.count == tree.count && paths.contains("model.layers.0.self_attn.q_proj"))
    #expect(tree.modules.allSatisfy { !$0.className.isEmpty })
  }

  @Test("a plan is made of bytes that the caller has") func bytes() throws {
    let text = try String(contentsOfFile: Self.llama, encoding: .utf8)
    let fromText = try ModuleTree(Checkpoint(config: text)).plan(.auto, maxMemory: [.gpu(0): "24GiB"])
    let fromFile = try ModuleTree(Checkpoint(at: Self.llama)).plan(.auto, maxMemory: [.gpu(0): "24GiB"])
    #expect(fromText.deviceMapJSON() == fromFile.deviceMapJSON())
    #expect(run(["plan", "-", "--max-memory", "0=24GiB"], input: text).out == fromFile.deviceMapJSON() + "\n")
  }

  @Test("README says how to depend on the package until there is a tag, and how to install the command")
  func dependingAndInstalling() throws {
    let root = FixtureFiles.directory.deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let dependency = #".package(url: "...", branch: "main"), then .product(name: "DeviceMap", package: "DeviceMap")"#
    #expect(readme.contains(dependency) && readme.contains("\n## Install\n") && readme.contains("`.ci/release`"))
    let article = root.appending(path: "Sources/DeviceMap/DeviceMap.docc/UsingTheLibrary.md")
    #expect(try String(contentsOf: article, encoding: .utf8).contains(dependency))
    let changes = try String(contentsOf: root.appending(path: "CHANGELOG.md"), encoding: .utf8)
    #expect(changes.contains("## \(Program.version)"))
    #expect(FileManager.default.isExecutableFile(atPath: root.appending(path: ".ci/release").path))
  }

  @Test("an error is its own text, without Foundation's help") func errorTexts() throws {
    let error = #expect(throws: CheckpointError.self) { try Checkpoint(at: "/nowhere/at/all") }
    #expect(String(describing: try #require(error)).contains("'/nowhere/at/all'"))
  }

  // MARK: - Other checkpoints

  @Test("the id of a model on a hub is understood, and not a missing file")
  func hubIDs() throws {
    let result = run(["plan", "org/name-of-a-model", "--offline", "--max-memory", "0=24GiB"])
    #expect(result.status == 2 && result.err.contains("org/name-of-a-model"))
    #expect(!result.err.contains("no such file") && !result.err.contains("does not exist"), "\(result.err)")
    // A path that is misspelt looks like an id, too; its folder is there.
    let folder = try #require(
      try FileManager.default.contentsOfDirectory(atPath: ".").first { name in
        (try? FileManager.default.contentsOfDirectory(atPath: name)) != nil && name.first?.isLetter == true
      })
    let path = run(["plan", folder + "/nothing-here", "--offline", "--max-memory", "0=24GiB"])
    #expect(path.status == 2 && path.err.contains("there is no '\(folder)/nothing-here' here; as a model on a hub: "))
  }

  @Test(
    "an adapter is no model, as a folder and as a file, with a config.json of its base model and without",
    arguments: ["", "/adapter_model.safetensors"], [false, true])
  func adapters(file: String, hasConfig: Bool) throws {
    let directory = try TemporaryDirectory()
    try directory.write(#"{"base_model_name_or_path": "org/base"}"#, "adapter_config.json")
    try SparseCheckpoint.write(
      [("base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight", .f32, [8, 64])],
      to: directory.url.appending(path: "adapter_model.safetensors"))
    if hasConfig {
      try directory.write(try String(contentsOfFile: Self.tiny + "/config.json", encoding: .utf8), "config.json")
    }
    // What a trainer leaves beside it is no model either.
    for name in ["training_args.bin", "optimizer.pt", "rng_state_0.pth"] { try directory.write("", name) }
    for command in ["plan", "fit", "tree"] {
      let result = run([command, directory.path + file])
      #expect(result.status == 2 && result.out.isEmpty)
      #expect(result.err.contains("an adapter, not a model; plan its base model"), "\(result.err)")
      #expect(result.err.contains("--adapter"))
    }
  }

  @Test("a diffusers pipeline is planned by its components") func pipelines() throws {
    let directory = try TemporaryDirectory()
    let parts = #""unet": ["diffusers", "UNet2DConditionModel"], "vae": ["diffusers", "AutoencoderKL"]"#
    try directory.write("{\"_class_name\": \"StableDiffusionPipeline\", \(parts)}", "model_index.json")
    let empty = run(["plan", directory.path, "--max-memory", "0=1GiB"])
    #expect(empty.status == 2 && empty.out.isEmpty, "\(empty.out)")
    for (name, rows) in [("unet", 1000), ("vae", 10)] {
      try FileManager.default.createDirectory(
        at: directory.url.appending(path: name), withIntermediateDirectories: false)
      try directory.write(#"{"_class_name": "M"}"#, name + "/config.json")
      try SparseCheckpoint.write(
        [("conv.weight", .f16, [rows, 64])],
        to: directory.url.appending(path: name + "/diffusion_pytorch_model.safetensors"))
    }
    let plan = run(["plan", directory.path, "--max-memory", "0=1GiB,1=1GiB"])
    #expect(plan.status == 0 && plan.out.contains("\"unet\": ") && plan.out.contains("\"vae\": "), "\(plan.err)")
    #expect(run(["fit", directory.path]).err.contains("'plan' places its components whole"))
    let compared = run(["plan", directory.path, "--max-memory", "0=1GiB", "--compare"])
    #expect(compared.status == 2 && compared.err.contains("nothing to --compare"))
  }

  @Test("weights of MLX are packed, not bf16") func mlx() throws {
    let plain = try #require(json(["fit", "-"], input: Self.config())["weights_bytes"]?.int)
    let quantization = #""quantization": {"group_size": 64, "bits": 4}, "vocab_size""#
    let packed = try json(["fit", "-"], input: Self.config(("\"vocab_size\"", quantization)))
    #expect(try #require(packed["weights_bytes"]?.int) < plain / 3)
    #expect(packed["weights_by_dtype"]?.members.contains { $0.key == "MLX" } == true)
  }

  @Test("a context beyond the positions of the model is said, and no longer one is offered") func positions() throws {
    let result = run(["fit", Self.llama, "--gpu", "80GiBx1", "--context", "32k"])
    #expect(result.err.contains("warning: a context of 32768 tokens is more than the 8192 positions"))
    #expect(result.out.contains("longest context at batch 1: 8192 tokens (all that the model has positions for)"))
  }

  // MARK: - Words and screens

  @Test("0=24 is a question, not 24 bytes") func bareNumbers() {
    let result = run(["plan", Self.llama, "--max-memory", "0=24"])
    #expect(result.status == 2 && result.out.isEmpty && result.err.contains("did you mean 24GiB?"))
  }

  @Test("a reserve above the limit leaves a budget of nothing, and the limit as it was given") func reserve() throws {
    let plan = try json(["plan", Self.llama, "--max-memory", "0=10GiB,1=8GiB", "--reserve", "9GiB"])
    let devices = try #require(plan["devices"]).elements.map { device in
      ["limit_bytes", "reserve_bytes", "budget_bytes"].map { (device[$0]?.int ?? -1) >> 30 }
    }
    #expect(devices.prefix(2) == [[10, 9, 1], [8, 9, 0]])
  }

  @Test(
    "everyday spellings of sizes, tokens, dtypes, GPUs and commands",
    arguments: [
      ["plan", llama, "--max-memory", "0=24g,cpu=64G"],
      ["plan", llama, "--max-memory", "{0: '24GiB', 'cpu': '64GiB'}"],
      ["fit", llama, "--gpu", "H100,L4", "--context", "8k"], ["fit", llama, "--gpu", "4090x2", "--dtype", "bf16"],
      ["fit", llama, "--gpu", "rtx 4090", "--dtype", "fp16"], ["version"], ["-v"], ["--help"], ["help", "fit"],
    ])
  func spellings(words: [String]) {
    let result = run(words)
    #expect(result.status == 0, "\(words): \(result.err)")
  }

  @Test("tables keep within the screen", arguments: [60, 132])
  func widths(columns: Int) {
    let limits = ["--max-memory", "0=9GiB,1=9GiB,cpu=64GiB"]
    for words in [
      ["plan", Self.llama, "--report"] + limits, ["plan", Self.llama, "--compare"] + limits, ["tree", Self.llama],
      ["fit", Self.llama, "--context", "4k"] + limits, ["devices", "--list"], ["doctor"],
    ] {
      let result = run(words, columns: columns)
      let isTable = { (line: Substring) in line.contains("  ") && !line.hasPrefix("device-map: ") }
      let text = words.contains("--report") ? result.err : result.out
      for line in text.split(separator: "\n") where isTable(line) && !line.contains("(a tenth of") {
        #expect(line.count <= columns, "\(words[0]): \(line)")
      }
    }
  }

  @Test("no note for a gain below a hundredth", arguments: ["0=10GiB,1=9GiB", "0=10GiB,1=8GiB,cpu=64GiB"])
  func noise(limits: String) {
    #expect(run(["plan", Self.llama, "--max-memory", limits]).err == "")
  }

  @Test("check reads what plan --json prints, from a file and from stdin") func checkOfPlans() throws {
    let limits = ["--max-memory", "0=10GiB,1=9GiB"]
    let plan = run(["plan", Self.llama, "--json"] + limits).out
    let check = run(["check", Self.llama, "-"] + limits, input: plan)
    #expect(check.status == 0 && check.out.hasSuffix("the map is valid\n"), "\(check.err)")
    let garbled = run(["check", Self.llama, "-"] + limits, input: "[1]")
    #expect(garbled.status == 2 && garbled.err.contains("stdin is no device_map"), "\(garbled.err)")
  }
}
