/// One decision of a policy, in numbers: what was tried where, and what came of it. Sizes are bits.
public struct TraceEvent: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    /// Fitted.
    case placed
    /// Went along with the part placed just before, because they share storage.
    case placedWithTies
    /// Did not fit and was replaced by its own parameters and its children.
    case split
    /// Fitted alone but not with what it is tied to; the module was split instead.
    case splitPartner(Int)
    /// A module that must not be cut was placed tensor by tensor to leave some of its parameters out.
    case escaped
    /// Nothing was on the device yet, so another part that fits is placed first.
    case fallback
    /// Did not fit; the device is left for good.
    case nextDevice
  }

  public var part: Placement.Part
  public var device: Device
  public var outcome: Outcome
  /// The part alone.
  public var size: Int
  /// The part with all that it is tied to.
  public var sizeWithTies: Int
  /// On the device before the decision.
  public var used: Int
  /// What the policy left of the budget; nil for no limit.
  public var cap: Int?
  /// Kept free on the device for the largest layer still to come.
  public var reserve: Int
}
