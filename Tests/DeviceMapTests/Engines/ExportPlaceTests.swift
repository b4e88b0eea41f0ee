import DeviceMap
import Foundation
import Testing

/// Exports of models that are not in the root of a repository on the Hugging Face hub: they load what was planned, or are
/// refused with the reason.
@Suite("Exports by the place of a model") struct ExportPlaceTests {
  private static func made(_ target: ExportTarget, _ change: (inout ModelLoading) -> Void) throws -> String {
    // A model that all engines take, mlx-lm's pipeline included.
    let config =
      #"{"architectures":["Qwen2ForCausalLM"],"model_type":"qwen2","hidden_size":64,"intermediate_size":128,"#
      + #""num_hidden_layers":4,"num_attention_heads":4,"num_key_value_heads":2,"vocab_size":256,"dtype":"bfloat16"}"#
    var tree = try ModuleTree(config: ModelConfig(parsing: config))
    tree.loading.place.isRepository = true
    change(&tree.loading)
    let plan = try tree.plan(.auto, maxMemory: [.gpu(0): "1GiB"])
    return try plan.export(to: target, model: "acme/m").text
  }

  @Test(
    "ModelScope", arguments: [nil, "v1"],
    [
      (.vllm, "VLLM_USE_MODELSCOPE=true vllm serve acme/m"),
      (.sglang, "SGLANG_USE_MODELSCOPE=true python -m sglang.launch_server --model-path acme/m"),
      (.transformers, "from modelscope import snapshot_download\nfrom transformers import Qwen2ForCausalLM\n"),
      (.accelerate, "from modelscope import snapshot_download\nfrom accelerate import"),
      (.mlx, "import os\nos.environ[\"MLXLM_USE_MODELSCOPE\"] = \"true\"\nimport mlx.core as mx\n"),
      (.mistralrs, nil), (.exo, nil),
    ] as [(ExportTarget, String?)])
  func modelScope(revision: String?, row: (target: ExportTarget, expected: String?)) throws {
    func made() throws -> String {
      try Self.made(row.target) {
        $0.place.isModelScope = true
        $0.revision = revision
      }
    }
    guard let expected = row.expected else {
      let error = #expect(throws: ExportError.self) { try made() }
      #expect(error?.description.contains("not a repository of ModelScope") == true)
      return
    }
    let text = try made()
    #expect(text.contains(expected), "\(text)")
    switch row.target {
    case .transformers, .accelerate:
      #expect(text.contains(revision.map { "snapshot_download(\"acme/m\", revision=\"\($0)\")" } ?? "(\"acme/m\")"))
      #expect(!text.contains("    revision="))
    case .mlx: #expect(text.contains("load(\"acme/m\", lazy=True\(revision.map { ", revision=\"\($0)\"" } ?? ""))"))
    default: #expect(text.contains("--revision v1") == (revision != nil))
    }
  }

  @Test(
    "a folder of a repository",
    arguments: [
      (.transformers, "    subfolder=\"fp16/a\",\n"),
      (.accelerate, "path = snapshot_download(\"acme/m\") + \"/fp16/a\"\n"),
      (.vllm, nil), (.sglang, nil), (.mlx, nil), (.mistralrs, nil), (.exo, nil),
      (.llamaCpp, "-m MODEL.gguf"), (.torch, "split"), (.json, "stages"),
    ] as [(ExportTarget, String?)])
  func folders(target: ExportTarget, expected: String?) throws {
    try Self.check(target, expected, refusal: "reads the root of a repository, and the model is in its folder") {
      $0.place.folder = "fp16/a"
    }
  }

  @Test(
    "one of several weights",
    arguments: [
      (.transformers, "    variant=\"fp16\",\n"), (.accelerate, nil), (.vllm, nil), (.sglang, nil), (.mlx, nil),
      (.mistralrs, nil), (.exo, nil),
    ] as [(ExportTarget, String?)])
  func variants(target: ExportTarget, expected: String?) throws {
    try Self.check(target, expected, refusal: "model.fp16.safetensors") {
      $0.place.files = ["model.fp16.safetensors"]
      $0.place.names = .variant("fp16")
    }
  }

  @Test("weights that nothing finds", arguments: [ExportTarget.transformers, .accelerate, .vllm])
  func unusual(target: ExportTarget) throws {
    try Self.check(target, nil, refusal: "model-fp8.safetensors") {
      $0.place.files = ["model-fp8.safetensors"]
      $0.place.names = .other
    }
  }

  @Test(
    "a mirror",
    arguments: [
      (.vllm, "HF_ENDPOINT=https://hub.example vllm serve"), (.mistralrs, "HF_ENDPOINT=https://hub.example mistralrs"),
      (.transformers, "import os\nos.environ[\"HF_ENDPOINT\"] = \"https://hub.example\"\nfrom transformers"),
    ] as [(ExportTarget, String)])
  func mirrors(target: ExportTarget, expected: String) throws {
    try Self.check(target, expected, refusal: "") { $0.place.server = "https://hub.example" }
    try Self.check(.vllm, "MODELSCOPE_DOMAIN=www.modelscope.ai vllm serve", refusal: "") {
      $0.place.server = "https://www.modelscope.ai"
      $0.place.isModelScope = true
    }
  }

  /// mistral.rs has `--dtype` with four words, and no option for a state of the repository.
  @Test(
    "mistral.rs",
    arguments: [
      (.automatic, nil, "serve -n 4 -m acme/m"), (.dtype(.f16), nil, "-n 4 --dtype f16 -m"),
      (.dtype(.bf16), nil, "--dtype bf16"), (.dtype(.f32), nil, "--dtype f32"), (.unasked, nil, "--dtype f32"),
      (.dtype(.f64), nil, nil), (.automatic, "v1", nil),
    ] as [(ModelLoading.Request, String?, String?)])
  func mistralRs(request: ModelLoading.Request, revision: String?, expected: String?) throws {
    try Self.check(.mistralrs, expected, refusal: revision == nil ? "not in float64" : "not revision 'v1'") {
      $0.request = request
      $0.revision = revision
    }
  }

  private static func check(
    _ target: ExportTarget, _ expected: String?, refusal: String, _ change: (inout ModelLoading) -> Void
  ) throws {
    guard let expected else {
      let error = #expect(throws: ExportError.self) { try made(target, change) }
      #expect(error?.description.contains(refusal) == true, "\(error?.description ?? "")")
      return
    }
    let text = try made(target, change)
    #expect(text.contains(expected), "\(text)")
  }

  @Test(
    "names of weights",
    arguments: [
      (["model.safetensors"], true, .usual), (["model-00001-of-00002.safetensors"], true, .usual),
      (["model-00001-of-00002.safetensors"], false, .other), (["model.safetensors.index.json"], false, .usual),
      (["model.safetensors.index.fp16.json"], false, .variant("fp16")),
      (["model.fp16.safetensors"], false, .variant("fp16")),
      (["model.fp16-00001-of-00003.safetensors"], true, .variant("fp16")), (["consolidated.safetensors"], true, .other),
      (["model..safetensors"], false, .other), ([], false, .usual), (["model"], false, .other),
    ] as [([String], Bool, ModelPlace.Names)])
  func names(files: [String], isWhole: Bool, expected: ModelPlace.Names) {
    #expect(ModelPlace.Names(of: files, isWhole: isWhole) == expected)
  }
}
