/// What vLLM 0.33.0 holds of packed weights: each rank those of its part with the scales of its part, and what its layers
/// keep beside.
struct ServedSize: Hashable {
  let weight: PackedSize
  let expert: PackedSize
  /// Elements of a row that share a scale, which a rank may not cut; nil for a whole row or another shape.
  let groupSize: Int?
  /// Bits for each weight of the files: the scale of its inputs, where the files fix it.
  private(set) var inputBits = 0
  /// Bits for each layer, whether it is made of one weight or of several: the shape before packing.
  private(set) var shapeBits = 0
  /// The same of an expert's layer.
  private(set) var expertShapeBits = 0
  /// What of the format is not taken; nil where it is.
  private(set) var refusal: String?
  /// Bytes in each attention: scales and zero points of its cache.
  private(set) var attentionBytes = 0

  /// Nil for a format that is not known as vLLM holds it.
  init?(_ config: QuantizationConfig) {
    guard let weight = PackedSize(config, isServed: true),
      let expert = PackedSize(config, ofExperts: true, isServed: true)
    else { return nil }
    (self.weight, self.expert) = (weight, expert)
    groupSize = config.groupSize
    switch config.method {
    case "gptq":
      // One order for all of a row is what the files are in.
      if config.json["desc_act"]?.bool == true, groupSize != nil {
        refusal = "GPTQ's groups of columns in an order of their own (desc_act)"
      }
    case "awq": break
    case "fp8":
      if config.json["activation_scheme"]?.string == "static" { inputBits = 32 }
      attentionBytes = 4 * 2
    case "compressed-tensors":
      if config.json["format"]?.string == "pack-quantized" {
        // Two integers of 64 bits; of experts two numbers of the model's dtype.
        (shapeBits, expertShapeBits) = (2 * 64, 2 * 16)
      }
      if config.hasOwnOrder { refusal = "groups of columns in an order of their own (actorder)" }
      if config.hasFixedInputs { inputBits = 32 }
      attentionBytes = 3 * 4 + 3 * 2
    default: return nil
    }
  }
}

extension QuantizationConfig {
  /// What the groups of compressed-tensors say of weights, or of inputs.
  private func said(of part: String, _ field: String) -> [JSONValue] {
    guard let groups = json["config_groups"] else { return [] }
    return groups.members.compactMap { $0.value[part]?[field] }
  }

  /// Weights have zero points.
  var hasZeroPoints: Bool { said(of: "weights", "symmetric").contains { $0.bool == false } }
  /// The columns of a group do not stand together.
  var hasOwnOrder: Bool { said(of: "weights", "actorder").contains { ["group", "dynamic"].contains($0.string) } }
  /// One scale is for all of a weight.
  var scalesTensors: Bool { said(of: "weights", "strategy").contains { $0.string == "tensor" } }
  /// Inputs are scaled as the files say, not as they come.
  var hasFixedInputs: Bool { said(of: "input_activations", "dynamic").contains { $0.bool == false } }
}
