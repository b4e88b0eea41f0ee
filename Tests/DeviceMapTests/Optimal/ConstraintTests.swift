import DeviceMap
import Testing

@Suite struct ConstraintTests {
  /// Embedding 10, six layers of 20 (of which experts 12), norm 1, head 10.
  static func decoder(isTied: Bool = false) -> ModuleTree {
    let tree = ModuleTree {
      Module("model") {
        Module("embed", class: "Embedding", bytes: 10)
        Module("layers") {
          for index in 0..<6 {
            Module("\(index)", class: "Block") {
              Module("attn", bytes: 8)
              Module("mlp") { Module("experts", bytes: 12) }
            }
          }
        }
        Module("norm", class: "Norm", bytes: 1)
        Module("drop", class: "Dropout")
      }
      Module("head", class: "Linear", bytes: 10)
    }.noSplit("Block")
    return isTied ? tree.tied("model.embed", "head") : tree
  }

  static func rule(_ text: String) throws -> PlacementConstraints.Rule {
    let parts = text.split(separator: " ").map(String.init)
    let sides = parts[1].split(separator: "=").map(String.init)
    let device: Device = sides.count < 2 ? .cpu : (Int(sides[1]).map(Device.gpu) ?? (sides[1] == "cpu" ? .cpu : .disk))
    switch parts[0] {
    case "pin": return .pin(try ModulePattern(sides[0]), device)
    case "forbid": return .forbid(try ModulePattern(sides[0]), device)
    case "host": return .hostOnly(try ModulePattern(sides[0]))
    default: return .together(try ModulePattern.list(parts[1]))
    }
  }

  static func plan(
    _ tree: ModuleTree, _ rules: [String], _ limits: MaxMemory,
    _ change: (inout PlacementConstraints) -> Void = { _ in }
  ) throws -> Plan {
    var constraints = PlacementConstraints(try rules.map { try rule($0) })
    change(&constraints)
    return try tree.plan(OptimalPolicy(constraints: constraints), maxMemory: limits)
  }

  static func map(_ plan: Plan) -> [String] { plan.deviceMap.map { "\($0.path)=\($0.device)" } }

  @Test func pinsWithinAStretchMoveTheCuts() throws {
    let plan = try Self.plan(Self.decoder(), ["pin model.layers.{0-3}=0"], [.gpu(0): 100, .gpu(1): 100])
    #expect(Self.map(plan).contains("model.layers.3=0"))
    #expect(plan.device(of: "model.layers.4") == .gpu(1))
    #expect(plan.ledger.errors.isEmpty)
  }

  @Test func aPinnedHeadLiesBesideTheStretch() throws {
    let plan = try Self.plan(Self.decoder(), ["pin head=0"], [.gpu(0): 80, .gpu(1): 80])
    #expect(plan.device(of: "head") == .gpu(0))
    #expect(plan.device(of: "model.norm") == .gpu(1))
    #expect(plan.offloadedBytes == 0)
    #expect(plan.notes.contains { $0.code == "pins-beside-stretch" })
  }

  @Test func forbiddenModulesAreElsewhere() throws {
    let plan = try Self.plan(Self.decoder(), ["forbid model.embed=0"], [.gpu(0): 100, .gpu(1): 150])
    #expect(plan.device(of: "model.embed") == .gpu(1))
    #expect(plan.offloadedBytes == 0)
  }

  @Test func togetherJoinsAndTiesAreAlwaysTogether() throws {
    let apart = try Self.plan(Self.decoder(), [], [.gpu(0): 100, .gpu(1): 100])
    #expect(apart.device(of: "head") == .gpu(1))
    let joined = try Self.plan(Self.decoder(), ["together model.embed,head"], [.gpu(0): 100, .gpu(1): 100])
    #expect(joined.device(of: "head") == .gpu(0))
    let tied = try Self.plan(Self.decoder(isTied: true), [], [.gpu(0): 100, .gpu(1): 100])
    #expect(tied.device(of: "head") == .gpu(0))
    #expect(tied.ledger.accounts.reduce(0) { $0 + $1.weights } == 131)
    #expect(tied.ledger.errors.isEmpty)
  }

  @Test func inputsAndOutputsOnTheFirst() throws {
    let plan = try Self.plan(Self.decoder(), [], [.gpu(0): 90, .gpu(1): 90]) { $0.keepsInputsAndOutputsOnFirst = true }
    for path in ["model.embed", "model.norm", "head"] { #expect(plan.device(of: path) == .gpu(0)) }
    #expect(plan.device(of: "model.layers.5") == .gpu(1))
  }

  @Test func expertsOnTheCPU() throws {
    let limits: MaxMemory = [.gpu(0): 100, .cpu: 1000]
    let plan = try Self.plan(Self.decoder(), [], limits) { $0.experts = .cpu }
    for layer in 0..<6 {
      #expect(plan.device(of: "model.layers.\(layer).mlp.experts") == .cpu)
      #expect(plan.device(of: "model.layers.\(layer).attn") == .gpu(0))
    }
    #expect(plan.usage[.cpu]?.weights == 72)
    #expect(plan.certificate?.offloadedBytes == 0)
  }

  /// 141 bytes; with one layer's experts on the cpu 129 + 12 to stream them, with two 117 + 12.
  @Test(arguments: [(141, 0), (140, 2), (129, 2), (128, 3), (117, 3), (116, 4), (81, 6)])
  func expertsAreOffloadedAsFarAsNecessary(limit: Int, layers: Int) throws {
    let plan = try Self.plan(Self.decoder(), [], [.gpu(0): .bytes(limit), .cpu: 1000]) { $0.experts = .auto }
    let count = (0..<6).filter { plan.device(of: "model.layers.\($0).mlp.experts") == .cpu }.count
    #expect(count == layers)
    #expect(plan.usage[.cpu]?.weights == 12 * layers)
    #expect(plan.ledger.errors.isEmpty)
  }

  @Test func hostOnlyTablesNeedNoRoomToStream() throws {
    let limits: MaxMemory = [.gpu(0): 131, .cpu: 1000]
    let hostOnly = try Self.plan(Self.decoder(), ["host model.embed"], limits)
    #expect(hostOnly.usage[.gpu(0)]?.weights == 131)
    let streamed = try Self.plan(Self.decoder(), ["pin model.embed=cpu"], limits)
    #expect((streamed.usage[.gpu(0)]?.weights ?? 0) < 131)
  }

  static let refused: [(rules: [String], error: ConstraintError)] = [
    (["pin model.layer.3=0"], .matchesNothing(pattern: "model.layer.3", rule: "--pin model.layer.3=0")),
    (["together head,tail"], .matchesNothing(pattern: "tail", rule: "--together head,tail")),
    (["pin head=7"], .deviceNotOffered(.gpu(7), rule: "--pin head=7")),
    (
      ["pin model.layers.3.attn=1"],
      .cutsBlock(block: "model.layers.3", module: "model.layers.3.attn", rule: "--pin model.layers.3.attn=1")
    ),
    (
      ["forbid model.layers.3.attn=cpu"],
      .cutsBlock(block: "model.layers.3", module: "model.layers.3.attn", rule: "--forbid model.layers.3.attn=cpu")
    ),
    (
      ["pin head=0", "pin head=1"], .contradiction(module: "head", rules: ["--pin head=0", "--pin head=1"])
    ),
    (
      ["pin head=0", "pin model.embed=1", "together head,model.embed"],
      .contradiction(
        module: "model.embed", rules: ["--pin head=0", "--pin model.embed=1"])
    ),
    (["pin head=0", "forbid head=0"], .contradiction(module: "head", rules: ["--pin head=0", "--forbid head=0"])),
    (
      ["forbid head=0", "forbid head=1", "forbid head=cpu", "forbid head=disk"],
      .contradiction(
        module: "head", rules: ["--forbid head=0", "--forbid head=1", "--forbid head=cpu", "--forbid head=disk"])
    ),
    (["pin model.layers.**=cpu"], .exceedsBudget(.cpu, bytes: 20, rules: [])),
  ]

  @Test(arguments: 0..<10)
  func refusesWhatCannotBeMet(index: Int) throws {
    let (rules, expected) = Self.refused[index]
    do {
      _ = try Self.plan(Self.decoder(), rules, [.gpu(0): 100, .gpu(1): 100, .cpu: 100])
      Issue.record("nothing was refused")
    } catch let error as PlacementError {
      guard case .constraint(let error) = error else { throw error }
      #expect(error == expected)
    }
  }

  @Test func tiesAndRulesMeetInOneGroup() throws {
    #expect(throws: PlacementError.self) {
      try Self.plan(
        Self.decoder(isTied: true), ["pin model.embed=0", "pin head=1"], [.gpu(0): 100, .gpu(1): 100])
    }
  }

  @Test func towersStayWithProjectorAndEmbeddingUnlessThatOffloads() throws {
    let tree = ModuleTree {
      Module("model") {
        Module("visual") {
          Module("blocks") { for index in 0..<4 { Module("\(index)", class: "VBlock") { Module("all", bytes: 10) } } }
          Module("merger", bytes: 5)
        }
        Module("language_model") {
          Module("embed_tokens", class: "Embedding", bytes: 15)
          Module("layers") { for index in 0..<6 { Module("\(index)", class: "Block") { Module("all", bytes: 10) } } }
        }
      }
    }
    let roomy = try tree.plan(.optimal, maxMemory: [.gpu(0): 60, .gpu(1): 60, .gpu(2): 60])
    #expect(roomy.device(of: "model.visual") == .gpu(0))
    #expect(roomy.device(of: "model.language_model.embed_tokens") == .gpu(0))
    let tight = try tree.plan(.optimal, maxMemory: [.gpu(0): 40, .gpu(1): 40, .gpu(2): 45])
    #expect(tight.offloadedBytes == 0)
    #expect(tight.notes.map(\.code) == ["towers-apart"])
  }
}
