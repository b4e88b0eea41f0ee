/// What accelerators can compute in, as far as it decides whether packed weights stay packed when they are loaded.
public enum AcceleratorSupport: Hashable, Sendable {
  /// Nothing is known of them.
  case unknown
  /// There is none of CUDA, ROCm or XPU: the cpu alone, or the GPU of a Mac.
  case absent
  /// The least CUDA compute capability of them, times ten: 89 for 8.9.
  case capability(Int)
}

extension QuantizationFormat {
  /// Whether transformers 5.23.0 unpacks stored weights of this format while it loads them (`validate_environment`).
  func isUnpacked(on accelerators: AcceleratorSupport) -> Bool {
    guard let leastCapability else { return false }
    switch accelerators {
    case .unknown: return false
    case .absent: return true
    case .capability(let capability): return capability < leastCapability
    }
  }
}
