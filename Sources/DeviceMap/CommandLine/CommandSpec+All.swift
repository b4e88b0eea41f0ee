extension CommandSpec {
  /// Every command, in the order of the help.
  package static let all: [CommandSpec] = [
    plan, tree, check, explain, fit, export, devices, doctor, architectures, entries, benchmark, completions, man, help,
    version,
  ]

  // MARK: - Options that several commands share

  private static let model: [OptionSpec] = [
    OptionSpec(
      "release", value: "VERSION", choices: Release.all.map(\.name),
      "The release of transformers whose models and rules count: \(Release.all.map(\.name).joined(separator: ", ")) "
        + "(the default is the first)."),
    OptionSpec("architecture", value: "NAME", "Plan this class instead of architectures[0] of config.json."),
    OptionSpec(
      "dtype", value: "TYPE", choices: LoadingDType.names,
      "Dtype of the loaded model: auto (as transformers chooses it, the default), float32, float16, bfloat16, "
        + "float8_e4m3fn, int8, int4, or checkpoint (as stored)."),
    OptionSpec(
      "special-dtype", value: "PATTERN=DTYPE", repeatable: true,
      "Dtype of the tensors whose name matches the pattern, whatever --dtype says."),
    OptionSpec(
      "adapter", value: "DIR",
      "A PEFT adapter on the model: its weights count, and with --train they are what is trained."),
    OptionSpec("catalog", value: "FILE", repeatable: true, "Add or replace architectures by the entries of a file."),
    OptionSpec("headers-only", "Accept safetensors files that end after their header."),
    OptionSpec("revision", value: "REV", "Branch, tag or commit of a model on a hub, as org/name@REV."),
    OptionSpec(
      "file", value: "PATTERN", "Which weights of a model on a hub that has several, as 'model-fp8*' or 'unet/*'."),
    OptionSpec("offline", "Read models from the caches alone; HF_HUB_OFFLINE=1 does the same."),
    OptionSpec("refresh", "Ask the hub also for a model that is in a cache."),
  ]

  private static let budgets = budgetOptions(
    absent: "Absent: this machine's devices, as device-map devices prints them.")

  /// - Parameter absent: what counts where no limits are given.
  private static func budgetOptions(absent: String) -> [OptionSpec] {
    [
      OptionSpec(
        "max-memory", value: "LIST", repeatable: true,
        "Budgets, as 0=24GiB,1=24GiB,cpu=64GiB, or as an object of JSON or Python; GiB is 2^30 bytes, GB 10^9. "
          + absent),
      OptionSpec(
        "gpu", value: "NAME[xN]", repeatable: true, choices: gpuNames,
        "GPUs by name or by size: 4090x2, 2x4090, 24GiBx4, H100,L4, 'A100 80GB'."),
    ]
  }

  private static let noSplit = OptionSpec(
    "no-split", value: "A,B", repeatable: true,
    "Classes that must not be cut, instead of the known ones; none for no class at all.")

  private static let placement = placementOptions(shared: ParallelEngine.allCases)

  /// The words of an enumeration.
  private static func names<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) -> [String] {
    Choice.allCases.map(\.rawValue)
  }

  /// `a (the default), b or c`.
  private static func listed(_ names: [String]) -> String {
    guard let first = names.first, names.count > 1 else { return names.first ?? "" }
    return ([first + " (the default)"] + names.dropFirst().dropLast()).joined(separator: ", ")
      + " or \(names[names.count - 1])"
  }

  /// The GPUs of the table as one word each.
  private static let gpuNames = GPUTable.all.map { model in
    model.name.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// - Parameter shared: the engines of ranks and stages, of commands that have these.
  private static func placementOptions(shared: [ParallelEngine]) -> [OptionSpec] {
    [
      OptionSpec(
        "policy", value: "NAME", choices: PlanRequest.policyNames,
        "auto (the default), balanced, balanced_low_0, sequential as the references place; or optimal."),
      OptionSpec(
        "engine", value: "NAME",
        choices: names(Engine.self) + shared.map(\.rawValue).filter { Engine(rawValue: $0) == nil },
        "Whose rules the reference policies follow: \(listed(names(Engine.self)))"
          + (shared.isEmpty ? "." : "; with --tp, --pp or --nodes \(listed(shared.map(\.rawValue))).")),
      noSplit,
      OptionSpec("offload-buffers", "Offloaded modules take their buffers along."),
      OptionSpec(
        "fallback-allocation", "With --engine accelerate: when nothing fits a device, search for a module that does."),
    ]
  }

  private static let optimal = optimalOptions(stages: ["max-tokens", "stage-time"])

  /// - Parameter stages: what stages are cut for, of commands that have them.
  private static func optimalOptions(stages: [String]) -> [OptionSpec] {
    [
      OptionSpec(
        "objective", value: "NAME", choices: names(PlacementObjective.self) + stages,
        "What --policy optimal minimises once nothing is offloaded needlessly: balance (the default), latency, "
          + "fewest-gpus, context"
          + (stages.isEmpty ? "." : "; of an engine's stages \(stages.joined(separator: " or ")).")),
      OptionSpec("any-order", "Let --policy optimal choose the order of the devices."),
      OptionSpec("bandwidth", value: "LIST", repeatable: true, "Memory bandwidth by device, as 0=1008GB/s,cpu=60GB/s."),
      OptionSpec("link", value: "LIST", repeatable: true, "Bandwidth between devices, as 0-1=64GB/s."),
      OptionSpec("pin", value: "PATTERN=DEVICE", repeatable: true, "Keep the modules that match on a device."),
      OptionSpec("forbid", value: "PATTERN=DEVICE", repeatable: true, "Keep the modules that match off a device."),
      OptionSpec("together", value: "PATTERN,PATTERN", repeatable: true, "Keep the modules that match on one device."),
      OptionSpec(
        "host-only", value: "PATTERN", repeatable: true,
        "Keep the modules that match on the cpu and use them from there."
      ),
      OptionSpec("io-on-first", "Keep embedding, rotary, final norm and head on the first device."),
      OptionSpec(
        "experts", value: "WHERE", choices: names(PlacementConstraints.Experts.self),
        "with-layers (the default); cpu: all experts on the cpu; auto: offload experts, per layer, before anything else."
      ),
    ]
  }

  private static let runtime: [OptionSpec] = [
    OptionSpec(
      "context", value: "TOKENS", "Tokens held in the cache (8k is 8192); their memory counts against the budgets."),
    OptionSpec("batch", value: "N", "Sequences at once (default 1)."),
    OptionSpec(
      "kv-dtype", value: "TYPE", choices: ["auto"] + names(CacheType.self),
      "Dtype of the KV cache: auto (the model's), float16, bfloat16, fp8, q8_0, q4_0."),
    OptionSpec("attention", value: "KIND", choices: names(AttentionKernel.self), "sdpa (the default), eager or flash."),
    OptionSpec("padded", "The sequences have different lengths, so that a mask of all pairs of tokens is made."),
    OptionSpec("all-logits", "Keep the logits of all positions, not of the last alone."),
    OptionSpec(
      "sampling", value: "KIND", choices: names(Sampling.self),
      "How a token is chosen: greedy (the default), sample, top-k or top-p."),
    OptionSpec("prefill", value: "TOKENS", "Read the prompt in pieces of so many tokens (default: all at once)."),
    OptionSpec("images", value: "N", "Images in each sequence; their tokens are among those of the context."),
    OptionSpec("image-size", value: "WxH", "Pixels of the images (default: what the tower was made for)."),
    OptionSpec("source", value: "TOKENS", "Tokens of the encoder's input (default: as long as its config allows)."),
    OptionSpec(
      "reserve", value: "SIZE",
      "Kept free on each GPU beside the model (default with --context: 400MiB for its context, as CUDA makes one, and 100 to "
        + "500MiB for the allocator; 0 for none)."),
  ]

  private static let parallel: [OptionSpec] = [
    OptionSpec("tp", value: "N", "Ranks that share each layer (tensor parallel), as the engine shares it."),
    OptionSpec("pp", value: "N", "Stages that hold different layers (pipeline parallel)."),
    OptionSpec("ep", "Ranks hold whole experts instead of a part of each (expert parallel)."),
    OptionSpec("nodes", value: "NxGxSIZE", "Machines, as 2x4x80GiB: layers are shared within one, stages across."),
    OptionSpec("layers", value: "LIST", "Layers of each stage, as 18,22,22,18, instead of those that cache most."),
    OptionSpec("utilization", value: "SHARE", "Share of a GPU that the engine takes (vLLM: 0.92)."),
  ]

  private static let training: [OptionSpec] = [
    OptionSpec(
      "train", value: "OPTIMIZER", choices: names(Optimizer.self),
      "Training memory: sgd, momentum, adam, adamw, adafactor, transformers_adafactor, ..."),
    OptionSpec(
      "mixed-precision", value: "KIND", choices: ["no", "fp16", "bf16", "master-weights"],
      "With --train: fp16 or bf16."),
    OptionSpec("checkpointing", "With --train: activations are recomputed."),
    OptionSpec(
      "lora", value: "R[:PATTERN]",
      "With --train: adapters of rank R on the linear layers (of the modules that match), all else frozen."),
    OptionSpec("frozen", value: "PATTERN", repeatable: true, "With --train: parameters without gradients."),
  ]

  private static let output: [OptionSpec] = [
    OptionSpec("json", "Print the whole result as JSON."),
    OptionSpec("output", short: "o", value: "FILE", "Write the result to a file instead of stdout."),
  ]

  // MARK: - Commands

  static let plan = CommandSpec(
    "plan", summary: "Print the device_map of a checkpoint.", positionals: ["CHECKPOINT"],
    options: budgets + placement + model + runtime + training + optimal + parallel
      + [
        OptionSpec(
          "export", value: "ENGINE", choices: ExportTarget.offered.map(\.rawValue),
          "Print the plan as an engine takes it, as export --to does: "
            + "\(ExportTarget.offered.map(\.rawValue).joined(separator: ", "))."),
        OptionSpec("as", value: "NAME", "With --export: the path or id that the engine is to load."),
        OptionSpec("compare", "Print a table of all policies on the same input instead of a map."),
        OptionSpec("report", "Print the devices with their budgets and bars to stderr."),
        OptionSpec(
          "svg", value: "FILE",
          "Draw the plan: one bar a device, one block a layer; - for stdout, instead of the map."),
        OptionSpec(
          "html", value: "FILE",
          "Write one page with the drawing, the ledger, the reasons of boundaries and the map; - for stdout."),
      ] + output,
    discussion: """
      The map is printed as JSON: {"model.embed_tokens": 0, ..., "lm_head": "cpu"}, ready for
      from_pretrained(device_map=...). Notes and warnings go to stderr. Exit status 1, with the map, when it exceeds its
      limits or cannot run; parts on disk are a warning. With --tp, --pp or --nodes the bytes of each
      rank are printed instead.
      """)

  static let tree = CommandSpec(
    "tree", summary: "Print the modules of a checkpoint in order, with class and size.",
    positionals: ["CHECKPOINT", "[CHECKPOINT...]"],
    options: [OptionSpec("depth", value: "N", "Print only so many levels.")] + model + output,
    discussion: """
      Of several checkpoints --json prints an object for each, a line each in their order: {"error": "..."} of one that cannot
      be read, with exit status 2 at the end.
      """)

  static let check = CommandSpec(
    "check", summary: "Check a device_map against a checkpoint.", positionals: ["CHECKPOINT", "MAP.json"],
    options: budgetOptions(absent: "Absent: no device is asked for room, and a map may name any.")
      + [noSplit] + model + runtime + training + output,
    discussion: """
      MAP.json is a device_map, as JSON or as Python prints a dict, or what plan --json prints; - for stdin. Found are tensors that nothing covers, keys that match
      nothing with their likely rename, cut blocks, tied weights that are apart, exceeded budgets, unknown devices and, with
      --train, weights from where no training runs. Room is checked against --max-memory or --gpu alone. What loads and
      runs all the same is a warning. Exit status 0 when there is no error, else 1.
      """)

  static let explain = CommandSpec(
    "explain", summary: "Say why each boundary of a plan is where it is.", positionals: ["CHECKPOINT", "[MODULE]"],
    options: budgets + placementOptions(shared: []) + model + runtime + optimalOptions(stages: []) + output)

  static let fit = CommandSpec(
    "fit", summary: "Say what a model needs, and whether it fits.", positionals: ["CHECKPOINT"],
    options: budgets + model + runtime + parallel
      + [
        OptionSpec("formulas", "Print the formula of each figure, and what its symbols stand for."),
        OptionSpec(
          "engine", value: "NAME", choices: names(ParallelEngine.self),
          "The tokens that an engine caches, by its own accounting: \(listed(names(ParallelEngine.self)))."),
        OptionSpec(
          "objective", value: "NAME", choices: ["max-tokens", "stage-time"],
          "With --engine: what stages are cut for, max-tokens (the default) or stage-time."),
        OptionSpec("bandwidth", value: "LIST", repeatable: true, "For stage-time: memory bandwidth, as 0=1008GB/s."),
        OptionSpec(
          "price", value: "LIST", repeatable: true, "Prices by GPU name, as L4=0.7,H100=3.9; finds the cheapest mix."),
      ] + training + output,
    discussion: """
      Without --context the question is about the weights alone. It is the question of plan --policy optimal, with one
      difference: a plan leaves to the disk what no memory holds, says so and ends with status 0; fit says no to that, unless
      the limits name disk.
      """)

  static let export = CommandSpec(
    "export", summary: "Print a plan as an engine takes it.", positionals: ["CHECKPOINT"],
    options: [
      OptionSpec(
        "to", value: "ENGINE", choices: ExportTarget.offered.map(\.rawValue),
        "\(ExportTarget.offered.map(\.rawValue).joined(separator: ", ")): Python lines that load the map, the words of an engine, "
          + "or stages and bytes."),
      OptionSpec("as", value: "NAME", "The path or id that the engine is to load, where it is not CHECKPOINT."),
    ] + budgets + placement + model + runtime + optimal + parallel + output.filter { $0.name == "output" },
    discussion: """
      Engines cut between layers, and place the embedding with the first layers and the head with the last. A plan
      that an engine cannot express is refused with the reason (exit status 1).
      """)

  static let devices = CommandSpec(
    "devices", summary: "Print this machine as max_memory.",
    options: [OptionSpec("list", "Print the GPUs that --gpu knows by name instead, with the source of each.")] + output)

  static let doctor = CommandSpec(
    "doctor", summary: "Say what there is on this machine that answers depend on.",
    options: [OptionSpec("paths", "Print the folders of the caches too.")] + output,
    discussion: """
      For a report of a fault: version, devices, the programs that list GPUs and fetch files, hubs and caches, and what
      a plan uses when nothing is said. Nothing private is printed: no token, and paths only when they are asked for.
      """)

  static let completions = CommandSpec(
    "completions", summary: "Print a script with which a shell completes the command.", positionals: ["SHELL"],
    discussion: """
      SHELL is bash, zsh or fish: eval "$(device-map completions bash)" in ~/.bashrc, the output as a file _device-map in
      a folder of $fpath, or device-map completions fish | source.
      """)

  static let man = CommandSpec(
    "man", summary: "Print the page of the manual.", discussion: "device-map man > device-map.1; man ./device-map.1")

  static let architectures = CommandSpec(
    "architectures", summary: "List the known architectures, or print the entry of one.", positionals: ["[NAME]"],
    options: [
      OptionSpec("catalog", value: "FILE", repeatable: true, "Add or replace architectures by the entries of a file.")
    ] + output)

  static let entries = CommandSpec(
    "entries", summary: "Print as JSON which lines of the catalog make the modules of a model.",
    positionals: ["CHECKPOINT"],
    options: [
      OptionSpec(
        "try", value: "FILE",
        "Lines 'UNIT.CLASS MODULE': what the entry would be at the place of the module, with the config, arguments and loops "
          + "that its lines see there.")
    ] + model,
    discussion: """
      For those who write entries, as CONTRIBUTING.md says. Config.json alone counts; the shape and dtype of each tensor stand
      beside its line.
      """)

  static let benchmark = CommandSpec(
    "benchmark", summary: "Measure header scanning, planning and the policies on this machine.",
    positionals: ["[PART...]"],
    discussion: "Parts: headers, plan, modules, grid, solver; all when none is named.")

  static let help = CommandSpec("help", summary: "Explain a command.", positionals: ["[COMMAND]"])

  static let version = CommandSpec("version", summary: "Print the version.")
}
