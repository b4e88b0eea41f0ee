/// A format of packed weights: what config.json calls it, what its weights take, and what the reference's quantizer of
/// transformers 5.23.0 asks of a placement.
///
/// All that is known of formats is in one table, ``QuantizationFormat/known``.
public struct QuantizationFormat: Hashable, Sendable {
  /// The name as people know it.
  public let name: String
  /// The spellings of `quant_method`.
  package let methods: [String]
  /// Bits of a packed weight, where the format has one width; otherwise the config tells them.
  package var bits: Int?
  /// How the sizes of packed weights follow from config.json.
  package var sizes = SizeRule.untold
  /// Which modules stay as they are, beside those that config.json lists.
  package var spared = SparedModules.defaultsUnlessListed
  /// The names that config.json lists are regular expressions where they begin with `re:`.
  package var marksPatterns = false
  /// The names that config.json lists are those of the files, which the reference brings to the model's.
  package var renamesListed = false
  /// Embeddings are packed like linear layers.
  package var packsEmbeddings = false
  /// The least CUDA compute capability, times ten, on which stored weights stay packed; nil where the reference does not
  /// ask.
  package var leastCapability: Int?
  /// It is computed in by GPUs of Apple alone; elsewhere the reference unpacks stored weights.
  package var needsApple = false
  /// The class whose parameters alone are packed; nil where linear layers are.
  package var packedExperts: String?
  /// Linear layers by inheritance are packed, too.
  package var packsDerived = false
  /// The class `Conv1D` is packed like linear layers.
  package var packsTransposed = false
  /// What becomes of experts that the model holds as one parameter.
  package var experts = ExpertRule.packed
  /// The dtype that biases have beside packed weights, whatever that of the model, and how their names end.
  package var biases: PackedBiases?
  /// Activations of some models get scales of their own.
  package var scalesActivations = false
  /// The reference's maps count what stands beside packed weights: scales, zero points, states.
  package var countsBeside = true
  /// Caps of all devices are multiplied by this after balancing, the cpu's too; for files that are packed already, too
  /// (`adjust_max_memory`).
  public var capFactor = 1.0
  /// What may be on the cpu or on disk of files that are packed already (`validate_environment`).
  package var storedHostRule = HostRule.anything
  /// The same of weights that are packed while they are loaded.
  package var loadingHostRule = HostRule.anything
  /// The reference packs weights while it loads them, and refuses files that hold packed ones.
  package var refusesStored = false
  /// Whether the reference has a quantizer for it.
  public var hasQuantizer = true

  /// What of a model may be on the cpu or on disk.
  public enum HostRule: Hashable, Sendable {
    /// Anything.
    case anything
    /// The cpu, but not the disk.
    case noDisk
    /// Nothing, unless the whole model is on the cpu.
    case allOrNothing
    /// Nothing.
    case nothing
    /// Nothing, and the whole model is on one accelerator.
    case oneAccelerator
    /// The whole model is on one device.
    case oneDevice
  }

  /// How the reference makes experts that a model holds as one parameter, where the files have them packed one by one.
  package enum ExpertRule: Hashable, Sendable {
    /// As the linear layers that they stand for.
    case packed
    /// Unpacked, since it replaces linear layers alone; it does not find them in the files then.
    case leftUnpacked
    /// Unpacked, and so are those of the files while they are loaded.
    case unpackedWhileLoading
  }

  /// Biases of modules whose weights are packed.
  package struct PackedBiases: Hashable, Sendable {
    let suffix: String
    let dtype: DType
  }

  /// What packed weights take, with their scales.
  package enum SizeRule: Hashable, Sendable {
    /// Only the headers tell.
    case untold
    /// A scale of 32 bits for each row.
    case rows
    /// A scale for 64 elements whatever their rows, perhaps packed itself.
    case flatBlocks
    /// A scale of 16 bits and a zero point for each group of a row; with an index of 32 bits for each column.
    case groupsWithZeros(columnIndex: Bool)
    /// A scale for each block of rows and columns, or one for all.
    case blocks
    /// A scale of 8 bits for 32 elements of a row.
    case microscales
    /// A scale and an offset of 16 bits each for each group of a row.
    case affineGroups
    /// A scale and an offset of 16 bits for each group of a row, or of 32 bits for each row, by the name of a class.
    case namedType
    /// As `format` and `config_groups` of compressed-tensors say.
    case configGroups
  }

  /// Modules that a format leaves as they are.
  package enum SparedModules: Hashable, Sendable {
    /// What the reference spares, unless config.json lists some.
    case defaultsUnlessListed
    /// What the reference spares, and what config.json lists.
    case defaultsAndListed
    case listed
    /// The towers for images and sound unless config.json says something of them, and what it lists.
    case towers
    /// All that is not in a block, and what config.json lists.
    case outsideBlocks
  }

  init(_ name: String, methods: [String]) {
    self.name = name
    self.methods = methods
  }

  /// The format of a config's `quantization_config`.
  init(_ json: JSONValue) {
    let is4bit = json["load_in_4bit"]?.bool == true
    if is4bit || json["load_in_8bit"]?.bool == true {
      self = is4bit ? .bitsandbytes4 : .bitsandbytes8
      return
    }
    if json["quant_method"] == nil, json["bits"] != nil, json["group_size"] != nil {
      self = .mlx
      return
    }
    let method = json["quant_method"]?.string ?? json["producer"]?["name"]?.string ?? ""
    self = Self.known.first { $0.methods.contains(method) } ?? .other(method)
  }

  /// A format that is not known; the name is empty where config.json gives none.
  public static func other(_ method: String) -> QuantizationFormat {
    var format = QuantizationFormat(method.isEmpty ? "an unnamed method" : method, methods: [])
    format.hasQuantizer = false
    return format
  }

  /// Whether it is in the table.
  public var isKnown: Bool { !methods.isEmpty }
}
