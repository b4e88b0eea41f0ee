import DeviceMap
import Testing

/// Models that are packed while they are loaded: the same modules, sizes, maps and refusals as bitsandbytes has in
/// transformers.
@Suite struct LoadingTests {
  @Test func placementsAreRecorded() throws {
    #expect(try LoadingRecording.all().count { $0.json["cases"] != nil } == 14)
  }

  /// All models at 8 bits; at 4 bits, where the same modules are packed, those with recorded placements.
  @Test(arguments: try LoadingRecording.all().filter { $0.dtype == .int8 || $0.json["cases"] != nil }.ofThisRun)
  func packsWhatTheReferencePacks(_ recording: LoadingRecording) throws {
    let model = try ModelRecording(recording.name)
    var options = TreeOptions()
    options.dtype = recording.dtype
    options.catalog = .recorded
    let tree = try ModuleTree(config: model.config, tensors: StoredTensors(model.tensors), options: options)
    var kept: [String] = []
    for module in 1..<tree.count where ["Linear", "Conv1D"].contains(tree.className(of: module)) {
      if tree.ownTensors(of: module).allSatisfy({ tree.tensors[$0].unpackedBits < 0 }) {
        kept.append(tree.path(of: module))
      }
    }
    #expect(kept.sorted() == recording.kept.sorted())
    #expect(try ModuleSizes(tree, engine: .transformers).totalBits == recording.totalBits)
    try placesAsRecorded(tree, recording)
  }

  /// Drawn configs alone, on a GPU that computes in every format: sizes by rule, and the maps that follow.
  @Test(arguments: try LoadingRecording.draws())
  func drawnConfigs(_ recording: LoadingRecording) throws {
    var options = TreeOptions()
    options.dtype = recording.dtype
    options.catalog = .recorded
    options.accelerators = .capability(90)
    let tree = try ModuleTree(config: recording.json["config"]!, tensors: nil, options: options)
    #expect(try ModuleSizes(tree, engine: .transformers).totalBits == recording.totalBits)
    try placesAsRecorded(tree, recording)
  }

  /// Heads that stand elsewhere than `lm_head`, and are no last parameter: bitsandbytes 0.50.2 leaves them as they are.
  @Test(arguments: [
    (
      #""architectures":["GitForCausalLM"],"model_type":"git","num_hidden_layers":2,"tie_word_embeddings":false,"#
        + #""vision_config":{"model_type":"git_vision_model","num_hidden_layers":12}"#, 147_024_540
    ),
    (
      #""architectures":["MusicgenForCausalLM"],"model_type":"musicgen_decoder","num_hidden_layers":2,"#
        + #""tie_word_embeddings":false"#, 54_562_816
    ),
  ])
  func headsElsewhere(_ config: String, planned: Int) throws {
    var options = TreeOptions()
    options.dtype = .int4
    options.catalog = .recorded
    let config = try JSONDocument(parsing: "{\(config),\"dtype\":\"bfloat16\"}").root
    let tree = try ModuleTree(config: config, tensors: nil, options: options)
    #expect(try ModuleSizes(tree, engine: .transformers).totalBits == 8 * planned)
  }

  private func placesAsRecorded(_ tree: ModuleTree, _ recording: LoadingRecording) throws {
    for placement in try RecordedPlacement.all(in: recording.json) {
      let plan = try tree.plan(placement.policy, maxMemory: placement.limits)
      #expect(plan.deviceMap == placement.map, "\(placement.place)")
      #expect(plan.isRefused == placement.isRefused, "\(placement.place)")
    }
  }
}

extension Plan {
  /// The format does not allow what is on the cpu or on disk.
  var isRefused: Bool {
    ledger.findings.contains { if case .hostRefused = $0 { true } else { false } }
  }
}
