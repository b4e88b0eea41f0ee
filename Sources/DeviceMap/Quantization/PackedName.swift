/// What a tensor of a quantized checkpoint is, by the last parts of its name and its dtype.
enum PackedName {
  /// Tensors that only a quantized checkpoint has, by the end of their names.
  private static let telling = [
    ".qweight", ".weight_packed", ".weight_scale_inv", ".weight_scale", ".SCB", ".weight.absmax", ".qzeros", ".W_q",
    "_scale_inv", "_blocks", "._data", "_weight_qdata", ".scales",
  ]

  /// Whether templates of names show that weights are packed.
  static func show(_ names: NameTemplates) -> Bool {
    names.templates.contains { template in
      telling.contains { suffix in
        template.bytes.count > suffix.utf8.count
          && template.bytes[(template.bytes.count - suffix.utf8.count)...]
            .elementsEqual(suffix.utf8)
      }
    }
  }

  /// Where the name of the tensor begins in the parts of a path: bitsandbytes and quanto put dots into it
  /// (`q_proj` `weight.absmax`).
  static func leaf(in parts: [String]) -> Int {
    let last = parts.count - 1
    for index in max(0, last - 2)..<max(0, last)
    where parts[index] == "weight"
      && parts[index + 1].utf8.first.map({ !$0.isDigit && $0 != NameTemplates.slot }) == true
    {
      return index
    }
    return last
  }

  /// Joins the parts of which the name of a tensor consists.
  static func joinLeaf(_ parts: inout [ArraySlice<UInt8>]) {
    let leaf = leaf(in: parts.map { String(decoding: $0, as: UTF8.self) })
    guard leaf >= 0, leaf < parts.count - 1 else { return }
    let name = ArraySlice(parts[leaf...].joined(separator: [UInt8(ascii: ".")]))
    parts.replaceSubrange(leaf..., with: [name])
  }

  /// How many elements a tensor unpacks to; 0 for a scale or an index, nil for a tensor that is not packed.
  ///
  /// - Parameters:
  ///   - siblings: the names of the tensors of the same module.
  ///   - bits: what the config says that a weight takes.
  static func elements(
    _ name: String, dtype: DType, count: Int, siblings: Set<String>, bits: Int?
  ) -> Int? {
    func times(_ factor: Int) -> Int? {
      let (product, overflow) = count.multipliedReportingOverflow(by: factor)
      return overflow ? nil : product
    }
    let wordBits = dtype.bits
    switch name {
    case "qweight", "weight_packed": return times(max(1, wordBits / (bits ?? 4)))
    case "W_q": return times(max(1, wordBits / (bits ?? 4)))
    case "qzeros", "g_idx", "scales", "SCB", "weight_format", "weight_shape", "weight_zero_point", "weight_scale",
      "weight_scale_inv", "weight_scale_2", "weight_global_scale", "input_scale", "input_global_scale", "output_scale",
      "activation_scale", "weight_g_idx", "input_zero_point", "biases", "qbiases":
      return siblings.isDisjoint(with: packedNames) ? nil : 0
    case "weight": return weight(dtype, siblings, bits, times)
    case "weight._data", "_weight_qdata":
      return times(dtype.bits == 8 && dtype != .u8 ? 1 : max(1, wordBits / (bits ?? 4)))
    default: break
    }
    if name.hasPrefix("weight.") || name.hasPrefix("_weight_") { return 0 }
    if name.hasSuffix("_blocks"), siblings.contains(name.dropLast(7) + "_scales") { return times(wordBits / 4) }
    if name.hasSuffix("_scales"), siblings.contains(name.dropLast(7) + "_blocks") { return 0 }
    if name.hasSuffix("_scale_inv"), siblings.contains(String(name.dropLast(10))) { return 0 }
    if siblings.contains(name + "_scale_inv") { return count }
    return nil
  }

  private static let packedNames: Set<String> = ["qweight", "weight_packed", "weight", "W_q"]

  private static func weight(
    _ dtype: DType, _ siblings: Set<String>, _ bits: Int?, _ times: (Int) -> Int?
  ) -> Int? {
    switch dtype {
    case .u8:
      // Two 4-bit values a byte, as bitsandbytes, NVFP4 and BitNet (four of 2 bits) have them.
      return times(bits == 8 ? 1 : bits == 2 ? 4 : 2)
    case .u32:
      // MLX: as many values as fit into the words of a row.
      guard siblings.contains("scales") else { return nil }
      guard let bits, bits > 0 else { return nil }
      return times(32).map { $0 / bits }
    case .i8, .f8E4M3, .f8E5M2, .f8E4M3FNUZ, .f8E5M2FNUZ, .f4: return times(1)
    default: return nil
    }
  }
}

extension DType {
  /// Whether weights have it only when they are packed.
  package var isPacked: Bool {
    switch self {
    case .f16, .bf16, .f32, .f64: false
    default: true
    }
  }
}
