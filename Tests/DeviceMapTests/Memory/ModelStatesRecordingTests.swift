import Testing

@testable import DeviceMap

/// Caches and states against what transformers 5.23.0 allocates (`Fixtures/memory/caches.json`).
@Suite struct ModelStatesRecordingTests {
  @Test("bytes of each layer, after a prefill and after a decode step", arguments: try MemoryRecordings.caches())
  func recorded(_ recording: CacheRecording) throws {
    guard StateFamily.of(recording.config.modelType) != nil else { return }
    let states = try ModelStates(recording.config)
    for one in recording.cases {
      let after = Workload(context: one.context, batch: one.batch, source: recording.source)
      let next = Workload(context: one.context + 1, batch: one.batch, source: recording.source)
      let at: Comment = "\(recording.name), batch \(one.batch), context \(one.context)"
      #expect(states.layers.map { $0.heldBytes(after) } == one.prefillHeld.values, at)
      #expect(states.layers.map { $0.heldBytes(next) } == one.decodeHeld.values, at)
      guard StateFamily.isRecorded(recording.config.modelType) else { continue }
      #expect(states.layers.map { $0.prefillBytes(after) } == one.prefillStored.values, at)
      #expect(states.layers.map { $0.decodeBytes(next) } == one.decodeStored.values, at)
    }
  }

  @Test func whatIsCalledRecordedIsRecorded() throws {
    let recorded = Set(try MemoryRecordings.caches().map(\.config.modelType))
    #expect(StateFamily.recordedTypes.filter { !recorded.contains($0) } == [])
  }

  @Test func whatIsOnlyReadIsNotCalledExact() throws {
    let chatGLM = ConfigFields(
      modelType: "chatglm",
      values: [
        "num_layers": .integer(28), "hidden_size": .integer(4096), "num_attention_heads": .integer(32),
        "kv_channels": .integer(128), "multi_query_attention": .bool(true), "multi_query_group_num": .integer(2),
      ])
    let states = try ModelStates(chatGLM)
    #expect(states.heldBytes(Workload(context: 32_768)) == 28 * 32_768 * 2 * (128 + 128) * 2)
    #expect(states.confidence(Workload(context: 1)) == .derived)
  }

  @Test func enoughArchitecturesAreRecorded() throws {
    let understood = try MemoryRecordings.caches().filter { StateFamily.of($0.config.modelType) != nil }
    #expect(understood.count >= 40)
    #expect(understood.allSatisfy { $0.cases.count == 6 && Set($0.cases.map(\.context)).count == 3 })
  }
}
