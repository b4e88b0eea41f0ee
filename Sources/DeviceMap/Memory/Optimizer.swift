/// An optimizer of torch 2.13, by what it keeps for each parameter.
public enum Optimizer: String, CaseIterable, Hashable, Sendable {
  /// By the names of torch.optim, and what transformers calls them.
  case sgd, momentum, rmsprop, adagrad, adadelta, adam, adamw, nadam, radam, adamax, amsgrad, adafactor
  /// The Adafactor of transformers, whose sums are in single precision whatever the parameters are.
  case transformersAdafactor = "transformers_adafactor"

  /// Copies of a parameter that it keeps, in the parameter's dtype; nil for Adafactor, which keeps sums over rows and
  /// columns.
  public var copies: Int? {
    switch self {
    case .sgd: 0
    case .momentum, .rmsprop, .adagrad: 1
    case .adam, .adamw, .nadam, .radam, .adamax, .adadelta: 2
    case .amsgrad: 3
    case .adafactor, .transformersAdafactor: nil
    }
  }

  /// Single-precision counters for each parameter tensor: its step, and for NAdam a product of momenta.
  var counters: Int {
    switch self {
    case .sgd, .momentum: 0
    case .nadam: 2
    default: 1
    }
  }

  /// Bytes of state for one parameter tensor.
  ///
  /// - Parameters:
  ///   - shape: sizes of its dimensions; for all but Adafactor only their product counts.
  ///   - elementBytes: of the parameter, as the optimizer sees it.
  /// - Complexity: O(rank).
  public func stateBytes(shape: [Int], elementBytes: Int) -> Int {
    let count = shape.reduce(1, *|)
    let elements = copies.map { $0 *| count } ?? Self.factored(shape, count: count)
    return elements *| (self == .transformersAdafactor ? 4 : elementBytes) +| 4 * counters
  }

  /// Elements of Adafactor: a sum for each row and for each column, or one for each element of a vector.
  private static func factored(_ shape: [Int], count: Int) -> Int {
    guard shape.count > 1, let width = shape.last, width > 0 else { return count }
    let height = max(1, shape[shape.count - 2])
    return count / width +| count / height
  }

  /// The formula of the state, W being the parameters' bytes.
  public var formula: String {
    switch copies {
    case nil: "(rows + columns) \(self == .transformersAdafactor ? "4" : "e") + 4 for each tensor"
    case 0: "0"
    case let copies?: "\(copies) W" + (counters > 0 ? " + \(4 * counters) for each tensor" : "")
    }
  }
}
