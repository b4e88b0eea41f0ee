import DeviceMap
import Testing

@Suite struct KnownAnswerTests {
  @Test func mixtralOnEightGPUsUsesAllOfThemAndPeaksAt11GiB() throws {
    let tree = TrueSizes.tree(TrueSizes.mixtral)
    let plan = try tree.plan(.optimal, maxMemory: TrueSizes.gpus([Double](repeating: 78.92, count: 8)))
    #expect(plan.gibibytes == [11.057, 10.813, 10.813, 10.813, 10.813, 10.813, 10.813, 11.057])
    #expect(plan.certificate?.sense == .givenOrder)
    #expect(plan.ledger.errors.isEmpty)
  }

  @Test func llama70BOnFourGPUsOf40GiB() throws {
    let tree = TrueSizes.tree(TrueSizes.llama70B)
    let plan = try tree.plan(.optimal, maxMemory: TrueSizes.gpus([40, 40, 40, 40]))
    #expect(plan.gibibytes == [32.239, 33.469, 33.469, 32.239])
    #expect(plan.offloadedBytes == 0)
  }

  @Test func llama70BOnSevenGPUsOf24GiBAndOneOf12() throws {
    let tree = TrueSizes.tree(TrueSizes.llama70B)
    let plan = try tree.plan(.optimal, maxMemory: TrueSizes.gpus([24, 24, 24, 24, 24, 24, 24, 12]))
    let certificate = try #require(plan.certificate)
    #expect((certificate.value.value * 100).rounded() == 75)
    #expect(certificate.gap == 0)
    #expect(plan.offloadedBytes == 0)
  }

  @Test(arguments: [[24.0, 8], [24, 6], [24, 4], [8, 8], [24, 24, 4]])
  func llama8BNeedsNoCPU(gibibytes: [Double]) throws {
    let tree = TrueSizes.tree(TrueSizes.llama8B)
    var limits = TrueSizes.gpus(gibibytes)
    limits.append(.cpu, "64GiB")
    let plan = try tree.plan(.optimal, maxMemory: limits)
    #expect(plan.offloadedBytes == 0)
    #expect(plan.usage[.cpu]?.first == nil)
    #expect(plan.ledger.errors.isEmpty)
    #expect(plan.notes.isEmpty)
  }

  /// 100 layers of 6.5 bits a weight, 4096 bytes of cache a token and layer, the vision tower with its projector in
  /// half precision, 22 GB a GPU.
  @Test func vision90BReachesTwiceTheContextOfEqualCounts() throws {
    let layer = (2 * 8192 * 8192 + 2 * 8192 * 1024 + 3 * 8192 * 28672) * 13 / 16
    let vocabulary = 128_264 * 8192 * 13 / 16
    let tree = ModuleTree {
      Module("model") {
        Module("vision_model", class: "VisionModel", bytes: 2 * 790_000_000)
        Module("language_model") {
          Module("embed_tokens", class: "Embedding", bytes: vocabulary)
          Module("layers") {
            for index in 0..<100 { Module("\(index)", class: "Layer") { Module("all", bytes: layer) } }
          }
        }
        Module("multi_modal_projector", class: "Linear", bytes: 2 * 7680 * 8192)
      }
      Module("lm_head", class: "Linear", bytes: vocabulary)
    }.noSplit("Layer")
    let layers = try (0..<100).map { try #require(tree.module(at: "model.language_model.layers.\($0)")) }
    let state = LayerState([StateTerm(2048, .tokens, .model, "4096 bytes a token")])
    let memory = ModelMemory(
      states: ModelStates(layers: layers.map { _ in state }), shape: nil, layers: layers, embedding: nil, head: nil)
    let running = { (tokens: Int) in
      PlacementOptions(running: RunningMemory(memory, Workload(context: tokens), reserve: 0))
    }
    let limits: MaxMemory = [.gpu(0): "22GB", .gpu(1): "22GB", .gpu(2): "22GB", .gpu(3): "22GB"]

    let best = try tree.plan(OptimalPolicy(.context), maxMemory: limits, options: running(1))
    let rules = try ["{0-25}=0", "{26-50}=1", "{51-75}=2", "{76-99}=3"].map { text in
      let parts = text.split(separator: "=")
      return PlacementConstraints.Rule.pin(
        try ModulePattern("model.language_model.layers.\(parts[0])"), .gpu(try #require(Int(parts[1]))))
    }
    let even = OptimalPolicy(.context, constraints: PlacementConstraints(rules))
    let equal = try tree.plan(even, maxMemory: limits, options: running(1))

    let most = try #require(best.certificate?.value.part)
    let fewer = try #require(equal.certificate?.value.part)
    // Equal counts put as many layers beside the tower as elsewhere: a third of the context.
    #expect(best.counts(of: "model.language_model.layers", layers: 100) == [23, 26, 26, 25])
    #expect(equal.counts(of: "model.language_model.layers", layers: 100) == [26, 25, 25, 24])
    #expect(most == 36_628)
    #expect(fewer == 12_818)

    // The plan holds so many tokens and not one more.
    let at = { (tokens: Int) in try tree.plan(.optimal, maxMemory: limits, options: running(tokens)) }
    #expect(try at(most).certificate?.offloadedBytes == 0)
    #expect(try at(most + 1).certificate?.offloadedBytes != 0)
  }
}
