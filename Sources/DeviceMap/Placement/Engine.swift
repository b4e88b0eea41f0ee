/// Which reference's rules count sizes and fill devices; the two give different maps for many inputs.
public enum Engine: String, CaseIterable, Hashable, Sendable {
  /// `from_pretrained(device_map=...)`.
  case transformers
  /// `accelerate.infer_auto_device_map`.
  case accelerate

  /// The release whose rules are followed.
  public var version: String {
    switch self {
    case .transformers: "5.23.0"
    case .accelerate: "1.15.0"
    }
  }
}
