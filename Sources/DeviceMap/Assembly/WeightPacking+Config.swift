extension WeightPacking {
  /// Sizes of packed weights from config.json alone, where bits, groups and blocks tell them.
  ///
  /// Scales and zero points are added to the weight that they belong to. Formats without a closed form keep the unpacked
  /// sizes, and a note says so.
  static func estimate(_ tree: inout ModuleTree, _ config: QuantizationConfig) {
    guard let rule = PackedSize(config) else {
      tree.notes.append(
        Note(
          .warning, code: "unpacked-sizes",
          "what \(config.format.name) weights take is not told by config.json; the sizes are those of the unpacked model, "
            + "the safetensors headers give the true ones"))
      return
    }
    let skips = skips(of: config, in: tree)
    for pattern in skips.unread.prefix(3) {
      tree.notes.append(
        Note(
          .warning, code: "pattern-not-read",
          "\(config.keyPath): the pattern \(pattern) cannot be read here; give the safetensors headers for exact sizes")
      )
    }
    var isComplete = true
    forEachWeight(&tree, skips: skips) { tree, _, tensor in
      isComplete = rule.pack(&tree.tensors[tensor]) && isComplete
    }
    packExperts(&tree, PackedSize(config, ofExperts: true) ?? rule, skips)
    tree.notes.append(
      Note(
        code: "sizes-by-rule",
        "sizes of \(config.format.name) weights were computed from \(config.keyPath)"
          + (isComplete ? "" : ", some without their scales") + "; the safetensors headers give exact ones"))
  }

  /// Experts that the model holds as one parameter are packed as the linear layers are that they stand for.
  private static func packExperts(_ tree: inout ModuleTree, _ rule: PackedSize, _ skips: ModuleSkips) {
    guard let experts = tree.symbols.find("experts") else { return }
    for module in 1..<max(tree.count, 1) where tree.records[module].name == experts {
      if skips.skips(Array(tree.path(of: module).utf8)) { continue }
      for tensor in tree.ownTensors(of: module) where !tree.symbols[tree.tensors[tensor].name].hasSuffix("bias") {
        _ = rule.pack(&tree.tensors[tensor])
      }
    }
  }

  private static func skips(of config: QuantizationConfig, in tree: ModuleTree) -> ModuleSkips {
    var patterns = config.skippedModules ?? []
    switch config.format {
    case .compressedTensors:
      patterns = patterns.map { $0.hasPrefix("re:") ? String($0.dropFirst(3)) : $0 }
    case .gptq, .autoRound:
      // Only the layers of the blocks are packed, which leaves the head and everything before them.
      patterns += outsideBlocks(tree)
    case .awq: patterns += defaultSkips(tree)
    default: if config.skippedModules == nil { patterns += defaultSkips(tree) }
    }
    return ModuleSkips(patterns)
  }

  /// Modules next to the lists of blocks, on every level from the root down to them.
  private static func outsideBlocks(_ tree: ModuleTree) -> [String] {
    let classes = Set(tree.noSplitClasses.compactMap { tree.symbols.find($0) })
    var leads: Set<Int> = [0]
    for module in 1..<max(tree.count, 1) where classes.contains(tree.records[module].className) {
      var current = module
      while current > 0, leads.insert(current).inserted { current = tree.parent(of: current) }
    }
    var result: [String] = []
    for module in 1..<max(tree.count, 1)
    where !leads.contains(module) && leads.contains(tree.parent(of: module))
      && !classes.contains(tree.records[tree.parent(of: module)].className)
    {
      result.append(tree.path(of: module))
    }
    return result
  }
}

/// What a packed weight takes with its scales, as a function of its shape.
struct PackedSize {
  private enum Scales {
    /// By groups within a row: bits a group, and bits a row on top.
    case groups(size: Int?, bits: Int, rowBits: Int)
    case blocks(rows: Int, columns: Int, bits: Int)
    case perTensor(bits: Int)
    /// Of bitsandbytes: one for so many elements, whatever their rows.
    case flat(size: Int, bits: Int, once: Int)
  }

  private let weightBits: Int
  private let scales: Scales
  /// Bits beside: one index for each column.
  private var columnBits = 0

  /// Nil when the config does not tell the sizes.
  init?(_ config: QuantizationConfig, ofExperts: Bool = false) {
    let bits = config.bits
    switch config.format {
    case .bitsandbytes8: (weightBits, scales) = (8, .groups(size: nil, bits: 32, rowBits: 0))
    case .bitsandbytes4:
      // Double quantization packs the scales into bytes, with a scale for 256 of them.
      let isDouble = config.json["bnb_4bit_use_double_quant"]?.bool == true
      (weightBits, scales) = (
        4, isDouble ? .flat(size: 64, bits: 8, once: 8 * (4 * 256 + 64)) : .flat(size: 64, bits: 32, once: 8 * 64)
      )
    case .gptq, .awq:
      guard let bits else { return nil }
      (weightBits, scales) = (bits, .groups(size: config.groupSize, bits: 16 + bits, rowBits: 0))
      if config.format == .gptq { columnBits = 32 }
    case .fp8:
      let block = config.json["weight_block_size"]?.elements.compactMap(\.int) ?? []
      let isBlock = block.count == 2 && block.allSatisfy { $0 > 0 }
      // Some layers in another format of their own.
      guard config.json["quantized_layers"] == nil else { return nil }
      let scaleBits = config.json["scale_fmt"]?.string == "ue8m0" ? 8 : 32
      if ofExperts, config.expertDType == "fp4" {
        (weightBits, scales) = (4, .groups(size: 32, bits: scaleBits, rowBits: 0))
        break
      }
      (weightBits, scales) = (
        8, isBlock ? .blocks(rows: block[0], columns: block[1], bits: scaleBits) : .perTensor(bits: 32)
      )
    case .mxfp4: (weightBits, scales) = (4, .groups(size: 32, bits: 8, rowBits: 0))
    case .compressedTensors:
      guard let bits, let format = config.json["format"]?.string else { return nil }
      switch format {
      case "pack-quantized": (weightBits, scales) = (bits, .groups(size: config.groupSize, bits: 16, rowBits: 0))
      case "int-quantized", "float-quantized", "naive-quantized":
        guard !config.hasBlocks else { return nil }
        (weightBits, scales) = (bits, .groups(size: config.groupSize, bits: 16, rowBits: 0))
      default: return nil
      }
    default: return nil
    }
  }

  /// Sets what a weight takes; false when its scales cannot be told.
  func pack(_ record: inout ModuleTree.TensorRecord) -> Bool {
    guard record.count < 1 << 50 else { return false }
    let columns = Int(record.columns)
    let rows = columns > 0 ? record.count / columns : 0
    var bits = record.count * weightBits + columns * columnBits
    var isComplete = columns > 0
    switch scales {
    case .groups(let size, let groupBits, let rowBits):
      let groups = size.map { columns > 0 ? rows * ((columns + $0 - 1) / $0) : record.count / $0 } ?? rows
      bits += groups * groupBits + rows * rowBits
    case .blocks(let height, let width, let scaleBits):
      if columns > 0 {
        bits += ((rows + height - 1) / height) * ((columns + width - 1) / width) * scaleBits
      }
    case .perTensor(let scaleBits):
      bits += scaleBits
      isComplete = true
    case .flat(let size, let scaleBits, let once):
      let groups = (record.count + size - 1) / size
      bits += groups * scaleBits + once + (scaleBits == 8 ? (groups + 255) / 256 * 32 : 0)
      isComplete = true
    }
    record.unpackedBits = record.count * record.dtype.bits
    record.storedBits = bits
    return isComplete
  }
}
