import DeviceMap
import Testing

/// Checkpoints with packed weights: every tensor counts at its module, in maps as the quantizers of the reference count it,
/// in memory as stored.
@Suite struct StoredWeightsTests {
  @Test(arguments: try ModelRecording.quantizedNames().ofThisRun)
  func treeHasTheStoredSizes(_ name: String) throws {
    let recording = try ModelRecording.quantized(name)
    let tree = try recording.tree()
    let difference = firstDifference(tree.lines, recording.modules)
    #expect(difference == nil, "\(difference ?? "")")
    #expect(tree.notes.map(\.code).filter { $0 != "unpacked-on-older-gpus" } == [])
    let planned = recording.json["reference"]?.int ?? recording.json["total"]!.int!
    #expect(try ModuleSizes(tree, engine: .transformers).totalBits == 8 * planned)
    // Biases of experts in mxfp4 become float32.
    let biases = name.hasSuffix("mxfp4") ? recording.tensors.filter { $0.name.hasSuffix("_proj_bias") } : []
    let wider = biases.reduce(0) { $0 + SparseCheckpoint.byteCount($1) }
    let loaded = try ModuleSizes(tree, engine: .transformers, counting: .loaded)
    #expect(loaded.totalBits == 8 * (recording.json["total"]!.int! + wider))
    #expect(tree.unpackedBytes(of: 0) == recording.json["unpacked"]!.int!)
  }

  @Test(arguments: try ModelRecording.quantizedNames().ofThisRun)
  func placementsAreTheReferences(_ name: String) throws {
    let recording = try ModelRecording.quantized(name)
    let tree = try recording.tree()
    let placements = try RecordedPlacement.all(in: recording.json)
    #expect(placements.count == 15)
    for placement in placements {
      let plan = try tree.plan(placement.policy, maxMemory: placement.limits)
      #expect(plan.deviceMap == placement.map, "\(placement.place)")
    }
  }

  /// What the quantizer itself counts leaves out scales, or has them wider; it is never far from what is stored.
  @Test(arguments: try ModelRecording.quantizedNames().ofThisRun)
  func storedSizesAreNearTheQuantizers(_ name: String) throws {
    let recording = try ModelRecording.quantized(name)
    guard let text = recording.json["reference"]?.source, let reference = Double(text) else { return }
    let total = Double(recording.json["total"]!.int!)
    #expect(abs(total - reference) / reference < 0.06, "\(total) stored, \(reference) counted by the quantizer")
  }

  /// From config.json alone the rules of the format give what the headers give, but for small things beside scales.
  @Test(arguments: try ModelRecording.quantizedNames().ofThisRun)
  func configAloneIsNear(_ name: String) throws {
    let recording = try ModelRecording.quantized(name)
    let tree = try ModuleTree(config: recording.config, tensors: nil, options: .recorded)
    let bytes = try ModuleSizes(tree, engine: .transformers).totalBits / 8
    let expected = recording.json["reference"]?.int ?? recording.json["total"]!.int!
    #expect(abs(bytes - expected) * 10_000 <= 5 * expected, "\(bytes) by rule, \(expected) counted")
    #expect(tree.notes.map(\.code).filter { $0 != "unpacked-on-older-gpus" } == ["sizes-by-rule"])
    // A weight has as many elements packed as unpacked, whether its files are there or not.
    #expect(try recording.tree().parameterCount == tree.parameterCount)
  }

  /// Experts of 4 bits among linear layers of 8: DeepSeek-V4's `expert_dtype`, beside or in the quantization.
  @Test func expertsMayHaveAnotherWidth() throws {
    let recording = try ModelRecording.quantized("qwen3-30b-a3b-fp8")
    let source = recording.config.source
    func expertBytes(_ text: String) throws -> (bytes: Int, notes: [String]) {
      let tree = try ModuleTree(config: JSONDocument(parsing: text).root, tensors: nil, options: .recorded)
      let sizes = try ModuleSizes(tree, engine: .transformers)
      let experts = try #require(tree.module(at: "model.layers.5.mlp.experts"))
      return (sizes.bytes(ofModule: experts), tree.notes.map(\.code))
    }
    let elements = 128 * 3 * 768 * 2048
    #expect(try expertBytes(source).bytes == elements + elements / (128 * 128) * 4)
    let beside = try expertBytes("{\"expert_dtype\": \"fp4\"," + source.dropFirst())
    #expect(beside.bytes == elements / 2 + elements / 32 * 4)
    let mixed = try expertBytes(source.replacing("\"fmt\"", with: "\"quantized_layers\": {}, \"fmt\""))
    #expect(mixed.bytes == elements * 2)
    #expect(mixed.notes == ["unpacked-sizes", "unpacked-on-older-gpus"])
  }
}
