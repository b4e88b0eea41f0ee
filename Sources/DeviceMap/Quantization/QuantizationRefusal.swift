/// What the quantization classes of transformers raise on, whatever the files hold.
package struct QuantizationRefusal: Hashable, Sendable {
  /// The class that raises (`GPTQConfig`).
  package var configClass: String
  /// The member of the quantization config.
  package var key: String
  /// How its value is written; `nothing` where it is absent.
  package var found: String
  package var needed: String
}

extension QuantizationConfig {
  /// The first value that its class does not take; nil where it takes them all, or where the package of the format checks
  /// them (transformers 5.23.0, `AutoQuantizationConfig.from_dict`).
  ///
  /// - Complexity: O(members).
  package var refusal: QuantizationRefusal? {
    switch method {
    case "gptq": refused("GPTQConfig", bits: [2, 3, 4, 8]) ?? refusedGroup("GPTQConfig")
    case "auto-round": refused("AutoRoundConfig", bits: Array(2...8), or: 4) ?? refusedGroup("AutoRoundConfig")
    case "higgs": refused("HiggsConfig", bits: [2, 3, 4], or: 4) ?? refusedGroup("HiggsConfig", [64, 128, 256])
    case "spqr": refused("SpQRConfig", bits: [3], or: 3)
    case "metal": refused("MetalConfig", bits: [2, 4, 8], or: 4)
    case "fp8": refusedBlock
    default: nil
    }
  }

  /// - Parameter standard: what counts where the config names none; nil where one is needed.
  private func refused(_ configClass: String, bits: [Int], or standard: Int? = nil) -> QuantizationRefusal? {
    let value = json["bits"]
    if value == nil ? standard != nil : value?.int.map(bits.contains) ?? false { return nil }
    let last = bits.last.map(String.init) ?? ""
    let needed = bits.count == 1 ? last : bits.dropLast().map(String.init).joined(separator: ", ") + " or \(last)"
    return refusal(configClass, "bits", needed: needed)
  }

  /// - Parameter sizes: those that there are; nil for any.
  private func refusedGroup(_ configClass: String, _ sizes: [Int]? = nil) -> QuantizationRefusal? {
    guard let value = json["group_size"] else { return nil }
    if let sizes {
      let isOne = value.int.map(sizes.contains) ?? false
      return isOne ? nil : refusal(configClass, "group_size", needed: "64, 128 or 256")
    }
    return value.int == -1 || value.isAboveZero
      ? nil : refusal(configClass, "group_size", needed: "a number above 0, or -1")
  }

  private var refusedBlock: QuantizationRefusal? {
    guard let value = json["weight_block_size"], !value.isNull else { return nil }
    let sides = value.kind == .array ? Array(value.elements) : []
    return sides.count == 2 && sides.allSatisfy(\.isAboveZero)
      ? nil : refusal("FineGrainedFP8Config", "weight_block_size", needed: "two numbers above 0")
  }

  private func refusal(_ configClass: String, _ key: String, needed: String) -> QuantizationRefusal {
    QuantizationRefusal(configClass: configClass, key: key, found: json[key]?.shortSource ?? "nothing", needed: needed)
  }
}

extension JSONValue {
  /// Whether it is a number above 0, whole or not.
  fileprivate var isAboveZero: Bool { kind == .number && (int.map { $0 > 0 } ?? !shortSource.hasPrefix("-")) }
}
