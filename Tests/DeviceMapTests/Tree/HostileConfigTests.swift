import DeviceMap
import Testing

/// A config.json with the wrong things in it gives an error that names them, and never a crash or a long wait.
@Suite struct HostileConfigTests {
  private func error(_ members: String, tensors: StoredTensors? = nil) -> TreeError? {
    do {
      let json = try JSONDocument(parsing: "{\(members)}", dialect: .python).root
      _ = try ModuleTree(config: json, tensors: tensors, options: TreeOptions())
      return nil
    } catch let error as TreeError {
      return error
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  @Test func tooManyLayers() {
    let error = error(#""architectures": ["LlamaForCausalLM"], "num_hidden_layers": 1000000000000"#)
    #expect(error == .tooManyModules(module: "model.layers"))
  }

  @Test func wrongTypeNamesTheField() {
    let error = error(#""architectures": ["LlamaForCausalLM"], "hidden_size": "big", "head_dim": 64"#)
    guard case .refusedConfig(let refusal) = error else {
      Issue.record("not a refusal")
      return
    }
    #expect(refusal.configClass == "LlamaConfig")
    #expect(refusal.reason == .value(keyPath: "hidden_size", found: "\"big\"", needed: "an integer"))
  }

  @Test func tooLarge() {
    let size = 1 << 40
    let error = error(#""architectures": ["LlamaForCausalLM"], "vocab_size": \#(size), "hidden_size": \#(size)"#)
    #expect(error == .tooLarge(module: "model.embed_tokens"))
  }

  @Test func whatIsMissing() {
    #expect(error("") == .noArchitecture)
    #expect(error(#""architectures": []"#) == .noArchitecture)
    #expect(error(#""architectures": ["NoSuchModel"]"#) == .unknownArchitecture("NoSuchModel"))
    #expect(
      error(#""architectures": "LlamaModel""#)
        == .field(keyPath: "architectures", found: "\"LlamaModel\"", expected: "a list of class names"))
    #expect(
      error(#""architectures": ["LlamaModel"], "torch_dtype": "bfloat17""#)
        == .field(keyPath: "torch_dtype", found: "\"bfloat17\"", expected: "the name of a torch dtype"))
  }
}
