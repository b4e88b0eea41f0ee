import DeviceMap
import Foundation

extension ModelRecording {
  private static let quantizedFolder = folder.deletingLastPathComponent().appending(path: "quantized")

  /// Checkpoints with packed weights, as `Fixtures/oracle/record_quantized.py` recorded them; sorted.
  static let quantizedNames: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: quantizedFolder.path)) ?? [])
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

  static func quantized(_ name: String) throws -> ModelRecording {
    let data = try Data(contentsOf: quantizedFolder.appending(path: name + ".json"))
    return ModelRecording(name: name, json: try JSONDocument(parsing: [UInt8](data), dialect: .python).root)
  }

  private init(name: String, json: JSONValue) {
    self.name = name
    self.json = json
  }

  func tree() throws -> ModuleTree {
    try ModuleTree(config: config, tensors: StoredTensors(tensors), options: TreeOptions())
  }
}

/// One line of `loading.jsonl`: a model that is packed while it is loaded.
struct LoadingRecording: CustomStringConvertible {
  let json: JSONValue

  static let all: [LoadingRecording] = {
    let folder = ModelRecording.folder.deletingLastPathComponent().appending(path: "quantized")
    guard let data = try? Data(contentsOf: folder.appending(path: "loading.jsonl")) else { return [] }
    return data.split(separator: UInt8(ascii: "\n")).compactMap {
      (try? JSONDocument(parsing: [UInt8]($0), dialect: .python).root).map(LoadingRecording.init(json:))
    }
  }()

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
  let map: [Plan.Entry]
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

  private static func entries(_ map: JSONValue) -> [Plan.Entry] {
    map.members.flatMap { member in
      let device = member.value.int.map(Device.gpu) ?? Device(parsing: member.value.string ?? "") ?? .disk
      return ModelRecording.expanded(member.key).map { Plan.Entry($0, device) }
    }
  }
}
