import DeviceMap
import Testing

/// What goes with a context: positions, pieces of a prompt, images, the time of a token.
@Suite("Options of a running model") struct RunningOptionsTests {
  private static func llama(_ more: String) throws -> ModelFit {
    try ModelFit(
      KnownMemoryTests.tree(KnownMemoryTests.llama8B.replacing("\"max_position_embeddings\": 16777216", with: more)))
  }

  @Test(
    "positions are those of the config, times a scaling that counts from a shorter original",
    arguments: [
      (#""max_position_embeddings": 8192"#, 8192),
      (
        #""max_position_embeddings": 32768, "rope_scaling": {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32768}"#,
        131_072
      ),
      (
        #""max_position_embeddings": 131072, "rope_scaling": {"rope_type": "llama3", "factor": 8.0, "original_max_position_embeddings": 8192}"#,
        131_072
      ),
      (#""max_position_embeddings": 4096, "rope_scaling": {"type": "linear", "factor": 2.5}"#, 10_240),
    ])
  func positions(_ field: String, _ expected: Int) throws {
    #expect(try Self.llama(field).memory.positions == expected)
  }

  @Test func theLongestContextEndsAtThePositions() throws {
    let fit = try Self.llama(#""max_position_embeddings": 8192"#)
    let devices = [DeviceBudget(.gpu(0), bytes: 900 << 30)]
    #expect(fit.longestContext(on: devices, Workload(context: 1)) == 8192)
    #expect(try #require(fit.running(Workload(context: 8192))).notes == [])
    #expect(try #require(fit.running(Workload(context: 8193))).notes.map(\.code) == ["beyond-positions"])
  }

  @Test func piecesOfAPromptTakeLess() throws {
    var fit = try Self.llama(#""max_position_embeddings": 65536"#)
    var peaks: [Int] = []
    for prefill in [nil, 8192, 2048, 512] {
      fit.prefill = prefill
      peaks.append(try #require(fit.running(Workload(context: 32_768))).peakBytes)
    }
    #expect(peaks == peaks.sorted(by: >) && Set(peaks).count == 4)
  }

  /// A model with a tower, by the numbers of its config.
  struct Pictured: Sendable, CustomTestStringConvertible {
    var kind: String
    var outer: [String: Int] = [:]
    var vision: [String: Int]
    var tokens: Int

    var testDescription: String { kind }
  }

  @Test(
    "tokens of an image of 1024 x 768",
    arguments: [
      Pictured(
        kind: "gemma3", outer: ["mm_tokens_per_image": 256], vision: ["patch_size": 14, "image_size": 896], tokens: 256),
      Pictured(
        kind: "llava", outer: ["image_seq_length": 576], vision: ["patch_size": 14, "image_size": 336], tokens: 576),
      Pictured(kind: "qwen2_5_vl", vision: ["patch_size": 14, "spatial_merge_size": 2], tokens: 73 * 54 / 4),
      Pictured(
        kind: "llava_next", outer: ["image_seq_length": 576], vision: ["patch_size": 14, "image_size": 336],
        tokens: 13 * 576),
    ])
  func tokensOfAnImage(_ model: Pictured) throws {
    var tree = ModuleTree { Module("vision_tower", bytes: 64) }
    var values = model.outer.mapValues { ConfigFields.Value.integer($0) }
    let vision = model.vision.merging(["hidden_size": 1152]) { $1 }
    values["vision_config"] = .object(vision.mapValues { .integer($0) })
    tree.configurations = [.init(path: "", fields: ConfigFields(modelType: model.kind, values: values))]
    let tower = try #require(ModelMemory(tree).tower)
    let images = VisionTower.Images(count: 2, size: .init(width: 1024, height: 768))
    #expect(tower.tokens(images) == 2 * model.tokens)
  }

  @Test func oneTokenReadsActiveExpertsAndOneRowOfTheEmbedding() throws {
    let tree = try ModuleTree(config: ModelConfig(parsing: ModelRecording("mixtral-8x7b").config.source))
    let fit = try ModelFit(tree)
    #expect(fit.parameters == 46_702_792_704 && fit.activeParameters == 12_879_925_248)
    let devices = [DeviceBudget(.gpu(0), bytes: 200 << 30)]
    let plan = try #require(fit.on(devices, Workload(context: 1)).plan)
    let speeds = SpeedRange([(.gpu(0), try GPUTable.find("H100"))])
    let seconds = try #require(speeds.secondsPerToken(of: plan))
    let read = 2 * (12_879_925_248.0 - 32_000 * 4096)
    #expect(abs(seconds.lowerBound / (read / 3.35e12 / 0.67) - 1) < 0.01)
    #expect(abs(seconds.upperBound / (read / 3.35e12 / 0.34) - 1) < 0.01)
  }
}
