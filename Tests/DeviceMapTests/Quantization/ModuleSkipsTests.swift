import Testing

@testable import DeviceMap

/// The rule of `should_convert_module`: from the start up to a boundary, as a regular expression, or as a suffix.
@Suite struct ModuleSkipsTests {
  @Test(arguments: [
    (["layer.1"], "layer.1.attn", true), (["layer.1"], "layer.11.attn", false), (["layer.1"], "layer.1", true),
    (["layer.*"], "layer.11.attn", true), (["mlp.gate"], "model.mlp.gate", true),
    (["mlp.gate"], "mlp.gate_proj", false),
    (["fc1"], "model.decoder.layers.23.fc1", true), (["fc1"], "model.fc1.inner", false), (["c1"], "model.fc1", true),
    (["lm_head"], "lm_head", true), (["lm_head"], "lm_head.decoder", true), (["lm_head.decoder"], "lm_head", false),
    (["model.layers.*.self_attn"], "model.layers.3.self_attn.q_proj", true),
    (["model.layers.*.self_attn"], "model.layers.3.self_attention", false),
    ([".*shared_experts.*"], "model.layers.1.mlp.shared_experts.up", true),
    ([".*mlp\\.(gate|up)_proj.*"], "x.mlp.up_proj", true), ([".*mlp\\.(gate|up)_proj.*"], "x.mlp.down_proj", false),
    (["a.b."], "a.b.c", true), ([""], "anything", true), ([], "anything", false),
  ])
  func skips(patterns: [String], path: String, expected: Bool) {
    #expect(ModuleSkips(patterns).skips(Array(path.utf8)) == expected)
  }

  @Test func patternsThatCannotBeReadAreTold() {
    let skips = ModuleSkips(["a{2}", "(?P<x>b)", "c"])
    #expect(skips.unread == ["a{2}", "(?P<x>b)"])
    #expect(skips.skips(Array("model.c".utf8)))
    #expect(!skips.skips(Array("aa".utf8)))
  }
}
