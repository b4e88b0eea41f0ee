/// What the call that loads a model has to say so that it loads what was planned.
public struct ModelLoading: Hashable, Sendable {
  /// What was asked for of floating tensors.
  public enum Request: Hashable, Sendable {
    /// Nothing: the dtype of config.json or of the files.
    case automatic
    /// Nothing, of a release that then loads in float32.
    case unasked
    /// This dtype.
    case dtype(DType)
    /// bitsandbytes packs the weights of linear layers into so many bits while they are loaded.
    case packed(bits: Int)
  }

  /// What was asked for of floating tensors.
  public var request = Request.automatic
  /// The class of transformers that runs the code beside the checkpoint (`AutoModelForCausalLM`); nil where transformers
  /// has the class of the model itself.
  public var codeClass: String?
  /// The branch, tag or commit of the repository that was planned; nil for the usual one, and for files.
  public var revision: String?
  /// Where the model is beside its name.
  public var place = ModelPlace()
  /// A parameter that the files do not have under its name; nil where they have all, and where no files were read.
  public var renamedTensor: String?
  /// What was asked for of running it.
  public var running = Running()

  /// What an engine has to be told to run as was planned; nil for what nobody asked for.
  public struct Running: Hashable, Sendable {
    /// Tokens of a sequence.
    public var context: Int?
    /// Sequences at once.
    public var batch: Int?
    /// The word of `--kv-dtype` for the elements of the cache.
    public var cacheType: String?
    /// The share of a GPU that the engine takes, as it was written.
    public var utilization: String?

    /// Nothing was asked for.
    public init() {}
  }

  /// A model that is loaded as it is.
  public init() {}

  /// The words of `--dtype`; nil where nothing was asked for.
  var dtypeWord: String? {
    switch request {
    case .automatic, .unasked: nil
    case .dtype(let dtype): dtype.torchName ?? dtype.name
    case .packed(let bits): "int\(bits)"
    }
  }
}
