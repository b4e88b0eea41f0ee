import DeviceMap
import Testing

/// Each comparison of the packer at its boundary, one byte below and one above.
@Suite struct PackerBoundaryTests {
  private func map(_ plan: Plan) -> [String] { plan.deviceMap.map { "\($0.path)=\($0.device)" } }

  private let two = ModuleTree {
    Module("a", bytes: 100)
    Module("b", bytes: 40)
  }

  /// `a` goes on GPU 0 if `b`, the largest layer after it, fits besides; `b` itself needs no reserve.
  @Test(arguments: Engine.allCases, [(139, "=1"), (140, "=0"), (141, "=0")])
  func reserveOfTheFirstGPU(engine: Engine, expected: (limit: Int, map: String)) throws {
    let limits: MaxMemory = [.gpu(0): .bytes(expected.limit), .gpu(1): 1000]
    #expect(map(try two.plan(.sequential, maxMemory: limits, engine: engine)) == [expected.map])
  }

  @Test(arguments: Engine.allCases, [(99, ["=cpu"]), (100, ["a=1", "b=cpu"]), (101, ["a=1", "b=cpu"])])
  func noReserveOnTheSecondGPU(engine: Engine, expected: (limit: Int, map: [String])) throws {
    let limits: MaxMemory = [.gpu(0): 1, .gpu(1): .bytes(expected.limit), .cpu: 1000]
    let plan = try two.plan(.sequential, maxMemory: limits, engine: engine)
    #expect(map(plan) == expected.map)
  }

  @Test(arguments: Engine.allCases, [(139, "=disk"), (140, "=cpu"), (141, "=cpu")])
  func reserveOfTheCPU(engine: Engine, expected: (limit: Int, map: String)) throws {
    let plan = try two.plan(.sequential, maxMemory: [.cpu: .bytes(expected.limit)], engine: engine)
    #expect(map(plan) == [expected.map])
  }

  /// On mps the reserve is kept, and then not on the cpu.
  @Test(arguments: Engine.allCases, [(139, "=cpu"), (140, "=mps")])
  func reserveOfMPS(engine: Engine, expected: (limit: Int, map: String)) throws {
    let limits: MaxMemory = [.mps: .bytes(expected.limit), .cpu: 140]
    #expect(map(try two.plan(.sequential, maxMemory: limits, engine: engine)) == [expected.map])
  }

  private let nested = ModuleTree {
    Module("block", class: "Block") {
      Module("a", bytes: 60)
      Module("b", bytes: 40)
    }
    Module("head", bytes: 10)
  }

  /// A module that does not fit is cut unless its class forbids it.
  @Test(arguments: [
    (99, true, ["=cpu"]), (99, false, ["block.a=1", "block.b=cpu", "head=cpu"]),
    (100, true, ["block=1", "head=cpu"]), (100, false, ["block=1", "head=cpu"]),
    (110, true, ["=1"]), (110, false, ["=1"]),
  ])
  func cutting(limit: Int, isWhole: Bool, expected: [String]) throws {
    for engine in Engine.allCases {
      let plan = try nested.noSplit(isWhole ? ["Block"] : []).plan(
        .sequential, maxMemory: [.gpu(0): 0, .gpu(1): .bytes(limit), .cpu: 1000], engine: engine)
      #expect(map(plan) == expected)
      #expect(plan.ledger.errors == [])
    }
  }

  private let tied = ModuleTree {
    Module("embed", class: "Embedding", bytes: 100)
    Module("body", bytes: 30)
    Module("out", class: "Out") {
      Module("norm", bytes: 7)
      Module("proj", class: "Linear", bytes: 100)
    }
  }.tied("embed", "out.proj")

  /// What is tied goes along, counted once, with the module that holds it; if that is too much, the module is cut.
  @Test(arguments: Engine.allCases, [99, 100, 106, 107, 108])
  func ties(engine: Engine, limit: Int) throws {
    let limits: MaxMemory = [.gpu(0): 0, .gpu(1): .bytes(limit), .gpu(2): 1000]
    let plan = try tied.plan(.sequential, maxMemory: limits, engine: engine)
    let expected =
      switch limit {
      case 99: ["=2"]
      case 100, 106: ["embed=1", "body=2", "out.norm=2", "out.proj=1"]
      default: ["embed=1", "body=2", "out=1"]
      }
    #expect(map(plan) == expected)
    #expect(plan.ledger.errors == [])
    #expect(plan.ledger.accounts.reduce(0) { $0 + $1.weights } == 137)
  }

  /// accelerate cuts a module that would fit but for its ties only if it takes the very last byte.
  @Test(arguments: [
    (Engine.accelerate, 153, true), (.accelerate, 154, true), (.accelerate, 155, false), (.transformers, 155, true),
  ])
  func cuttingBesideTies(engine: Engine, limit: Int, isCut: Bool) throws {
    let tree = ModuleTree {
      Module("first") {
        Module("embed", bytes: 100)
        Module("norm", bytes: 4)
      }
      Module("head", class: "Head", bytes: 100, buffers: 50)
    }.noSplit("Head").tied("first.embed", "head")
    let limits: MaxMemory = [.gpu(0): .bytes(limit), .gpu(1): 1000]
    let plan = try tree.plan(.sequential, maxMemory: limits, engine: engine)
    #expect(plan.trace.contains { $0.outcome == .split } == isCut)
    #expect(map(plan) == ["=1"])
  }

  /// A device that was left is not returned to, even for what would fit.
  @Test(arguments: Engine.allCases)
  func devicesAreNotReturnedTo(engine: Engine) throws {
    let tree = ModuleTree {
      Module("a", bytes: 10)
      Module("big", bytes: 50)
      Module("c", bytes: 1)
    }
    let plan = try tree.plan(.sequential, maxMemory: [.gpu(0): 60, .gpu(1): 20, .cpu: 1000], engine: engine)
    #expect(map(plan) == ["a=0", "big=cpu", "c=cpu"])
  }

  /// Parameters that may stay without a device do so only if the whole block does not fit the next GPU either.
  @Test(arguments: [(109, ["block.w.weight=0"]), (110, ["block=1"]), (111, ["block=1"])])
  func parametersWithoutDevice(limit: Int, expected: [String]) throws {
    var tree = ModuleTree {
      Module("block", class: "Block") {
        Module("table", bytes: 100)
        Module("w", bytes: 10)
      }
    }.noSplit("Block")
    tree.noPlacementParameters = ["table.weight"]
    let plan = try tree.plan(.sequential, maxMemory: [.gpu(0): 50, .gpu(1): .bytes(limit), .cpu: 1000])
    #expect(map(plan) == expected)
    #expect(plan.notes.map(\.code) == (limit == 109 ? ["left-out"] : []))
    #expect(plan.device(of: "block.table") == (limit == 109 ? nil : .gpu(1)))
  }

  /// A buffer that the module of a cut owns itself follows the module's first part, or goes where there is room.
  @Test(arguments: [(60, 2), (67, 2), (68, 1), (69, 1)])
  func bufferOfACutModule(limit: Int, device: Int) throws {
    let tree = ModuleTree {
      Module("m", class: "M", buffers: 8) {
        Module("a", bytes: 60)
        Module("b", bytes: 40)
      }
    }
    let plan = try tree.plan(.sequential, maxMemory: [.gpu(0): 0, .gpu(1): .bytes(limit), .gpu(2): 1000])
    #expect(map(plan) == ["m.buffer=\(device)", "m.a=1", "m.b=2"])
    #expect(plan.notes.map(\.code) == ["buffers-of-cut-modules"])
    #expect(plan.ledger.errors == [])
  }

  /// A buffer that is in no file gets a device but no key, so that the map is that of the reference.
  @Test func transientBufferOfACutModule() throws {
    let buffer = Module.Tensor("mask", .u8, count: 8, kind: .transientBuffer)
    let tree = ModuleTree {
      Module("m", class: "M", tensors: [buffer]) {
        Module("a", bytes: 60)
        Module("b", bytes: 40)
      }
    }
    let plan = try tree.plan(.sequential, maxMemory: [.gpu(0): 0, .gpu(1): 68, .gpu(2): 1000])
    #expect(map(plan) == ["m.a=1", "m.b=2"])
    #expect(plan.device(of: "m.mask") == .gpu(1))
    #expect(plan.usage[.gpu(1)]?.weights == 68)
    #expect(plan.notes.map(\.code) == ["buffers-of-cut-modules"])
  }

  @Test(arguments: Engine.allCases)
  func emptyModels(engine: Engine) throws {
    #expect(map(try ModuleTree {}.plan(maxMemory: [.gpu(0): 1], engine: engine)) == [])
    let bare = ModuleTree { Module("a") { Module("b") } }
    #expect(map(try bare.plan(maxMemory: [:], engine: engine)) == ["a=disk"])
    #expect(map(try bare.plan(maxMemory: [.gpu(0): 0, .cpu: 0], engine: engine)) == ["a=0"])
  }
}
