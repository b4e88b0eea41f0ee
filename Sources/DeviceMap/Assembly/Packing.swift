/// What is known of packed weights before a tree is built, and what is done about them after.
struct Packing {
  let config: QuantizationConfig?
  /// The files hold packed weights.
  let isStored: Bool
  /// Weights are to be packed while they are loaded.
  private let whileLoading: QuantizationFormat?
  /// Every tensor keeps the size that it has in the files.
  let keepsStoredSizes: Bool
  private let accelerators: AcceleratorSupport
  /// config.json says that weights are packed, and the files hold none that are.
  private let isPlain: Bool

  init(
    _ config: ModelConfig?, _ names: NameTemplates?, loading: LoadingDType, accelerators: AcceleratorSupport
  ) throws(TreeError) {
    self.config = config.flatMap { QuantizationConfig($0.json) }
    self.accelerators = accelerators
    keepsStoredSizes = loading == .checkpoint
    isPlain = self.config != nil && !(names?.holdPackedWeights ?? true)
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
    tree.quantization?.served = config.flatMap { ServedSize($0) }
    if !hasHeaders, let config, !keepsStoredSizes { try WeightPacking.estimate(&tree, config, rules: rules) }
    noteUnknown(format, &tree)
    guard !keepsStoredSizes else { return }
    let unpacked = unpackedDType ?? .bf16
    if let config, isPlain, hasHeaders, format.hasQuantizer, unpackingReason(format) == nil {
      return try WeightPacking.countPlain(&tree, config)
    }
    if let biases = format.biases { tree.setBiases(biases) }
    if hasHeaders, !format.countsBeside { tree.planPacked(bits: config?.bits ?? 4, from: unpacked) }
    let reason = unpackingReason(format)
    if reason == nil { WeightPacking.countExperts(&tree, format) }
    if let reason {
      tree.unpack(to: unpacked)
      tree.notes.append(
        Note(
          .warning, code: "weights-unpacked",
          "transformers unpacks the \(format.name) weights to \(unpacked.torchName ?? unpacked.name) while it loads them: \(reason)"
        ))
    } else if let capability = format.leastCapability, accelerators == .unknown {
      tree.notes.append(
        Note(
          code: "unpacked-on-older-gpus",
          "on GPUs before compute capability \(Self.text(capability)) and without a GPU transformers unpacks \(format.name) "
            + "weights to \(tree.unpackedBytes(of: 0)) bytes; --gpu tells which GPUs there are"))
    }
  }

  private static let flagless = "bitsandbytes with neither load_in_4bit nor load_in_8bit"

  private static func text(_ capability: Int) -> String { "\(capability / 10).\(capability % 10)" }

  /// Why the weights are unpacked while they are loaded; nil where they are not.
  private func unpackingReason(_ format: QuantizationFormat) -> String? {
    if let config, config.isUnpackedAlways {
      return "\(config.keyPath) \(format == .compressedTensors ? "does not say that they are compressed, or " : "")"
        + "asks for it"
    }
    guard format.isUnpacked(on: accelerators) else { return nil }
    guard case .capability(let capability) = accelerators, let least = format.leastCapability else {
      return "there is no GPU that computes in it"
    }
    return "the GPUs have compute capability \(Self.text(capability)), and it takes \(Self.text(least))"
  }

  /// Says of a format that the reference does not load what it takes as stored and what it would unpacked.
  private func noteUnknown(_ format: QuantizationFormat, _ tree: inout ModuleTree) {
    let stored = tree.plannedBytes(of: tree.allTensors(of: 0))
    let sizes = "\(ByteText.size(stored)), \(ByteText.size(tree.unpackedBytes(of: 0))) unpacked"
    if config == nil {
      tree.notes.append(
        Note(
          .warning, code: "quantized-without-config",
          "the files hold packed weights, but config.json has no quantization_config: transformers will not load them; "
            + "they are counted as stored: \(sizes)"))
    } else if format.refusesStored {
      tree.notes.append(
        Note(
          .warning, code: "stored-refused",
          "transformers packs \(format.name) weights while it loads them and refuses files that hold packed ones; they are "
            + "counted as stored: \(sizes)"))
    } else if !format.hasQuantizer {
      let method = config?.method ?? "a config without quant_method"
      let what = format.isKnown ? "\(format.name) checkpoints" : method == "bitsandbytes" ? Self.flagless : method
      tree.notes.append(
        Note(
          .warning, code: "unknown-quantization",
          "transformers has no quantizer for \(what); the tensors are counted as stored: \(sizes)"))
    }
  }
}

extension NameTemplates {
  /// Whether any tensor is of a type that weights have when they are packed; indices of 64 bits and masks are no weights.
  var holdPackedWeights: Bool {
    tensors.contains { $0.dtype.isPacked && $0.dtype != .i64 && $0.dtype != .bool }
  }

  /// Whether the names show that weights are packed.
  var showsPackedWeights: Bool { tensors.contains { $0.dtype.isPacked } && PackedName.show(self) }
}

extension ModuleTree {
  /// Counts in maps what the reference counts of packed weights: some bits an element, and nothing of what stands beside
  /// them. O(tensors).
  ///
  /// - Parameters:
  ///   - bits: of an element of a packed weight.
  ///   - dtype: what weights unpack to.
  fileprivate mutating func planPacked(bits: Int, from dtype: DType) {
    for tensor in tensors.indices where tensors[tensor].unpackedBits >= 0 {
      let record = tensors[tensor]
      // A bias of another dtype is no packed weight.
      if record.unpackedBits > 0, record.dtype == .f32 { continue }
      let stored = record.storedBits >= 0 ? record.storedBits : record.count *| record.dtype.bits
      let planned = record.unpackedBits / dtype.bits *| bits
      tensors[tensor].storedBits = planned
      tensors[tensor].besideBits = stored - planned
    }
  }

  /// Gives biases beside packed weights their dtype, where it is of another width. O(tensors).
  fileprivate mutating func setBiases(_ biases: QuantizationFormat.PackedBiases) {
    var isPacked = Set<Int32>()
    for tensor in tensors where tensor.unpackedBits > 0 { isPacked.insert(tensor.owner) }
    for tensor in tensors.indices where isPacked.contains(tensors[tensor].owner) {
      let record = tensors[tensor]
      guard record.unpackedBits < 0, record.dtype.bits != biases.dtype.bits,
        symbols[record.name].hasSuffix(biases.suffix)
      else { continue }
      tensors[tensor].unpackedBits = record.count *| record.dtype.bits
      (tensors[tensor].dtype, tensors[tensor].storedBits) = (biases.dtype, -1)
    }
  }

  /// Makes packed weights what they unpack to; their scales are gone. O(tensors).
  fileprivate mutating func unpack(to dtype: DType) {
    for tensor in tensors.indices where tensors[tensor].unpackedBits >= 0 {
      let bits = tensors[tensor].unpackedBits
      tensors[tensor].dtype = dtype
      tensors[tensor].count = bits / dtype.bits
      (tensors[tensor].storedBits, tensors[tensor].besideBits, tensors[tensor].unpackedBits) = (-1, 0, -1)
    }
    quantization = nil
  }
}
