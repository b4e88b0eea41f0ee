/// How the elements of a cache are stored.
///
/// Quantised kinds count their scales: `q8_0` and `q4_0` of llama.cpp keep 2 bytes for 32 elements, `mxfp8` 1 byte.
public enum CacheType: String, CaseIterable, Hashable, Sendable {
  /// Elements of 32, 16 and 8 bits.
  case float32, float16, bfloat16, fp8, int8, mxfp8
  /// Blocks of 32 elements of 8 bits with a scale.
  case q8 = "q8_0"
  /// Blocks of 32 elements of 4 bits with a scale.
  case q4 = "q4_0"

  /// Quarters of a bit that one element takes.
  var quarterBits: Int {
    switch self {
    case .float32: 128
    case .float16, .bfloat16: 64
    case .fp8, .int8: 32
    case .mxfp8: 33
    case .q8: 34
    case .q4: 18
    }
  }

  /// Whether transformers allocates exactly this; the others belong to other engines.
  var isPlain: Bool { [.float32, .float16, .bfloat16].contains(self) }

  /// The kind that a model keeps its cache in when nobody says otherwise: its own dtype.
  public init(dtype: DType) {
    switch dtype {
    case .f32, .f64: self = .float32
    case .f16: self = .float16
    default: self = .bfloat16
    }
  }
}
