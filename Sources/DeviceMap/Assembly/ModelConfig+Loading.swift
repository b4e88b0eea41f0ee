extension ModelConfig {
  /// The first of `architectures`; nil where config.json names none.
  func namedArchitecture() throws(TreeError) -> String? {
    guard let list = self["architectures"] else { return nil }
    guard list.kind == .array else {
      throw .field(keyPath: "architectures", found: list.shortSource, expected: "a list of class names")
    }
    guard let first = list[0] else { return nil }
    guard let name = first.string else {
      throw .field(keyPath: "architectures[0]", found: first.shortSource, expected: "a class name")
    }
    return name
  }

  /// `dtype`, or `torch_dtype` as older files call it, as it is written; nil when config.json says nothing.
  func namedDType() throws(TreeError) -> (key: String, written: String, dtype: DType)? {
    for key in ["dtype", "torch_dtype"] {
      guard let written = self[key] else { continue }
      // Of dtypes by part the one of the whole counts.
      let value = written[""] ?? written
      guard let name = value.string, let dtype = DType(torchName: name) else {
        throw .field(keyPath: key, found: value.shortSource, expected: "the name of a torch dtype")
      }
      return (key, name, dtype)
    }
    return nil
  }
}
