/// Why no module tree can be made from a checkpoint or config.
public enum TreeError: Error, Hashable, Sendable {
  /// Nothing says which architecture the model has.
  case noArchitecture
  /// A config.json of diffusers, which names no class that the catalog knows, without the headers of its weights.
  case diffusersConfig(String)
  /// Config alone was given, and the catalog does not know the architecture.
  case unknownArchitecture(String)
  /// Config alone was given, and the catalog does not know its model type, so that its fields need not be those that the
  /// class reads.
  case unknownModelType(String, architecture: String)
  /// The catalog has no closed form for a part of the model, so the headers of the safetensors files are needed.
  case needsHeaders(architecture: String, module: String, reason: String)
  /// An expression of the catalog has no value for what config.json says.
  case config(architecture: String, module: String, ExplainedFailure)
  /// A field of config.json has a type or value that cannot be used.
  case field(keyPath: String, found: String, expected: String)
  /// The config class of transformers raises on config.json.
  case refusedConfig(ConfigRefusal)
  /// The fields of config.json are those of a part of the class (`model_type` is the part's): all else would be built by
  /// its defaults.
  case configOfPart(architecture: String, modelType: String)
  /// The model would have more modules than ``TreeLimits/modules``.
  case tooManyModules(module: String)
  /// Modules would nest deeper than ``TreeLimits/depth``.
  case tooDeep(module: String)
  /// Finding out what the model holds takes more steps than ``TreeLimits/steps``.
  case tooMuchWork(module: String)
  /// The sizes do not fit into 64 bits.
  case tooLarge(module: String)
  /// The catalog itself cannot be read.
  case catalog(CatalogError)
  /// Weights are to be packed while they are loaded, but the files hold packed ones.
  case alreadyQuantized(String)
  /// The files hold the weights of an adapter alone, which PEFT puts on a model.
  case adapter(path: String)
  /// Some of the files are missing, and the tensors of the others are not those of the class that config.json names.
  case partOfOther(architecture: String)
  /// Some of the files are missing, and no config.json says what is in them.
  case partWithoutConfig
  /// There is nothing to make a tree of: no config and no tensors.
  case empty
}

/// How large a model may be. A config that asks for more is rejected before memory is spent on it.
public enum TreeLimits {
  /// Modules, and tensors.
  public static let modules = 1 << 20
  /// Bytes of one tensor's name.
  public static let nameBytes = 1 << 16
  /// Steps that it takes to find out what the model holds.
  public static let steps = WorkBudget.usual
  /// Levels of modules.
  public static let depth = 100
  /// Modules that the name of a tensor goes through, with those of wrappers around the model.
  package static let nameDepth = depth + 28
  /// Modules, and tensors, up to which a command plans a model again and again: in other dtypes, with other limits.
  package static let modulesOfTrials = 1 << 17
  /// Bits of all tensors together.
  package static let bits = 1 << 61
}
