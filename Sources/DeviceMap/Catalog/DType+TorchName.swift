extension DType {
  /// The dtype that torch 2.13 calls `name` (`bfloat16`; also `half`, `float`, ... and with `torch.` in front).
  package init?(torchName name: String) {
    switch name.hasPrefix("torch.") ? String(name.dropFirst(6)) : name {
    case "bool": self = .bool
    case "uint8": self = .u8
    case "int8": self = .i8
    case "uint16": self = .u16
    case "int16", "short": self = .i16
    case "uint32": self = .u32
    case "int32", "int": self = .i32
    case "uint64": self = .u64
    case "int64", "long": self = .i64
    case "float8_e4m3fn": self = .f8E4M3
    case "float8_e4m3fnuz": self = .f8E4M3FNUZ
    case "float8_e5m2": self = .f8E5M2
    case "float8_e5m2fnuz": self = .f8E5M2FNUZ
    case "float8_e8m0fnu": self = .f8E8M0
    case "float4_e2m1fn_x2": self = .f4
    case "float16", "half": self = .f16
    case "bfloat16": self = .bf16
    case "float32", "float": self = .f32
    case "float64", "double": self = .f64
    case "complex64", "cfloat": self = .c64
    default: return nil
    }
  }
}
