import DeviceMap
import Testing

/// Every recorded placement of the real models in `Fixtures/plans`: both engines, three policies, thirteen budgets.
@Suite("Plans of real models")
struct ModelPlanTests {
  @Test("every recorded map is reproduced: keys, devices, order", arguments: try ModelRecording.names())
  func reproduces(_ name: String) throws {
    let recording = try ModelRecording(name)
    let tree = try ModuleTree(
      config: recording.config, tensors: StoredTensors(recording.tensors), options: TreeOptions())
    let maps = try #require(recording.json["maps"]).elements.map(Self.entries)
    var compared = 0
    for engine in try #require(recording.json["cases"]).members {
      for policy in engine.value.members {
        for budget in policy.value.members {
          let limits = try #require(recording.json["budgets"]?[budget.key])
          let plan = try tree.plan(
            try #require(ReferencePolicy(named: policy.key)), maxMemory: try Self.maxMemory(limits),
            engine: try #require(Engine(rawValue: engine.key)))
          let place = "\(name) \(engine.key) \(policy.key) \(budget.key)"
          compared += 1
          if let index = budget.value.int {
            #expect(plan.deviceMap == maps[index], "\(place)")
          } else {
            // The reference raises; the answer is ours, complete, and says that it deviates.
            #expect(plan.tree.tensors.indices.allSatisfy { plan.device(ofTensor: $0) != nil }, "\(place)")
            #expect(plan.notes.contains { $0.text.contains("reference") }, "\(place): \(plan.notes.map(\.text))")
          }
        }
      }
    }
    #expect(compared == 2 * 3 * 13)
  }

  private static func entries(_ map: JSONValue) -> [DeviceMapEntry] {
    map.members.flatMap { member in
      let device = member.value.int.map(Device.gpu) ?? Device(parsing: member.value.string ?? "") ?? .disk
      return ModelRecording.expanded(member.key).map { DeviceMapEntry($0, device) }
    }
  }

  private static func maxMemory(_ limits: JSONValue) throws -> MaxMemory {
    try MaxMemory(members: limits.members.map { ($0.key, .bytes($0.value.int ?? 0)) })
  }
}
