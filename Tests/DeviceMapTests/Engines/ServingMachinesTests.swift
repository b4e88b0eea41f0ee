import Foundation
import Testing

@testable import DeviceMap

/// The GPUs and machines in the texts for engines: those that were named, and a command for each machine.
@Suite("Machines and GPUs in the texts for engines") struct ServingMachinesTests {
  private static func run(_ words: [String]) -> ProgramOutput { Program.run(words, ProgramEnvironment()) }

  /// A config in a file, of a model with four layers.
  private static func config(_ type: String, _ architecture: String, more: String = "") throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write(
      #"{"architectures":["\#(architecture)"],"model_type":"\#(type)","hidden_size":64,"intermediate_size":128,\#(more)"#
        + #""num_hidden_layers":4,"num_attention_heads":4,"num_key_value_heads":2,"vocab_size":256,"dtype":"bfloat16"}"#,
      "config.json")
    return folder
  }

  private static func export(
    _ target: String, _ options: String..., type: String = "qwen2", architecture: String = "Qwen2ForCausalLM",
    more: String = ""
  ) throws -> (text: String, message: String, status: Int32) {
    let folder = try config(type, architecture, more: more)
    let words = ["export", folder.path + "/config.json", "--to", target, "--as", "acme/m"] + options
    let output = run(words)
    return (output.result.string, output.messages.string, output.status)
  }

  @Test(
    "Ranks without a number of their own have that of the rank",
    arguments: [
      (ServingMachines(gpus: [2]), 0..<2, "GPUs 2,1"), (ServingMachines(gpus: []), 0..<1, "GPU 0"),
      (ServingMachines(gpus: [.max, .min]), 0..<2, "GPUs \(Int.max),\(Int.min)"),
      (ServingMachines(each: 0, gpus: [3, 4]), 0..<2, "GPUs 3-4"),
      (ServingMachines(each: 2), 2..<4, "node 1, GPUs 0-1"),
    ])
  func names(_ machines: ServingMachines, _ ranks: Range<Int>, _ name: String) {
    #expect(machines.name(of: ranks) == name)
  }

  @Test(
    "GPUs by their numbers",
    arguments: [
      ("vllm", ["--tp", "2"], "# stage 0: GPUs 2,5, layers 0-3", "CUDA_VISIBLE_DEVICES=2,5 vllm serve"),
      ("vllm", ["--pp", "2"], "# stage 1: GPU 5, layers", "CUDA_VISIBLE_DEVICES=2,5 VLLM_PP_LAYER_PARTITION="),
      ("sglang", ["--tp", "2"], "# stage 0: GPUs 2,5, layers 0-3", "CUDA_VISIBLE_DEVICES=2,5 python -m sglang"),
      ("llama.cpp", ["--pp", "2"], "# stage 1: GPU 5, layers", "CUDA_VISIBLE_DEVICES=2,5 llama-server"),
      ("mistralrs", ["--pp", "2"], "# stage 1: GPU 5, layers", "CUDA_VISIBLE_DEVICES=2,5 mistralrs serve"),
      ("transformers", ["--tp", "2"], "GPUs 2,5", "# CUDA_DEVICE_ORDER=PCI_BUS_ID CUDA_VISIBLE_DEVICES=2,5 torchrun"),
      ("deepspeed", ["--tp", "2"], "GPUs 2,5", "CUDA_VISIBLE_DEVICES=2,5 deepspeed --num_gpus 2 FILE.py"),
    ])
  func numbers(target: String, options: [String], comment: String, command: String) throws {
    let made = try Self.export(target, "--max-memory", "2=80GiB,5=80GiB", options[0], options[1])
    #expect(made.status == 0 && made.text.contains(comment) && made.text.contains(command), "\(made)")
  }

  @Test(
    "a command for each machine",
    arguments: [
      (
        "vllm",
        [
          "--nnodes 2 --node-rank 0 --master-addr ADDRESS\n",
          "--nnodes 2 --node-rank 1 --master-addr ADDRESS --headless\n",
        ]
      ),
      (
        "sglang",
        [
          "--nnodes 2 --node-rank 0 --dist-init-addr ADDRESS:20000\n",
          "--nnodes 2 --node-rank 1 --dist-init-addr ADDRESS:20000\n",
        ]
      ),
    ], [["--tp", "1"], ["--tp", "2"]])
  func machines(row: (target: String, ends: [String]), ranks: [String]) throws {
    let made = try Self.export(row.target, "--nodes", "2x2x80GiB", ranks[0], ranks[1])
    let lines = made.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(made.status == 0 && lines.count == 2, "\(made)")
    for end in row.ends { #expect(made.text.contains(end), "\(made.text)") }
    #expect(made.text.contains("# one command for each machine; ADDRESS is that of the first\n"))
    // Numbers of GPUs are those on the machine.
    #expect(made.text.contains(ranks[1] == "2" ? "node 1, GPUs 0-1," : "node 1, GPU 1,"), "\(made.text)")
    #expect(!made.text.contains("CUDA_VISIBLE_DEVICES"))
    // Machines that are not full cannot be started so.
    let part = try Self.export(row.target, "--nodes", "2x2x80GiB", "--tp", "1", "--pp", "3")
    #expect(part.status == 1 && part.message.contains("starts as many ranks on each machine, and 3 do not fill 2 of 2"))
    let one = try Self.export(row.target, "--nodes", "2x2x80GiB", "--tp", "2", "--pp", "1")
    #expect(one.status == 0 && !one.text.contains("--nnodes"), "\(one)")
  }

  @Test(
    "what was asked for of running stands in the text",
    arguments: [
      ("vllm", "fp8", " --max-model-len 4096 --gpu-memory-utilization 0.8 --kv-cache-dtype fp8"),
      ("vllm", "float16", " --kv-cache-dtype float16"), ("vllm", "q8_0", nil), ("vllm", "float32", nil),
      ("sglang", "fp8", " --context-length 4096 --mem-fraction-static 0.8 --kv-cache-dtype fp8_e4m3"),
      ("sglang", "float16", nil),
    ] as [(String, String, String?)], [["--tp", "2"], ["--pp", "2"]])
  func running(row: (target: String, type: String, words: String?), ranks: [String]) throws {
    let made = try Self.export(
      row.target, "--gpu", "80GiBx2", ranks[0], ranks[1], "--context", "4096", "--utilization", "0.8", "--kv-dtype",
      row.type, "--reserve", "1MiB")
    guard let words = row.words else {
      #expect(
        made.status == 1 && made.message.contains("keeps no cache in \(row.type); plan with --kv-dtype"), "\(made)")
      return
    }
    #expect(made.status == 0 && made.text.contains(words), "\(made)")
  }

  @Test("the context and the cache of llama.cpp") func runningOfLlamaCpp() throws {
    let made = try Self.export(
      "llama.cpp", "--max-memory", "0=1GiB", "--context", "4096", "--batch", "2", "--kv-dtype", "q8_0")
    #expect(made.status == 0 && made.text.contains(" -c 8192 -np 2 -ctk q8_0 -ctv q8_0 --fit off"), "\(made)")
    let other = try Self.export("llama.cpp", "--max-memory", "0=1GiB", "--context", "4096", "--kv-dtype", "fp8")
    #expect(other.status == 1 && other.message.contains("keeps no cache in fp8"), "\(other)")
    let plain = try Self.export("llama.cpp", "--max-memory", "0=1GiB")
    #expect(!plain.text.contains(" -c ") && !plain.text.contains("-ctk"))
  }

  @Test("torchrun across machines, and engines of one machine")
  func others() throws {
    let made = try Self.export("transformers", "--nodes", "2x2x80GiB", "--tp", "1")
    #expect(
      made.text.contains(
        "# torchrun --nnodes 2 --rdzv-backend c10d --rdzv-endpoint ADDRESS:29500 --nproc-per-node 2 FILE.py\n"),
      "\(made)")
    for target in ["llama.cpp", "mistralrs", "mistralrs-topology"] {
      let refused = try Self.export(target, "--nodes", "2x1x80GiB")
      #expect(refused.status == 1 && refused.message.contains("runs on one machine as it is called here"), "\(refused)")
    }
  }

  @Test(
    "engines that do not run on Apple's GPUs say so", arguments: ["vllm", "sglang", "megatron", "deepspeed", "torch"])
  func apple(target: String) throws {
    let made = try Self.export(target, "--max-memory", "mps=1GiB")
    #expect(made.status == 1 && made.message.contains("takes no layers on mps; mlx and llama.cpp do"), "\(made)")
    let other = try Self.export("mistralrs", "--max-memory", "mps=1GiB")
    #expect(other.status == 0 && !other.text.contains("CUDA_VISIBLE_DEVICES"), "\(other)")
  }

  @Test(
    "models that an engine runs in one stage alone",
    arguments: [
      ("sglang", "gemma2", "Gemma2ForCausalLM"), ("vllm", "gemma3n_text", "Gemma3nForCausalLM"),
      ("sglang", "cohere", "CohereForCausalLM"),
    ])
  func oneStage(target: String, type: String, architecture: String) throws {
    for options in [["--pp", "2", "--tp", "1"], ["--pp", "2", "--tp", "2"]] {
      let made = try Self.export(
        target, options[0], options[1], options[2], options[3], type: type, architecture: architecture)
      #expect(made.status == 1 && made.message.contains("\(architecture) in several stages"), "\(made)")
    }
    #expect(PipelineEnds(try #require(ParallelEngine(rawValue: target)), architecture: architecture).isOneStage)
    #expect(!PipelineEnds(.vllm, architecture: "LlamaForCausalLM").isOneStage)
  }

  @Test("SGLang takes no Llama with a tied head in several stages, with ranks or without", arguments: ["1", "2"])
  func tiedLlama(ranks: String) throws {
    let made = try Self.export(
      "sglang", "--pp", "2", "--tp", ranks, type: "llama", architecture: "LlamaForCausalLM",
      more: #""tie_word_embeddings":true,"#)
    #expect(made.status == 1 && made.message.contains("whose head is the embedding in several stages"), "\(made)")
  }

  /// 256 rows of 64 elements in two bytes each.
  @Test(
    "SGLang's heads on every stage are counted",
    arguments: [
      ("llama", "LlamaForCausalLM", true), ("mixtral", "MixtralForCausalLM", true),
      ("qwen3", "Qwen3ForCausalLM", false),
    ])
  func heads(type: String, architecture: String, isEverywhere: Bool) throws {
    let folder = try Self.config(type, architecture, more: #""tie_word_embeddings":false,"num_local_experts":4,"#)
    let tree = try ModuleTree(Checkpoint(at: folder.path + "/config.json"))
    func bytes(_ engine: ParallelEngine) throws -> [Int] {
      try ParallelShares(tree, ParallelLayout(stages: 2), engine: engine).stages.map(\.mostBytes)
    }
    let own = try bytes(.sglang)
    let head = 256 * 64 * 2
    #expect(own[1] - own[0] == 128 + (isEverywhere ? 0 : head) - head, "\(own)")
  }
}
