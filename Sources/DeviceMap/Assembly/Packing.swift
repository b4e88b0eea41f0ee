/// What is known of packed weights before a tree is built, and what is done about them after.
struct Packing {
  let config: QuantizationConfig?
  /// The files hold packed weights.
  let isStored: Bool
  /// Weights are to be packed while they are loaded.
  private let whileLoading: QuantizationFormat?
  /// Every tensor keeps the size that it has in the files.
  let keepsStoredSizes: Bool

  init(_ config: ModelConfig?, _ names: NameTemplates?, loading: LoadingDType) throws(TreeError) {
    self.config = config.flatMap { QuantizationConfig($0.json) }
    keepsStoredSizes = loading == .checkpoint
    isStored = self.config != nil || names?.showsPackedWeights ?? false
    whileLoading = loading.quantization
    if whileLoading != nil, isStored { throw .alreadyQuantized(self.config?.format.name ?? "packed weights") }
  }

  /// Adds what the format means for a placement, and packs what is to be packed.
  func apply(to tree: inout ModuleTree, dtype: DType?, hasHeaders: Bool, rules: NameRules?) throws(TreeError) {
    let unpackedDType = dtype.flatMap { $0.isPacked ? nil : $0 }
    if let whileLoading {
      tree.quantization = ModuleQuantization(format: whileLoading, source: .whileLoading, unpackedDType: unpackedDType)
      try WeightPacking.pack(&tree, as: whileLoading, skips: nil)
      return
    }
    guard isStored else { return }
    let format = config?.format ?? .other("")
    tree.quantization = ModuleQuantization(
      format: format, source: .stored, unpackedDType: unpackedDType ?? (hasHeaders ? .bf16 : nil),
      allowsHostOffload: config?.allowsHostOffload ?? false)
    if config == nil {
      tree.notes.append(
        Note(
          .warning, code: "quantized-without-config",
          "the files hold packed weights, but config.json has no quantization_config: transformers will not load them; "
            + "they are counted as stored"))
    } else if !format.hasQuantizer {
      let what =
        format.isKnown ? "\(format.name) checkpoints" : config?.method ?? "a config without quant_method"
      tree.notes.append(
        Note(
          .warning, code: "unknown-quantization",
          "transformers 5.23.0 has no quantizer for \(what); the tensors are counted as stored"))
    }
    if !hasHeaders, let config, !keepsStoredSizes { try WeightPacking.estimate(&tree, config, rules: rules) }
  }
}

extension NameTemplates {
  /// Whether the names show that weights are packed.
  var showsPackedWeights: Bool { tensors.contains { $0.dtype.isPacked } && PackedName.show(self) }
}
