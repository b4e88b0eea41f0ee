import Testing

@testable import DeviceMap

/// Caches and states against what transformers 5.23.0 allocates (`Fixtures/memory/caches.json`).
@Suite struct ModelStatesRecordingTests {
  @Test("bytes of each layer, after a prefill and after a decode step", arguments: MemoryRecordings.caches)
  func recorded(_ recording: CacheRecording) throws {
    guard StateFamily.of(recording.config.modelType) != nil else { return }
    let states = try ModelStates(recording.config)
    for one in recording.cases {
      let after = Workload(context: one.context, batch: one.batch, source: recording.source)
      let next = Workload(context: one.context + 1, batch: one.batch, source: recording.source)
      let at: Comment = "\(recording.name), batch \(one.batch), context \(one.context)"
      #expect(states.layers.map { $0.heldBytes(after) } == one.prefill_held.values, at)
      #expect(states.layers.map { $0.prefillBytes(after) } == one.prefill_stored.values, at)
      #expect(states.layers.map { $0.heldBytes(next) } == one.decode_held.values, at)
      #expect(states.layers.map { $0.decodeBytes(next) } == one.decode_stored.values, at)
    }
  }

  @Test func whatIsCalledRecordedIsRecorded() {
    #expect(StateFamily.recordedTypes == Set(MemoryRecordings.caches.map(\.config.modelType)).intersection(StateFamily.recordedTypes).sorted())
  }

  @Test func enoughArchitecturesAreRecorded() {
    let understood = MemoryRecordings.caches.filter { StateFamily.of($0.config.modelType) != nil }
    #expect(understood.count >= 40)
    #expect(understood.allSatisfy { $0.cases.count == 6 && Set($0.cases.map(\.context)).count == 3 })
  }
}
