/// How the weights of a checkpoint were packed, as its config.json says.
///
/// Where it stands and how the formats are told apart is the rule of transformers 5.23.0 (`get_hf_quantizer`,
/// `AutoQuantizationConfig`); `compression_config` is the name that early files of compressed-tensors have for it.
public struct QuantizationConfig: Sendable {
  /// The value of `quantization_config`.
  public let json: JSONValue
  /// Where it stands in config.json (`text_config.quantization_config`).
  public let keyPath: String
  public let format: QuantizationFormat
  /// `expert_dtype` of fp8 checkpoints, which may stand beside the quantization: `fp4` for experts of 4 bits.
  public let expertDType: String?

  /// The quantization of a config.json; nil when it has none.
  public init?(_ config: JSONValue) {
    let places: [(path: String, value: JSONValue?)] = [
      ("quantization_config", config["quantization_config"]),
      ("text_config.quantization_config", config["text_config"]?["quantization_config"]),
      ("compression_config", config["compression_config"]),
    ]
    guard let place = places.first(where: { $0.value?.kind == .object }), let json = place.value else { return nil }
    self.json = json
    keyPath = place.path
    format = QuantizationFormat(json)
    expertDType = json["expert_dtype"]?.string ?? config["expert_dtype"]?.string
  }

  /// Bits of a packed weight, where the config tells them.
  public var bits: Int? {
    switch format {
    case .bitsandbytes4, .mxfp4: return 4
    case .bitsandbytes8, .fp8, .fbgemmFP8: return 8
    default: break
    }
    if let bits = json["bits"]?.int ?? json["num_bits"]?.int ?? json["w_bit"]?.int { return Self.plausible(bits) }
    // Groups of compressed-tensors may differ; the first decides for what has no shape to go by.
    return first("num_bits").flatMap { Self.plausible($0) }
  }

  /// Elements of a row that share a scale; nil where the config says nothing, or a whole row (-1).
  public var groupSize: Int? {
    if let size = json["group_size"]?.int ?? json["q_group_size"]?.int { return size > 0 ? size : nil }
    return first("group_size").flatMap { $0 > 0 ? $0 : nil }
  }

  /// A group of compressed-tensors has its scales by block.
  var hasBlocks: Bool {
    guard let groups = json["config_groups"] else { return false }
    return groups.members.contains { !($0.value["weights"]?["block_structure"]?.isNull ?? true) }
  }

  /// The first number of that name that a group of compressed-tensors has for its weights.
  private func first(_ key: String) -> Int? {
    guard let groups = json["config_groups"] else { return nil }
    for group in groups.members {
      if let value = group.value["weights"]?[key]?.int { return value }
    }
    return nil
  }

  /// Names or patterns of modules that are not packed; nil where the config leaves it to the model.
  public var skippedModules: [String]? {
    for key in ["modules_to_not_convert", "llm_int8_skip_modules", "ignore", "ignored_layers"] {
      guard let list = json[key], list.kind == .array else { continue }
      return list.elements.compactMap(\.string)
    }
    return nil
  }

  /// `llm_int8_enable_fp32_cpu_offload`: parts on the cpu stay unpacked, and so may be there.
  public var allowsHostOffload: Bool { json["llm_int8_enable_fp32_cpu_offload"]?.bool == true }

  private static func plausible(_ bits: Int) -> Int? { (1...8).contains(bits) ? bits : nil }
}

/// A format of packed weights.
public enum QuantizationFormat: Hashable, Sendable {
  case bitsandbytes4, bitsandbytes8
  case gptq, awq, autoRound
  /// Weights in fp8 with scales by block, row or tensor.
  case fp8, fbgemmFP8
  case compressedTensors
  case mxfp4
  case modelopt
  case quanto, torchao, bitnet, hqq
  /// A method by its name, or none named.
  case other(String)

  init(_ json: JSONValue) {
    let is4bit = json["load_in_4bit"]?.bool == true
    if is4bit || json["load_in_8bit"]?.bool == true {
      self = is4bit ? .bitsandbytes4 : .bitsandbytes8
      return
    }
    let name = json["quant_method"]?.string ?? json["producer"]?["name"]?.string ?? ""
    switch name {
    case "bitsandbytes", "bitsandbytes_4bit": self = .bitsandbytes4
    case "bitsandbytes_8bit": self = .bitsandbytes8
    case "gptq": self = .gptq
    case "awq": self = .awq
    case "auto-round", "intel/auto-round": self = .autoRound
    case "fp8": self = .fp8
    case "fbgemm_fp8": self = .fbgemmFP8
    case "compressed-tensors", "compressed_tensors", "sparseml": self = .compressedTensors
    case "mxfp4": self = .mxfp4
    case "modelopt": self = .modelopt
    case "quanto": self = .quanto
    case "torchao": self = .torchao
    case "bitnet": self = .bitnet
    case "hqq": self = .hqq
    default: self = .other(name)
    }
  }

  /// The name as people know it.
  public var name: String {
    switch self {
    case .bitsandbytes4: "bitsandbytes 4-bit"
    case .bitsandbytes8: "bitsandbytes 8-bit"
    case .gptq: "GPTQ"
    case .awq: "AWQ"
    case .autoRound: "AutoRound"
    case .fp8: "fp8"
    case .fbgemmFP8: "FBGEMM fp8"
    case .compressedTensors: "compressed-tensors"
    case .mxfp4: "mxfp4"
    case .modelopt: "ModelOpt"
    case .quanto: "quanto"
    case .torchao: "torchao"
    case .bitnet: "BitNet"
    case .hqq: "HQQ"
    case .other(let name): name.isEmpty ? "an unnamed method" : name
    }
  }
}
