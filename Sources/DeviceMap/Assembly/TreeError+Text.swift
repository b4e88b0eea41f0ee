extension TreeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .diffusersConfig(let name):
      "config.json is that of a \(name) of diffusers, whose modules are told by its weights alone; name the folder that has "
        + "them beside it, or for a whole pipeline the folder of model_index.json"
    case .noArchitecture:
      "config.json does not say which class the model has ('architectures' is absent); name it with --architecture"
    case .unknownArchitecture(let name):
      "the architecture \(name) is not known, so config.json alone is not enough; "
        + "give the safetensors files (headers suffice) or describe it with --catalog"
    case .unknownModelType(let type, let architecture):
      "the model type \(type) is not known: its config need not have the fields that \(architecture) reads; give the "
        + "safetensors files (headers suffice), or name the class with --architecture to read them all the same"
    case .needsHeaders(let architecture, let module, let reason):
      "\(architecture) needs the safetensors headers: \(Self.place(module)) has no closed form (\(reason))"
    case .config(let architecture, let module, let failure):
      "config.json does not fit \(architecture): \(failure.reason) in \(Self.place(module))\(Self.fields(failure)); "
        + "catalog entry \(failure.unit), line \(failure.line)"
    case .field(let keyPath, let found, let expected):
      "config.json: \(keyPath.isEmpty ? "the file" : keyPath) is \(found) where \(expected) is needed"
    case .refusedConfig(let refusal):
      "config.json: \(refusal); \(refusal.configClass) of transformers raises on it, so that no model is built"
    case .configOfPart(let architecture, let modelType):
      "config.json describes a \(modelType) and nothing else of \(architecture), which would be built by its defaults; "
        + "name the class of the part with --architecture, or give the config.json of the whole model"
    case .tooManyModules(let module):
      "the model has more than \(TreeLimits.modules) modules or tensors, at \(Self.place(module))"
    case .tooDeep(let module): "modules nest deeper than \(TreeLimits.depth) levels, at \(Self.place(module))"
    case .tooMuchWork(let module):
      "config.json and the names of the tensors take more than \(TreeLimits.steps) steps to follow, at "
        + "\(Self.place(module)); no known model needs as many"
    case .tooLarge(let module): "sizes go beyond 64 bits, at \(Self.place(module))"
    case .catalog(let error): error.description
    case .alreadyQuantized(let format):
      "the checkpoint is quantized already (\(format)); leave --dtype out, or give the dtype of what is not packed"
    case .adapter(let path):
      "'\(Self.shown(path))' holds an adapter, not a model; plan its base model with --adapter "
        + (path.hasPrefix(Checkpoint.hubScheme) ? "and a folder that has the adapter" : "'\(Self.folder(of: path))'")
        + " and its adapter_config.json"
    case .partOfOther(let architecture):
      "the tensors in the files that are there are not those of \(architecture), of which config.json tells"
    case .partWithoutConfig: "there is no config.json that says what is in the other files"
    case .empty: "there are neither tensors nor a config.json to go by"
    }
  }

  /// A path as it was given, of a repository without what says that it is one.
  private static func shown(_ path: String) -> String {
    guard path.hasPrefix(Checkpoint.hubScheme) else { return path }
    return Files.withoutSlashesAtEnd(String(path.dropFirst(Checkpoint.hubScheme.count)))
  }

  private static func folder(of path: String) -> String {
    let directory = path.hasSuffix(".safetensors") ? Files.directory(of: path) : path
    return directory.isEmpty ? "." : directory
  }

  private static func place(_ module: String) -> String { module.isEmpty ? "the model" : module }

  private static func fields(_ failure: ExplainedFailure) -> String {
    guard !failure.fields.isEmpty else { return "" }
    return " (" + failure.fields.map { "\($0.keyPath) is \($0.value)" }.joined(separator: ", ") + ")"
  }
}

extension ConfigRefusal: CustomStringConvertible {
  /// What is refused, where it stands, and what would be taken.
  public var description: String {
    switch reason {
    case .value(let keyPath, let found, let needed): "\(keyPath) is \(found) where \(needed) is needed"
    case .condition(let condition, let fields):
      fields.map { "\($0.keyPath) is \($0.value)" }.joined(separator: ", ") + ", of which '\(condition)' must not hold"
    }
  }
}
