import DeviceMap
import Testing

@Suite struct ModelFitTests {
  private static let fit = Result { try ModelFit(KnownMemoryTests.tree(KnownMemoryTests.llama8B)) }

  private func budgets(_ gibibytes: [Int]) -> [DeviceBudget] {
    gibibytes.enumerated().map { DeviceBudget(.gpu($0), bytes: $1 << 30) }
  }

  @Test func weightsAreThoseOfTheTree() throws {
    let fit = try Self.fit.get()
    #expect(fit.weightBytes == 16_060_523_008)
    #expect(fit.weightsByDType.map(\.dtype) == [.bf16, .f32])
    #expect(fit.weightsByDType.map(\.bytes) == [16_060_522_496, 512])
  }

  @Test func oneGPUWithItsParts() throws {
    let fit = try Self.fit.get()
    let answer = fit.on(budgets([24]), Workload(context: 4096))
    let account = answer.accounts[0]
    #expect(answer.fits && answer.missing == 0 && answer.binding == .gpu(0))
    #expect(account.state == 4096 * (32 * 2 * 8 * 128 * 2 + 16))
    #expect(account.transient == 119_304 * 4096)
    #expect(account.reserve == 500 << 20 && account.limit == 24 << 30)
    #expect(account.budget == 24 << 30 - 500 << 20)
    #expect(account.free == 24 << 30 - 500 << 20 - account.used)
    #expect(account.first == "" && account.last == "")
  }

  @Test func whatIsMissingIsToTheByte() throws {
    let fit = try Self.fit.get()
    let work = Workload(context: 4096)
    let account = fit.on(budgets([24]), work).accounts[0]
    let need = account.used + account.reserve
    let short = fit.on([DeviceBudget(.gpu(0), bytes: need - 1)], work)
    #expect(!short.fits && short.missing == 1)
    #expect(fit.on([DeviceBudget(.gpu(0), bytes: need)], work).fits)
  }

  @Test(
    "the longest context fits and one token more does not",
    arguments: [[20], [24], [80], [12, 12], [8, 16], [24, 6, 10], [6, 10, 24], [10, 10, 10]].ofThisRun)
  func longestContext(_ gibibytes: [Int]) throws {
    let fit = try Self.fit.get()
    for batch in [1, 3] {
      for attention in AttentionKernel.allCases {
        var work = Workload(context: 1, batch: batch, attention: attention)
        let longest = try #require(fit.longestContext(on: budgets(gibibytes), work))
        work.context = longest
        #expect(fit.on(budgets(gibibytes), work).fits)
        work.context += 1
        #expect(!fit.on(budgets(gibibytes), work).fits)
      }
    }
  }

  @Test func theOptimalPlanForTheLongestContextFits() throws {
    let fit = try Self.fit.get()
    let tree = try KnownMemoryTests.tree(KnownMemoryTests.llama8B)
    for gibibytes in [[24], [12, 12], [8, 16]] {
      var work = Workload(context: 1)
      work.context = try #require(fit.longestContext(on: budgets(gibibytes), work))
      let limits = MaxMemory(gibibytes.enumerated().map { (.gpu($0), .bytes($1 << 30)) })
      for (extra, isOnGPUs) in [(0, true), (1, false)] {
        work.context += extra
        let options = PlacementOptions(running: RunningMemory(fit.memory, work))
        let plan = try tree.plan(OptimalPolicy(), maxMemory: limits, options: options)
        #expect(plan.deviceMap.allSatisfy(\.device.isAccelerator) == isOnGPUs, "\(gibibytes) \(work.context)")
        #expect(plan.ledger.errors.isEmpty)
      }
    }
  }

  @Test func largestBatch() throws {
    let fit = try Self.fit.get()
    var work = Workload(context: 2048)
    work.batch = try #require(fit.largestBatch(on: budgets([24]), work))
    #expect(fit.on(budgets([24]), work).fits)
    work.batch += 1
    #expect(!fit.on(budgets([24]), work).fits)
  }

  @Test func moreMemoryNeverShortensTheContextNorRaisesTheCount() throws {
    let fit = try Self.fit.get()
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<TestExtent.rounds(40) {
      let sizes = (0..<Int.random(in: 1...4, using: &generator)).map { _ in Int.random(in: 2...30, using: &generator) }
      var more = sizes
      more[Int.random(in: 0..<more.count, using: &generator)] += Int.random(in: 0...8, using: &generator)
      let work = Workload(context: 1)
      let before = fit.longestContext(on: budgets(sizes), work) ?? 0
      #expect(fit.longestContext(on: budgets(more), work) ?? 0 >= before, "seed 7: \(sizes) \(more)")
    }
    let counts = (2...40).map { fit.fewest(gpuBytes: $0 << 30, Workload(context: 8192)) ?? .max }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 }, "\(counts)")
  }

  @Test func fewestGPUsAreEnoughAndOneLessIsNot() throws {
    let fit = try Self.fit.get()
    let work = Workload(context: 8192)
    for gibibytes in [3, 4, 6, 8, 12, 24] {
      let count = try #require(fit.fewest(gpuBytes: gibibytes << 30, work))
      #expect(fit.on(budgets(Array(repeating: gibibytes, count: count)), work).fits)
      if count > 1 { #expect(!fit.on(budgets(Array(repeating: gibibytes, count: count - 1)), work).fits) }
    }
    #expect(fit.fewest(gpuBytes: 1 << 30, work) == nil)
  }

  @Test func theCheapestMixIsTheBestOfAll() throws {
    let fit = try Self.fit.get()
    let work = Workload(context: 8192)
    let offers = [
      GPUOffer(name: "8", bytes: 8 << 30, price: 1), .init(name: "12", bytes: 12 << 30, price: 1.6),
      .init(name: "24", bytes: 24 << 30, price: 3.1),
    ]
    let mix = try #require(fit.cheapest(offers, work, limit: 5))
    var best = Double.infinity
    for a in 0...5 {
      for b in 0...(5 - a) {
        for c in 0...(5 - a - b) where a + b + c > 0 {
          let sizes = Array(repeating: 8, count: a) + Array(repeating: 12, count: b) + Array(repeating: 24, count: c)
          if fit.on(budgets(sizes), work).fits { best = min(best, Double(a) + 1.6 * Double(b) + 3.1 * Double(c)) }
        }
      }
    }
    #expect(abs(mix.price - best) < 1e-9)
    #expect(fit.cheapest(offers, work, limit: 0) == nil)
  }

  @Test func ofEquallyCheapMixesTheFewestGPUsThenTheLastOfferCount() throws {
    let fit = try Self.fit.get()
    func mix(_ offers: [(gibibytes: Int, price: Double)]) -> [Int]? {
      fit.cheapest(offers.map { GPUOffer(name: "", bytes: $0.gibibytes << 30, price: $0.price) })?.counts
    }
    #expect(mix([(10, 1), (20, 2)]) == [0, 1])
    #expect(mix([(20, 2), (10, 1)]) == [1, 0])
    #expect(mix([(10, 1), (20, 2.5)]) == [2, 0])
    #expect(mix([(20, 2), (20, 2)]) == [0, 1])
    #expect(mix([(12, 1), (11, 1), (10, 1)]) == [0, 0, 2])
  }

  @Test func unequalDevicesAreUsedInTheOrderThatHoldsMost() throws {
    // Parts of 6, 3 and 3 on 4 and 9 bytes: only with the second device first all find a place.
    let tree = ModuleTree {
      Module("a", class: "A", bytes: 6)
      Module("b", class: "B", bytes: 3)
      Module("c", class: "C", bytes: 3)
    }
    var fit = try ModelFit(tree)
    let devices = [DeviceBudget(.gpu(0), bytes: 4), DeviceBudget(.gpu(1), bytes: 9)]
    #expect(!fit.on(devices).fits)
    fit.anyOrder = true
    let plan = try #require(fit.on(devices).plan)
    #expect(fit.on(devices).fits)
    #expect(plan.device(of: "a") == .gpu(1) && plan.device(of: "c") == .gpu(0))
  }

  @Test("what the GPUs do not hold may be on the cpu, and is said", arguments: [false, true])
  func offload(hasCPU: Bool) throws {
    let fit = try Self.fit.get()
    let devices = budgets([12]) + (hasCPU ? [DeviceBudget(.cpu, bytes: 32 << 30)] : [])
    let answer = fit.on(devices, Workload(context: 2048))
    #expect(answer.fits == hasCPU)
    #expect((answer.missing == 0) == hasCPU)
    #expect(answer.offloadedBytes > 0)
    #expect((answer.plan?.ledger[.disk]?.weights == 0) == hasCPU)
  }

  @Test("a reserve above the limit leaves nothing, and is missing too")
  func reserveAboveTheLimit() throws {
    var fit = try Self.fit.get()
    fit.reserve = 30 << 30
    let answer = fit.on(budgets([24]), Workload(context: 1))
    #expect(!answer.fits)
    #expect(answer.accounts[0].limit == 24 << 30 && answer.accounts[0].budget == 0)
    let enough = fit.on([DeviceBudget(.gpu(0), bytes: 24 << 30 + answer.missing)], Workload(context: 1))
    let short = fit.on([DeviceBudget(.gpu(0), bytes: 24 << 30 + answer.missing - 1)], Workload(context: 1))
    #expect(enough.fits && !short.fits)
  }

  @Test("each change that is proposed makes it fit")
  func changes() throws {
    let fit = try Self.fit.get()
    let devices = budgets([10, 10])
    var work = Workload(context: 20_000, batch: 2)
    let running = try #require(fit.running(work))
    let changes = fit.changes(devices, running: running)
    #expect(Set(changes.map(\.code)).isSuperset(of: ["context", "gpus", "cpu"]))
    for change in changes {
      work = Workload(context: 20_000, batch: 2)
      switch change {
      case .context(let tokens): work.context = tokens
      case .batch(let batch): work.batch = batch
      case .cacheType(let type): work.cacheType = type
      case .moreGPUs(let count, let bytes):
        let more = devices + (0..<count).map { DeviceBudget(.gpu(2 + $0), bytes: bytes) }
        #expect(fit.on(more, work).fits)
        continue
      case .cpu(let bytes):
        #expect(fit.on(devices + [DeviceBudget(.cpu, bytes: bytes)], work).fits)
        continue
      case .prefill(let tokens):
        #expect(fit.on(devices, running: RunningMemory(fit.memory, work, prefill: tokens)).fits)
        continue
      case .dtype, .dtypeAndPrefill: Issue.record("no dtypes were offered")
      }
      #expect(fit.on(devices, work).fits, "\(change)")
    }
  }

  @Test("a workload without a dtype is of the model's: a cache in float32 takes twice that of 16 bits")
  func dtypeOfTheModel() throws {
    let text = KnownMemoryTests.llama8B.replacing("bfloat16", with: "float32")
    let single = try ModelFit(KnownMemoryTests.tree(text))
    let half = try Self.fit.get()
    #expect(single.weightBytes > 2 * half.weightBytes - 1024)
    let bytes = [single, half].map { $0.running(Workload(context: 4096))?.cacheBytes }
    #expect(bytes == [4096 * 262_144, 4096 * 131_072])
  }

  @Test("a training counts its states where the weights are")
  func training() throws {
    var fit = try Self.fit.get()
    let tree = try KnownMemoryTests.tree(KnownMemoryTests.llama8B)
    let states = TrainingStates(tree, memory: fit.memory, .init(.adamw))
    fit.training = states
    let work = Workload(context: 2048)
    let total = TrainingMemory(states, fit.memory, work).total
    let running = try #require(fit.running(work))
    let alone = fit.on([DeviceBudget(.gpu(0), bytes: total + running.reserve)], work)
    #expect(alone.fits)
    #expect(alone.accounts[0].used == total)
    #expect(!fit.on([DeviceBudget(.gpu(0), bytes: total + running.reserve - 1)], work).fits)
    #expect(!fit.on(budgets([24]) + [DeviceBudget(.cpu, bytes: 500 << 30)], work).fits)
    let count = try #require(fit.fewest(gpuBytes: 40 << 30, work))
    #expect(fit.on(budgets(Array(repeating: 40, count: count)), work).fits)
  }
}
