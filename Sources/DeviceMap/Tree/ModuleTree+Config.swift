extension ModuleTree {
  /// The tree that the catalog describes for a config.json, without any look at the weights.
  package init(config: JSONValue, options: TreeOptions) throws(TreeError) {
    let architecture = try Self.architecture(in: config, options)
    let dtype: DType
    switch options.dtype {
    case .fixed(let fixed): dtype = fixed
    case .auto, .checkpoint: dtype = try Self.configuredDType(config) ?? .f32
    }
    let session = CatalogSession(options.catalog)
    let draft = try Self.draft(architecture, config: config, session: session, dtype: dtype, hasHeaders: false)
    guard let draft else { throw .unknownArchitecture(architecture) }
    self = draft.tree
  }

  /// The class to build: that of the options, else the first of `architectures`.
  static func architecture(in config: JSONValue, _ options: TreeOptions) throws(TreeError) -> String {
    if let architecture = options.architecture { return architecture }
    guard let named = try namedArchitecture(config) else { throw .noArchitecture }
    return named
  }

  static func namedArchitecture(_ config: JSONValue) throws(TreeError) -> String? {
    guard let list = config["architectures"], !list.isNull else { return nil }
    guard list.kind == .array else {
      throw .field(keyPath: "architectures", found: list.shortSource, expected: "a list of class names")
    }
    guard let first = list[0] else { return nil }
    guard let name = first.string else {
      throw .field(keyPath: "architectures[0]", found: first.shortSource, expected: "a class name")
    }
    return name
  }

  /// `dtype` of config.json, or `torch_dtype` as older files call it; nil when it says nothing.
  static func configuredDType(_ config: JSONValue) throws(TreeError) -> DType? {
    for key in ["dtype", "torch_dtype"] {
      guard let value = config[key], !value.isNull else { continue }
      guard let name = value.string, let dtype = DType(torchName: name) else {
        throw .field(keyPath: key, found: value.shortSource, expected: "the name of a torch dtype")
      }
      return dtype
    }
    return nil
  }
}

extension JSONValue {
  /// The value as written, cut when it is long.
  var shortSource: String {
    let source = source
    return source.utf8.count <= 60 ? source : String(source.prefix(57)) + "..."
  }
}
