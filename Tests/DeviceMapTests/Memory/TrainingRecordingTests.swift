import DeviceMap
import Foundation
import Testing

/// What `Fixtures/oracle/record_training.py` measured of models in training mode.
struct TrainingRecording: Decodable, Sendable, CustomTestStringConvertible {
  var model: String
  var config: String
  var batch: Int
  /// Nil for images.
  var tokens: Int?
  var measured: Int

  var testDescription: String { "\(model) \(batch)" }

  private struct Whole: Decodable { var rows: [TrainingRecording] }

  static func all() throws -> [TrainingRecording] {
    let whole: Whole = try FixtureFiles.json("memory/training.json")
    return try FixtureFiles.counted(whole.rows, 12, of: "recorded trainings")
  }
}

@Suite struct TrainingRecordingTests {
  @Test("activations are within 5 % of what was measured, and never under by more than 3 %")
  func activations() throws {
    for row in try TrainingRecording.all() {
      let tree = try ModuleTree(config: ModelConfig(parsing: row.config))
      let memory = ModelMemory(tree)
      let work = Workload(context: row.tokens ?? 1, batch: row.batch)
      let said = TrainingMemory(tree, memory: memory, work, .init(.adamw)).activations.bytes
      let error = Double(said - row.measured) / Double(row.measured)
      #expect((-0.03...0.05).contains(error), "\(row.testDescription): \(said) for \(row.measured)")
    }
  }

  @Test("layers before the first that is trained keep nothing for the backward pass")
  func frozenLayers() throws {
    let tree = try KnownMemoryTests.tree(KnownMemoryTests.llama8B)
    let memory = ModelMemory(tree)
    let work = Workload(context: 2048)
    let all = TrainingMemory(tree, memory: memory, work, .init(.adamw))
    let frozen = Set((0..<24).map { "model.layers.\($0)." })
    let last = TrainingMemory(tree, memory: memory, work, .init(.adamw)) { path in
      path.hasPrefix("model.embed_tokens") || frozen.contains { path.hasPrefix($0) }
    }
    let layer = 2048 * (20 * 4096 + 8 * 14336 + 4 * 1024 + 4 * 32 + 8)
    #expect(all.activations.bytes - last.activations.bytes == 24 * layer)
  }

  @Test("adapters are all that is trained, in single precision")
  func adapters() throws {
    let tree = try KnownMemoryTests.tree(KnownMemoryTests.llama8B)
    let memory = ModelMemory(tree)
    let projections = Set((0..<tree.count).filter { ["q_proj", "v_proj"].contains(tree.name(of: $0)) })
    let adapter = LowRankAdapter(rank: 16, modules: projections)
    let states = TrainingStates(tree, memory: memory, .init(.adamw), adapter: adapter)
    let training = TrainingMemory(states, memory, Workload(context: 2048))
    let elements = 32 * 16 * (4096 + 4096 + 4096 + 1024)
    #expect(training.trainableElements == elements)
    #expect(training.gradients.bytes == 4 * elements)
    #expect(training.optimizer.bytes == 8 * elements + 4 * 2 * 64)
    #expect(training.weights.bytes == 2 * 8_030_261_248 + 512 + 4 * elements)
  }

  /// Adapters within layers that are computed again keep their inputs for one layer at a time.
  @Test func adaptersOfLayersComputedAgain() throws {
    let tree = try KnownMemoryTests.tree(KnownMemoryTests.llama8B)
    let memory = ModelMemory(tree)
    let projections = Set((0..<tree.count).filter { ["q_proj", "v_proj"].contains(tree.name(of: $0)) })
    let adapter = LowRankAdapter(rank: 16, modules: projections)
    let work = Workload(context: 2048)
    func added(checkpointing: Bool) -> Int {
      let options = TrainingMemory.Options(.adamw, checkpointing: checkpointing)
      let adapted = TrainingStates(tree, memory: memory, options, adapter: adapter)
      return TrainingMemory(adapted, memory, work).activations.bytes
        - TrainingMemory(tree, memory: memory, work, options).activations.bytes
    }
    let layer = 2 * 2048 * (4 * 4096 + 4 * 16)
    #expect(added(checkpointing: false) == 32 * layer)
    #expect(added(checkpointing: true) == layer)
    let options = TrainingMemory.Options(.adamw, checkpointing: true)
    let demands = TrainingStates(tree, memory: memory, options, adapter: adapter).demands(memory, work)
    let plain = TrainingStates(tree, memory: memory, options).demands(memory, work)
    #expect(demands.map(\.transient).max()! - plain.map(\.transient).max()! == layer)
  }
}
