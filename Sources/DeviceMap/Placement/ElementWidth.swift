/// What one element of a tensor takes after loading, for plans in another type than the checkpoint's.
public enum ElementWidth: Int, CaseIterable, Hashable, Sendable {
  /// accelerate counts a bool as one bit.
  case bit = 1
  /// Two bits.
  case int2 = 2
  /// Four bits.
  case int4 = 4
  /// Eight bits, as int8 and fp8 have.
  case byte = 8
  /// 16 bits.
  case half = 16
  /// 32 bits.
  case single = 32
  /// 64 bits.
  case double = 64

  /// Bits of an element.
  public var bits: Int { rawValue }

  /// Reads the name of a type as torch or accelerate spell it (`float16`, `int4`, `fp8`); nil if it is unknown.
  public init?(named name: String) {
    switch name.hasPrefix("torch.") ? String(name.dropFirst(6)) : name {
    case "bool": self = .bit
    case "int2": self = .int2
    case "int4": self = .int4
    case "int8", "uint8", "fp8", "float8_e4m3fn", "float8_e5m2", "float8_e4m3fnuz", "float8_e5m2fnuz",
      "float8_e8m0fnu":
      self = .byte
    case "float16", "half", "bfloat16", "int16", "uint16", "short": self = .half
    case "float32", "float", "int32", "uint32", "int": self = .single
    case "float64", "double", "int64", "uint64", "long", "complex64": self = .double
    default: return nil
    }
  }
}
