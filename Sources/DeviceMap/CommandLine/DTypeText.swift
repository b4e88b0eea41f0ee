/// Names of dtypes as people write them, for options that take torch's names; `--dtype` reads them by itself.
enum DTypeText {
  private static let spellings = [
    "bf16": "bfloat16", "fp16": "float16", "f16": "float16", "half": "float16", "fp32": "float32", "f32": "float32",
    "float": "float32", "fp64": "float64", "f64": "float64",
  ]

  /// The dtypes that are tried on a model, wide to narrow; what is advised is the first in which it fits.
  static let tried = ["float32", "bfloat16", "int8", "int4"]

  /// Kinds of caches by the names that engines give them.
  static let ofCaches = [
    "q8": "q8_0", "q4": "q4_0", "fp8_e4m3": "fp8", "fp8_e5m2": "fp8", "float8_e4m3fn": "fp8", "float8_e5m2": "fp8",
  ]

  /// The name in full and in small letters: `bfloat16` for `BF16` and for `torch.bfloat16`.
  static func spelledOut(_ name: String) -> String {
    let name = name.lowercased()
    let own = name.hasPrefix("torch.") ? String(name.dropFirst(6)) : name
    return spellings[own] ?? own
  }
}
