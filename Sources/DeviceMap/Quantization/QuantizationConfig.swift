/// How the weights of a checkpoint were packed, as its config.json says.
///
/// Where it stands and how the formats are told apart is the rule of transformers 5.23.0 (`get_hf_quantizer`,
/// `AutoQuantizationConfig`); `compression_config` is the name that early files of compressed-tensors have for it.
public struct QuantizationConfig: Sendable {
  /// The value of `quantization_config`.
  public let json: JSONValue
  /// Where it stands in config.json (`text_config.quantization_config`).
  public let keyPath: String
  /// The format that it names.
  public let format: QuantizationFormat
  /// `expert_dtype` of fp8 checkpoints, which may stand beside the quantization: `fp4` for experts of 4 bits.
  public let expertDType: String?
  /// `transformers_version` of the config.json: the release that wrote it.
  let writer: String?

  /// The members of config.json that may hold it.
  package static let keys = ["quantization_config", "compression_config", "quantization"]

  /// The quantization of a config.json; nil when it has none.
  ///
  /// - Complexity: O(members).
  public init?(_ config: JSONValue) {
    let places: [(path: String, value: JSONValue?)] = [
      ("quantization_config", config["quantization_config"]),
      ("text_config.quantization_config", config["text_config"]?["quantization_config"]),
      ("quantization", config["quantization"]),
      ("compression_config", config["compression_config"]),
    ]
    guard let place = places.first(where: { $0.value?.kind == .object }), let json = place.value else { return nil }
    self.json = json
    keyPath = place.path
    format = QuantizationFormat(json)
    expertDType = json["expert_dtype"]?.string ?? config["expert_dtype"]?.string
    writer = config["transformers_version"]?.string
  }

  /// `quant_method`, as it is written; nil where the config names none.
  ///
  /// - Complexity: O(members).
  public var method: String? { json["quant_method"]?.string ?? json["producer"]?["name"]?.string }

  /// Bits of a packed weight, where the config tells them.
  ///
  /// - Complexity: O(members).
  public var bits: Int? {
    if let bits = format.bits { return bits }
    if format.sizes == .namedType { return namedTypeBits }
    if let bits = json["bits"]?.int ?? json["num_bits"]?.int ?? json["w_bit"]?.int { return Self.plausible(bits) }
    // Groups of compressed-tensors may differ; the first decides for what has no shape to go by.
    return first("num_bits").flatMap { Self.plausible($0) }
  }

  /// Bits by the name of the class in `quant_type` of torchao: 4 where it ends in 4 bits a weight, else 8, as
  /// `quantized_element_size` of the reference has it.
  private var namedTypeBits: Int {
    typeName.firstRange(of: "4weight") != nil || typeName.firstRange(of: "int4_weight") != nil ? 4 : 8
  }

  /// The name of the class in `quant_type` of torchao, in small letters.
  private var typeName: String {
    let type = json["quant_type"]
    return (type?["default"]?["_type"]?.string ?? type?.string ?? "").lowercased()
  }

  /// What torchao 0.18.0 stores of weights packed by the class that is named: bits of an element, and of the scale and
  /// zero point of each group. Nil for formats that name none.
  var namedType: (storedBits: Int, scaleBits: Int)? {
    guard format.sizes == .namedType else { return nil }
    let isSecond = json["quant_type"]?["default"]?["_version"]?.int == 2
    // Of any width: a byte an element, a scale in the model's dtype and a zero point of a byte.
    if typeName.firstRange(of: "intx") != nil { return (8, 16 + 8) }
    // A scale and a zero point in the model's dtype.
    if namedTypeBits == 4 { return (4, 16 + 16) }
    return (8, typeName.hasPrefix("int8") && isSecond ? 32 + 8 : 32)
  }

  /// The packed modules are linear layers, and of torchao embeddings too where it is asked for.
  var packsEmbeddings: Bool {
    format.packsEmbeddings || format.sizes == .namedType && json["include_input_output_embeddings"]?.bool == true
  }

  /// Elements of a row that share a scale; nil where the config says nothing, or a whole row (-1).
  ///
  /// - Complexity: O(members).
  public var groupSize: Int? {
    if format.sizes == .namedType {
      let data = json["quant_type"]?["default"]?["_data"]
      let granularity = data?["weight_granularity"] ?? data?["granularity"]
      return data?["group_size"]?.int ?? granularity?["_data"]?["group_size"]?.int ?? (bits == 4 ? 128 : nil)
    }
    if let size = json["group_size"]?.int ?? json["q_group_size"]?.int { return size > 0 ? size : nil }
    return first("group_size").flatMap { $0 > 0 ? $0 : nil }
  }

  /// A group of compressed-tensors has its scales by block.
  var hasBlocks: Bool {
    guard let groups = json["config_groups"] else { return false }
    return groups.members.contains { !($0.value["weights"]?["block_structure"]?.isNull ?? true) }
  }

  /// The groups of compressed-tensors hold integers.
  var packsIntegers: Bool {
    json["config_groups"]?.members.allSatisfy { $0.value["weights"]?["type"]?.string == "int" } ?? false
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
  ///
  /// - Complexity: O(members + modules named).
  public var skippedModules: [String]? {
    for key in ["modules_to_not_convert", "llm_int8_skip_modules", "ignore", "ignored_layers"] {
      guard let list = json[key], list.kind == .array else { continue }
      return list.elements.compactMap(\.string)
    }
    return nil
  }

  /// What `dynamic` of GPTQModel says of modules whose path begins with a pattern, the first that matches alone; those that
  /// it leaves as they are included. O(members).
  package var dynamicEntries: [(pattern: String, entry: ModuleEntry)] {
    json["dynamic"]?.members.map { member in
      let isSpared = member.key.hasPrefix("-:")
      let isMarked = isSpared || member.key.hasPrefix("+:")
      return (
        isMarked ? String(member.key.dropFirst(2)) : member.key,
        ModuleEntry(
          bits: member.value["bits"]?.int.flatMap { Self.plausible($0) },
          groupSize: member.value["group_size"]?.int.map { max(0, $0) }, mode: nil, isSpared: isSpared)
      )
    } ?? []
  }

  /// What a config says of one module.
  package struct ModuleEntry: Hashable, Sendable {
    package var bits: Int?
    /// Elements of a row that share a scale; 0 for a whole row.
    package var groupSize: Int?
    /// How its groups are scaled (`mode`); nil for the `affine` of mlx.
    package var mode: String?
    /// The module is not packed.
    package var isSpared: Bool
  }

  /// The modules of which an MLX export says something of its own, by path as the files have it. O(members).
  package var moduleEntries: [(path: String, entry: ModuleEntry)] {
    guard format.sizes == .affineGroups else { return [] }
    return json.members.compactMap { member in
      switch member.value.kind {
      case .bool where member.key.utf8.contains(UInt8(ascii: ".")):
        (member.key, ModuleEntry(isSpared: member.value.bool == false))
      case .object:
        (
          member.key,
          ModuleEntry(
            bits: member.value["bits"]?.int.flatMap { Self.plausible($0) },
            groupSize: member.value["group_size"]?.int.flatMap { $0 > 0 ? $0 : nil },
            mode: member.value["mode"]?.string, isSpared: false)
        )
      default: nil
      }
    }
  }

  /// Whether the reference unpacks stored weights on every machine: where the config asks for it, and where the files of
  /// compressed-tensors are not said to be compressed (`is_quantization_compressed`).
  ///
  /// - Complexity: O(members).
  public var isUnpackedAlways: Bool {
    if format == .compressedTensors {
      let isCompressed = json["quantization_status"].map { $0.string == "compressed" } ?? false
      return !isCompressed || json["dequantize"]?.bool == true || json["run_compressed"]?.bool == false
    }
    return [.fp8, .mxfp4, .metal].contains(format) && json["dequantize"]?.bool == true
  }

  /// `llm_int8_enable_fp32_cpu_offload`: parts on the cpu stay unpacked, and so may be there.
  ///
  /// - Complexity: O(members).
  public var allowsHostOffload: Bool { json["llm_int8_enable_fp32_cpu_offload"]?.bool == true }

  private static func plausible(_ bits: Int) -> Int? { (1...8).contains(bits) ? bits : nil }
}
