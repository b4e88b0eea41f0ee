extension LoadingDType {
  /// What `--dtype` accepts.
  static let names = ["auto", "float32", "float16", "bfloat16", "float64", "float8_e4m3fn", "int8", "int4", "checkpoint"]

  /// Reads a value of `--dtype`; nil if it is none.
  init?(named name: String) {
    switch name {
    case "auto": self = .auto
    case "checkpoint": self = .checkpoint
    case "float32", "float16", "bfloat16", "float64", "float8_e4m3fn":
      guard let dtype = DType(torchName: name) else { return nil }
      self = .fixed(dtype)
    default: return nil
    }
  }
}
