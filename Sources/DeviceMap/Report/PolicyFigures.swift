/// The figures of one plan.
public struct PolicyFigures: Hashable, Sendable {
  /// The name of the policy.
  public var policy: String
  /// Bytes of all weights.
  public var weights: Int
  /// Bytes of weights on cpu and disk while there are accelerators.
  public var offloaded: Int
  /// Whether the model loads and runs so, within its limits.
  public var isValid: Bool
  /// The largest share of its budget that an accelerator carries; nil without accelerators.
  public var peakShare: Double?
  /// The accelerator that carries it.
  public var peakDevice: Device?
  /// The budget of that accelerator, in bytes.
  public var peakBudget: Int?
  /// Accelerators that carry something.
  public var devicesInUse: Int
  /// The first key of the map on each device in use but the first, in device order.
  public var boundaries: [String]
  /// Seconds for one token, stages in sequence; nil where a speed is not known.
  public var secondsPerToken: Double?
  /// The same from the best to the worst of what GPUs of the table reach; nil where they were not named.
  public var secondsRange: ClosedRange<Double>?

  /// - Parameters:
  ///   - plan: what the policy decided.
  ///   - speeds: nil when they are not known.
  ///   - range: of the GPUs, where they were named; `speeds` come first.
  /// - Complexity: O(devices); with speeds O(modules + tensors).
  public init(_ plan: Plan, speeds: DeviceSpeeds? = nil, range: SpeedRange? = nil) {
    policy = plan.policy
    let accounts = plan.ledger.accounts
    weights = accounts.reduce(0) { $0 +| $1.weights }
    offloaded = plan.ledger.offloadedBytes
    isValid = plan.ledger.errors.isEmpty
    for account in accounts where account.device.isAccelerator {
      guard let budget = account.budget, budget > 0 else { continue }
      let share = Double(account.used) / Double(budget)
      if share > peakShare ?? -1 { (peakShare, peakDevice, peakBudget) = (share, account.device, budget) }
    }
    let used = accounts.filter { $0.weights > 0 }
    devicesInUse = used.count { $0.device.isAccelerator }
    boundaries = used.dropFirst().compactMap(\.first)
    secondsPerToken = speeds.flatMap { $0.secondsPerToken(of: plan) }
    guard secondsPerToken == nil else { return }
    secondsRange = range.flatMap { $0.secondsPerToken(of: plan) }
  }
}
