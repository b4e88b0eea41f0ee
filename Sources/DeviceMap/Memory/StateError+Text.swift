extension StateError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownArchitecture(let type) where type.isEmpty:
      "weights only: nothing says which attention the model has"
    case .unknownArchitecture(let type): "weights only: the attention of \(type) is not understood"
    case .missing(let field): "weights only: the config has no \(field)"
    case .notPositive(let field, let value): "weights only: \(field) is \(value)"
    case .notWhole(let field): "weights only: \(field) is no whole number"
    case .unknownLayerKind(let kind, let layer):
      "weights only: layer \(layer) is of a kind that is not understood, \(kind)"
    case .tooLarge: "weights only: a size in the config is beyond all bounds"
    }
  }
}
