import Foundation
import Testing

@testable import DeviceMap

@Suite("Caches of engines and the layers of stages") struct ServingTests {
  private static let giB = 1 << 30

  /// Llama-3-70B in bfloat16: 8 key/value heads of 128.
  private static func llama70B(_ layers: Int = 80) -> ServingCache {
    ServingCache(layers: Array(repeating: .init(tokenBytes: 8 * 256 * 2), count: layers))
  }

  /// The fewest blocks of the stages, as vLLM gives each of them that many.
  private static func blocks(_ cache: ServingCache, _ counts: [Int], _ bytes: [Int]) -> Int {
    var first = 0
    return zip(counts, bytes).map { count, bytes in
      defer { first += count }
      return cache.units(of: first..<first + count, bytes: bytes) ?? 0
    }.min() ?? 0
  }

  /// What `get_kv_cache_configs` of vLLM 0.33.0 answers (`kv_blocks.py`).
  @Test(
    "blocks of uneven stages",
    arguments: [([20, 20, 20, 20], 8192), ([18, 22, 22, 18], 9102), ([10, 30, 30, 10], 10_922)])
  func uneven(counts: [Int], blocks: Int) {
    let cache = Self.llama70B()
    #expect(cache.bytes(of: 0..<1, units: 1) == 65_536)
    #expect(Self.blocks(cache, counts, [10, 20, 20, 10].map { $0 * Self.giB }) == blocks)
  }

  /// All rows that vLLM's planner was asked, full layers, windows, latent attention, one stage and two.
  @Test("blocks as vLLM's own planner gives them") func recorded() throws {
    let root = try JSONDocument(parsing: [UInt8](FixtureFiles.data("engines/kv_blocks.json"))).root
    let rows = Array(try #require(root["rows"]).elements)
    #expect(rows.count == 33)
    for row in rows {
      let kinds = row["layers"]?.string ?? ""
      let cache = ServingCache(
        layers: kinds.map { kind in
          kind == "m"
            ? .init(tokenBytes: 576 * 2) : .init(tokenBytes: 8 * 256 * 2, window: kind == "s" ? 1024 : nil)
        })
      let stages = row["stages"]?.elements.compactMap(\.int) ?? []
      let bytes = row["bytes"]?.elements.compactMap(\.int) ?? []
      #expect(Self.blocks(cache, stages, bytes) == row["blocks"]?.int, "\(kinds) \(stages) \(bytes)")
    }
  }

  /// What the engines' own functions make of our lists, and what they choose without (`accept_texts.py`).
  @Test("lists as the engines read them") func accepted() throws {
    let root = try JSONDocument(parsing: [UInt8](FixtureFiles.data("engines/accepted.json"))).root
    for row in try #require(root["partitions"]).elements {
      let counts = (row[2]?.string ?? "").split(separator: ",").compactMap { Int($0) }
      var first = 0
      let stages = counts.map { count in
        defer { first += count }
        return [first, first + count]
      }
      #expect(row[3]?.elements.map { $0.elements.compactMap(\.int) } == stages)
      let golden = try FixtureFiles.text("golden/\(row[1]?.string ?? "").txt")
      #expect(golden.contains("_PP_LAYER_PARTITION=\(row[2]?.string ?? "") "))
    }
    let defaults = Array(try #require(root["defaults"]).elements)
    #expect(defaults.count > 150)
    for row in defaults {
      let engine = try #require(ParallelEngine(rawValue: row[0]?.string ?? ""))
      let counts = engine.defaultSplit(layers: row[1]?.int ?? 0, stages: row[2]?.int ?? 0)
      #expect(counts == row[3]?.elements.compactMap(\.int))
    }
    for row in try #require(root["mlx"]).elements {
      // Ranks count from the end of the model.
      let counts = row[0]?.elements.compactMap(\.int) ?? []
      var end = counts.reduce(0, +)
      for (count, range) in zip(counts, row[1]?.elements.map { $0.elements.compactMap(\.int) } ?? []) {
        #expect(range == [end - count, end])
        end -= count
      }
    }
    let splits = Array(try #require(root["llama.cpp"]).elements)
    #expect(splits.count > 350)
    for row in splits {
      let shares = row[0]?.elements.compactMap { Float($0.source) } ?? []
      #expect(LlamaCppSplit.layers(shares: shares, items: row[1]?.int ?? 0) == row[2]?.elements.compactMap(\.int))
    }
  }

  @Test("groups of windows and full layers") func hybrid() {
    let full = ServingCache.Layer(tokenBytes: 4096)
    let window = ServingCache.Layer(tokenBytes: 4096, window: 1024)
    let cache = ServingCache(layers: (0..<30).map { $0 % 6 == 5 ? full : window })
    #expect(cache.groups.map(\.pages.count) == [5, 5, 5, 5, 5, 5])
    #expect(Self.blocks(cache, [30], [10 * Self.giB]) == 32_768)
    #expect(Self.blocks(cache, [12, 18], [10 * Self.giB, 10 * Self.giB]) == 54_613)
    // 16 384 tokens: all blocks of the full group, of each other those of the window and of what is computed at once.
    #expect(cache.units(ofSequence: 16_384, batched: 8192) == 1024 + 5 * ((1023 + 8192 + 15) / 16 + 1))
    // Kinds of nearly the same number stand in one group each.
    let near = ServingCache(layers: (0..<10).map { $0 < 4 ? full : window })
    #expect(near.groups.map(\.pages.count) == [4, 3, 3])
    let equal = ServingCache(layers: (0..<10).map { $0 % 2 == 0 ? full : window })
    #expect(equal.groups.map(\.pages.count) == [5, 5])
  }

  @Test("latent attention is not shared") func latent() throws {
    let tree = try ModuleTree(
      config: ModelConfig(
        parsing: """
          {"architectures": ["DeepseekV3ForCausalLM"], "model_type": "deepseek_v3", "hidden_size": 64,
           "intermediate_size": 96, "moe_intermediate_size": 48, "num_hidden_layers": 2, "first_k_dense_replace": 1,
           "num_attention_heads": 8, "num_key_value_heads": 8, "q_lora_rank": 32, "kv_lora_rank": 32,
           "qk_rope_head_dim": 8, "qk_nope_head_dim": 16, "v_head_dim": 16, "vocab_size": 250, "n_routed_experts": 8,
           "n_group": 2, "topk_group": 1, "num_experts_per_tok": 2, "dtype": "bfloat16"}
          """))
    for ranks in [1, 2, 8] {
      #expect(ServingCache(tree, .vllm, ranks: ranks, type: nil)?.layers.map { 16 * $0.tokenBytes } == [1280, 1280])
    }
  }

  @Test(
    "layers that engines take by themselves",
    arguments: [
      (ParallelEngine.vllm, 81, 4, [20, 20, 21, 20]), (.vllm, 82, 4, [20, 21, 21, 20]),
      (.vllm, 83, 4, [21, 21, 21, 20]),
      (.vllm, 61, 8, [7, 7, 8, 8, 8, 8, 8, 7]), (.vllm, 3, 4, [1, 1, 1, 0]), (.sglang, 81, 4, [20, 20, 20, 21]),
      (.sglang, 82, 4, [20, 20, 21, 21]), (.sglang, 94, 8, [11, 11, 12, 12, 12, 12, 12, 12]),
      (.transformers, 32, 3, [10, 10, 12]), (.vllm, 7, 1, [7]),
    ])
  func defaults(engine: ParallelEngine, layers: Int, stages: Int, expected: [Int]) {
    #expect(engine.defaultSplit(layers: layers, stages: stages) == expected)
  }

  /// Numbers of items that add up to all of them give exactly these numbers.
  @Test("llama.cpp splits as its -ts says, 20 000 times") func llamaCpp() {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<20_000 {
      let devices = Int.random(in: 1...8, using: &generator)
      let counts = (0..<devices).map { _ in Int.random(in: 0...40, using: &generator) }
      let sum = counts.reduce(0, +)
      guard sum > 0 else { continue }
      let found = LlamaCppSplit.layers(shares: counts.map { Float($0) }, items: sum)
      #expect(found == counts)
    }
    // The layers alone leave the output to the last and shift the others.
    #expect(LlamaCppSplit.layers(shares: [18, 22, 22, 18], items: 81) == [19, 22, 22, 18])
  }

  /// No other choice of layers gives the stage that has least more.
  @Test("the best layers of stages, against all choices") func best() throws {
    var generator = SeededGenerator(seed: 41)
    for round in 0..<TestExtent.rounds(40) {
      let layers = Int.random(in: 3...7, using: &generator)
      let isTied = Bool.random(using: &generator)
      let tree = try ExportModels.small("LlamaForCausalLM", "llama", layers: layers, tied: isTied)
      let stages = Int.random(in: 1...min(4, layers), using: &generator)
      let gpus = (0..<stages).map { _ in Int.random(in: 150_000...600_000, using: &generator) }
      let layout = ParallelLayout(stages: stages)
      var most: Int?
      for counts in Self.compositions(of: layers, into: stages) {
        var given = layout
        given.stageLayers = counts
        guard let units = try? ServingPlan(tree, given, engine: .vllm, gpus: gpus).units else { continue }
        most = max(most ?? 0, units)
      }
      let found = try? ServingPlan(tree, layout, engine: .vllm, gpus: gpus)
      #expect(found?.units == most, "round \(round): \(layers) layers, \(gpus)")
    }
  }

  /// No other choice of layers makes the slowest stage faster, and the certificate says so.
  @Test("the fastest layers of stages, against all choices") func fastest() throws {
    var generator = SeededGenerator(seed: 47)
    var found = 0
    for round in 0..<TestExtent.rounds(40) {
      let layers = Int.random(in: 3...7, using: &generator)
      let tree = try ExportModels.small(
        "LlamaForCausalLM", "llama", layers: layers, tied: Bool.random(using: &generator))
      let stages = Int.random(in: 1...min(4, layers), using: &generator)
      let gpus = (0..<stages).map { _ in Int.random(in: 150_000...600_000, using: &generator) }
      let rates = (0..<stages).map { _ in Int.random(in: 1...5, using: &generator) * 100_000_000_000 }
      // Of some, the cache of a sequence is read beside the weights.
      let context = round % 3 == 0 ? nil : Int.random(in: 1...5000, using: &generator)
      var least: Int?
      for counts in Self.compositions(of: layers, into: stages) {
        let layout = ParallelLayout(stages: stages, stageLayers: counts)
        guard
          let plan = try? ServingPlan(tree, layout, engine: .vllm, gpus: gpus, rates: rates, context: context),
          let certificate = plan.certificate
        else { continue }
        least = min(least ?? .max, certificate.value)
        #expect(certificate.bound <= certificate.value)
      }
      let plan = try? ServingPlan(
        tree, ParallelLayout(stages: stages), engine: .vllm, gpus: gpus, rates: rates, context: context)
      #expect(plan?.certificate?.value == least, "round \(round): \(layers) layers, \(gpus), \(rates)")
      #expect(plan?.certificate?.bound == least)
      found += least == nil ? 0 : 1
    }
    #expect(found > TestExtent.rounds(15))
  }

  @Test("the cache of a sequence is read with the weights") func timeOfCache() throws {
    let tree = try ExportModels.small("LlamaForCausalLM", "llama", layers: 4)
    func time(_ context: Int?) throws -> Int {
      let layout = ParallelLayout(stages: 2, stageLayers: [3, 1])
      let rates = [1_000_000_000, 1_000_000_000]
      let plan = try ServingPlan(
        tree, layout, engine: .vllm, gpus: [1 << 30, 1 << 30], rates: rates, context: context)
      return try #require(plan.certificate?.value)
    }
    let cache = try #require(ServingCache(tree, .vllm, ranks: 1, type: nil))
    let more = try time(1000) - time(nil)
    #expect(more == 3 * 1000 * cache.layers[0].tokenBytes * 1000, "picoseconds at 1 GB/s")
    #expect(try time(0) == time(nil))
  }

  private static func compositions(of sum: Int, into parts: Int) -> [[Int]] {
    guard parts > 1 else { return [[sum]] }
    return (1...max(1, sum - parts + 1)).flatMap { first in
      compositions(of: sum - first, into: parts - 1).map { [first] + $0 }
    }.filter { $0.reduce(0, +) == sum }
  }

  @Test(
    "what does not divide is named",
    arguments: [
      (ParallelEngine.vllm, 3, "8 heads cannot be divided by 3"),
      (.transformers, 3, "8 heads cannot be divided by 3"),
      (.transformers, 8, "4 key/value heads cannot be divided by 8"),
      (.mlx, 8, "4 key/value heads cannot be divided by 8"),
      (.vllm, 16, "8 heads cannot be divided by 16"),
      (.llamaCpp, 2, "llama.cpp does not take --tp; it cuts between layers (--pp)"),
    ])
  func indivisible(engine: ParallelEngine, ranks: Int, text: String) throws {
    let tree = try ExportModels.small("LlamaForCausalLM", "llama", layers: 2)
    let error = #expect(throws: ParallelError.self) {
      try ParallelShares(tree, ParallelLayout(tensor: ranks), engine: engine)
    }
    #expect(error?.description == text)
  }
}
