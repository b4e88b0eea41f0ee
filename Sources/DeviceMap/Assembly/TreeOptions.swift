/// How a model is to be loaded, as far as its tree depends on it.
public struct TreeOptions: Sendable {
  /// The class to build instead of the first of `architectures` in config.json.
  public var architecture: String?
  /// The dtype in which the model is loaded.
  public var dtype: LoadingDType = .auto
  /// What is known of architectures.
  public var catalog: Catalog = .builtIn
  /// What the accelerators can compute in: some formats of packed weights are unpacked on older ones.
  public var accelerators = AcceleratorSupport.unknown

  /// As the newest release of transformers loads it.
  public init() {}
}

/// The dtype that floating tensors of a model get when it is loaded.
public enum LoadingDType: Hashable, Sendable {
  /// As transformers 5 decides: `dtype` (or `torch_dtype`) of config.json, else the first floating tensor of the files,
  /// else float32.
  case auto
  /// This one.
  case fixed(DType)
  /// As transformers 4 decides where no dtype is asked for: float32, whatever the files hold; of packed models as with
  /// `auto`.
  case unasked
  /// Every tensor as it is stored.
  case checkpoint
  /// Linear layers are packed into 8 or 4 bits by bitsandbytes while they are loaded; the rest as with `auto`.
  case int8, int4
}

extension LoadingDType {
  /// The names that help and messages show; ``init(named:)`` knows other spellings too.
  public static let names = [
    "auto", "float32", "float16", "bfloat16", "float64", "float8_e4m3fn", "int8", "int4", "checkpoint",
  ]

  /// Spellings in everyday use beside torch's own.
  private static let spellings: [String: LoadingDType] = [
    "auto": .auto, "checkpoint": .checkpoint, "bf16": .fixed(.bf16), "fp16": .fixed(.f16), "f16": .fixed(.f16),
    "fp32": .fixed(.f32), "f32": .fixed(.f32), "fp64": .fixed(.f64), "f64": .fixed(.f64), "fp8": .fixed(.f8E4M3),
    "float8": .fixed(.f8E4M3), "fp8_e4m3": .fixed(.f8E4M3), "fp8_e5m2": .fixed(.f8E5M2), "int8": .int8, "8bit": .int8,
    "8-bit": .int8, "int4": .int4, "nf4": .int4, "fp4": .int4, "4bit": .int4, "4-bit": .int4,
  ]

  /// The dtype of that name, in small or capital letters, torch's spellings included (`half`, `torch.float16`); nil when
  /// there is none that a model can be loaded in.
  public init?(named name: String) {
    let name = name.lowercased()
    if let known = Self.spellings[name] {
      self = known
      return
    }
    guard let dtype = DType(torchName: name), dtype.isFloatingPoint, dtype != .f4, dtype != .f8E8M0 else { return nil }
    self = .fixed(dtype)
  }

  /// What is asked for of a model, once it is known whether it is packed.
  func decided(isPacked: Bool) -> LoadingDType { self == .unasked ? isPacked ? .auto : .fixed(.f32) : self }

  /// The format that weights are packed into while they are loaded.
  var quantization: QuantizationFormat? {
    switch self {
    case .int8: .bitsandbytes8
    case .int4: .bitsandbytes4
    default: nil
    }
  }
}
