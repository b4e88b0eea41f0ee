/// How a model is to be loaded, as far as its tree depends on it.
public struct TreeOptions: Sendable {
  /// The class to build instead of the first of `architectures` in config.json.
  public var architecture: String?
  public var dtype: LoadingDType = .auto
  public var catalog: Catalog = .builtIn

  public init() {}
}

/// The dtype that floating tensors of a model get when it is loaded.
public enum LoadingDType: Hashable, Sendable {
  /// As transformers 5 decides: `dtype` (or `torch_dtype`) of config.json, else the first floating tensor of the files,
  /// else float32.
  case auto
  case fixed(DType)
  /// Every tensor as it is stored.
  case checkpoint
  /// Linear layers are packed into 8 or 4 bits by bitsandbytes while they are loaded; the rest as with `auto`.
  case int8, int4
}

extension LoadingDType {
  /// The names that ``init(named:)`` knows.
  public static let names = [
    "auto", "float32", "float16", "bfloat16", "float64", "float8_e4m3fn", "int8", "int4", "checkpoint",
  ]

  /// The dtype of that name, nil when there is none.
  public init?(named name: String) {
    guard Self.names.contains(name) else { return nil }
    switch name {
    case "auto": self = .auto
    case "checkpoint": self = .checkpoint
    case "int8": self = .int8
    case "int4": self = .int4
    default:
      guard let dtype = DType(torchName: name) else { return nil }
      self = .fixed(dtype)
    }
  }

  /// The format that weights are packed into while they are loaded.
  var quantization: QuantizationFormat? {
    switch self {
    case .int8: .bitsandbytes8
    case .int4: .bitsandbytes4
    default: nil
    }
  }
}
