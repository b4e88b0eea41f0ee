/// The element type of a tensor: the 22 that safetensors 0.8.0 knows, in its order.
public enum DType: UInt8, CaseIterable, Hashable, Sendable {
  /// A byte or less an element.
  case bool, f4, f6E2M3, f6E3M2, u8, i8, f8E5M2, f8E4M3, f8E8M0, f8E4M3FNUZ, f8E5M2FNUZ
  /// Two bytes an element and more.
  case i16, u16, f16, bf16, i32, u32, f32, c64, f64, i64, u64

  /// Bits that one element takes in a file.
  public var bits: Int {
    switch self {
    case .f4: 4
    case .f6E2M3, .f6E3M2: 6
    case .bool, .u8, .i8, .f8E5M2, .f8E4M3, .f8E8M0, .f8E4M3FNUZ, .f8E5M2FNUZ: 8
    case .i16, .u16, .f16, .bf16: 16
    case .i32, .u32, .f32: 32
    case .c64, .f64, .i64, .u64: 64
    }
  }

  /// Whether a cast of the model to another floating dtype changes it.
  public var isFloatingPoint: Bool {
    switch self {
    case .bool, .u8, .i8, .i16, .u16, .i32, .u32, .i64, .u64, .c64: false
    default: true
    }
  }
}
