/// How good a placement is, and how much better any other could be.
public struct PlacementCertificate: Sendable, Hashable {
  /// Among which placements nothing better exists.
  public enum Sense: String, Sendable, Hashable {
    /// Among all orders of the accelerators.
    case allOrders = "optimal-all-orders"
    /// Among those that use the accelerators in the given order.
    case givenOrder = "optimal-given-order"
    /// Something better may exist; it is no better than the bounds.
    case gap
  }

  /// What was made as good as possible.
  public var objective: PlacementObjective
  /// Among which placements.
  public var sense: Sense
  /// Whether the bounds hold for all orders of the accelerators.
  public var anyOrder: Bool
  /// Bytes on cpu and disk that no rule put there, and how many no placement can do without.
  public var offloadedBytes: Int
  /// How many no placement can do without.
  public var offloadedBytesBound: Int
  /// The objective, in its unit: share of a budget, seconds for a token, accelerators, tokens.
  public var value: Ratio
  /// What no placement with as few offloaded bytes can beat: at most `value`, or at least for tokens.
  public var bound: Ratio

  /// How far the value may be from the best, as a part of it; 0 when it is the best.
  public var gap: Double {
    let (value, bound) = (value.value, bound.value)
    if value == bound { return 0 }
    return objective.isMaximised ? (bound - value) / bound : (value - bound) / value
  }

  /// How good a placement is, by its value and its bounds.
  public init(
    objective: PlacementObjective, sense: Sense, anyOrder: Bool, offloadedBytes: Int, offloadedBytesBound: Int,
    value: Ratio, bound: Ratio
  ) {
    self.objective = objective
    self.sense = sense
    self.anyOrder = anyOrder
    self.offloadedBytes = offloadedBytes
    self.offloadedBytesBound = offloadedBytesBound
    self.value = value
    self.bound = bound
  }
}
