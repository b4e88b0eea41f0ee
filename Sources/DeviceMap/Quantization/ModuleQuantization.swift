/// How the weights of a tree are packed, and what the reference's quantizer asks of a placement for it.
///
/// The rules are those of the quantizers of transformers 5.23.0 (`adjust_max_memory`, `validate_environment`).
public struct ModuleQuantization: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    /// The files hold packed weights.
    case stored
    /// Weights are packed while they are loaded.
    case whileLoading
  }

  /// What of a model may be on the cpu or on disk.
  public enum HostRule: Hashable, Sendable {
    case anything
    /// The cpu, but not the disk.
    case noDisk
    /// Nothing, unless the whole model is on the cpu.
    case allOrNothing
    case nothing
  }

  public var format: QuantizationFormat
  public var source: Source
  /// The dtype that packed weights unpack to; nil when nothing says it.
  public var unpackedDType: DType?
  public var hostRule: HostRule

  public init(format: QuantizationFormat, source: Source, unpackedDType: DType?, allowsHostOffload: Bool = false) {
    self.format = format
    self.source = source
    self.unpackedDType = unpackedDType
    hostRule = allowsHostOffload ? .anything : Self.hostRule(format, source)
  }

  /// Caps of all devices are multiplied by this after balancing, the cpu's too; for files that are packed already, too.
  public var capFactor: Double {
    switch format {
    case .bitsandbytes4, .bitsandbytes8, .quanto, .torchao, .bitnet: 0.9
    default: 1
    }
  }

  private static func hostRule(_ format: QuantizationFormat, _ source: Source) -> HostRule {
    switch format {
    case .bitsandbytes4, .bitsandbytes8, .quanto, .bitnet: .allOrNothing
    case .hqq: .nothing
    case .torchao: source == .stored ? .noDisk : .anything
    case .fp8, .fbgemmFP8: source == .stored ? .anything : .nothing
    default: .anything
    }
  }
}
