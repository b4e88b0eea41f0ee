/// What a packed weight takes with its scales, as a function of its shape.
struct PackedSize: Hashable {
  private enum Scales: Hashable {
    /// By groups within a row: a scale and perhaps a zero point a group, and bits a row on top.
    case groups(size: Int?, scale: Width, zeroBits: Int = 0, rowBits: Int = 0)
    case blocks(rows: Int, columns: Int, bits: Int)
    case perTensor(bits: Int)
    /// Of bitsandbytes: one for so many elements, whatever their rows.
    case flat(size: Int, bits: Int, once: Int)
  }

  private enum Width: Hashable {
    case bits(Int)
    /// As wide as an element of the weight before it was packed.
    case unpacked
  }

  private let weightBits: Int
  private let scales: Scales
  /// Elements of a row, and zero points of a group of columns, are packed into words of 32 bits, the last perhaps not full.
  private var isInWords = false
  /// Bits beside: one index for each column.
  private var columnBits = 0
  /// Bits beside that each weight has once.
  private var weightOnceBits = 0
  /// The text of bitsandbytes that stands in the files beside each weight, without its dtype and shape.
  private var stateText: StateText?

  private struct StateText: Hashable {
    let head: Int
    let tail: Int
  }

  /// Bits by which scales of blocks differ where rows follow `before` others in one layer: a block may have rows of both.
  func joinedBits(rows: Int, after before: Int, columns: Int) -> Int {
    guard case .blocks(let height, let width, let bits) = scales else { return 0 }
    func blocks(_ rows: Int) -> Int { (rows +| (height - 1)) / height }
    let saved = blocks(before) +| blocks(rows) - blocks(before +| rows)
    return -saved *| ((columns +| (width - 1)) / width) *| bits
  }

  /// Only weights are packed of which a row is a whole number of groups.
  private var isWhole = false
  private var groupSize: Int? { if case .groups(let size, _, _, _) = scales { size } else { nil } }
  /// Bits an element that the reference's maps count alone; nil where they count all.
  private var mapBits: Int?

  /// What bitsandbytes makes of a weight while it is loaded.
  init(whileLoading format: QuantizationFormat) {
    (weightBits, scales) =
      format == .bitsandbytes4
      ? (4, .flat(size: 64, bits: 32, once: 8 * 64)) : (8, .groups(size: nil, scale: .bits(32)))
  }

  /// Nil when the config does not tell the sizes.
  ///
  /// - Parameters:
  ///   - module: what the config says of one module alone.
  ///   - isServed: as vLLM 0.33.0 holds it: columns in their own order, and scales of whole rows as wide as float32.
  init?(
    _ config: QuantizationConfig, ofExperts: Bool = false, module: QuantizationConfig.ModuleEntry? = nil,
    isServed: Bool = false
  ) {
    switch config.format.sizes {
    case .untold: return nil
    case .rows:
      (weightBits, scales) = (8, .groups(size: nil, scale: .bits(32)))
      // The tensor of one byte that tells the order of the rows.
      weightOnceBits = 8
    case .flatBlocks:
      // Double quantization packs the scales into bytes, with a scale for 256 of them.
      let isDouble = config.json["bnb_4bit_use_double_quant"]?.bool == true
      (weightBits, scales) = (
        4, isDouble ? .flat(size: 64, bits: 8, once: 8 * (4 * 256 + 64)) : .flat(size: 64, bits: 32, once: 8 * 64)
      )
      stateText = StateText(head: Self.stateHead.utf8.count, tail: isDouble ? Self.nestedState.utf8.count : 0)
    case .groupsWithZeros(let columnIndex):
      guard let bits = module?.bits ?? config.bits else { return nil }
      // The config classes of the reference have 128 by default. vLLM makes biases for experts of GPTQ, which checkpoints may have.
      let common = config.groupSize ?? (config.json["group_size"] == nil ? 128 : nil)
      let size = module?.groupSize.map { $0 > 0 ? $0 : nil } ?? common
      let rowBits = isServed && ofExperts && columnIndex ? 16 : 0
      (weightBits, scales) = (bits, .groups(size: size, scale: .bits(16), zeroBits: bits, rowBits: rowBits))
      if columnIndex, !isServed { columnBits = 32 }
      isInWords = !isServed
    case .blocks:
      guard let sizes = Self.blocks(config, ofExperts: ofExperts, isServed: isServed) else { return nil }
      (weightBits, scales) = sizes
    case .microscales: (weightBits, scales) = (config.bits ?? 4, .groups(size: 32, scale: .bits(8)))
    case .affineGroups:
      guard let sizes = Self.affineGroups(config, module) else { return nil }
      (weightBits, scales) = sizes
    case .namedType:
      guard let named = config.namedType else { return nil }
      (weightBits, scales) = (named.storedBits, .groups(size: config.groupSize, scale: .bits(named.scaleBits)))
      mapBits = config.bits
    case .configGroups:
      guard let sizes = Self.configGroups(config, isServed: isServed) else { return nil }
      (weightBits, scales) = sizes
      // The shape of a weight of integers, which are packed into words: two of 64 bits.
      if !isServed, config.packsIntegers { weightOnceBits = 128 }
      isInWords = !isServed && config.json["format"]?.string == "pack-quantized"
    }
    isWhole = config.format.sizes == .affineGroups
    if !config.format.countsBeside { mapBits = mapBits ?? weightBits }
  }

  /// The modes of mlx 0.32.4: a scale and a bias of 16 bits each, or one scale of a byte, for each group.
  private static let modes: [String: (bits: Int, groupSize: Int, scaleBits: Int)] = [
    "affine": (4, 64, 16 + 16), "mxfp4": (4, 32, 8), "mxfp8": (8, 32, 8), "nvfp4": (4, 16, 8),
  ]

  /// The groups of mlx: what the config says of one module counts alone for it, its mode included.
  private static func affineGroups(
    _ config: QuantizationConfig, _ module: QuantizationConfig.ModuleEntry?
  ) -> (weightBits: Int, scales: Scales)? {
    let mode = module == nil ? config.json["mode"]?.string : module?.mode
    guard let usual = modes[mode ?? "affine"] else { return nil }
    let size = module?.groupSize ?? (module == nil || mode == nil ? config.groupSize : nil) ?? usual.groupSize
    return (
      module?.bits ?? config.bits ?? usual.bits, .groups(size: size, scale: .bits(usual.scaleBits))
    )
  }

  /// fp8 by blocks, or by whole tensors; nil where some layers have a format of their own.
  private static func blocks(
    _ config: QuantizationConfig, ofExperts: Bool, isServed: Bool
  ) -> (weightBits: Int, scales: Scales)? {
    guard config.json["quantized_layers"] == nil else { return nil }
    let scaleBits = config.json["scale_fmt"]?.string == "ue8m0" ? 8 : 32
    if ofExperts, config.expertDType == "fp4" { return (4, .groups(size: 32, scale: .bits(scaleBits))) }
    let block = config.json["weight_block_size"]?.elements.compactMap(\.int) ?? (isServed ? [] : [128, 128])
    let isBlock = block.count == 2 && block.allSatisfy { $0 > 0 }
    return (8, isBlock ? .blocks(rows: block[0], columns: block[1], bits: scaleBits) : .perTensor(bits: 32))
  }

  /// The groups of compressed-tensors; nil for formats whose sizes are not known.
  private static func configGroups(_ config: QuantizationConfig, isServed: Bool) -> (weightBits: Int, scales: Scales)? {
    guard let bits = config.bits, let format = config.json["format"]?.string else { return nil }
    let hasGroups = ["int-quantized", "float-quantized", "naive-quantized"].contains(format) && !config.hasBlocks
    guard format == "pack-quantized" || hasGroups else { return nil }
    if isServed, hasGroups, config.scalesTensors { return (bits, .perTensor(bits: 32)) }
    // Zero points are packed as the weights are.
    let scale: Width = isServed ? .bits(hasGroups ? 32 : 16) : .unpacked
    return (bits, .groups(size: config.groupSize, scale: scale, zeroBits: config.hasZeroPoints ? bits : 0))
  }

  /// What bitsandbytes 0.50.2 writes beside each weight of 4 bits: a JSON text, with `nestedState` where the scales are
  /// packed too. The offset in it is a mean of scales, whose digits differ by one or two.
  private static let stateHead = #"{"quant_type": "nf4", "blocksize": 64, "dtype": "", "shape": [, ]}"#
  private static let nestedState =
    #", "nested_blocksize": 256, "nested_dtype": "float32", "nested_offset": 0.052181780338287354"#

  /// Bits of the elements of a weight without what stands beside them.
  func elementBits(_ elements: Int) -> Int { elements *| weightBits }

  private func inWords(_ bits: Int) -> Int { isInWords ? (bits + 31) / 32 * 32 : bits }

  private func stateBits(rows: Int, columns: Int, _ dtype: DType) -> Int {
    guard let stateText, columns > 0 else { return 0 }
    let digits = (dtype.torchName ?? "").utf8.count + String(rows).utf8.count + String(columns).utf8.count
    return 8 * (stateText.head + stateText.tail + digits)
  }

  /// Bits of a weight with its scales; nil when it is too large to count.
  ///
  /// `besideBits` of them are not counted in the reference's maps.
  ///
  /// - Parameters:
  ///   - elements: of the weight.
  ///   - columns: the extent of its last dimension; 0 where it is not known, and then the scales are not counted.
  ///   - dtype: that the weight had before it was packed.
  func bits(elements: Int, columns: Int, dtype: DType) -> (bits: Int, besideBits: Int, hasScales: Bool)? {
    guard elements < 1 << 50, !isWhole || columns % (groupSize ?? 1) == 0 else { return nil }
    let rows = columns > 0 ? elements / columns : 0
    var bits = columns > 0 ? rows * inWords(columns * weightBits) : elements * weightBits
    bits += columns * columnBits + weightOnceBits
    bits += stateBits(rows: rows, columns: columns, dtype)
    var isComplete = columns > 0
    switch scales {
    case .groups(let size, let scale, let zeroBits, let rowBits):
      let scaleBits = if case .bits(let bits) = scale { bits } else { dtype.bits }
      if columns > 0 {
        let groups = size.map { (columns + $0 - 1) / $0 } ?? 1
        bits += groups * (rows * scaleBits + inWords(rows * zeroBits))
      } else {
        bits += (size.map { elements / $0 } ?? rows) * (scaleBits + zeroBits)
      }
      bits += rows * rowBits
    case .blocks(let height, let width, let scaleBits):
      if columns > 0 {
        bits += ((rows + height - 1) / height) * ((columns + width - 1) / width) * scaleBits
      }
    case .perTensor(let scaleBits):
      bits += scaleBits
      isComplete = true
    case .flat(let size, let scaleBits, let once):
      let groups = (elements + size - 1) / size
      bits += groups * scaleBits + once + (scaleBits == 8 ? (groups + 255) / 256 * 32 : 0)
      isComplete = true
    }
    return (bits, mapBits.map { max(0, bits - elements * $0) } ?? 0, isComplete)
  }
}
