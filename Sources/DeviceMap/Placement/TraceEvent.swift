/// One decision of a policy, in numbers: what was tried where, and what came of it.
///
/// Sizes are bits. An event takes 56 bytes, since a large tree makes millions of them.
public struct TraceEvent: Hashable, Sendable {
  /// What came of a decision.
  public enum Outcome: UInt8, CaseIterable, Hashable, Sendable {
    /// Fitted.
    case placed
    /// Went along with the part placed just before, because they share storage.
    case placedWithTies
    /// Did not fit and was replaced by its own parameters and its children.
    case split
    /// Fitted alone but not with what it is tied to; ``partner`` was replaced by its parts instead.
    case splitPartner
    /// A module that must not be cut was placed tensor by tensor to leave some of its parameters out.
    case escaped
    /// Nothing was on the device yet, so another part that fits is placed first.
    case fallback
    /// Did not fit; the device is left for good.
    case nextDevice
  }

  private let index: Int32
  private let partnerIndex: Int32
  private let isTensor: Bool
  /// What came of it.
  public let outcome: Outcome
  /// Position of the device in the plan's devices.
  private let position: Int16
  /// The part alone.
  public let size: Int
  /// The part with all that it is tied to.
  public let sizeWithTies: Int
  /// On the device before the decision.
  public let used: Int
  private let capOrNone: Int
  /// Kept free on the device for the largest layer still to come.
  public let reserve: Int

  /// - Parameters:
  ///   - part: what was decided on.
  ///   - device: position in the devices of the task.
  ///   - outcome: what became of the part.
  ///   - partner: the tied module that was replaced by its parts, if one was.
  ///   - size: bits of the part alone.
  ///   - sizeWithTies: bits of the part with all that it is tied to.
  ///   - used: bits on the device before.
  ///   - cap: bits that the policy uses of it; nil for no limit.
  ///   - reserve: bits kept free on it.
  public init(
    _ part: TreePart, device: Int, outcome: Outcome, partner: Int? = nil, size: Int, sizeWithTies: Int, used: Int,
    cap: Int?, reserve: Int
  ) {
    switch part {
    case .module(let module): (index, isTensor) = (Int32(module), false)
    case .tensor(let tensor): (index, isTensor) = (Int32(tensor), true)
    }
    partnerIndex = partner.map { Int32($0) } ?? -1
    position = Int16(device)
    self.outcome = outcome
    self.size = size
    self.sizeWithTies = sizeWithTies
    self.used = used
    self.reserve = reserve
    capOrNone = cap ?? -1
  }

  /// What was decided on.
  public var part: TreePart { isTensor ? .tensor(Int(index)) : .module(Int(index)) }

  /// Position of the device in the plan's devices.
  public var device: Int { Int(position) }

  /// The module that was cut to make a tied part fit.
  public var partner: Int? { partnerIndex < 0 ? nil : Int(partnerIndex) }

  /// What the policy left of the budget; nil for no limit.
  public var cap: Int? { capOrNone < 0 ? nil : capOrNone }
}
