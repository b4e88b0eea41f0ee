import DeviceMap
import Testing

/// `plan --train` and `fit --train` are one answer: the same devices, the same bytes, the same verdict.
@Suite struct TrainingPlanTests {
  private static let machines = ["0=24GiB", "0=10GiB,1=8GiB", "0=4GiB,1=4GiB", "0=10GiB,1=6GiB,cpu=99GiB", "cpu=99GiB"]
  private static let ways: [[String]] = [
    [], ["--checkpointing"], ["--mixed-precision", "bf16"], ["--mixed-precision", "master-weights"],
    ["--frozen", "model.embed_tokens"], ["--lora", "16", "--checkpointing"],
  ]

  private static let config = #"""
    {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336,
     "num_hidden_layers": 4, "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 32000,
     "max_position_embeddings": 8192, "tie_word_embeddings": false, "dtype": "bfloat16"}
    """#

  private func run(_ words: [String]) -> ProgramOutput { Program.run(words, ProgramEnvironment()) }

  private func withConfig(_ body: (String) throws -> Void) throws {
    let directory = try TemporaryDirectory()
    try body(directory.write(Self.config, "config.json"))
  }

  @Test(arguments: machines, ways)
  func planAndFitAgree(_ machine: String, _ way: [String]) throws {
    try withConfig { config in
      let words = [config, "--train", "adamw", "--context", "2048", "--max-memory", machine, "--json"] + way
      let (fit, plan) = (run(["fit"] + words), run(["plan", "--policy", "optimal"] + words))
      #expect(fit.status == plan.status, "\(plan.messages.string)")
      let answer = try JSONDocument(parsing: fit.result.string).root
      let planned = try JSONDocument(parsing: plan.result.string).root
      #expect(Self.used(answer) == Self.used(planned))
      // The terms of each device make up what the ledger counts there.
      let devices = try #require(answer["training"]?["devices"]?.elements)
      for device in devices {
        let total = try #require(device["total_bytes"]?.int)
        let terms = ["weights", "gradients", "optimizer", "copies", "activations"].compactMap {
          device[$0 + "_bytes"]?.int
        }
        // What does not fit is brought to a device part by part, which takes room there.
        #expect(terms.count == 5 && (terms.reduce(0, +) == total || fit.status == 1), "\(device.source)")
        let name = try #require(device["device"]?.source)
        #expect(Self.used(answer).contains("\(name) \(total)"), "\(Self.used(answer))")
      }
    }
  }

  /// What is used of each device, where anything is.
  private static func used(_ answer: JSONValue) -> [String] {
    answer["devices"]?.elements.compactMap { device -> String? in
      guard let bytes = device["used_bytes"]?.int, bytes > 0, let name = device["device"]?.source else { return nil }
      return "\(name) \(bytes)"
    } ?? []
  }

  @Test func aTrainingDoesNotRunFromTheDisk() throws {
    try withConfig { config in
      let words = [config, "--train", "adamw", "--context", "2048", "--max-memory", "0=2GiB,cpu=24GiB"]
      for policy in ["optimal", "auto"] {
        let plan = run(["plan", "--policy", policy] + words)
        #expect(plan.status == 1)
        #expect(plan.messages.string.contains("the training does not fit"))
      }
      #expect(run(["fit"] + words).status == 1)
      #expect(run(["plan", config, "--policy", "optimal", "--max-memory", "0=2GiB,cpu=24GiB"]).status == 0)
    }
  }
}
