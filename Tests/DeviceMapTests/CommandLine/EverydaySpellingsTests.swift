import DeviceMap
import Foundation
import Testing

/// What people type who did not read the help.
@Suite struct EverydaySpellingsTests {
  private func run(_ words: [String]) -> (out: String, err: String, status: Int32) {
    let output = Program.run(words, ProgramEnvironment(devices: { DeviceInventory(devices: []) }))
    return (output.result.string, output.messages.string, output.status)
  }

  private func plan(_ limits: String, _ more: [String] = []) -> (out: String, err: String, status: Int32) {
    run(["plan", ProgramTests.checkpoint("tiny-llama"), "--json", "--max-memory", limits] + more)
  }

  @Test(
    "other ways to write the same limits",
    arguments: [
      "0=2g,cpu=3m", "0=2G, cpu = 3M", "0=2048M,cpu=3072k", "0=2147483648B,cpu=3145728",
      #"{"0": "2GiB", "cpu": 3145728}"#, #"{0: '2g', 'cpu': "3MiB"}"#, "{0: 2_147_483_648, 'cpu': 3_145_728}",
      " {0:2147483648,'cpu':'3m',} ", "{\n  \"cuda:0\": 2147483648,\n  'cpu': 3145728,\n}",
    ])
  func limits(text: String) {
    let expected = plan("0=2GiB,cpu=3MiB")
    #expect(expected.status == 0)
    let found = plan(text)
    #expect(found == expected, "\(found.err)")
  }

  @Test(
    "what is neither JSON nor a dict is refused as JSON",
    arguments: [
      "{0: }", "{0: 24GiB}", "{0 '24GiB'}", "{'0': 'a\\n'}", "{0: '24GiB'", "{0: '24GiB'} x", "{_: 1}", "{0: [1]}",
    ])
  func notADict(text: String) {
    let found = plan(text)
    #expect(found.status == 2)
    #expect(found.err.hasPrefix("device-map: error: line 1, column "), "\(found.err)")
  }

  @Test(
    "a number so small that it cannot be bytes is asked about",
    arguments: ["0=24", "0=24.5", " 0 = 24 ,cpu=64GiB", "cuda:0=1023", #"{"0": 24}"#, "{0: 24}", #"{"0": "24"}"#])
  func withoutUnit(text: String) {
    let found = plan(text)
    #expect(found.status == 2 && found.out.isEmpty)
    #expect(found.err.contains("did you mean") && found.err.contains("GiB? Write a unit"), "\(found.err)")
  }

  @Test(
    "not so: nothing at all, a mebibyte, a unit",
    arguments: ["0=0,cpu=1GiB", "0=1048576", "0=24B,cpu=1GiB", "0=24KB,cpu=1g"])
  func meant(text: String) { #expect(plan(text).status == 0) }

  @Test(
    "asked about where the model is larger, too",
    arguments: [("0=24000", 2), ("0=1048575", 2), ("0=1048576", 0), ("0=24000B", 0)])
  func withoutUnitForAModel(limits: String, status: Int32) throws {
    let directory = try TemporaryDirectory()
    let config = try directory.write(
      #"{"architectures": ["GPT2LMHeadModel"], "model_type": "gpt2", "dtype": "float32"}"#, "config.json")
    for words in [["plan", config], ["fit", config], ["explain", config]] {
      let found = run(words + ["--max-memory", limits + ",cpu=64g"])
      #expect((found.status == 2) == (status == 2), "\(found.err)")
      #expect(found.err.contains("did you mean") == (status == 2))
    }
  }

  @Test func aReserveNeedsItsUnit() {
    #expect(plan("0=1g", ["--reserve", "500"]).err.contains("as 500MiB"))
    #expect(plan("0=1g", ["--reserve", "0"]).status == 0)
    #expect(plan("0=1g", ["--reserve", "500k"]).out == plan("0=1g", ["--reserve", "500KiB"]).out)
  }

  @Test("tokens by the thousand", arguments: [("8k", "8192"), ("8K", "8192"), ("1m", "1048576"), ("128k", "131072")])
  func tokens(text: String, number: String) {
    let found = plan("0=64g", ["--context", text])
    #expect(found.status == 0)
    #expect(found == plan("0=64g", ["--context", number]))
  }

  @Test("what is no number of tokens", arguments: ["0", "-1", "k", "8kb", "8 k", "1.5k", "9223372036854775807k", ""])
  func notTokens(text: String) {
    let found = plan("0=64g", ["--context", text])
    #expect(found.status == 2)
    #expect(found.err.contains("expected a number of tokens, as 8192 or 8k"))
  }

  @Test(
    "short names of dtypes",
    arguments: [("bf16", "bfloat16"), ("fp16", "float16"), ("fp32", "float32"), ("fp8", "float8_e4m3fn")])
  func dtypes(short: String, long: String) {
    #expect(plan("0=1g", ["--dtype", short]) == plan("0=1g", ["--dtype", long]))
  }

  @Test(
    "words in whatever letters, and by the names that others give them",
    arguments: [
      ("--kv-dtype", "bf16", "bfloat16"), ("--kv-dtype", "FP16", "float16"), ("--kv-dtype", "torch.float16", "float16"),
      ("--kv-dtype", "q8", "q8_0"), ("--kv-dtype", "fp8_e5m2", "fp8"), ("--kv-dtype", "Auto", "auto"),
      ("--attention", "flash_attention_2", "flash"), ("--attention", "flash-attn", "flash"),
      ("--attention", "Eager", "eager"), ("--policy", "Balanced-Low-0", "balanced_low_0"), ("--policy", "AUTO", "auto"),
      ("--engine", "Accelerate", "accelerate"), ("--engine", "Transformers-4", "transformers-4"),
      ("--engine", "transformers_4", "transformers-4"), ("--special-dtype", "lm_head=BF16", "lm_head=bfloat16"),
      ("--special-dtype", "lm_head=fp32", "lm_head=float32"), ("--reserve", "2 MB", "2MB"),
    ])
  func words(option: String, typed: String, meant: String) {
    let expected = plan("0=2GiB", ["--context", "64", option, meant])
    #expect(expected.status == 0, "\(expected.err)")
    #expect(plan("0=2GiB", ["--context", "64", option, typed]) == expected)
  }

  @Test(
    "the same for engines, objectives and trainings",
    arguments: [
      (["export", "--to", "vLLM"], ["export", "--to", "vllm"]),
      (["fit", "--engine", "vllm", "--nodes", "2 X 1 X 80g"], ["fit", "--engine", "vllm", "--nodes", "2x1x80GiB"]),
      (["fit", "--engine", "vllm", "--nodes", "2x1xRTX 4090"], ["fit", "--engine", "vllm", "--nodes", "2*1*4090"]),
      (
        ["fit", "--engine", "vLLM", "--objective", "Stage-Time"],
        ["fit", "--engine", "vllm", "--objective", "stage-time"]
      ),
      (["fit", "--train", "AdamW", "--context", "64"], ["fit", "--train", "adamw", "--context", "64"]),
      (
        ["fit", "--train", "adamw", "--context", "64", "--mixed-precision", "BF16"],
        ["fit", "--train", "adamw", "--context", "64", "--mixed-precision", "bf16"]
      ),
      (
        ["plan", "--policy", "optimal", "--objective", "Latency"],
        ["plan", "--policy", "optimal", "--objective", "latency"]
      ),
    ])
  func wordsOfOthers(typed: [String], meant: [String]) {
    func found(_ words: [String]) -> (out: String, err: String, status: Int32) {
      let gpus = words.contains("--nodes") ? [] : ["--gpu", "4090x2"]
      return run([words[0], ProgramTests.checkpoint("tiny-llama")] + gpus + words.dropFirst())
    }
    let expected = found(meant)
    #expect(expected.status == 0, "\(expected.err)")
    #expect(found(typed) == expected)
  }

  @Test(
    "speeds that say nothing, or two things, are refused",
    arguments: [
      ("--bandwidth", ""), ("--bandwidth", "0=1GB/s,0=2GB/s"), ("--link", ""), ("--link", "0-0=1GB/s"),
      ("--link", "0-1=1GB/s,0-1=2GB/s"),
    ])
  func speeds(option: String, value: String) {
    let words = ["plan", ProgramTests.checkpoint("tiny-llama"), "--gpu", "24GiBx2", "--policy", "optimal"]
    let result = run(words + ["--objective", "latency", option, value])
    #expect(result.status == 2 && result.err.contains("' is not a value of \(option): "), "\(result.err)")
  }

  @Test(
    "a small b is asked about wherever a size is read: accelerate counts bits, and hardly anybody means them",
    arguments: ["plan", "fit", "explain", "check", "export"],
    [
      ["--max-memory", "0=24gb"], ["--max-memory", "{0: '24 gb'}"], ["--gpu", "24gb"], ["--gpu", "24gbx2"],
      ["--max-memory", "0=1g", "--context", "64", "--reserve", "24gb"],
    ])
  func bits(command: String, options: [String]) throws {
    let directory = try TemporaryDirectory()
    let map = command == "check" ? [try directory.write(#"{"": 0}"#, "map.json")] : []
    let target = command == "export" ? ["--to", "transformers"] : []
    let words = [command, ProgramTests.checkpoint("tiny-llama")] + map + target
    let found = run(words + options)
    #expect(found.status == 2 && found.out.isEmpty)
    #expect(
      found.err.contains("count bytes or bits? For accelerate a small b counts bits, which is 2.79 GiB"), "\(found.err)"
    )
    #expect(found.err.contains("write 24GB for bytes") || found.err.contains("write 24 GB for bytes"), "\(found.err)")
  }

  @Test(
    "the unit that somebody may have thought of",
    arguments: [("0=24", "24GiB"), ("0=1023", "1023GiB"), ("0=24000", "24000MiB"), ("0=1000000", "1000000MiB")])
  func unit(limits: String, meant: String) {
    let llama = FixtureFiles.directory.appending(path: "configs/Llama-3-8B").path
    #expect(run(["plan", llama, "--max-memory", limits]).err.contains("did you mean \(meant)? Write a unit"))
  }

  @Test(
    "options that are misspelt",
    arguments: [
      ("--JSON", "--json"), ("--Help", "--help"), ("-help", "--help"), ("--max_memory", "--max-memory"),
      ("--headers", "--headers-only"),
    ])
  func option(typed: String, meant: String) {
    let found = run(["plan", ProgramTests.checkpoint("tiny-llama"), typed])
    #expect(found.status == 2 && found.err.contains("did you mean '\(meant)'?"), "\(found.err)")
  }

  @Test func gpusInOneList() {
    let checkpoint = ProgramTests.checkpoint("tiny-llama")
    let apart = run(["plan", checkpoint, "--json", "--gpu", "H100", "--gpu", "L4"])
    #expect(apart.status == 0)
    #expect(run(["plan", checkpoint, "--json", "--gpu", "H100,L4"]) == apart)
    #expect(
      run(["plan", checkpoint, "--json", "--gpu", "24gx2"]) == run(["plan", checkpoint, "--json", "--gpu", "24GiBx2"]))
  }

  @Test("more GPUs than are planned for", arguments: ["plan", "fit", "explain"])
  func tooMany(command: String) {
    for devices in [
      ["--gpu", "24GiBx1024", "--gpu", "24GiB"],
      ["--max-memory", (0...1024).map { "\($0)=1GiB" }.joined(separator: ",")],
    ] {
      var devices = devices
      if command == "fit", devices[0] == "--gpu" { devices[3] = "24GiBx1" }
      let found = run([command, ProgramTests.checkpoint("tiny-llama")] + devices)
      #expect(found.status == 2)
      #expect(found.err.contains("1025 GPUs are more than are planned for"), "\(found.err)")
    }
  }

  @Test("the version", arguments: [["--version"], ["-v"], ["version"]])
  func version(words: [String]) { #expect(run(words) == (Program.versionLine, "", 0)) }

  @Test(
    "commands that are misspelt",
    arguments: [("plam", "plan"), ("archtectures", "architectures"), ("explian", "explain"), ("devices ", "devices")])
  func command(typed: String, meant: String) {
    let found = run([typed])
    #expect(found.status == 2)
    #expect(found.err.contains("did you mean '\(meant)'?"), "\(found.err)")
  }
}
