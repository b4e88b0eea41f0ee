/// Plans are equal when they say the same, which is when their JSON is the same: sizes count to the byte, and modules by
/// their paths. The trees themselves are not compared, so that a plan is equal to the one that was read from its JSON.
extension Plan: Hashable {
  /// - Complexity: O(decisions x depth).
  public static func == (left: Plan, right: Plan) -> Bool {
    left.policy == right.policy && left.engine == right.engine && left.engineVersion == right.engineVersion
      && left.source == right.source && left.workload == right.workload
      && left.tree.architecture == right.tree.architecture && left.tree.noSplitClasses == right.tree.noSplitClasses
      && left.ledger.accounts == right.ledger.accounts && left.ledger.findings == right.ledger.findings
      && left.notes == right.notes && left.certificate?.figures == right.certificate?.figures
      && left.deviceMap == right.deviceMap
      && left.trace.elementsEqual(right.trace) { left.decision($0) == right.decision($1) }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(policy)
    hasher.combine(ledger.accounts)
    hasher.combine(keys.count)
  }

  /// A decision without its place in the tree.
  private struct Decision: Equatable {
    var part: String
    var partner: String?
    var device: Device
    var outcome: TraceEvent.Outcome
    var bytes: [Int?]
  }

  private func decision(_ event: TraceEvent) -> Decision {
    let sizes = [event.size, event.sizeWithTies, event.used, event.reserve].map { ($0 + 7) / 8 }
    return Decision(
      part: tree.path(of: event.part), partner: event.partner.map { tree.path(of: $0) },
      device: devices[event.device].device, outcome: event.outcome, bytes: sizes + [event.cap.map { $0 / 8 }])
  }
}

extension PlacementCertificate {
  /// What it says, its quotients as numbers.
  fileprivate var figures: [String] {
    [
      objective.rawValue, sense.rawValue, "\(anyOrder)", "\(offloadedBytes)", "\(offloadedBytesBound)",
      "\(value.value)", "\(bound.value)",
    ]
  }
}
