import DeviceMap
import Testing

/// Sentences with numbers, compared whole, on the true sizes of Llama-3-8B.
@Suite("Explanations")
struct ExplanationTests {
  static func tree() throws -> ModuleTree {
    let recording = try ModelRecording("llama-3-8b")
    return try ModuleTree(config: recording.config, tensors: nil, options: TreeOptions())
  }

  @Test("why a reference policy left each device")
  func boundaries() throws {
    let plan = try Self.tree().plan(.auto, maxMemory: [.gpu(0): "24GiB", .gpu(1): "6GiB", .cpu: "64GiB"])
    #expect(
      Explanation(plan).boundaries() == [
        "model.layers.16 needs 416 MiB; GPU 0 has 251 MiB left of 8.70 GiB, because balancing capped it (its budget is "
          + "24.0 GiB) and 1002 MiB is kept free for the largest layer still to be placed.",
        "model.layers.30 needs 416 MiB; GPU 1 has 320 MiB left of 6.00 GiB.",
      ])
  }

  @Test("what happened to one module, and to one that the model has not")
  func decisions() throws {
    let plan = try Self.tree().plan(.sequential, maxMemory: [.gpu(0): "10GiB", .cpu: "64GiB"])
    let explanation = Explanation(plan)
    #expect(
      explanation.decisions(about: "model.layers.0")?.last == "model.layers.0 is on GPU 0.")
    #expect(explanation.decisions(about: "model.layers")?.last == "model.layers is spread over GPU 0, cpu.")
    #expect(explanation.decisions(about: "model.layers.32") == nil)
  }

  @Test("what the fallback of accelerate put before a module that found no room")
  func fallback() throws {
    let tree = ModuleTree {
      Module("embed", bytes: 20 << 10)
      Module("block", bytes: 30 << 10)
      Module("norm", bytes: 2 << 10)
    }
    let plan = try tree.plan(
      .sequential, maxMemory: [.gpu(0): "40KiB", .cpu: "1MiB"], engine: .accelerate,
      options: PlacementOptions(fallbackAllocation: true))
    let explanation = Explanation(plan)
    #expect(
      explanation.decisions(about: "embed") == [
        "embed needs 20.0 KiB, more than GPU 0 had left (10.0 KiB left of 40.0 KiB); a smaller part went before it, so "
          + "that the device does not stay empty.",
        "embed needs 20.0 KiB; GPU 0 has 8.00 KiB left of 40.0 KiB, because 30.0 KiB is kept free for the largest layer "
          + "still to be placed.",
        "embed (20.0 KiB) went to cpu, which had 994 KiB left of 1.00 MiB.", "embed is on cpu.",
      ])
    #expect(
      explanation.decisions(about: "norm") == [
        "norm (2.00 KiB) went to GPU 0, which had 10.0 KiB left of 40.0 KiB.", "norm is on GPU 0.",
      ])
  }

  @Test("a model on one device, and devices that stay empty")
  func oneDevice() throws {
    let plan = try Self.tree().plan(.sequential, maxMemory: [.gpu(0): "24GiB", .gpu(1): "24GiB"])
    #expect(
      Explanation(plan).boundaries() == [
        "The whole model (15.0 GiB) is on GPU 0.", "GPU 1 stays empty: nothing was left for it.",
      ])
  }
}

@Suite("What would make a model fit")
struct FeasibilityTests {
  private func feasibility(_ limits: MaxMemory) throws -> Feasibility {
    try Feasibility(PlacementTask(ExplanationTests.tree(), maxMemory: limits))
  }

  @Test("more memory than all devices have together is the shortest proof")
  func total() throws {
    let remedies = Remedies(try feasibility([.gpu(0): "6GiB", .gpu(1): "6GiB", .cpu: "64GiB"]))
    #expect(
      remedies.proof() == [
        "The model needs 15.0 GiB, the accelerators offer 12.0 GiB together: at least 2.96 GiB must be offloaded."
      ])
    #expect(remedies.ways(more: nil, dtype: "int4").last == "With --dtype int4 everything would fit.")
  }

  @Test("a block larger than every device is a proof of its own")
  func block() throws {
    let limits = MaxMemory((0..<40).map { (.gpu($0), .text("500MiB")) })
    #expect(
      Remedies(try feasibility(limits)).proof() == [
        "model.embed_tokens needs 1002 MiB in one piece, the largest accelerator has 500 MiB."
      ])
  }

  @Test("memory that would be enough in one piece: how far each device gets is the proof, and no shorter one")
  func boundaries() throws {
    func remedies(_ blocks: [Int], _ limits: [Int]) throws -> Remedies {
      let tree = ModuleTree { for (index, bytes) in blocks.enumerated() { Module("m\(index)", bytes: bytes) } }
      let memory = MaxMemory(limits.enumerated().map { (device: .gpu($0.offset), limit: .bytes($0.element)) })
      return Remedies(try Feasibility(PlacementTask(tree, maxMemory: memory)))
    }
    // 12 bytes on 8 + 4: as much as there is, but not in these pieces.
    let whole = try remedies([6, 6], [8, 4])
    #expect(
      whole.proof() == [
        "GPU 0 gets no further than m0 (6 B).", "GPU 1 holds nothing: the next part is larger than its budget.",
        "m1 and what follows (6 B) are left: filled as far as they go, in this order, the accelerators hold no more.",
      ])
    #expect(
      try remedies([6, 6], [8, 3]).proof() == [
        "The model needs 12 B, the accelerators offer 11 B together: at least 1 B must be offloaded."
      ])
    // The part that is left is as large as the largest device.
    #expect(try remedies([8, 3, 8], [8, 8, 4]).proof().first == "GPU 0 gets no further than m0 (8 B).")
    #expect(
      try remedies([7, 3, 8], [7, 7, 7]).proof() == ["m2 needs 8 B in one piece, the largest accelerator has 7 B."])
  }

  @Test("the bytes that are missing are enough, and one less is not", arguments: [0, 1, 2])
  func missingBytes(index: Int) throws {
    let budgets = [3_500_000_000, 6_000_000_000, 6_600_000_000]
    func limits(_ extra: Int) -> MaxMemory {
      MaxMemory(budgets.indices.map { (.gpu($0), .bytes(budgets[$0] + ($0 == index ? extra : 0))) })
    }
    let tight = try feasibility(limits(0))
    #expect(!tight.fits)
    let missing = try #require(tight.missingBytes().first { $0.device == .gpu(index) }?.bytes)
    #expect(try feasibility(limits(missing)).fits)
    #expect(try !feasibility(limits(missing - 1)).fits)
    #expect(try ExplanationTests.tree().plan(.optimal, maxMemory: limits(missing)).certificate?.offloadedBytes == 0)
  }
}

@Suite("Policies side by side")
struct PolicyComparisonTests {
  @Test("what the optimal policy does better is said in one sentence, and only then")
  func advantage() throws {
    let tree = try ExplanationTests.tree()
    let limits: MaxMemory = [.gpu(0): "24GiB", .gpu(1): "6GiB", .cpu: "64GiB"]
    let auto = PolicyFigures(try tree.plan(.auto, maxMemory: limits))
    let best = PolicyFigures(try tree.plan(.optimal, maxMemory: limits))
    #expect(
      auto.advantage(of: best)
        == "policy optimal would keep 1.79 GiB more on the accelerators (offloaded: 0 B instead of 1.79 GiB)")
    #expect(best.advantage(of: auto) == nil)
    #expect(best.advantage(of: best) == nil)
    #expect(best.boundaries == ["model.layers.27"])
    #expect(auto.devicesInUse == 2)
  }

  @Test(
    "less use of the fullest accelerator counts from one percent on",
    arguments: [(0.9901, nil), (0.99, nil), (0.9899, "99.0"), (0.5, "50.0"), (1.1, nil)] as [(Double, String?)])
  func fuller(share: Double, percent: String?) throws {
    let tree = ModuleTree { Module("a", bytes: 1000) }
    var mine = PolicyFigures(try tree.plan(.sequential, maxMemory: [.gpu(0): "1GiB"]))
    (mine.peakShare, mine.peakBudget, mine.weights) = (1, 32 << 30, 16 << 30)
    var other = mine
    (other.policy, other.peakShare) = ("other", share)
    let sentence = "policy other would fill the fullest accelerator to \(percent ?? "") % instead of 100.0 %"
    #expect(mine.advantage(of: other) == (percent == nil ? nil : sentence))
    other.offloaded = 1
    #expect(mine.advantage(of: other) == nil, "what is offloaded comes first")
  }

  @Test(
    "nor is less use that is less than 100 MiB",
    arguments: [(1 << 30, 0.9, true), (1 << 30, 0.91, false), (4 << 30, 0.98, false)])
  func littleLess(budget: Int, share: Double, isSaid: Bool) throws {
    var mine = PolicyFigures(try ModuleTree { Module("a", bytes: 1000) }.plan(.auto, maxMemory: [.gpu(0): "1GiB"]))
    (mine.peakShare, mine.peakBudget, mine.weights) = (1, budget, 4 << 30)
    var other = mine
    other.peakShare = share
    #expect((mine.advantage(of: other) != nil) == isSaid)
  }

  @Test(
    "what is kept on the accelerators counts from a hundredth of the weights and 100 MiB on, of small models a tenth",
    arguments: [
      (1000, 99, false), (1000, 100, true), (1 << 30, (100 << 20) - 1, false), (1 << 30, 100 << 20, true),
      (10 << 30, 100 << 20, false), (10 << 30, 103 << 20, true), (40 << 30, 400 << 20, false),
      (40 << 30, 410 << 20, true),
    ])
  func kept(weights: Int, bytes: Int, isSaid: Bool) throws {
    let tree = ModuleTree { Module("a", bytes: 1000) }
    let best = PolicyFigures(try tree.plan(.sequential, maxMemory: [.gpu(0): "1GiB"]))
    var mine = best
    (mine.weights, mine.offloaded) = (weights, bytes)
    #expect((mine.advantage(of: best) != nil) == isSaid)
  }

  @Test("times need the speed of every accelerator in use")
  func times() throws {
    let tree = ModuleTree { Module("a", bytes: 1_000_000) }
    let plan = try tree.plan(.sequential, maxMemory: [.gpu(0): "1GiB"])
    #expect(PolicyFigures(plan, speeds: DeviceSpeeds()).secondsPerToken == nil)
    let speeds = DeviceSpeeds(bandwidth: [.gpu(0): 1_000_000_000])
    #expect(PolicyFigures(plan, speeds: speeds).secondsPerToken == 0.001)
    let two = try ModuleTree { for name in ["a", "b"] { Module(name, bytes: 1_000_000) } }
      .plan(.sequential, maxMemory: [.gpu(0): 1, .gpu(1): 1_500_000, .gpu(2): "1GiB"])
    #expect(two.usage.accounts.map(\.weights) == [0, 1_000_000, 1_000_000, 0])
    let both = DeviceSpeeds(bandwidth: [.gpu(1): 1_000_000_000, .gpu(2): 2_000_000_000], hopNanoseconds: 1000)
    let seconds = try #require(PolicyFigures(two, speeds: both).secondsPerToken)
    #expect(abs(seconds - 0.001501) < 1e-12)
  }
}
