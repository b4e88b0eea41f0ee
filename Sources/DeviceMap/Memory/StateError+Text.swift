extension StateError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownArchitecture(let type) where type.isEmpty:
      "nothing says which attention the model has"
    case .unknownArchitecture(let type): "the attention of \(type) is not understood"
    case .missing(let field): "the config has no \(field)"
    case .notPositive(let field, let value): "\(field) is \(value)"
    case .notWhole(let field): "\(field) is no whole number"
    case .unknownLayerKind(let kind, let layer):
      "layer \(layer) is of a kind that is not understood, \(kind)"
    case .tooLarge: "a size in the config is beyond all bounds"
    }
  }
}
