/// Scales that are tensors of their own in maps, since no packed weight counts them.
extension WeightPacking {
  /// The scales of a packed weight that is tied to another: its elements count there, and its scales here.
  static func scales(ofTied record: ModuleTree.TensorRecord, _ rule: PackedSize, _ module: Int) -> AddedTensor? {
    guard record.tiedTo >= 0, record.storedBits > 0 else { return nil }
    let bits = record.storedBits - rule.elementBits(record.count)
    guard bits > 0 else { return nil }
    return AddedTensor(
      module: module, path: ["weight_scale_inv"], dtype: .f32, count: bits / DType.f32.bits, storedBits: bits,
      unpackedBits: 0)
  }

  /// The scales that AWQ gives activations, as many as the layer before each has outputs. O(modules x children).
  static func scalesOfActivations(_ tree: ModuleTree) -> [AddedTensor] {
    guard let type = tree.configurations.first?.fields.modelType,
      let (activation, layer) = scaledActivations[type],
      let name = tree.symbols.find(activation), let before = tree.symbols.find(layer),
      let weight = tree.symbols.find("weight")
    else { return [] }
    return (1..<max(tree.count, 1)).compactMap { module in
      guard tree.records[module].name == name,
        let layer = tree.children(of: tree.parent(of: module)).first(where: { tree.records[$0].name == before }),
        let tensor = tree.ownTensors(of: layer).first(where: { tree.tensors[$0].name == weight })
      else { return nil }
      let record = tree.tensors[tensor]
      let outputs = record.columns > 0 ? record.count / Int(record.columns) : 0
      return AddedTensor(module: module, path: ["scales"], dtype: record.dtype, count: outputs, storedBits: -1)
    }
  }

  /// Activations by model type, each with the layer before it (transformers 5.24.0, `replace_quantization_scales`).
  private static let scaledActivations: [String: (activation: String, layer: String)] = [
    "starcoder2": ("act", "c_fc"), "falcon": ("act", "dense_h_to_4h"), "mpt": ("act", "up_proj"),
    "gptj": ("act", "fc_in"), "gpt_neox": ("act", "dense_h_to_4h"), "gpt_bigcode": ("act", "c_fc"),
    "bloom": ("gelu_impl", "dense_h_to_4h"), "RefinedWebModel": ("act", "dense_h_to_4h"),
  ]
}

extension ModuleTree {
  /// Adds tensors behind those that their modules have. O(modules + tensors), nothing for none.
  mutating func add(_ tensors: [AddedTensor]) {
    if tensors.isEmpty { return }
    var copy = ReplacingCopy(self, tensors)
    self = copy.copied()
  }
}
