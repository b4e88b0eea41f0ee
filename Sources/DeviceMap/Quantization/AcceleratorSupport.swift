/// What accelerators can compute in, as far as it decides whether packed weights stay packed when they are loaded.
public enum AcceleratorSupport: Hashable, Sendable {
  /// Nothing is known of them.
  case unknown
  /// There is none of CUDA, ROCm or XPU: the cpu alone, or an NPU.
  case absent
  /// The GPU of a Mac, and none of CUDA, ROCm or XPU.
  case apple
  /// The least CUDA compute capability of them, times ten: 89 for 8.9.
  case capability(Int)
}

extension QuantizationFormat {
  /// Whether transformers 5.23.0 unpacks stored weights of this format while it loads them (`validate_environment`).
  func isUnpacked(on accelerators: AcceleratorSupport) -> Bool {
    if needsApple { return accelerators != .apple && accelerators != .unknown }
    guard let leastCapability else { return false }
    switch accelerators {
    case .unknown: return false
    case .absent, .apple: return true
    case .capability(let capability): return capability < leastCapability
    }
  }
}
