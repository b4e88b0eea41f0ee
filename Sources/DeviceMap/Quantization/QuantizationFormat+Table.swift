extension QuantizationFormat {
  /// bitsandbytes with nf4 or fp4 weights.
  public static let bitsandbytes4 = format("bitsandbytes 4-bit", ["bitsandbytes_4bit"]) {
    $0.packsTransposed = true
    $0.bits = 4
    $0.sizes = .flatBlocks
    $0.countsBeside = false
    $0.experts = .leftUnpacked
    $0.capFactor = 0.9
    $0.storedHostRule = .allOrNothing
    $0.loadingHostRule = .allOrNothing
  }

  /// bitsandbytes with int8 weights.
  public static let bitsandbytes8 = format("bitsandbytes 8-bit", ["bitsandbytes_8bit"]) {
    $0.packsTransposed = true
    $0.bits = 8
    $0.sizes = .rows
    $0.countsBeside = false
    $0.experts = .leftUnpacked
    $0.capFactor = 0.9
    $0.storedHostRule = .allOrNothing
    $0.loadingHostRule = .allOrNothing
  }

  /// GPTQ.
  public static let gptq = format("GPTQ", ["gptq"]) {
    $0.packsDerived = true
    $0.packsTransposed = true
    $0.experts = .leftUnpacked
    $0.biases = PackedBiases(suffix: "bias", dtype: .f16)
    $0.sizes = .groupsWithZeros(columnIndex: true)
    $0.spared = .outsideBlocks
  }

  /// AWQ.
  public static let awq = format("AWQ", ["awq"]) {
    $0.packsDerived = true
    $0.experts = .leftUnpacked
    $0.biases = PackedBiases(suffix: "bias", dtype: .f16)
    $0.scalesActivations = true
    $0.sizes = .groupsWithZeros(columnIndex: false)
    $0.spared = .defaultsAndListed
  }

  /// AutoRound.
  public static let autoRound = format("AutoRound", ["auto-round", "intel/auto-round"]) {
    $0.packsDerived = true
    $0.packsTransposed = true
    $0.spared = .outsideBlocks
    $0.experts = .leftUnpacked
  }

  /// Weights in fp8 with scales by block, row or tensor.
  public static let fp8 = format("fp8", ["fp8"]) {
    $0.bits = 8
    $0.sizes = .blocks
    $0.renamesListed = true
    $0.leastCapability = 89
    $0.loadingHostRule = .nothing
  }

  /// fp8 of FBGEMM, a scale a row.
  public static let fbgemmFP8 = format("FBGEMM fp8", ["fbgemm_fp8"]) {
    $0.bits = 8
    $0.loadingHostRule = .nothing
  }

  /// compressed-tensors, of several widths.
  public static let compressedTensors = format(
    "compressed-tensors", ["compressed-tensors", "compressed_tensors", "sparseml"]
  ) {
    $0.packsDerived = true
    $0.sizes = .configGroups
    $0.experts = .unpackedWhileLoading
    $0.spared = .listed
    $0.marksPatterns = true
  }

  /// Microscaling float of 4 bits.
  public static let mxfp4 = format("mxfp4", ["mxfp4"]) {
    $0.bits = 4
    $0.countsBeside = false
    $0.biases = PackedBiases(suffix: "_proj_bias", dtype: .f32)
    $0.leastCapability = 75
    $0.sizes = .microscales
    $0.packedExperts = "GptOssExperts"
  }

  /// Model Optimizer of NVIDIA.
  public static let modelopt = format("ModelOpt", ["modelopt"]) { $0.hasQuantizer = false }

  /// quanto.
  public static let quanto = format("quanto", ["quanto"]) {
    $0.experts = .leftUnpacked
    $0.capFactor = 0.9
    $0.storedHostRule = .allOrNothing
    $0.loadingHostRule = .allOrNothing
  }

  /// torchao.
  public static let torchao = format("torchao", ["torchao"]) {
    $0.packsDerived = true
    $0.countsBeside = false
    $0.experts = .leftUnpacked
    $0.sizes = .namedType
    $0.capFactor = 0.9
    $0.storedHostRule = .noDisk
  }

  /// Ternary weights of BitNet.
  public static let bitnet = format("BitNet", ["bitnet"]) {
    $0.experts = .leftUnpacked
    $0.capFactor = 0.9
    $0.storedHostRule = .allOrNothing
    $0.loadingHostRule = .allOrNothing
  }

  /// HQQ.
  public static let hqq = format("HQQ", ["hqq"]) {
    $0.experts = .leftUnpacked
    $0.storedHostRule = .nothing
    $0.loadingHostRule = .nothing
  }

  /// fp8 with a scale of 8 bits for 32 elements of a row.
  public static let mxfp8 = format("mxfp8", ["mxfp8"]) {
    $0.bits = 8
    $0.sizes = .microscales
    $0.renamesListed = true
    $0.loadingHostRule = .nothing
  }

  /// Float of 4 bits with scales of 8, by NVIDIA.
  public static let nvfp4 = format("nvfp4", ["nvfp4"]) {
    $0.bits = 4
    $0.refusesStored = true
    $0.storedHostRule = .oneAccelerator
    $0.loadingHostRule = .oneAccelerator
  }

  /// FP-Quant.
  public static let fpQuant = format("FP-Quant", ["fp_quant"]) {
    $0.bits = 4
    $0.storedHostRule = .allOrNothing
    $0.loadingHostRule = .allOrNothing
  }

  /// Four Over Six.
  public static let fourOverSix = format("Four Over Six", ["fouroversix"]) { $0.bits = 4 }
  /// EETQ.
  public static let eetq = format("EETQ", ["eetq"]) {
    $0.experts = .leftUnpacked
    $0.bits = 8
    $0.storedHostRule = .allOrNothing
    $0.loadingHostRule = .allOrNothing
  }

  /// HIGGS.
  public static let higgs = format("HIGGS", ["higgs"]) {
    $0.experts = .leftUnpacked
    $0.storedHostRule = .nothing
    $0.loadingHostRule = .nothing
  }

  /// AQLM.
  public static let aqlm = format("AQLM", ["aqlm"]) {
    $0.experts = .leftUnpacked
  }
  /// Quark.
  public static let quark = format("Quark", ["quark"])
  /// VPTQ.
  public static let vptq = format("VPTQ", ["vptq"]) {
    $0.experts = .leftUnpacked
  }
  /// SpQR.
  public static let spqr = format("SpQR", ["spqr"]) {
    $0.experts = .leftUnpacked
  }
  /// SINQ.
  public static let sinq = format("SINQ", ["sinq"]) {
    $0.experts = .leftUnpacked
    $0.storedHostRule = .oneDevice
    $0.loadingHostRule = .oneDevice
  }

  /// Packed weights of Gemma.
  public static let gemma = format("Gemma", ["gemma"])
  /// Weights that are read from a GGUF file.
  public static let gguf = format("GGUF", ["gguf"]) {
    $0.storedHostRule = .noDisk
    $0.loadingHostRule = .noDisk
  }

  /// The affine groups of MLX, in the names of transformers.
  public static let metal = format("Metal", ["metal"]) {
    $0.experts = .leftUnpacked
    $0.sizes = .affineGroups
    $0.needsApple = true
    $0.loadingHostRule = .nothing
  }

  /// Exports of MLX, whose `quantization` has no `quant_method`. Embeddings are packed too.
  public static let mlx = format("MLX", ["mlx"]) {
    $0.sizes = .affineGroups
    $0.spared = .towers
    $0.packsEmbeddings = true
    $0.hasQuantizer = false
  }

  /// Every format that is known, in the order in which a name is looked for.
  public static let known: [QuantizationFormat] = [
    bitsandbytes4, bitsandbytes8, gptq, awq, autoRound, fp8, fbgemmFP8, compressedTensors, mxfp4, modelopt, quanto,
    torchao, bitnet, hqq, mxfp8, nvfp4, fpQuant, fourOverSix, eetq, higgs, aqlm, quark, vptq, spqr, sinq, gemma, gguf,
    metal, mlx,
  ]

  private static func format(
    _ name: String, _ methods: [String], _ describe: (inout QuantizationFormat) -> Void = { _ in }
  ) -> QuantizationFormat {
    var format = QuantizationFormat(name, methods: methods)
    describe(&format)
    return format
  }
}
