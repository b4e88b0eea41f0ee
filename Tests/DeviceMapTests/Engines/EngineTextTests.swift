import DeviceMap
import Foundation
import Testing

/// What the engines' own parsers and runtimes made of our texts (`parse_commands.py`, `pipeline_run.py`).
@Suite("Texts as the engines read them") struct EngineTextTests {
  private static func rows(_ engine: String) throws -> [(name: String, row: JSONValue)] {
    let root = try JSONDocument(parsing: [UInt8](FixtureFiles.data("engines/parsed.json"))).root
    return try #require(root[engine]).members.map { ($0.key, $0.value) }
  }

  /// The line of a golden file that is no comment, without the variables before the command: that of the machine in the name
  /// of the row.
  private static func command(_ row: String) throws -> String {
    let parts = row.split(separator: ", machine ").map(String.init)
    let lines = try output(parts[0]).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let line = lines[parts.count > 1 ? try #require(Int(parts[1])) : 0]
    return line.split(separator: " ").drop { $0.contains("=") }.joined(separator: " ")
  }

  private static func output(_ name: String) throws -> String {
    let text = try FixtureFiles.text("golden/\(name).txt")
    let start = try #require(text.range(of: "--- stdout\n")).upperBound
    return String(text[start..<(text.range(of: "--- ", range: start..<text.endIndex)?.lowerBound ?? text.endIndex)])
  }

  @Test("the options of a model that is loaded by name", arguments: [ExportTarget.vllm, .sglang])
  func options(target: ExportTarget) throws {
    let rows = try Self.rows(target.rawValue).filter { !$0.name.contains("export") }
    #expect(rows.count == 3)
    let start = target == .vllm ? "vllm serve" : "python -m sglang.launch_server --model-path"
    for (name, row) in rows {
      let dtypes: [String: DType] = ["float16": .f16, "bfloat16": .bf16, "float32": .f32]
      let dtype = try #require(row["dtype"]?.string.flatMap { dtypes[$0] })
      var loading = ModelLoading()
      loading.request = .dtype(dtype)
      loading.revision = row["revision"]?.string
      if row["code"]?.bool == true { loading.codeClass = "AutoModelForCausalLM" }
      let line = row["words"]?.elements.compactMap(\.string).joined(separator: " ") ?? ""
      let words = [start, "acme/llama"] + (try loading.servingArguments(target))
      #expect(line.hasPrefix(words.joined(separator: " ")), "\(name): \(line)")
      #expect(row["tensor"]?.int == (name == "options with ranks" ? 2 : 1))
      #expect(row["stages"]?.int == row["tensor"]?.int && row["experts"]?.bool == (row["tensor"]?.int == 2))
      #expect((loading.revision != nil) == line.contains(" --revision \(loading.revision ?? "")"))
    }
  }

  @Test("command lines", arguments: [("vllm", 5), ("sglang", 5)]) func commands(engine: String, count: Int) throws {
    let rows = try Self.rows(engine)
    #expect(rows.count == count + 3)
    for (name, row) in rows.filter({ $0.name.contains("export") }) {
      let words = row["words"]?.elements.compactMap(\.string) ?? []
      let line = try Self.command(name)
      #expect(line == words.joined(separator: " "), "\(name)")
      // What the parser understood is what the text means.
      #expect(row["model"]?.string == words.first { $0.contains("/") }, "\(name)")
      let file = name.split(separator: ",").first.map(String.init) ?? name
      let partition = try Self.output(file).firstMatch(of: /_PP_LAYER_PARTITION=([0-9,]+)/)
      #expect(row["stages"]?.int == partition?.1.split(separator: ",").count ?? 1, "\(name)")
      let tensor = line.firstMatch(of: /--(?:tensor-parallel-size|tp-size) (\d+)/)
      #expect(row["tensor"]?.int == tensor.flatMap { Int($0.1) } ?? 1, "\(name)")
      #expect(row["experts"]?.bool == false)
      let isOfNodes = try Self.output(file).contains("--nnodes 2")
      #expect(row["machines"]?.int == (isOfNodes ? 2 : 1) && row["machine"]?.int == (name == file ? 0 : 1), "\(name)")
    }
  }

  /// mistral.rs reads the whole file before it finds that its build has no GPU; with the cpu for each GPU it goes on to
  /// look for the model. What is no device or no range it refuses while reading.
  @Test("mistral.rs") func mistralrs() throws {
    let rows = Dictionary(uniqueKeysWithValues: try Self.rows("mistralrs").map { ($0.name, $0.row) })
    #expect(rows.count == 5)
    let file = try #require(rows["export-mistralrs-topology"])
    let devices = file["devices"]?.elements.map { $0.elements.compactMap(\.string) } ?? []
    let lines = try Self.output("export-mistralrs-topology").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.map(String.init) == devices.map { "\($0[0]): {device: \"\($0[1])\"}" })
    #expect(file["verdict"]?.string == "the candle crate has not been built with cuda support")
    #expect(file["on_cpu"]?.string == "File `tokenizer.json` was not found")
    let layers = try #require(rows["export-mistralrs"])
    #expect(try Self.output("export-mistralrs").contains("-n \"\(layers["layers"]?.string ?? "")\" "))
    #expect(layers["verdict"]?.string == "File `tokenizer.json` was not found")
    #expect(rows["not a device"]?["verdict"]?.string?.hasPrefix("Device specifier must match regex") == true)
    #expect(rows["not a range"]?["verdict"]?.string == "Topology range end must be > start, got 2 <= 5")
    #expect(rows["no layers"]?["verdict"]?.string == "Expected layer to be of format ORD:NUM, got 0=1")
  }

  /// The list as Python reads it, and the rule that counts for each module of the first and the last layers of the stages.
  @Test("ktransformers") func ktransformers() throws {
    let root = try JSONDocument(parsing: [UInt8](FixtureFiles.data("engines/ktransformers.json"))).root
    let text = try Self.output("export-ktransformers")
    let names = root["names"]?.elements.compactMap(\.string) ?? []
    #expect(text.matches(of: /- match: \{name: '([^']+)'/).map { String($0.1) } == names)
    #expect(root["rules"]?.int == names.count && names.count == 17)
    let stages = root["stages"]?.elements.map { $0.elements.compactMap(\.int) } ?? []
    #expect(stages == [[0, 27], [28, 60]])
    #expect(root["transfer_map"]?.source == #"[[28, "cuda:1"]]"#)
    let rows = root["modules"]?.elements.map { row in row.elements.map { $0.string ?? "-" } } ?? []
    #expect(rows.count == 82)
    for row in rows where row[0].contains("layers") && row[0].split(separator: ".").count > 3 {
      let number = row[0].split(separator: ".").compactMap { Int($0) }[0]
      let device = number < 28 ? "cuda:0" : "cuda:1"
      let isExperts = row[0].hasSuffix(".experts")
      #expect(row[3] == device && row[2] == (isExperts ? "cpu" : device), "\(row)")
      let kind = row[0].split(separator: ".").last ?? ""
      let own: [Substring: String] = [
        "experts": "experts.KTransformersExperts", "gate": "gate.KMoEGate",
        "self_attn": "attention.KDeepseekV2Attention",
        "rotary_emb": "RoPE.YarnRotaryEmbeddingV3", "mlp": number < 3 ? "default" : "experts.KDeepseekV3MoE",
        "kv_b_proj": "default", "input_layernorm": "default", "post_attention_layernorm": "default",
      ]
      let expected = own[kind] ?? "linear.KTransformersLinear"
      #expect(row[1] == (expected == "default" ? expected : "ktransformers.operators." + expected), "\(row)")
    }
    #expect(
      rows.first { $0[0] == "lm_head" }?[2] == "cuda:1" && rows.first { $0[0] == "model.embed_tokens" }?[2] == "cpu")
  }

  /// The names of our split on four ranks of torch.distributed.pipelining: the logits are those of the whole model, and
  /// each rank holds what the stages say.
  @Test("torch.distributed.pipelining") func pipelining() throws {
    let root = try JSONDocument(parsing: [UInt8](FixtureFiles.data("engines/pipeline_run.json"))).root
    #expect(root["difference"]?.source == "0.0")
    let counts = root["stages"]?.elements.compactMap(\.int) ?? []
    let tree = try ExportModels.small("LlamaForCausalLM", "llama", layers: 8)
    let plan = try tree.plan(
      StagePolicy(counts: counts.enumerated().map { (.gpu($0.offset), $0.element) }, layers: "model.layers"),
      maxMemory: [.gpu(0): "1GiB", .gpu(1): "1GiB", .gpu(2): "1GiB", .gpu(3): "1GiB"])
    let names = root["split"]?.elements.compactMap(\.string) ?? []
    let text = try plan.export(to: .torch, model: "m").text
    #expect(text.matches(of: /"([a-z0-9.]+)": SplitPoint/).map { String($0.1) } == names)
    let held = root["parameters"]?.elements.map { $0.elements.compactMap(\.string) } ?? []
    #expect(held.count == 4)
    for (rank, parameters) in held.enumerated() {
      // The wrapper's attribute stands in front.
      for name in parameters {
        let module = name.dropFirst("model.".count).split(separator: ".").dropLast().joined(separator: ".")
        #expect(plan.device(of: module) == .gpu(rank), "\(name)")
      }
    }
    #expect(held.reduce(0) { $0 + $1.count } == tree.tensors.count { $0.kind == .parameter })
  }
}
