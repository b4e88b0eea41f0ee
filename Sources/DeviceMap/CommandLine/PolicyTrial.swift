/// Tries the policy of a request with larger limits, so that what is advised is known to help.
struct PolicyTrial {
  private let plan: Plan
  private let request: PlanRequest

  init(_ plan: Plan, _ request: PlanRequest) {
    self.plan = plan
    self.request = request
  }

  /// The plan with more bytes on some devices; nil when there is none.
  func plan(adding bytes: Int, to devices: Set<Device>) -> Plan? {
    let limits = plan.devices.filter { $0.device != .disk }.map { budget in
      let limit = (budget.limit ?? 1 << 57) + (devices.contains(budget.device) ? bytes : 0)
      return (device: budget.device, limit: MaxMemory.Limit.bytes(limit))
    }
    return try? request.plan(plan.tree, maxMemory: MaxMemory(limits, isMeasured: request.maxMemory.isMeasured))
  }

  /// The least number of bytes, in steps of about a millionth of the model, that makes the plan good; nil when no
  /// number is found that does.
  ///
  /// - Complexity: about 20 plans.
  func leastBytes(on devices: Set<Device>, _ isGood: (Plan) -> Bool) -> Int? {
    let used = plan.ledger.accounts.reduce(0) { $0 +| $1.used +| $1.reserve }
    let step = min(max(1, used >> 20), 1 << 20)
    let all = (used / step + 1) *| 2
    return Bisection.least(upTo: all) { plan(adding: $0 * step, to: devices).map(isGood) ?? false }.map { $0 * step }
  }
}
