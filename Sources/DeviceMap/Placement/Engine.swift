/// Which reference's rules count sizes and fill devices; they give different maps for many inputs.
public enum Engine: String, CaseIterable, Hashable, Sendable {
  /// `from_pretrained(device_map=...)` of transformers 5.
  case transformers
  /// `from_pretrained(device_map=...)` of transformers 4, which asks accelerate, and counts floating tensors at most at
  /// the dtype of the model.
  case transformers4 = "transformers-4"
  /// `accelerate.infer_auto_device_map`.
  case accelerate

  /// The release whose rules are followed.
  public var version: String {
    switch self {
    case .transformers: Release.newest.version
    case .transformers4: Release.all.last { $0.major == 4 }?.version ?? "4"
    case .accelerate: "1.15.0"
    }
  }

  /// The release that places a tree: of transformers the one that built it, where that is known.
  func version(for tree: ModuleTree) -> String {
    guard self != .accelerate, let release = tree.release else { return version }
    return (release.major < 5) == (self == .transformers4) ? release.version : version
  }

  /// The engine that `from_pretrained` of a release is.
  public init(_ release: Release) { self = release.major < 5 ? .transformers4 : .transformers }

  /// Whether accelerate's functions decide, not those that transformers 5 has of its own.
  package var asksAccelerate: Bool { self != .transformers }
}
