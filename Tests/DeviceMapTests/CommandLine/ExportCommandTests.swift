import DeviceMap
import Foundation
import Testing

/// What `export` prints loads what was planned.
@Suite("Exports of what was planned") struct ExportCommandTests {
  private static let root = FixtureFiles.directory.deletingLastPathComponent()

  private func run(_ words: [String]) -> (out: String, err: String, status: Int32) {
    let output = Program.run(words, ProgramEnvironment())
    return (output.result.string, output.messages.string, output.status)
  }

  private static let baichuan =
    #"{"architectures":["BaichuanForCausalLM"],"model_type":"baichuan","hidden_size":64,"intermediate_size":128,"#
    + #""num_hidden_layers":2,"num_attention_heads":4,"vocab_size":96,"torch_dtype":"bfloat16","auto_map":{"#
    + #""AutoConfig":"configuration_baichuan.BaichuanConfig","AutoModelForCausalLM":"modeling_baichuan.BaichuanForCausalLM"}}"#

  @Test(
    "code beside the checkpoint",
    arguments: [
      (
        ["--to", "transformers"], ["from transformers import AutoModelForCausalLM\n", "    trust_remote_code=True,\n"]
      ),
      (
        ["--to", "accelerate"],
        [
          "AutoConfig.from_pretrained(\"m\", trust_remote_code=True)\n",
          "AutoModelForCausalLM.from_config(config, trust_remote_code=True)\n",
        ]
      ),
      (["--to", "vllm"], ["vllm serve m --trust-remote-code\n"]),
      (["--to", "sglang"], ["--model-path m --trust-remote-code\n"]),
    ])
  func remoteCode(words: [String], lines: [String]) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.baichuan, "config.json")
    let result = run(["export", path, "--as", "m", "--gpu", "1GiB"] + words)
    #expect(result.status == 0, "\(result.err)")
    for line in lines { #expect(result.out.contains(line), "\(result.out)") }
  }

  private static let llama = root.appending(path: "Fixtures/configs/Llama-3-8B").path

  @Test(
    "the dtype that was asked for",
    arguments: [
      ("transformers", "float16", "    dtype=\"float16\",\n"), ("transformers", "float32", "    dtype=\"float32\",\n"),
      ("transformers", "checkpoint", "    dtype=\"auto\",\n"),
      ("transformers", "int4", "    quantization_config=BitsAndBytesConfig(load_in_4bit=True),\n"),
      ("transformers", "int8", "from transformers import BitsAndBytesConfig, LlamaForCausalLM\n"),
      ("accelerate", "float16", "    dtype=\"float16\",\n"), ("accelerate", "int8", nil),
      ("vllm", "float16", "vllm serve m --dtype float16\n"), ("vllm", "int4", nil), ("sglang", "int8", nil),
      ("sglang", "float32", "--model-path m --dtype float32\n"),
      ("transformers", "float8_e4m3fn", nil), ("accelerate", "float8_e4m3fn", nil), ("mistralrs", "int4", nil),
      ("mistralrs-topology", "int8", nil),
      ("llama.cpp", "int4", "# sizes are those of --dtype int4\n"),
    ] as [(String, String, String?)])
  func dtypes(target: String, dtype: String, line: String?) {
    let result = run(["export", Self.llama, "--as", "m", "--to", target, "--dtype", dtype, "--gpu", "80GiB"])
    #expect(result.status == (line == nil ? 1 : 0), "\(result.err)")
    if let line { #expect(result.out.contains(line), "\(result.out)") }
    if line == nil { #expect(result.out.isEmpty && result.err.contains("--dtype \(dtype)"), "\(result.err)") }
  }

  @Test("the dtype and the code with ranks") func ranks() {
    let words = ["export", Self.llama, "--as", "m", "--tp", "2", "--dtype", "float16", "--to"]
    #expect(run(words + ["vllm"]).out.contains("vllm serve m --dtype float16 --tensor-parallel-size 2\n"))
    #expect(run(words + ["transformers"]).out.contains("    dtype=\"float16\",\n"))
  }

  @Test("a release that loads in float32 unless it is asked says nothing of it") func unasked() {
    let result = run(["export", Self.llama, "--as", "m", "--to", "transformers", "--release", "4.57", "--gpu", "80GiB"])
    #expect(result.status == 0 && !result.out.contains("dtype"), "\(result.err) \(result.out)")
  }

  @Test("what is written as the model") func names() throws {
    func model(_ path: String) -> String {
      let line = run(["export", path, "--to", "vllm", "--gpu", "80GiB"]).out.split(separator: "\n").last ?? ""
      return line.split(separator: " ").last.map(String.init) ?? ""
    }
    #expect(model(Self.llama) == Self.llama)
    #expect(model(Self.llama + "/config.json") == Self.llama)
    let directory = try TemporaryDirectory()
    let text = try String(contentsOf: URL(filePath: Self.llama + "/config.json"), encoding: .utf8)
    let other = try directory.write(text, "x.config.json")
    #expect(model(other) == "MODEL")
    #expect(run(["export", other, "--to", "vllm", "--gpu", "80GiB"]).err.contains("--as NAME says"))
  }

  @Test(
    "options that would say nothing",
    arguments: [
      (["plan", "--tp", "2", "--svg", "x"], "--svg says nothing of ranks"),
      (["plan", "--tp", "2", "--html", "x"], "--html says nothing"),
      (["plan", "--pp", "2", "--report"], "--report says"),
      (["plan", "--tp", "2", "--compare"], "--compare says"),
      (["plan", "--ep", "--io-on-first"], "--io-on-first says"),
      (["plan", "--tp", "2", "--pin", "lm_head=0"], "--pin says"),
      (["plan", "--tp", "2", "--policy", "auto"], "--policy"),
      (["plan", "--tp", "2", "--train", "adamw"], "--train says"),
      (["plan", "--tp", "2", "--batch", "2"], "--batch says"),
      (["fit", "--engine", "vllm", "--train", "adamw"], "--train says"),
      (["fit", "--engine", "vllm", "--price", "L4=1"], "--price says"),
      (["plan", "--tp", "2", "--bandwidth", "0=1GB/s"], "--bandwidth says nothing without --objective stage-time"),
      (["plan", "--export", "vllm", "--svg", "x"], "'--export vllm' and '--svg' cannot both be meant"),
      (["plan", "--export", "vllm", "--html", "x"], "'--html' cannot"),
      (["plan", "--export", "vllm", "--report"], "cannot"),
      (["plan", "--export", "vllm", "--json"], "'--json' cannot"),
      (["plan", "--as", "x"], "--as says nothing without"),
      (["plan", "--tp", "2", "--export", "vllm", "--json"], "'--json' cannot"),
    ])
  func idle(words: [String], message: String) {
    let result = run([words[0], Self.llama] + words.dropFirst())
    #expect(result.status == 2 && result.out.isEmpty)
    #expect(result.err.contains(message), "\(result.err)")
  }

  @Test("nobody is told that a word may have meant itself") func suggestions() {
    let result = run(["plan", Self.llama, "--engine", "vllm"])
    #expect(result.status == 2 && !result.err.contains("did you mean"), "\(result.err)")
    #expect(run(["plan", Self.llama, "--engine", "vlm"]).err.contains("did you mean 'vllm'?"))
  }

  /// The lines of Python behind the commands of README.md and the articles that print such.
  @Test("the lines that are shown are those that are printed") func documented() throws {
    var count = 0
    for file in ["README.md", "Sources/DeviceMap/DeviceMap.docc/QuickStartChinese.md"] {
      let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
      for match in text.matches(
        of: /device-map (export Fixtures\/[^`\n]* --to transformers[^`\n]*)[^\n]*\n(?:```)?\n+```python\n((?s).*?)```/)
      {
        let words = match.1.split(separator: " ").map { word in
          word.hasPrefix("Fixtures/") ? Self.root.appending(path: String(word)).path : String(word)
        }
        #expect(run(words).out == String(match.2), "\(file)")
        count += 1
      }
    }
    #expect(count == 2)
  }
}
