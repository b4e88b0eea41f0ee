/// How sure a figure is.
public enum Confidence: String, Hashable, Sendable, Comparable {
  /// Equal to the byte to what transformers 5.23.0 with torch 2.13 allocates, by recordings.
  case exact
  /// From a formula that was read in code or in a paper, or that was recorded only for a similar model.
  case derived
  /// A convention that can be changed.
  case `default`

  private var rank: Int {
    switch self {
    case .exact: 0
    case .derived: 1
    case .default: 2
    }
  }

  /// Surer figures come first; a sum is as sure as its last term.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// A number of bytes that says how it came about.
public struct Figure: Hashable, Sendable {
  /// The figure.
  public var bytes: Int
  /// The formula, in the symbols B (sequences), S (new tokens), T (tokens in the cache), L (layers), e (bytes of an
  /// element) and the names of config.json.
  public var formula: String
  /// How sure it is.
  public var confidence: Confidence

  /// A figure with its formula and how sure it is.
  public init(_ bytes: Int, _ formula: String, _ confidence: Confidence) {
    self.bytes = bytes
    self.formula = formula
    self.confidence = confidence
  }
}
