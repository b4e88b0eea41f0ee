import DeviceMap
import Testing

/// Planning grows in proportion to the tree; with `swift test -c release` up to a million modules.
@Suite(.serialized) struct LargeTreeTests {
  enum Shape: String, CaseIterable, CustomTestStringConvertible {
    /// Blocks that are not cut, all alike.
    case blocks
    /// The same, every block cut down to its leaves by limits that fit nothing else.
    case cut
    /// One list of leaves, each smaller than the one before, so that the largest one left changes at every step.
    case shrinking
    /// Blocks of which each shares a tensor with the block in the mirrored place.
    case tied

    var testDescription: String { rawValue }

    func tree(modules: Int) -> ModuleTree {
      var builder = ModuleTreeBuilder(rootClass: "Model")
      let weight = builder.intern("weight")
      let blocks = self == .shrinking ? modules : modules / 4
      var tied: [Int] = []
      builder.open("layers", className: "ModuleList")
      for index in 0..<blocks {
        builder.open("\(index)", className: self == .shrinking ? "Linear" : "Block")
        if self == .shrinking {
          builder.add(weight, dtype: .u8, count: blocks - index)
        } else {
          for name in ["attn", "mlp", "norm"] {
            builder.open(name, className: "Linear")
            let tensor = builder.add(weight, dtype: .bf16, count: 100)
            if name == "mlp" { tied.append(tensor) }
            builder.close()
          }
        }
        builder.close()
      }
      builder.close()
      if self == .tied {
        for index in 0..<blocks / 2 { builder.tie(tied[blocks - 1 - index], to: tied[index]) }
      }
      return builder.finish().noSplit(self == .cut ? [] : ["Block"])
    }

    func limits(total: Int) -> MaxMemory {
      [.gpu(0): .bytes(total / 3), .gpu(1): .bytes(total / 3), .gpu(2): .bytes(total / 4), .cpu: .bytes(total / 20)]
    }
  }

  @Test(arguments: Shape.allCases, Engine.allCases)
  func timeGrowsWithTheTree(shape: Shape, engine: Engine) throws {
    var seconds: [Double] = []
    for count in isRelease ? [10_000, 100_000, 1_000_000] : [2_000, 20_000] {
      let tree = shape.tree(modules: count)
      let total = try ModuleSizes(tree, engine: engine).totalBits / 8
      var plan: Plan?
      seconds.append(
        try threadSeconds { plan = try tree.plan(.auto, maxMemory: shape.limits(total: total), engine: engine) })
      #expect(plan?.ledger.accounts.reduce(0) { $0 + $1.weights } == total)
    }
    print("\(shape) \(engine): \(seconds)")
    // Ten times the modules must not take a hundred times as long; noise of a shared machine is allowed for.
    #expect(seconds[1] < 40 * max(seconds[0], 0.005))
  }

  @Test("a map of single tensors, every second one on the cpu") func timeOfACheckGrowsWithTheTree() throws {
    var seconds: [Double] = []
    for count in [8_000, 80_000] {
      let tree = Shape.blocks.tree(modules: count)
      let entries = tree.tensors.indices.map { tensor in
        WrittenMapEntry(key: tree.path(ofTensor: tensor), device: tensor.isMultiple(of: 2) ? "cpu" : "0")
      }
      var check: MapCheck?
      seconds.append(try threadSeconds { check = try MapCheck(entries, tree: tree) })
      #expect(check?.isValid == false)
    }
    #expect(seconds[1] < 25 * max(seconds[0], 0.005), "\(seconds)")
  }

  private var isRelease: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }
}
