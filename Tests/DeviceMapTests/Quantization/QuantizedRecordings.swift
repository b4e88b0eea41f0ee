import DeviceMap
import Foundation

extension ModelRecording {
  /// Checkpoints with packed weights, as `Fixtures/oracle/record_quantized.py` recorded them; sorted.
  static func quantizedNames() throws -> [String] { try FixtureFiles.namesOfJSON(in: "quantized", count: 9) }

  static func quantized(_ name: String) throws -> ModelRecording { try ModelRecording(name, in: "quantized") }

  func tree() throws -> ModuleTree {
    try ModuleTree(config: config, tensors: StoredTensors(tensors), options: .recorded)
  }
}

/// One line of `loading.jsonl`, a model that is packed while it is loaded, or of `draws.jsonl`.
struct LoadingRecording: CustomStringConvertible {
  let json: JSONValue

  static func all() throws -> [LoadingRecording] { try read("quantized/loading.jsonl", count: 186) }

  /// Configs drawn by `Fixtures/oracle/record_draws.py`, some that say how their files are packed.
  static func draws() throws -> [LoadingRecording] { try read("quantized/draws.jsonl", count: 34) }

  private static func read(_ path: String, count: Int) throws -> [LoadingRecording] {
    try FixtureFiles.lines(path, count: count).map {
      LoadingRecording(json: try JSONDocument(parsing: [UInt8]($0), dialect: .python).root)
    }
  }

  var name: String { json["name"]?.string ?? "" }
  var dtype: LoadingDType { json["dtype"]?.string.flatMap(LoadingDType.init(named:)) ?? .auto }
  /// Bits of the model as the reference counts it; it counts halves of bytes.
  var totalBits: Int { Int(8 * (Double(json["total"]?.source ?? "") ?? 0)) }
  var kept: [String] { json["kept"]!.elements.flatMap { ModelRecording.expanded($0.string!) } }
  var description: String { "\(name) \(json["dtype"]?.string ?? "")" }
}

/// The placements of a recording, one after the other.
struct RecordedPlacement {
  let policy: ReferencePolicy
  let limits: MaxMemory
  let map: [DeviceMapEntry]
  let isRefused: Bool
  let place: String

  static func all(in json: JSONValue) throws -> [RecordedPlacement] {
    guard let cases = json["cases"], let maps = json["maps"]?.elements.map(entries) else { return [] }
    var result: [RecordedPlacement] = []
    for policy in cases.members {
      for budget in policy.value.members {
        let limits = json["budgets"]![budget.key]!
        let index = budget.value.int ?? budget.value[0]!.int!
        result.append(
          RecordedPlacement(
            policy: ReferencePolicy(named: policy.key)!,
            limits: try MaxMemory(members: limits.members.map { ($0.key, .bytes($0.value.int!)) }), map: maps[index],
            isRefused: budget.value.int == nil, place: "\(policy.key) \(budget.key)"))
      }
    }
    return result
  }

  private static func entries(_ map: JSONValue) -> [DeviceMapEntry] {
    map.members.flatMap { member in
      let device = member.value.int.map(Device.gpu) ?? Device(parsing: member.value.string ?? "") ?? .disk
      return ModelRecording.expanded(member.key).map { DeviceMapEntry($0, device) }
    }
  }
}
