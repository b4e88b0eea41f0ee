extension GPUModel {
  /// What it tells of packed weights. AMD and Intel GPUs compute in all formats that the reference asks the capability for.
  package var support: AcceleratorSupport {
    switch vendor {
    case .apple: .apple
    case .huawei: .absent
    case .amd, .intel: .unknown
    case .nvidia: Self.capabilities.first { name.hasPrefix($0.name) }.map { .capability($0.capability) } ?? .unknown
    }
  }

  /// CUDA compute capability, times ten, by the beginning of the name; NVIDIA's list of CUDA GPUs. The first counts.
  private static let capabilities: [(name: String, capability: Int)] = [
    ("RTX PRO", 120), ("RTX 5000 Ada", 89), ("RTX 6000 Ada", 89), ("RTX 50", 120), ("RTX 4", 89), ("RTX 30", 86),
    ("RTX A", 86), ("RTX 20", 75), ("TITAN RTX", 75),
    ("Quadro RTX", 75), ("GTX 16", 75), ("GTX 10", 61), ("B3", 103), ("GB3", 103), ("GB10", 121), ("B2", 100),
    ("GB2", 100), ("B1", 100), ("GH", 90), ("H", 90), ("A100", 80), ("A800", 80), ("A30", 80), ("A10", 86),
    ("A16", 86), ("A2", 86), ("A40", 86), ("L", 89), ("T4", 75), ("V100", 70), ("P100", 60), ("P4", 61),
  ]
}

extension AcceleratorSupport {
  /// The least of what is known of some GPUs.
  package static func least(of models: [GPUModel]) -> AcceleratorSupport {
    let all = models.map(\.support)
    if let without = all.first(where: { $0 == .absent || $0 == .apple }) { return without }
    let capabilities = all.compactMap { if case .capability(let capability) = $0 { capability } else { nil } }
    return capabilities.min().map { .capability($0) } ?? .unknown
  }
}
