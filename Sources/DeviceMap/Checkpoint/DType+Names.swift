extension DType {
  /// The name in a safetensors header: `BF16`.
  public var name: String {
    switch self {
    case .bool: "BOOL"
    case .f4: "F4"
    case .f6E2M3: "F6_E2M3"
    case .f6E3M2: "F6_E3M2"
    case .u8: "U8"
    case .i8: "I8"
    case .f8E5M2: "F8_E5M2"
    case .f8E4M3: "F8_E4M3"
    case .f8E8M0: "F8_E8M0"
    case .f8E4M3FNUZ: "F8_E4M3FNUZ"
    case .f8E5M2FNUZ: "F8_E5M2FNUZ"
    case .i16: "I16"
    case .u16: "U16"
    case .f16: "F16"
    case .bf16: "BF16"
    case .i32: "I32"
    case .u32: "U32"
    case .f32: "F32"
    case .c64: "C64"
    case .f64: "F64"
    case .i64: "I64"
    case .u64: "U64"
    }
  }

  /// The name in torch 2.13, without the module: `bfloat16`. Nil for the two 6-bit types, which torch has not; F4 is
  /// torch's packed pair of two.
  public var torchName: String? {
    switch self {
    case .bool: "bool"
    case .f4: "float4_e2m1fn_x2"
    case .f6E2M3, .f6E3M2: nil
    case .u8: "uint8"
    case .i8: "int8"
    case .f8E5M2: "float8_e5m2"
    case .f8E4M3: "float8_e4m3fn"
    case .f8E8M0: "float8_e8m0fnu"
    case .f8E4M3FNUZ: "float8_e4m3fnuz"
    case .f8E5M2FNUZ: "float8_e5m2fnuz"
    case .i16: "int16"
    case .u16: "uint16"
    case .f16: "float16"
    case .bf16: "bfloat16"
    case .i32: "int32"
    case .u32: "uint32"
    case .f32: "float32"
    case .c64: "complex64"
    case .f64: "float64"
    case .i64: "int64"
    case .u64: "uint64"
    }
  }

  /// The dtype that a safetensors header calls `name`; names are case-sensitive.
  ///
  /// - Complexity: O(dtypes).
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The dtype that torch calls `name`, as config.json writes it: `bfloat16`, `torch.bfloat16`, or one of torch's
  /// second names (`half`, `float`, `double`).
  ///
  /// - Complexity: O(dtypes).
  public init?(torchName name: String) {
    let bare = name.hasPrefix("torch.") ? String(name.dropFirst(6)) : name
    switch bare {
    case "half": self = .f16
    case "float": self = .f32
    case "double": self = .f64
    case "short": self = .i16
    case "int": self = .i32
    case "long": self = .i64
    case "cfloat": self = .c64
    default:
      guard let found = Self.allCases.first(where: { $0.torchName == bare }) else { return nil }
      self = found
    }
  }
}
