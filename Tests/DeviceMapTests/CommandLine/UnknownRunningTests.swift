import DeviceMap
import Testing

/// Of models whose running is not understood no command says that they fit with a context: each counts the weights alone, says
/// so, and names the class that was asked for, not one of its parts.
@Suite("Running that is not known") struct UnknownRunningTests {
  /// A model type that nobody knows within a config that holds others.
  private static let inner = """
    {"architectures": ["LlavaForConditionalGeneration"], "model_type": "llava", "dtype": "bfloat16",
     "text_config": {"model_type": "xlnet", "d_model": 64, "n_head": 4, "n_layer": 2, "d_inner": 128, "vocab_size": 500},
     "vision_config": {"model_type": "clip_vision_model", "hidden_size": 32, "num_hidden_layers": 2,
       "num_attention_heads": 2, "intermediate_size": 64, "image_size": 32, "patch_size": 8}}
    """

  private static let configs = [
    "XLNetLMHeadModel": """
    {"architectures": ["XLNetLMHeadModel"], "model_type": "xlnet", "d_model": 64, "n_head": 4, "n_layer": 2,
     "d_inner": 128, "vocab_size": 500}
    """,
    "LlavaForConditionalGeneration": inner,
    "ViTForImageClassification": """
    {"architectures": ["ViTForImageClassification"], "model_type": "vit", "hidden_size": 64, "num_hidden_layers": 2,
     "num_attention_heads": 4, "intermediate_size": 128, "dtype": "bfloat16"}
    """,
  ]

  private func run(_ words: [String]) -> (out: String, err: String, status: Int32) {
    var environment = ProgramEnvironment(devices: { DeviceInventory(devices: []) })
    environment.variable = { _ in nil }
    let output = Program.run(words, environment)
    return (output.result.string, output.messages.string, output.status)
  }

  @Test("fit, plan and check say one thing", arguments: configs.keys.sorted())
  func oneVerdict(_ className: String) throws {
    let directory = try TemporaryDirectory()
    let config = try directory.write(try #require(Self.configs[className]), "config.json")
    let limits = ["--max-memory", "0=8GiB"]
    let asked = limits + ["--context", "128"]

    let fit = run(["fit", config] + asked)
    #expect(fit.status == 1)
    #expect(fit.out.contains("the weights fit\n  what running takes beside them is not known"), "\(fit.out)")
    #expect(!fit.out.contains("\nfits") && !fit.out.contains("it would fit"))
    #expect(fit.err.contains("warning: of \(className) only the weights are counted"), "\(fit.err)")

    let answer = try JSONDocument(parsing: run(["fit", config, "--json"] + asked).out).root
    #expect(answer["fits"]?.bool == false && answer["understood"]?.bool == false)
    #expect(answer["missing_bytes"]?.int == nil && answer["remedies"]?.elements.isEmpty == true)

    let plan = run(["plan", config, "--policy", "optimal", "--json"] + asked)
    #expect(plan.status == 1)
    let findings = try JSONDocument(parsing: plan.out).root["findings"]?.elements.map { $0 } ?? []
    #expect(findings.map { $0["code"]?.string } == ["running-unknown"])
    #expect(findings.first?["class"]?.string == className && findings.first?["severity"]?.string == "error")
    #expect(plan.err.contains("error: what running \(className) takes beside its weights is not known"), "\(plan.err)")
    let map = try directory.write(plan.out, "plan.json")
    #expect(run(["check", config, map] + asked).status == 1)

    // Asked of the weights alone the answer is known.
    #expect(run(["fit", config] + limits).out.contains("the weights fit\n"))
    for words in [["fit", config], ["plan", config], ["check", config, map]] {
      #expect(run(words + limits).status == 0)
    }
  }

  @Test("what is too large for the weights alone is too large; no change is promised to make it fit")
  func tooSmall() throws {
    let directory = try TemporaryDirectory()
    let config = try directory.write(Self.inner, "config.json")
    let fit = run(["fit", config, "--max-memory", "0=400MiB", "--context", "128"])
    #expect(fit.status == 1 && fit.out.contains("the weights do not fit: "), "\(fit.out)")
    #expect(!fit.out.contains("it would fit"))
  }

  @Test("the numbers of GPUs are those of the weights, and say so") func kinds() throws {
    let directory = try TemporaryDirectory()
    let config = try directory.write(Self.inner, "config.json")
    let fit = run(["fit", config, "--gpu", "24GiB", "--context", "128"])
    #expect(fit.status == 1 && fit.out.contains(": 1 needed for the weights alone\n"), "\(fit.out)")
    let weights = run(["fit", config, "--gpu", "24GiB"])
    #expect(weights.status == 0 && weights.out.contains(": 1 needed\n"), "\(weights.out)")
  }

  @Test("the reason is that of the language model, not of a tower beside it") func reason() throws {
    let directory = try TemporaryDirectory()
    let config = try directory.write(Self.inner, "config.json")
    #expect(run(["fit", config, "--max-memory", "0=8GiB"]).err.contains("the attention of xlnet is not understood"))
  }
}
