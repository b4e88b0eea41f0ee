import DeviceMap
import Testing

@Suite struct RecordedTreeTests {
  /// Every recorded map is reproduced key by key; only buffers that the references forget are added.
  @Test func mapsAreIdentical() throws {
    var compared = 0
    var failed = 0
    for recorded in try RecordedTree.all() {
      for item in recorded.cases {
        guard let index = item.map else { continue }
        compared += 1
        let plan = try item.plan(recorded)
        let expected = recorded.map(index)
        if let difference = difference(plan, expected) {
          failed += 1
          if failed <= 10 {
            Issue.record("\(recorded.name) \(item): \(difference)")
          }
        }
      }
    }
    #expect(failed == 0, "\(failed) of \(compared) cases differ")
    #expect(compared > 3_000)
  }

  private func difference(_ plan: Plan, _ expected: [String: Device]) -> String? {
    var rest = expected
    for entry in plan.deviceMap {
      if let device = rest.removeValue(forKey: entry.path) {
        if device != entry.device { return "\(entry.path) is on \(entry.device), not \(device)" }
      } else if !isForgottenBuffer(entry.path, of: plan) {
        return "\(entry.path) on \(entry.device) is not in \(expected.sorted { $0.key < $1.key })"
      }
    }
    return rest.isEmpty ? nil : "missing \(rest), have \(plan.deviceMap.map { "\($0.path):\($0.device)" })"
  }

  private func isForgottenBuffer(_ path: String, of plan: Plan) -> Bool {
    guard plan.notes.contains(where: { $0.code == "buffers-of-cut-modules" }) else { return false }
    return plan.tree.tensor(atPath: path).map { plan.tree.tensors[$0].kind != .parameter } ?? false
  }

  /// Where the references raise there is still a plan: complete, blocks and ties whole, within the budgets, with a note.
  @Test func failuresOfTheReferencesAreAnswered() throws {
    var answered = 0
    var kinds: [String: Int] = [:]
    for recorded in try RecordedTree.all() {
      for item in recorded.cases where item.error != nil {
        let plan = try item.plan(recorded)
        answered += 1
        kinds[item.error! + (plan.notes.contains { $0.severity == .note } ? " note" : " -"), default: 0] += 1
        for violation in plan.violations { Issue.record("\(recorded.name) \(item): \(violation)") }
      }
    }
    print(kinds)
    #expect(answered > 100)
  }

  @Test func totalsAreIdentical() throws {
    for recorded in try RecordedTree.all() {
      for engine in Engine.allCases {
        let sizes = try ModuleSizes(recorded.tree(), engine: engine)
        #expect(Double(sizes.totalBits) / 8 == recorded.total[engine.rawValue], "\(recorded.name) \(engine)")
      }
    }
  }
}
