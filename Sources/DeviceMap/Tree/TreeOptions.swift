/// How a model is to be loaded, as far as its tree depends on it.
public struct TreeOptions: Sendable {
  /// The class to build instead of the first of `architectures` in config.json.
  public var architecture: String?
  public var dtype: LoadingDType = .auto
  public var catalog: Catalog = .builtIn

  public init() {}
}

/// The dtype that floating tensors of a model get when it is loaded.
public enum LoadingDType: Hashable, Sendable {
  /// As transformers 5 decides: `dtype` (or `torch_dtype`) of config.json, else the first floating tensor of the files,
  /// else float32.
  case auto
  case fixed(DType)
  /// Every tensor as it is stored.
  case checkpoint
}
