import DeviceMap
import Testing

@Suite("Checks of maps")
struct MapCheckTests {
  @Test("the map of ChatGLM-6B on a ChatGLM2 checkpoint: its renames, and the rotary embedding that is missing")
  func chatglm() throws {
    let recording = try ModelRecording("remote/chatglm2-6b-32k")
    let tree = try ModuleTree(config: recording.config, tensors: nil, options: TreeOptions())
    let keys =
      ["transformer.word_embeddings"] + (0..<28).map { "transformer.layers.\($0)" }
      + ["transformer.final_layernorm", "lm_head"]
    let check = try MapCheck(keys.map { WrittenMapEntry(key: $0, device: "0") }, tree: tree)
    #expect(
      check.renames.map { "\($0.from) -> \($0.to)" } == [
        "transformer.word_embeddings -> transformer.embedding.word_embeddings",
        "transformer.layers.N -> transformer.encoder.layers.N",
        "transformer.final_layernorm -> transformer.encoder.final_layernorm", "lm_head -> transformer.output_layer",
      ])
    #expect(check.findings.count { $0.code == "dead-key" } == keys.count)

    let renamed =
      ["transformer.embedding.word_embeddings"] + (0..<28).map { "transformer.encoder.layers.\($0)" }
      + ["transformer.encoder.final_layernorm", "transformer.output_layer"]
    let again = try MapCheck(renamed.map { WrittenMapEntry(key: $0, device: "0") }, tree: tree)
    #expect(again.findings == [.uncovered(path: "transformer.rotary_pos_emb", bytes: 64, isSaved: true)])
  }

  @Test("plans of every policy are valid maps of their model", arguments: ["llama-3-8b", "gemma-2-2b", "mixtral-8x7b"])
  func plansAreValid(name: String) throws {
    let tree = try ModuleTree(config: ModelRecording(name).config, tensors: nil, options: TreeOptions())
    for policy in [ReferencePolicy.auto, .balancedLow0, .sequential] as [any PlacementPolicy] + [OptimalPolicy()] {
      let limits: MaxMemory = [.gpu(0): "5GiB", .gpu(1): "9GiB", .cpu: "200GiB"]
      let plan = try tree.plan(policy, maxMemory: limits)
      let check = try MapCheck(
        plan.deviceMap.map { WrittenMapEntry(key: $0.path, device: $0.device.description) }, tree: tree,
        budgets: try limits.budgets())
      #expect(check.findings == [], "\(name) \(policy.name)")
    }
  }

  @Test("repeated blocks must stay whole where no class says so")
  func inferredBlocks() throws {
    let tree = ModuleTree {
      Module("layers") {
        for i in 0..<3 {
          Module("\(i)", class: "Layer") {
            Module("x", bytes: 8); Module("y", bytes: 8)
          }
        }
      }
    }
    let cut = try MapCheck([.init(key: "", device: "0"), .init(key: "layers.1.y", device: "1")], tree: tree)
    let finding = PlacementFinding.BlockCut(
      path: "layers.1", className: "Layer", devices: [.gpu(0), .gpu(1)], isFatal: false)
    #expect(cut.findings == [.blockCut(finding)] && cut.isValid)
    let whole = try MapCheck([.init(key: "", device: "0"), .init(key: "layers.1", device: "1")], tree: tree)
    #expect(whole.findings == [])
  }

  @Test("a key of all that is in another one decides, wherever it is written; of equal keys the last")
  func sameTensors() throws {
    let tree = ModuleTree { Module("a") { Module("b") { Module("c", bytes: 8) } } }
    for keys in [["a.b.c", "a.b", "a", ""], ["", "a", "a.b", "a.b.c"]] {
      let map = keys.map { WrittenMapEntry(key: $0, device: $0 == "a.b.c" ? "1" : "0") }
      #expect(try MapCheck(map, tree: tree).ledger[.gpu(1)]?.weights == 8)
    }
    let twice = try MapCheck([.init(key: "a", device: "0"), .init(key: "a", device: "1")], tree: tree)
    #expect(twice.findings.map(\.code) == ["repeated-key"] && twice.ledger[.gpu(1)]?.weights == 8)
  }

  @Test("a key written again and again takes no longer than other keys")
  func repeatedKeys() throws {
    let tree = ModuleTree { Module("a") { for i in 0..<5000 { Module("\(i)", bytes: 8) } } }
    let map = (0..<20_000).map { _ in WrittenMapEntry(key: "a", device: "0") }
    let seconds = try threadSeconds {
      let check = try MapCheck(map, tree: tree)
      #expect(check.findings.count == 19_999 && check.ledger.accounts[0].weights == 40_000)
    }
    #expect(seconds < 10)
  }

  @Test("of more devices than one machine has the further ones are unknown")
  func manyDevices() throws {
    let tree = ModuleTree { for i in 0..<40_000 { Module("\(i)", bytes: 8) } }
    let map = (0..<40_000).map { WrittenMapEntry(key: "\($0)", device: "\($0)") }
    let check = try MapCheck(map, tree: tree)
    #expect(check.ledger.accounts.count <= MaxMemory.mostGPUs + 2)
    #expect(check.findings.count { $0.code == "unknown-device" } == 40_000 - MaxMemory.mostGPUs - 1)
  }

  @Test("of keys that contain each other the deepest decides")
  func deepestKey() throws {
    let tree = ModuleTree {
      Module("a") {
        for i in 0..<300 {
          Module("\(i)") {
            Module("x", bytes: 8); Module("y", bytes: 8)
          }
        }
      }
    }.noSplit("Other")
    let check = try MapCheck(
      [.init(key: "a.7.x", device: "2"), .init(key: "", device: "0"), .init(key: "a.7", device: "cuda:1")], tree: tree)
    #expect(check.findings == [])
    #expect(check.ledger.accounts.map(\.weights) == [4784, 8, 8])
  }
}
