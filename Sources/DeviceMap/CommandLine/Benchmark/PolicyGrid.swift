/// Policies compared on many mixes of GPUs that are just large enough.
///
/// Four models, two to eight GPUs of random sizes whose total is a little more than the model. What counts are the
/// mixes that hold the model in their order: how often a policy offloads there all the same, and how much of its
/// budget the fullest GPU carries, compared with what it must.
package struct PolicyGrid {
  package struct Row: Sendable, Hashable {
    package var policy: String
    /// Mixes that hold the model.
    package var cases: Int
    /// Mixes of these in which the policy offloads.
    package var needlessOffloads: Int
    /// The peak share over the least peak share, where nothing is offloaded: the mean and the largest.
    package var meanPeakRatio: Double
    package var worstPeakRatio: Double
  }

  package var engine: Engine = .transformers
  package var gpuCounts = Array(2...8)
  /// Memory of all GPUs over the size of the model.
  package var factors = [1.02, 1.05, 1.1, 1.15, 1.2, 1.3, 1.4, 1.5, 1.6]
  /// Mixes for each model, count and factor.
  package var mixes = 4
  package var seed: UInt64 = 1

  package init() {}

  /// One row for each reference policy and one for the optimal one in the given order.
  ///
  /// - Throws: ``PlacementError`` never for these models; it is what planning throws.
  package func run() throws(PlacementError) -> [Row] {
    let policies: [ReferencePolicy] = [.auto, .balancedLow0, .sequential]
    var tallies = [Tally](repeating: Tally(), count: policies.count + 1)
    var cases = 0
    for shape in Shape.all {
      let tree = shape.tree
      for limits in mixes(of: try ModuleSizes(tree, engine: engine).totalBits / 8) {
        let best = try tree.plan(.optimal, maxMemory: limits, engine: engine)
        guard let certificate = best.certificate, certificate.offloadedBytes == 0 else { continue }
        cases += 1
        tallies[policies.count].add(best, least: certificate.value.value)
        for (index, policy) in policies.enumerated() {
          let plan = try tree.plan(policy, maxMemory: limits, engine: engine)
          tallies[index].add(plan, least: certificate.value.value)
        }
      }
    }
    return zip(policies.map(\.name) + ["optimal"], tallies).map { $1.row($0, cases: cases) }
  }

  private func mixes(of bytes: Int) -> [MaxMemory] {
    var random = Mixer(state: seed)
    var result: [MaxMemory] = []
    for count in gpuCounts {
      for factor in factors {
        for _ in 0..<mixes {
          let parts = (0..<count).map { _ in 0.5 + random.fraction() }
          let unit = Double(bytes) * factor / parts.reduce(0, +)
          var limits = MaxMemory(parts.enumerated().map { (device: .gpu($0), limit: .bytes(Int($1 * unit))) })
          limits.append(.cpu, .bytes(4 * bytes))
          result.append(limits)
        }
      }
    }
    return result
  }

  private struct Tally {
    var offloads = 0
    var ratios: [Double] = []

    mutating func add(_ plan: Plan, least: Double) {
      var peak = 0.0
      for load in plan.ledger.accounts {
        if !load.device.isAccelerator, load.weights > 0 {
          offloads += 1
          return
        }
        guard load.device.isAccelerator, let budget = load.budget, budget > 0 else { continue }
        peak = max(peak, Double(load.weights) / Double(budget))
      }
      ratios.append(peak / least)
    }

    func row(_ policy: String, cases: Int) -> Row {
      Row(
        policy: policy, cases: cases, needlessOffloads: offloads,
        meanPeakRatio: ratios.isEmpty ? 1 : ratios.reduce(0, +) / Double(ratios.count),
        worstPeakRatio: ratios.max() ?? 1)
    }
  }

  /// SplitMix64, so that the mixes are the same everywhere.
  private struct Mixer {
    var state: UInt64

    mutating func fraction() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((word ^ (word >> 31)) >> 11) / 9_007_199_254_740_992
    }
  }

  /// A decoder by its published hyperparameters, two bytes a weight.
  struct Shape {
    var name: String
    var layers: Int
    var hidden: Int
    var mlp: Int
    var queries: Int
    var keyValues: Int
    var vocabulary: Int
    var norms = 2
    var isTied = false

    static let all = [
      Shape(
        name: "Llama-2-7B", layers: 32, hidden: 4096, mlp: 11008, queries: 4096, keyValues: 4096, vocabulary: 32000),
      Shape(
        name: "Llama-3-8B", layers: 32, hidden: 4096, mlp: 14336, queries: 4096, keyValues: 1024, vocabulary: 128_256),
      Shape(
        name: "Llama-3-70B", layers: 80, hidden: 8192, mlp: 28672, queries: 8192, keyValues: 1024,
        vocabulary: 128_256),
      Shape(
        name: "Gemma-2-27B", layers: 46, hidden: 4608, mlp: 36864, queries: 4096, keyValues: 2048,
        vocabulary: 256_000, norms: 4, isTied: true),
    ]

    var tree: ModuleTree {
      let tree = ModuleTree {
        Module("model") {
          Module("embed_tokens", class: "Embedding", bytes: 2 * vocabulary * hidden)
          Module("layers", class: "ModuleList") {
            for index in 0..<layers {
              Module("\(index)", class: "DecoderLayer") {
                Module("self_attn", class: "Attention", bytes: 4 * hidden * (queries + keyValues))
                Module("mlp", class: "MLP", bytes: 6 * hidden * mlp)
                Module("norms", class: "RMSNorm", bytes: 2 * norms * hidden)
              }
            }
          }
          Module("norm", class: "RMSNorm", bytes: 2 * hidden)
          Module("rotary_emb", class: "RotaryEmbedding", buffers: 512)
        }
        Module("lm_head", class: "Linear", bytes: 2 * vocabulary * hidden)
      }.noSplit("DecoderLayer")
      return isTied ? tree.tied("model.embed_tokens", "lm_head") : tree
    }
  }
}
