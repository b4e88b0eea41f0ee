import DeviceMap
import Foundation
import Testing

/// What the engines' own constructors made of small models (`Fixtures/oracle/engines`), rank by rank.
@Suite("Bytes of each rank as the engines make them") struct ParallelSharesTests {
  struct Row: Sendable {
    let layout: ParallelLayout
    /// Bytes of the ranks of each stage that were recorded; nil where the engine refuses.
    let stages: [[Int]]?
    let error: String
  }

  struct Model: Sendable, CustomTestStringConvertible {
    let name: String
    var config: String
    let rows: [Row]
    var testDescription: String { name }
  }

  private static func models(_ file: String, perRank: Bool) throws -> [Model] {
    let data = try Data(contentsOf: FixtureFiles.directory.appending(path: "engines/\(file).json"))
    let root = try JSONDocument(parsing: [UInt8](data)).root
    return try #require(root["models"]).members.map { member in
      let rows = (member.value["rows"].map { Array($0.elements) } ?? []).map { row in
        let (tensor, stages) = (row["tp"]?.int ?? 1, row["pp"]?.int ?? 1)
        let layout = ParallelLayout(tensor: tensor, stages: stages, keepsExpertsWhole: row["ep"]?.bool == true)
        let bytes = row["bytes"].map { bytes in
          perRank
            ? bytes.elements.map { $0.elements.compactMap(\.int) }
            : (0..<stages).map { stage in
              Array(bytes.elements.compactMap(\.int)[stage * tensor..<(stage + 1) * tensor])
            }
        }
        return Row(layout: layout, stages: bytes, error: row["error"]?.string ?? "")
      }
      return Model(name: member.key, config: member.value["config"]?.source ?? "", rows: rows)
    }
  }

  static let servedModels = Result<[Model], any Error> { try models("vllm", perRank: true) }
  static let packedModels = Result<[Model], any Error> { try models("vllm_packed", perRank: true) }
  static let loadedModels = Result<[Model], any Error> { try models("transformers", perRank: false) }

  /// - Parameter options: those of the recordings for what transformers made, the usual ones for another engine.
  private static func tree(_ model: Model, _ options: TreeOptions = TreeOptions()) throws -> ModuleTree {
    var config = model.config
    config.removeLast()
    return try ModuleTree(config: ModelConfig(parsing: config + ", \"dtype\": \"bfloat16\"}"), options: options)
  }

  @Test("the number of recordings") func counts() throws {
    let vllm = try Self.servedModels.get()
    let transformers = try Self.loadedModels.get()
    #expect(vllm.count == 45 && transformers.count == 53)
    let packed = try Self.packedModels.get()
    #expect(packed.count { $0.rows.contains { $0.stages != nil } } == 75)
    #expect(packed.flatMap(\.rows).count { $0.stages != nil } == 420)
    #expect(vllm.flatMap(\.rows).count == 426 && transformers.flatMap(\.rows).count == 357)
  }

  @Test("vLLM 0.33.0", arguments: try servedModels.get().ofThisRun) func serving(model: Model) throws {
    let tree = try Self.tree(model)
    for row in model.rows {
      // The first and the last rank of each stage.
      let found = Self.bytes(tree, row.layout, .vllm).map { stages in stages.map { [$0.first ?? 0, $0.last ?? 0] } }
      #expect(found == row.stages, "\(model.name) \(row.layout) \(row.error)")
    }
  }

  /// Scales, zero points, shapes and what attention keeps of its cache included.
  @Test("packed weights of vLLM 0.33.0", arguments: try packedModels.get().ofThisRun) func packed(model: Model) throws {
    let tree = try Self.tree(model)
    for row in model.rows where row.stages != nil {
      let found = Self.bytes(tree, row.layout, .vllm).map { stages in stages.map { [$0.first ?? 0, $0.last ?? 0] } }
      #expect(found == row.stages, "\(model.name) \(row.layout)")
    }
  }

  /// What transformers unpacks where no GPU computes in it, vLLM keeps.
  @Test("packed weights without a GPU on this machine", arguments: [["plan"], ["export", "--to", "vllm"]])
  func withoutGPU(words: [String]) throws {
    let model = try #require(try Self.packedModels.get().first { $0.name == "llama fp8-blocks" })
    let directory = try TemporaryDirectory()
    let path = try directory.write(model.config, "config.json")
    let bytes = try #require(model.rows.first { $0.layout.tensor == 2 && $0.layout.stages == 1 }?.stages?[0][0])
    let output = Program.run([words[0], path, "--tp", "2"] + words.dropFirst(), ProgramEnvironment())
    #expect(
      output.status == 0 && !output.messages.string.contains("warning: transformers unpacks"),
      "\(output.messages.string)")
    let text = words[0] == "plan" ? "\(bytes)" : ByteText.exact(bytes)
    #expect(output.result.string.contains(text), "\(output.result.string)")
  }

  /// Recorded with such a config: what its class makes has no room for what the files have.
  @Test("heads whose width vLLM 0.33.0 makes otherwise than the files are")
  func headsOfWidth() throws {
    var model = try #require(try Self.packedModels.get().first { $0.name == "qwen2 ct-fp8" })
    model.config = model.config.replacing(#""head_dim": 64"#, with: #""head_dim": 128"#)
      .replacing(#""head_dim":64"#, with: #""head_dim":128"#)
    let tree = try Self.tree(model)
    let error = #expect(throws: ParallelError.self) {
      try ParallelShares(tree, ParallelLayout(tensor: 2), engine: .vllm)
    }
    #expect(error?.description.contains("a head_dim of 128: it makes the heads of qwen2 of 64") == true)
  }

  @Test("orders of columns that vLLM 0.33.0 refuses", arguments: [(32, true), (-1, false)])
  func orders(group: Int, isRefused: Bool) throws {
    let all = try Self.packedModels.get()
    var model = try #require(all.first { $0.name == "llama gptq-4-32" })
    let config = model.config.replacing(#""desc_act":false"#, with: #""desc_act":true"#)
    model.config = config.replacing(#""group_size":32"#, with: "\"group_size\":\(group)")
    #expect(model.config.contains(#""desc_act":true"#))
    let tree = try Self.tree(model)
    if isRefused {
      #expect(throws: ParallelError.self) { try ParallelShares(tree, ParallelLayout(tensor: 2), engine: .vllm) }
    } else {
      #expect(Self.bytes(tree, ParallelLayout(tensor: 2), .vllm) != nil)
    }
  }

  @Test("transformers 5.23.0", arguments: try loadedModels.get().ofThisRun) func loading(model: Model) throws {
    let tree = try Self.tree(model, .recorded)
    for row in model.rows {
      do {
        let found = try ParallelShares(tree, row.layout, engine: .transformers).stages.map(\.rankBytes)
        #expect(found == row.stages, "\(model.name) \(row.layout) \(row.error)")
      } catch ParallelError.indivisible(_, let what, _) {
        // It loads, and fails at the first token.
        #expect(what == "key/value heads" && row.stages != nil)
      } catch {
        #expect(row.stages == nil, "\(model.name) \(row.layout) \(error)")
      }
    }
  }

  private static func bytes(_ tree: ModuleTree, _ layout: ParallelLayout, _ engine: ParallelEngine) -> [[Int]]? {
    try? ParallelShares(tree, layout, engine: engine).stages.map(\.rankBytes)
  }
}
