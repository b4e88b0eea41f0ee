/// How the weights of a tree are packed, and what the reference's quantizer asks of a placement for it.
///
/// The rules are those of the quantizers of transformers 5.23.0 (`adjust_max_memory`, `validate_environment`).
public struct ModuleQuantization: Hashable, Sendable {
  /// When weights are packed.
  public enum Source: Hashable, Sendable {
    /// The files hold packed weights.
    case stored
    /// Weights are packed while they are loaded.
    case whileLoading
  }

  /// What of a model may be on the cpu or on disk.
  public typealias HostRule = QuantizationFormat.HostRule

  /// How weights are packed.
  public var format: QuantizationFormat
  /// When they are.
  public var source: Source
  /// The dtype that packed weights unpack to; nil when nothing says it.
  public var unpackedDType: DType?
  /// What of the model may be on the cpu or on disk.
  public var hostRule: HostRule
  /// What an engine that serves holds of a packed weight; nil where that is not known.
  var served: ServedSize?

  /// How the weights of a model are packed.
  public init(format: QuantizationFormat, source: Source, unpackedDType: DType?, allowsHostOffload: Bool = false) {
    self.format = format
    self.source = source
    self.unpackedDType = unpackedDType
    hostRule =
      allowsHostOffload ? .anything : source == .stored ? format.storedHostRule : format.loadingHostRule
  }

  /// Caps of all devices are multiplied by this after balancing.
  public var capFactor: Double { format.capFactor }
}
