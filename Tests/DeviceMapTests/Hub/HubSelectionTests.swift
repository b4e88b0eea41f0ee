import Testing

@testable import DeviceMap

@Suite("Which files of a repository are the model") struct HubSelectionTests {
  private static func choose(_ paths: String, file: String? = nil, isWhole: Bool = true) throws -> String {
    let files = paths.split(separator: " ").map { HubFile(path: String($0), size: nil) }
    let reference = try HubReference("org/name", file: file)
    let selection = try HubSelection(files, of: reference, isWhole: isWhole)
    let weights = selection.index.map { "index \($0)" } ?? selection.shards.joined(separator: " ")
    let rest = selection.leftOut.isEmpty ? "" : " without " + selection.leftOut.joined(separator: " ")
    let others = selection.otherWeights.isEmpty ? "" : " beside " + selection.otherWeights.joined(separator: " ")
    return "\(selection.config ?? "-"): \(weights)\(rest)\(others)"
  }

  static let one = "model-00001-of-00002.safetensors"
  static let two = "model-00002-of-00002.safetensors"
  static let index = "model.safetensors.index.json"

  @Test(
    "repositories",
    arguments: [
      ("config.json model.safetensors", "config.json: model.safetensors"),
      ("config.json model.safetensors \(index)", "config.json: model.safetensors"),
      ("config.json \(two) \(one) \(index)", "config.json: \(one) \(two)"),
      ("config.json \(one) \(two)", "config.json: \(one) \(two)"),
      (
        "config.json \(one) \(two) \(index) consolidated.safetensors",
        "config.json: \(one) \(two) without consolidated.safetensors"
      ),
      ("config.json \(one) \(two) \(index) mtp.safetensors", "config.json: index \(index)"),
      ("config.json \(one) \(index)", "config.json: index \(index)"),
      ("config.json \(one)", "config.json: \(one) \(two)"), ("\(two)", "-: \(one) \(two)"),
      ("config.json \(one) other.safetensors.index.json", "config.json: index other.safetensors.index.json"),
      ("config.json \(one) consolidated.safetensors", "config.json: \(one) \(two) without consolidated.safetensors"),
      ("config.json a-1-of-2.safetensors", "config.json: a-1-of-2.safetensors a-2-of-2.safetensors"),
      ("config.json a-0-of-2.safetensors", "config.json: a-0-of-2.safetensors a-1-of-2.safetensors"),
      (
        "config.json a-009-of-010.safetensors",
        (["config.json:"] + (1...10).map { "a-0\($0 < 10 ? "0" : "")\($0)-of-010.safetensors" }).joined(separator: " ")
      ),
      ("config.json 1-of-1.safetensors", "config.json: 1-of-1.safetensors"),
      ("config.json a-3-of-2.safetensors", "config.json: a-3-of-2.safetensors"),
      ("config.json model-00000-of-00000.safetensors", "config.json: model-00000-of-00000.safetensors"),
      ("config.json other.safetensors", "config.json: other.safetensors"),
      ("other.safetensors", "-: other.safetensors"),
      ("config.json", "config.json: "), ("config.json pytorch_model.bin", "config.json:  beside pytorch_model.bin"),
      ("config.json a-q4.gguf", "config.json:  beside a-q4.gguf"),
      ("config.json diffusion_pytorch_model.safetensors", "config.json: diffusion_pytorch_model.safetensors"),
      ("config.json model.safetensors fp8/model.safetensors", "config.json: model.safetensors"),
      (
        "config.json adapter_config.json adapter_model.safetensors model.safetensors",
        "config.json: model.safetensors without adapter_model.safetensors"
      ),
      ("config.json adapter_config.json adapter_model.bin x.safetensors", "config.json: x.safetensors"),
    ])
  func repositories(paths: String, expected: String) throws {
    #expect(try Self.choose(paths) == expected)
  }

  @Test(
    "patterns",
    arguments: [
      ("config.json a.safetensors b.safetensors", "b*", "config.json: b.safetensors without a.safetensors"),
      ("config.json fp8/model.safetensors model.safetensors", "fp8/*", "config.json: fp8/model.safetensors"),
      (
        "model_index.json unet/config.json unet/diffusion_pytorch_model.safetensors vae/x.safetensors", "unet/*",
        "unet/config.json: unet/diffusion_pytorch_model.safetensors"
      ),
      (
        "config.json \(one) \(two) \(index) consolidated.safetensors", "consolidated*",
        "config.json: consolidated.safetensors without \(one) \(two)"
      ),
      ("config.json \(one) \(two) \(index)", one, "config.json: \(one) without \(two)"),
      (
        "config.json \(one) \(two) \(index) x.safetensors", "model*", "config.json: \(one) \(two) without x.safetensors"
      ),
      ("config.json a/\(one) a/\(two) a/\(index)", "a/*", "config.json: a/\(one) a/\(two)"),
      ("config.json \(one) x.safetensors", "model-*", "config.json: \(one) \(two) without x.safetensors"),
      ("config.json model.safetensors", "config.json", "config.json: "),
      ("a/config.json a/model.safetensors", "a/config.json", "a/config.json: "),
      ("config.json model.safetensors \(index)", index, "config.json: index \(index)"),
    ])
  func patterns(paths: String, pattern: String, expected: String) throws {
    #expect(try Self.choose(paths, file: pattern) == expected)
  }

  @Test(
    "each of the patterns that are advised chooses one model, all of it",
    arguments: [
      ("config.json a-1-of-2.safetensors a-2-of-2.safetensors b-1-of-1.safetensors", ["a-*", "b-1-of-1.safetensors"]),
      (
        "config.json x-1-of-1.safetensors x-y-1-of-2.safetensors x-y-2-of-2.safetensors",
        ["x-1-of-1.safetensors", "x-y-*"]
      ),
      (
        "config.json a-1-of-2.safetensors a-2-of-2.safetensors a-1-of-1.safetensors",
        ["a-1-of-1.safetensors", "a-*-of-2.safetensors"]
      ),
      ("config.json a.safetensors b.safetensors", ["a.safetensors", "b.safetensors"]),
      ("a/config.json a/x.safetensors a/b/x.safetensors c/x.safetensors", ["a/b/*", "a/x.safetensors", "c/*"]),
      ("a/x.safetensors a/y.safetensors c/x.safetensors", ["a/x.safetensors", "a/y.safetensors", "c/*"]),
      ("config.json a-1-of-2.safetensors a-01-of-2.safetensors", ["a-01-of-2.safetensors", "a-1-of-2.safetensors"]),
      ("a/\(one) a/\(two) a/\(index) b/\(one) b/\(two)", ["a/*", "b/*"]),
    ])
  func choices(paths: String, expected: [String]) throws {
    do {
      _ = try Self.choose(paths)
      Issue.record("there is no choice")
    } catch HubError.severalWeights(_, let choices) {
      #expect(choices == expected)
    }
    let files = Set(paths.split(separator: " ").map(String.init).filter { $0.hasSuffix(".safetensors") })
    let chosen = try expected.map {
      try Self.choose(paths, file: $0).split(separator: " ").dropFirst().map(String.init)
    }
    #expect(chosen.allSatisfy { !$0.isEmpty })
    #expect(Set(chosen.joined()).isSuperset(of: files))
  }

  @Test("of a pipeline its largest part is advised first, then whole files") func partsOfPipelines() {
    let patterns = [
      "a.safetensors", "text_encoder/*", "text_encoder/model.fp16.safetensors", "unet/*", "unet/x.fp16.safetensors",
    ]
    #expect(HubChoices.ofPipeline(patterns) == [patterns[3], patterns[1], patterns[2], patterns[4], patterns[0]])
  }

  @Test("many models do not take long") func manyChoices() throws {
    let paths = (0..<2000).map { "m\($0)-of-1.safetensors" }.joined(separator: " ")
    let error = #expect(throws: HubError.self) { try Self.choose("config.json " + paths) }
    #expect(error?.description.contains("as --file '") == true)
  }

  @Test("parts of a numbered set on disk stand for all of it") func partial() throws {
    #expect(try Self.choose("config.json \(Self.two)", isWhole: false) == "config.json: \(Self.one) \(Self.two)")
    #expect(
      try Self.choose("config.json \(Self.two) \(Self.index)", isWhole: false) == "config.json: \(Self.one) \(Self.two)"
    )
  }

  @Test(
    "what is no model",
    arguments: [
      ("README.md", nil, "has neither a config.json nor safetensors files; there is README.md"),
      ("a/b.txt a/c.txt .x README.md", nil, "nor safetensors files; there are README.md, a/"),
      ("config.json a/x.safetensors b.gguf", "*.gguf", "b.gguf of 'org/name' is not safetensors, the one format"),
      ("config.json a.gguf", "a.gguf", "or plan from the config.json alone (--file config.json)"),
      ("a.gguf", "a.gguf", "a.gguf of 'org/name' is not safetensors, the one format that is read"),
      ("fp8/model.safetensors", nil, "has its weights elsewhere (fp8/*); choose them with --file 'fp8/*'"),
      ("model_index.json unet/a.safetensors", "model_index.json", "is a pipeline of several models (unet/*)"),
      ("model.safetensors", "model_index.json", "no safetensors file of 'org/name' matches 'model_index.json'"),
      ("a.gguf b.gguf", nil, "its weights (a.gguf, b.gguf) are not safetensors"),
      ("model_index.json scheduler/x.json", nil, "is a pipeline of several models without weights that are read"),
      (
        "model_index.json unet/a.safetensors vae/b.safetensors", nil,
        "pipeline of several models (unet/*, vae/*); plan places it whole (without --tp, --pp and --export), and --file chooses a part, as --file 'unet/*'"
      ),
      (
        "config.json a.safetensors b.safetensors", nil,
        "has several weights (a.safetensors, b.safetensors); choose with --file PATTERN"
      ),
      ("config.json a.safetensors", "x*", "matches 'x*'; there are a.safetensors"),
      (
        "config.json y.txt", "x*", "has no safetensors files, and so none that match 'x*'; there are config.json, y.txt"
      ),
      ("model.safetensors", "config.json", "there are model.safetensors"),
      ("config.json x-00001-of-99999999.safetensors", nil, "more than 10000 files of weights"),
      ("config.json x-00001-of-99999999999999999999999.safetensors", nil, "more than 10000 files of weights"),
      ("config.json a-00001-of-00002.safetensors b-00002-of-00002.safetensors", nil, "has several weights"),
      ("config.json a-1-of-2.safetensors a-01-of-2.safetensors", nil, "has several weights"),
      ("config.json a/x.safetensors b/x.safetensors", "*", "has several weights (a/*, b/*)"),
    ] as [(String, String?, String)])
  func refusals(paths: String, pattern: String?, text: String) throws {
    let error = #expect(throws: HubError.self) { try Self.choose(paths, file: pattern) }
    #expect(error?.description.contains(text) == true, "\(error?.description ?? "")")
  }
}
