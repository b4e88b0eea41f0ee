import DeviceMap
import Testing

/// What the config classes of the reference refuse of a config.json: a config alone is no answer then, and files that have
/// the sizes are planned with a warning.
@Suite("Strict configs") struct ConfigCheckTests {
  /// Configs with one field changed, and whether their class raises: `record_fields.py cases`.
  @Test func refusesWhatTheClassesRefuse() throws {
    let lines = try FixtureFiles.lines("fields/cases.jsonl", count: 401)
    var wrong: [String] = []
    var refused = 0
    for line in lines.dropFirst() {
      let json = try JSONDocument(parsing: String(decoding: line, as: UTF8.self), dialect: .python).root
      let raises = json["raises"]?.bool == true
      guard let refusals = try Self.refusals(of: json) else { continue }
      if !refusals.isEmpty { refused += 1 }
      if refusals.isEmpty == raises { wrong.append("\(json.source): \(refusals.map { "\($0)" })") }
    }
    #expect(wrong == [])
    #expect(refused > 200)
  }

  /// Nil for a model type that the catalog does not describe.
  private static func refusals(of json: JSONValue) throws -> [ConfigRefusal]? {
    let session = CatalogSession(.builtIn)
    guard let type = json["model_type"]?.string, let place = session.catalog.lookUp(.type, type),
      let unit = try session.unit(String(place.prefix { $0 != "." }))
    else { return nil }
    let scope = try session.config(place, from: unit, given: RawConfig(json), path: "")
    return ConfigCheck(scope, json, session: session).refusals
  }

  /// Conditions on what the class computes on its way, and within others; each raises with transformers 5.24.0.
  @Test(arguments: [
    (#""model_type": "bamba", "hidden_size": 100, "mamba_expand": 2, "mamba_n_heads": 64"#, true),
    (#""model_type": "bamba", "hidden_size": 128, "mamba_expand": 2, "mamba_n_heads": 64"#, false),
    (#""model_type": "falcon_h1", "mamba_d_ssm": 100, "mamba_n_heads": 8"#, true),
    (
      #""model_type": "falcon_h1", "mamba_d_ssm": null, "hidden_size": 64, "mamba_expand": 2, "mamba_n_heads": 8"#,
      false
    ),
    (#""model_type": "axk2", "n_group": 3, "topk_group": 1, "n_routed_experts": 8"#, true),
    (#""model_type": "axk2", "n_group": 4, "topk_group": 1, "n_routed_experts": 8"#, false),
    (#""model_type": "cosmos3_edge_text""#, false),
    (
      #""model_type": "cosmos3_edge_text", "rope_parameters": {"rope_type": "linear", "mrope_section": [24, 20, 20]}"#,
      true
    ),
  ])
  func conditionsOfSeveralSteps(_ config: String, isRefused: Bool) throws {
    let refusals = try #require(
      try Self.refusals(of: JSONDocument(parsing: "{\(config)}", dialect: .python).root))
    #expect(refusals.isEmpty != isRefused, "\(refusals.map { "\($0)" })")
  }

  private static let llama = """
    "architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 8, "intermediate_size": 16,
    "num_hidden_layers": 1, "num_attention_heads": 2, "vocab_size": 32
    """

  private static func tree(_ config: String, files: Bool, release: Release = .newest) throws -> ModuleTree {
    var options = TreeOptions()
    options.catalog = Catalog(release)
    let tensors = StoredTensors([(name: "model.embed_tokens.weight", dtype: .bf16, shape: [32, 8])])
    return try ModuleTree(
      config: JSONDocument(parsing: "{\(llama)\(config)}", dialect: .python).root, tensors: files ? tensors : nil,
      options: options)
  }

  @Test(arguments: [
    (#", "head_dim": 4.0"#, "head_dim is 4.0 where an integer or null is needed"),
    (#", "attention_bias": null"#, "attention_bias is null where true or false is needed"),
    (#", "rms_norm_eps": 1"#, "rms_norm_eps is 1 where a number with a fraction (1.0) is needed"),
    (#", "hidden_act": 3"#, "hidden_act is 3 where a text is needed"),
    (
      #", "initializer_range": 2.5"#,
      "initializer_range is 2.5 where a number with a fraction (1.0) of at least 0 and of at most 1 is needed"
    ),
    (
      #", "layer_types": ["full_attention", "full_attention"]"#,
      "layer_types is a list of 2 where one of num_hidden_layers (1) is needed"
    ),
    (#", "layer_types": ["fully"]"#, "layer_types is \"fully\" for a layer where a kind that it knows is needed"),
    (#", "per_layer_config": [{}]"#, "per_layer_config is [{}] where an object from layers to their fields is needed"),
    (
      #", "per_layer_config": {"1": {"hidden_size": 4}}"#,
      "per_layer_config.1 is no layer where the number of one of 1 layers is needed"
    ),
    (
      #", "head_dim": 15"#,
      "head_dim is 15 where an even number, since all of a head is rotated is needed"
    ),
    (#", "hidden_act": "SiLU""#, "hidden_act is \"SiLU\" where the name of an activation that it knows is needed"),
    (
      #", "sliding_window": 4, "per_layer_config": {"0": {"sliding_window": 4, "attention_chunk_size": 4}}"#,
      "per_layer_config is a layer with sliding_window and attention_chunk_size where one of them at most for each layer is needed"
    ),
    (
      #", "num_attention_heads": 3"#,
      "hidden_size is 8, num_attention_heads is 3, of which 'hidden_size % num_attention_heads != 0' must not hold"
    ),
  ])
  func aConfigAloneIsRefused(_ more: String, _ reason: String) throws {
    let text = "config.json: \(reason); LlamaConfig of transformers raises on it, so that no model is built"
    let error = #expect(throws: TreeError.self) { try Self.tree(more, files: false) }
    #expect(error.map { "\($0)" } == text)
    // Files have the sizes, so there is a plan, and the warning.
    let notes = try Self.tree(more, files: true).notes.filter { $0.code == "config-refused" }
    #expect(notes.map(\.severity) == [.warning])
    #expect(notes.first?.text.contains(reason) == true)
    // Classes before transformers 5 take anything.
    let old = try #require(Release(known: "4.57"))
    #expect(throws: Never.self) { try Self.tree(#", "attention_bias": null"#, files: false, release: old) }
  }

  @Test(arguments: [
    #", "head_dim": null"#, #", "pad_token_id": null"#, #", "unknown_field": {"a": [1.5]}"#,
    #", "attention_dropout": 0"#,
    #", "eos_token_id": [1, 2]"#, #", "rope_theta": 10000"#,
    #", "per_layer_config": {"00": {"attention_dropout": 0.5}}"#, #", "head_dim": 3"#,
    #", "head_dim": 15, "rope_parameters": {"rope_type": "default", "rope_theta": 1e4, "partial_rotary_factor": 0.5}"#,
    #", "per_layer_config": {"0": {"sliding_window": 4}}"#,
    #", "per_layer_config": {"0": {"sliding_window": null, "attention_chunk_size": 4}}"#,
  ])
  func whatIsTakenIsPlanned(_ more: String) throws {
    #expect(throws: Never.self) { try Self.tree(more, files: false) }
  }

  /// A class that sets a part's field after reading takes any value of it in the file.
  @Test func whatAClassSetsItselfIsNotHeld() throws {
    let config = #"{"model_type": "vibevoice", "text_config": {"model_type": "qwen2", "hidden_size": 64}}"#
    #expect(try Self.refusals(of: JSONDocument(parsing: config, dialect: .python).root)?.isEmpty == true)
  }

  /// Rows of a file that only fill the vocabulary up are no part of the model: no other shape, and its own size.
  @Test func rowsThatAConversionDropsAreNoOtherShape() throws {
    let config = """
      {"architectures": ["Inkling2ForCausalLM"], "model_type": "inkling2_text", "vocab_size": 64,
      "unpadded_vocab_size": 60, "hidden_size": 16, "num_hidden_layers": 1, "dtype": "bfloat16"}
      """
    for rows in [64, 60] {
      let files = StoredTensors([(name: "model.llm.unembed.weight", dtype: .bf16, shape: [rows, 16])])
      let tree = try ModuleTree(
        config: JSONDocument(parsing: config, dialect: .python).root, tensors: files, options: TreeOptions())
      #expect(tree["lm_head"]?.totalBytes == 60 * 16 * 2)
      #expect(tree.notes.map(\.code).contains("other-shapes") == false)
    }
  }

  /// A tensor of a file that is split into unequal parts does not tell the size of any.
  @Test func unequalPartsOfATensorKeepTheirSizes() throws {
    let config = """
      {"architectures": ["LaraMiniForCausalLM"], "model_type": "lara_mini", "num_hidden_layers": 1, "hidden_size": 16,
      "linear_key_head_dim": 2, "linear_value_head_dim": 2, "linear_num_key_heads": 2, "linear_num_value_heads": 4,
      "layer_types": ["linear_attention"], "dtype": "bfloat16"}
      """
    // Queries, keys and values (2 x 4 + 8), gates (8), and two of a number for each head (4).
    let files = StoredTensors([
      (name: "model.layers.0.linear_attn.in_proj.weight", dtype: .bf16, shape: [16 + 8 + 4 + 4, 16])
    ])
    let tree = try ModuleTree(
      config: JSONDocument(parsing: config, dialect: .python).root, tensors: files, options: TreeOptions())
    #expect(tree["model.layers.0.linear_attn.in_proj_qkv"]?.totalBytes == 16 * 16 * 2)
    #expect(tree["model.layers.0.linear_attn.in_proj_a"]?.totalBytes == 4 * 16 * 2)
    #expect(tree.notes.map(\.code).contains("other-shapes") == false)
  }

  @Test(arguments: [
    ("int|null", ["1", "null"], ["1.0", "true", "\"1\"", "[]"]),
    ("float", ["1.0", "NaN", "1e3"], ["1", "true", "null"]),
    ("float|int>=0<=1", ["0", "0.5", "1"], ["2", "-0.1", "null"]), ("int>0", ["1"], ["0", "-1"]),
    ("list<int|list<int>>|null", ["[]", "[1, [2]]", "null"], ["[1.0]", "[[[1]]]", "1", "{}"]),
    ("dict<any>", ["{}", "{\"a\": 1}"], ["[]", "null"]), ("'cls'|'mean'", ["\"cls\""], ["\"sum\"", "null"]),
    ("any", ["1", "null", "[true]"], []), ("int|null%2", ["4", "null"], ["3"]),
  ])
  func types(_ type: String, _ taken: [String], _ refused: [String]) throws {
    let type = FieldType(type[...])
    for text in taken { #expect(try type.takes(JSONDocument(parsing: text, dialect: .python).root), "\(text)") }
    for text in refused { #expect(try !type.takes(JSONDocument(parsing: text, dialect: .python).root), "\(text)") }
  }

  /// What the quantization classes raise on: `AutoQuantizationConfig.from_dict` of transformers 5.23.0 for each.
  @Test(arguments: [
    (#""gptq", "bits": 3.5, "group_size": 32"#, "bits is 3.5 where 2, 3, 4 or 8 is needed"),
    (#""gptq", "bits": true"#, "bits is true where 2, 3, 4 or 8 is needed"),
    (#""gptq", "group_size": 32"#, "bits is nothing where 2, 3, 4 or 8 is needed"),
    (#""gptq", "bits": 4, "group_size": 0"#, "group_size is 0 where a number above 0, or -1 is needed"),
    (#""gptq", "bits": 4, "group_size": "x""#, "group_size is \"x\" where a number above 0, or -1 is needed"),
    (#""auto-round", "bits": 16"#, "bits is 16 where 2, 3, 4, 5, 6, 7 or 8 is needed"),
    (#""higgs", "bits": 4, "group_size": 32"#, "group_size is 32 where 64, 128 or 256 is needed"),
    (#""spqr", "bits": 4"#, "bits is 4 where 3 is needed"),
    (#""metal", "bits": 3"#, "bits is 3 where 2, 4 or 8 is needed"),
    (#""fp8", "weight_block_size": [-1, 128]"#, "weight_block_size is [-1, 128] where two numbers above 0 is needed"),
  ])
  func quantizationsThatAreRefused(_ quantization: String, _ reason: String) throws {
    let more = #", "quantization_config": {"quant_method": \#(quantization)}"#
    let error = #expect(throws: TreeError.self) { try Self.tree(more, files: false) }
    #expect(error.map { "\($0)" }?.contains("quantization_config.\(reason); ") == true)
    #expect(try Self.tree(more, files: true).notes.contains { $0.code == "config-refused" && $0.text.contains(reason) })
  }

  @Test(arguments: [
    #""gptq", "bits": 4, "group_size": -1"#, #""gptq", "bits": 8, "group_size": 1.5"#, #""auto-round", "bits": 5"#,
    #""awq", "bits": 3.5, "group_size": 0"#, #""fp8", "weight_block_size": null"#, #""spqr", "bits": 3"#,
  ])
  func quantizationsThatAreTaken(_ quantization: String) throws {
    let more = #", "quantization_config": {"quant_method": \#(quantization)}"#
    #expect(throws: Never.self) { try Self.tree(more, files: false) }
  }
}
