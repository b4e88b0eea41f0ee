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
