extension CatalogValue {
  /// How many elements and bytes the value has, those of its elements included. O(size).
  var size: Int {
    switch self {
    case .none, .bool, .int, .double, .config: 0
    case .string(let text): text.utf8.count
    case .list(let values): values.reduce(values.count) { $0 &+ $1.size }
    case .dictionary(let dictionary): dictionary.values.reduce(dictionary.count) { $0 &+ $1.size }
    }
  }

  /// The steps that an operand costs: comparing looks at all of it, joining at its elements.
  func work(in op: Expression.Operator) -> Int {
    switch (self, op) {
    case (.none, _), (.bool, _), (.int, _), (.double, _), (.config, _): 0
    case (.string(let text), _): text.utf8.count
    case (.list(let values), .add), (.list(let values), .multiply): values.count
    default: size
    }
  }
}
