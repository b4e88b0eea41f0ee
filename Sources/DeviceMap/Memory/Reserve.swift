/// Bytes that are kept free on each accelerator beside the model.
public enum Reserve: Hashable, Sendable {
  /// What the user said.
  case stated(Int)
  /// The context of CUDA with its libraries, and what the caching allocator holds beside live tensors.
  case usual(context: Int, allocator: Int)

  /// The context of CUDA with its kernels and cuBLAS: about 400 MiB on cards of compute capability 8 and 9 (published
  /// measurements; peers keep 250 MiB to 1 GiB).
  public static let context = 400 << 20

  /// The least that is kept for the allocator: rounding of small tensors to 2 MiB segments, workspaces of cuBLAS.
  public static let leastAllocator = 100 << 20

  /// What is usual beside a model whose running layer takes `transient` bytes: the context, and for the allocator a
  /// tenth of the transient (a simulation of its segments took 2 to 17 % of the live peak, at most 404 MiB), within 100
  /// and 500 MiB.
  static func beside(transient: Int) -> Reserve {
    .usual(context: context, allocator: min(5 * leastAllocator, max(leastAllocator, transient / 10)))
  }

  /// Bytes of both parts.
  public var bytes: Int {
    switch self {
    case .stated(let bytes): bytes
    case .usual(let context, let allocator): context + allocator
    }
  }

  /// Bytes of the CUDA context; nil where the user said how much is kept.
  package var contextBytes: Int? {
    guard case .usual(let context, _) = self else { return nil }
    return context
  }

  /// Bytes of the allocator; nil where the user said how much is kept.
  package var allocatorBytes: Int? {
    guard case .usual(_, let allocator) = self else { return nil }
    return allocator
  }

  /// What the user said; nil for the usual.
  var stated: Int? {
    guard case .stated(let bytes) = self else { return nil }
    return bytes
  }

  var formula: String { formula(of: "CUDA context") }

  /// The same for the GPU of a Mac: nothing was measured there, and as much is kept.
  var formulaOfMetal: String { formula(of: "Metal") }

  private func formula(of what: String) -> String {
    switch self {
    case .stated: "as asked"
    case .usual(let context, let allocator):
      "\(what) \(context >> 20) MiB + allocator \(allocator >> 20) MiB (a tenth of the transient, 100 to 500 MiB)"
    }
  }
}
