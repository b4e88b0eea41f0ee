import Testing

@testable import DeviceMap

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
    #expect(fit.weightBytes(bits: 4) == 16_060_522_496 / 4 + 512)
  }

  @Test func oneGPUWithItsParts() throws {
    let fit = try Self.fit.get()
    let answer = fit.on(budgets([24]), Workload(context: 4096))
    let use = answer.uses[0]
    #expect(answer.fits && answer.missing == 0 && answer.binding == .gpu(0))
    #expect(use.states == 4096 * (32 * 2 * 8 * 128 * 2 + 16))
    #expect(use.transient == 119_304 * 4096)
    #expect(use.reserve == 500 << 20)
    #expect(use.free == 24 << 30 - use.used)
    #expect(use.first == "model.embed_tokens" && use.last == "lm_head")
  }

  @Test func whatIsMissingIsToTheByte() throws {
    let fit = try Self.fit.get()
    let work = Workload(context: 4096)
    let need = fit.on(budgets([24]), work).uses[0].used
    let short = fit.on([DeviceBudget(.gpu(0), bytes: need - 1)], work)
    #expect(!short.fits && short.missing == 1)
    #expect(fit.on([DeviceBudget(.gpu(0), bytes: need)], work).fits)
  }

  @Test(
    "the longest context fits and one token more does not",
    arguments: [[20], [24], [80], [12, 12], [8, 16], [24, 6, 10], [6, 10, 24], [10, 10, 10]])
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
        #expect(plan.violations.isEmpty)
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
    for _ in 0..<40 {
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
      ModelFit.Offer(name: "8", bytes: 8 << 30, price: 1), .init(name: "12", bytes: 12 << 30, price: 1.6),
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
      fit.cheapest(offers.map { ModelFit.Offer(name: "", bytes: $0.gibibytes << 30, price: $0.price) })?.counts
    }
    #expect(mix([(10, 1), (20, 2)]) == [0, 1])
    #expect(mix([(20, 2), (10, 1)]) == [1, 0])
    #expect(mix([(10, 1), (20, 2.5)]) == [2, 0])
    #expect(mix([(20, 2), (20, 2)]) == [0, 1])
    #expect(mix([(12, 1), (11, 1), (10, 1)]) == [0, 0, 2])
  }

  @Test func theTableCountsByBytes() throws {
    let fit = try Self.fit.get()
    let table = fit.table(gpuBytes: [24 << 30, 80 << 30, 100 << 20], Workload(context: 1024))
    #expect(table.map(\.bits) == [32, 16, 8, 4])
    #expect(table.map { $0.counts[0] } == [2, 1, 1, 1])
    #expect(table.map { $0.counts[1] } == [1, 1, 1, 1])
    #expect(table.map { $0.counts[2] } == [nil, nil, nil, nil])
  }

  @Test func unequalDevicesAreUsedInTheOrderThatHoldsMost() {
    // Parts of 6, 3 and 3 on rooms of 4 and 9: only with the second device first all find a place.
    let reach = FitReach([6, 3, 3])
    #expect(reach.stretches(rooms: [4, 9]).map(\.range) == [0..<0, 0..<2])
    #expect(reach.stretches(rooms: [4, 9], anyOrder: true).map(\.range) == [0..<2, 2..<3])
    #expect(reach.stretches(rooms: [4, 9], anyOrder: true).map(\.device) == [1, 0])
    #expect(reach.stretches(rooms: [6, 6]).map(\.range) == [0..<1, 1..<3])
  }
}
