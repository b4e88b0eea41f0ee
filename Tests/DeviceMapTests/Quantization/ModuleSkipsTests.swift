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
    (["a.b."], "a.b.c", true), (["model.layers.1."], "model.layers.10.mlp", true),
    (["model.layers.1."], "model.layers.2.mlp", false), (["model.layers.1."], "model.layers.100", false),
    (["a.b"], "axb.c", true), (["[]1]"], "1.x", true), (["[]1]"], "x.2", false),
    (["model\\.layers\\.\\d{2}"], "model.layers.10.mlp", true),
    (["model\\.layers\\.\\d{2}"], "model.layers.1.mlp", false),
    ([".*\\bgate\\b"], "model.gate", true), ([".*\\bgate\\b"], "model.gate_proj", false),
    (["\\Amodel"], "model.x", true),
    (["\\S+\\.up"], "a.up", true), (["(?P<layer>a|ab)c"], "abc.d", true), (["(?:a|ab)*c"], "aabc", true),
    (["(?:a|ab){2}"], "aab", true), (["\\d++1"], "1", false), (["(?>a|ab)c"], "abc", false), (["a{,2}b"], "aab", true),
    (["a{x"], "a{x", true), ([""], "anything", true), ([], "anything", false),
  ])
  func skips(patterns: [String], path: String, expected: Bool) throws {
    #expect(try ModuleSkips(patterns).skips(Array(path.utf8)) == expected)
  }

  /// The reference raises on the first ones; the last are of a kind that is not read here.
  @Test(arguments: ["*.mlp", "(", "a**", "[a", "a{2,1}", "{2}", "(?i)a", "(a)\\1"])
  func refused(pattern: String) {
    #expect(throws: UnreadPattern.self) { try ModuleSkips(["c", pattern]) }
  }
}
