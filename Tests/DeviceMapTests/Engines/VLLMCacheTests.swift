import Foundation
import Testing

@testable import DeviceMap

/// The caches of models with states that do not grow, windows and latent attention, as vLLM 0.33.0's own planner gives
/// them out (`vllm_caches.py`).
@Suite("Caches as vLLM plans them") struct VLLMCacheTests {
  struct Model: Sendable, CustomTestStringConvertible {
    let name: String
    let config: String
    let rows: [JSONValue]
    var testDescription: String { name }
  }

  static let models = Result<[Model], any Error> {
    let root = try JSONDocument(parsing: [UInt8](FixtureFiles.data("engines/vllm_caches.json"))).root
    return try #require(root["models"]).members.map { member in
      Model(
        name: member.key, config: member.value["config"]?.source ?? "",
        rows: member.value["rows"].map { Array($0.elements) } ?? [])
    }
  }

  @Test("the number of recordings") func counts() throws {
    let models = try Self.models.get()
    #expect(models.count == 20)
    #expect(models.flatMap(\.rows).count { $0["blocks"] != nil } == 57)
  }

  @Test("blocks, groups and sequences", arguments: try models.get()) func planned(model: Model) throws {
    var config = model.config
    config.removeLast()
    let tree = try ModuleTree(config: ModelConfig(parsing: config + ", \"dtype\": \"bfloat16\"}"))
    for row in model.rows where row["blocks"] != nil {
      let ranks = row["tp"]?.int ?? 1
      let cache = try #require(ServingCache(tree, .vllm, ranks: ranks, type: nil), "\(model.name)")
      let name: Comment = "\(model.name), \(ranks) ranks"
      #expect(cache.step == row["block"]?.int, name)
      #expect(cache.groups.map(\.pages.count).sorted() == row["groups"]?.elements.compactMap(\.int).sorted(), name)
      let all = 0..<cache.layers.count
      #expect(cache.units(of: all, bytes: 1 << 30) == row["blocks"]?.int, name)
      #expect(cache.units(ofSequence: 4096, batched: 4096) == row["sequence"]?.int, name)
    }
  }
}
