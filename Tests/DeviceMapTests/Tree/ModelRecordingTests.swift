import DeviceMap
import Testing

/// Every recorded model: the same modules, classes and bytes as the reference builds, and the same maps.
@Suite struct ModelRecordingTests {
  @Test(arguments: try (ModelRecording.names() + ModelRecording.earlierNames()).ofThisRun)
  func fromHeaders(_ name: String) throws {
    let recording = try ModelRecording(name)
    let tree = try ModuleTree(
      config: recording.config, tensors: StoredTensors(recording.tensors), options: recording.options)
    expect(tree, recording)
    let isRemote = name.hasPrefix("remote/")
    #expect(tree.notes.allSatisfy { isRemote && ["remote-code", "unknown-model-type"].contains($0.code) })
    // Here because a large tree is built once, and the tree that is placed is the one that was compared.
    try recording.expectMaps(of: tree)
  }

  @Test(arguments: try (ModelRecording.names() + ModelRecording.earlierNames()).ofThisRun)
  func fromConfigAlone(_ name: String) throws {
    let recording = try ModelRecording(name)
    var options = recording.options
    if recording.config["torch_dtype"] == nil, recording.config["dtype"] == nil {
      options.dtype = .fixed(recording.dtype)
    }
    expect(try ModuleTree(config: recording.config, tensors: nil, options: options), recording)
  }

  /// How many models the newest release has built and placed.
  @Test func recordedWithTheNewestRelease() throws {
    let names = try ModelRecording.names()
    #expect(try names.count { try ModelRecording($0).release == .newest } == 93)
  }

  private func expect(_ tree: ModuleTree, _ recording: ModelRecording) {
    let difference = firstDifference(tree.lines, recording.modules)
    #expect(difference == nil, "\(recording.name): \(difference ?? "")")
    #expect(tree.noSplitClasses == recording.noSplit)
    #expect(tree.tieLines == recording.ties)
  }
}
