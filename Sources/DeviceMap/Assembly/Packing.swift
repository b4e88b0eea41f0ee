/// What is known of packed weights before a tree is built, and what is done about them after.
struct Packing {
  let config: QuantizationConfig?
  /// The files hold packed weights.
  let isStored: Bool
  /// Weights are to be packed while they are loaded.
  private let whileLoading: QuantizationFormat?
  private let unpackedDType: DType?
  private let asStored: Bool
  private let document: JSONValue?

  init(_ config: JSONValue?, _ tensors: StoredTensors?, _ options: TreeOptions) throws(TreeError) {
    document = config
    self.config = config.flatMap { QuantizationConfig($0) }
    asStored = options.dtype == .checkpoint
    isStored = self.config != nil || tensors?.showsPackedWeights ?? false
    whileLoading = options.dtype.quantization
    if whileLoading != nil, isStored {
      throw .alreadyQuantized(self.config?.format.name ?? "packed weights")
    }
    if case .fixed(let dtype) = options.dtype {
      unpackedDType = dtype
    } else {
      let configured = try config.flatMap { config throws(TreeError) in try ModuleTree.configuredDType(config) }
      let stored = tensors?.firstFloatingDType
      unpackedDType = configured ?? stored.flatMap { PackedName.isPacked($0) ? nil : $0 }
    }
  }

  /// Adds what the format means for a placement, and packs what is to be packed.
  func apply(to tree: inout ModuleTree, hasHeaders: Bool) throws(TreeError) {
    if let whileLoading {
      tree.quantization = ModuleQuantization(format: whileLoading, source: .whileLoading, unpackedDType: unpackedDType)
      WeightPacking.pack(&tree, as: whileLoading, skips: nil)
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
    } else if case .other(let name) = format {
      tree.notes.append(
        Note(
          .warning, code: "unknown-quantization",
          "transformers 5.23.0 has no quantizer for \(name.isEmpty ? "a config without quant_method" : name); "
            + "the tensors are counted as stored"))
    } else if format == .modelopt {
      tree.notes.append(
        Note(
          .warning, code: "unknown-quantization",
          "transformers 5.23.0 has no quantizer for ModelOpt checkpoints; the tensors are counted as stored"))
    }
    if !hasHeaders, let config, !asStored { WeightPacking.estimate(&tree, config) }
  }
}

extension StoredTensors {
  /// Whether the names show that weights are packed.
  var showsPackedWeights: Bool { hasPackedDTypes && PackedName.show(templates(literals: [])) }
}
