import DeviceMap
import Testing

@Suite struct TrainingMemoryTests {
  private func memory(
    _ optimizer: Optimizer, _ precision: TrainingMemory.Precision = .plain, batch: Int = 1, checkpointing: Bool = false,
    isFrozen: (String) -> Bool = { _ in false }
  ) throws -> TrainingMemory {
    let tree = try KnownMemoryTests.tree(KnownMemoryTests.llama8B)
    return TrainingMemory(
      tree, memory: ModelMemory(tree), Workload(context: 2048, batch: batch),
      .init(optimizer, precision: precision, checkpointing: checkpointing), isFrozen: isFrozen)
  }

  private static let parameters = 8_030_261_248
  /// Parameter tensors: 9 in each of 32 layers, embedding, norm and head.
  private static let tensors = 32 * 9 + 3

  @Test(
    "bytes of a parameter, all terms but activations",
    arguments: [
      (Optimizer.sgd, TrainingMemory.Precision.plain, 4), (.momentum, .plain, 6), (.adamw, .plain, 8),
      (.amsgrad, .plain, 10), (.adam, .masterWeights, 16), (.adam, .autocast, 18), (.sgd, .autocast, 10),
    ])
  func bytesOfAParameter(_ optimizer: Optimizer, _ precision: TrainingMemory.Precision, _ bytes: Int) throws {
    let memory = try memory(optimizer, precision)
    let counters = optimizer == .sgd || optimizer == .momentum ? 0 : 4 * Self.tensors
    #expect(memory.total - memory.activations.bytes == bytes * Self.parameters + counters + 512)
  }

  @Test func onlyActivationsGrowWithTheBatch() throws {
    let (one, two) = (try memory(.adamw, batch: 1), try memory(.adamw, batch: 2))
    #expect(one.weights == two.weights && one.gradients == two.gradients && one.optimizer == two.optimizer)
    // Rotary tables and position ids are there once.
    let fixed = 2048 * (4 * 128 + 8)
    #expect(two.activations.bytes - fixed == 2 * (one.activations.bytes - fixed))
  }

  @Test func checkpointingKeepsOneLayer() throws {
    let (all, some) = (try memory(.adamw), try memory(.adamw, checkpointing: true))
    let layer = 2048 * (20 * 4096 + 8 * 14336 + 4 * 1024 + 4 * 32 + 8)
    #expect(all.activations.bytes - some.activations.bytes == 31 * layer - 32 * 2048 * 4096 * 2)
  }

  @Test func frozenParametersKeepTheirWeightsOnly() throws {
    let memory = try memory(.adamw) { !$0.hasPrefix("lm_head") }
    let head = 128_256 * 4096
    #expect(memory.trainableElements == head)
    #expect(memory.gradients.bytes == 2 * head)
    #expect(memory.optimizer.bytes == 4 * head + 4)
    #expect(memory.weights.bytes == 2 * Self.parameters + 512)
  }
}
