import DeviceMap
import Testing

@Suite struct OptimalPropertyTests {
  /// A model without a no-split class: embedding, layers of differing size, norm, head; often tied.
  static func model(using random: inout SeededGenerator) -> ModuleTree {
    let layers = Int.random(in: 2...9, using: &random)
    let vocabulary = Int.random(in: 5...40, using: &random)
    let sizes = (0..<layers).map { _ in Int.random(in: 4...25, using: &random) }
    let tree = ModuleTree {
      Module("model") {
        Module("embed", class: "Embedding", bytes: vocabulary)
        Module("layers") {
          for index in 0..<layers {
            Module("\(index)") {
              Module("a", bytes: sizes[index]); Module("b", bytes: 3, buffers: 1)
            }
          }
        }
        Module("norm", bytes: 1)
      }
      Module("head", bytes: vocabulary)
    }
    return Bool.random(using: &random) ? tree.tied("model.embed", "head") : tree
  }

  static func limits(_ tree: ModuleTree, using random: inout SeededGenerator) -> MaxMemory {
    var limits = MaxMemory([])
    for gpu in 0..<Int.random(in: 1...4, using: &random) {
      limits.append(.gpu(gpu), .bytes(Int.random(in: 0...120, using: &random)))
    }
    if Bool.random(using: &random) { limits.append(.cpu, .bytes(Int.random(in: 0...100, using: &random))) }
    return limits
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func plansAreWhole(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for instance in 0..<TestExtent.rounds(60) {
      let tree = Self.model(using: &random)
      let limits = Self.limits(tree, using: &random)
      let anyOrder = Bool.random(using: &random)
      let label = "seed \(seed), instance \(instance)"
      let plan = try tree.plan(OptimalPolicy(anyOrder: anyOrder), maxMemory: limits)
      // The planner has checked that every tensor is on one device, once.
      #expect(plan.ledger.errors.isEmpty, "\(label)")
      for layer in 0..<9 {
        guard tree.module(at: "model.layers.\(layer)") != nil else { break }
        #expect(plan.device(of: "model.layers.\(layer)") != nil, "\(label): layer \(layer) is cut")
      }
      #expect(plan.certificate?.offloadedBytes == plan.offloadedBytes, "\(label)")
      #expect(plan.ledger.accounts.reduce(0) { $0 + $1.weights } == tree.bytesOnce, "\(label)")
    }
  }

  @Test(arguments: [UInt64(21), 22])
  func moreMemoryIsNeverWorse(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for instance in 0..<TestExtent.rounds(50) {
      let tree = Self.model(using: &random)
      var limits = Self.limits(tree, using: &random)
      let before = try #require(try tree.plan(.optimal, maxMemory: limits).certificate)
      let grown = limits.limits.map { device, limit -> (device: Device, limit: MaxMemory.Limit) in
        guard case .bytes(let bytes) = limit, device.isAccelerator else { return (device, limit) }
        return (device, .bytes(bytes + Int.random(in: 0...30, using: &random)))
      }
      limits = MaxMemory(grown)
      let after = try #require(try tree.plan(.optimal, maxMemory: limits).certificate)
      #expect(after.offloadedBytes <= before.offloadedBytes, "seed \(seed), instance \(instance)")
      if before.offloadedBytes == 0 {
        #expect(after.value <= before.value, "seed \(seed), instance \(instance)")
      }
    }
  }

  @Test(arguments: [UInt64(31)])
  func theOrderOfDevicesIsOfNoImportanceInAnyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for instance in 0..<TestExtent.rounds(40) {
      let tree = Self.model(using: &random)
      let sizes = (0..<Int.random(in: 2...4, using: &random)).map { _ in 20 * Int.random(in: 1...4, using: &random) }
      let plans = try [sizes, sizes.reversed(), sizes.shuffled(using: &random)].map { sizes in
        let limits = MaxMemory(sizes.enumerated().map { (device: .gpu($0), limit: .bytes($1)) })
        return try #require(try tree.plan(OptimalPolicy(anyOrder: true), maxMemory: limits).certificate)
      }
      #expect(plans.allSatisfy { $0 == plans[0] }, "seed \(seed), instance \(instance)")
    }
  }

  /// Whenever a reference policy offloads nothing, neither does the optimal one, and its peak is no higher.
  @Test(arguments: [UInt64(41)])
  func neverWorseThanTheReferences(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for instance in 0..<TestExtent.rounds(60) {
      let tree = Self.model(using: &random)
      let limits = Self.limits(tree, using: &random)
      let best = try tree.plan(.optimal, maxMemory: limits)
      for policy in [ReferencePolicy.auto, .balancedLow0, .sequential] {
        let plan = try tree.plan(policy, maxMemory: limits)
        guard plan.ledger.errors.isEmpty, plan.offloadedBytes == 0 else { continue }
        #expect(best.offloadedBytes == 0, "seed \(seed), instance \(instance), \(policy.name)")
      }
    }
  }

  @Test func beyondSixteenKindsTheGapIsStated() throws {
    var random = SeededGenerator(seed: 51)
    let tree = TrueSizes.tree(TrueSizes.llama8B)
    let sizes = (0..<20).map { _ in Double(Int.random(in: 1000...2000, using: &random)) / 1000 }
    let plan = try tree.plan(OptimalPolicy(anyOrder: true), maxMemory: TrueSizes.gpus(sizes))
    let certificate = try #require(plan.certificate)
    #expect(certificate.sense == .gap)
    #expect(certificate.bound < certificate.value)
    #expect(certificate.gap > 0 && certificate.gap < 1)
    #expect(certificate.offloadedBytes == 0)
  }
}

extension ModuleTree {
  /// Bytes of all tensors, a shared storage once.
  var bytesOnce: Int {
    tensors.reduce(0) { $0 + ($1.tiedTo < 0 ? $1.count * $1.dtype.bits / 8 : 0) }
  }
}
