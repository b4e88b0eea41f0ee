import DeviceMap
import Foundation

/// A module tree with the placements that the references gave it, as `Fixtures/oracle/record_random_trees.py` writes it.
struct RecordedTree: Decodable, Sendable {
  var name: String
  var root: RecordedModule
  var ties: [String: String]
  var noSplit: [String]
  var maxMemory: [String: Int]
  var total: [String: Double]
  var maps: [[String: RecordedDevice]]
  var cases: [RecordedCase]

  /// The recorded trees; a file named by `DEVICE_MAP_RANDOM_TREES` replaces the fixture, for longer runs.
  static func all() throws -> [RecordedTree] { try recordings.get() }

  private static let recordings = Result {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try lines().map { try decoder.decode(RecordedTree.self, from: $0) }
  }

  private static func lines() throws -> [Data] {
    guard let path = ProcessInfo.processInfo.environment["DEVICE_MAP_RANDOM_TREES"] else {
      return try FixtureFiles.lines("plans/random_trees.jsonl", count: 300)
    }
    return try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n"))
  }

  func tree() -> ModuleTree {
    var builder = ModuleTreeBuilder(rootClass: root.className)
    var tensors: [String: Int] = [:]
    func add(_ module: RecordedModule, at path: String) {
      for tensor in module.tensors {
        tensors[path + tensor.name] = builder.add(
          builder.intern(tensor.name), dtype: tensor.dtype, count: tensor.count, kind: tensor.kind)
      }
      for child in module.children {
        for name in Self.expanded(child.name) {
          builder.open(name, className: child.className)
          add(child, at: path + name + ".")
          builder.close()
        }
      }
    }
    add(root, at: "")
    for (target, source) in ties { builder.tie(tensors[target]!, to: tensors[source]!) }
    return builder.finish().noSplit(noSplit)
  }

  func limits(isMeasured: Bool) -> MaxMemory {
    MaxMemory(
      maxMemory.map { (device: Device(parsing: $0.key)!, limit: MaxMemory.Limit.bytes($0.value)) },
      isMeasured: isMeasured)
  }

  /// A recorded map with ranges in its keys written out.
  func map(_ index: Int) -> [String: Device] {
    var result: [String: Device] = [:]
    for (key, device) in maps[index] { for path in Self.expanded(key) { result[path] = device.device } }
    return result
  }

  private static func expanded(_ key: String) -> [String] {
    guard let open = key.firstIndex(of: "{"), let close = key.firstIndex(of: "}") else { return [key] }
    let bounds = key[key.index(after: open)..<close].split(separator: "-").compactMap { Int($0) }
    return (bounds[0]...bounds[1]).map { key[..<open] + String($0) + key[key.index(after: close)...] }
  }
}

struct RecordedCase: Decodable, Sendable {
  var engine: String
  var policy: String
  var map: Int?
  var error: String?
  var noSplit: Bool?
  var fallback: Bool?
  var dtype: String?
  var specialDtypes: [String: String]?
  var offloadBuffers: Bool?
  var noPlacement: [String]?
  var measured: Bool?
  var factor: Double?

  func plan(_ recorded: RecordedTree) throws -> Plan {
    var tree = recorded.tree()
    tree.noPlacementParameters = noPlacement ?? []
    let options = PlacementOptions(
      noSplitClasses: noSplit == false ? [] : nil, dtype: dtype.map { ElementWidth(named: $0)! },
      specialDTypes: (specialDtypes ?? [:]).mapValues { ElementWidth(named: $0)! },
      offloadBuffers: offloadBuffers ?? false, fallbackAllocation: fallback ?? false, capFactor: factor ?? 1)
    return try tree.plan(
      ReferencePolicy(named: policy)!, maxMemory: recorded.limits(isMeasured: measured ?? false),
      engine: Engine(rawValue: engine)!,
      options: options)
  }
}

/// `[name, class, parameters, buffers, children]` with empty lists at the end left out.
struct RecordedModule: Decodable, Sendable {
  var name: String
  var className: String
  var tensors: [RecordedTensor] = []
  var children: [RecordedModule] = []

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    name = try list.decode(String.self)
    className = try list.decode(String.self)
    for _ in 0..<2 where !list.isAtEnd { tensors += try list.decode([RecordedTensor].self) }
    if !list.isAtEnd { children = try list.decode([RecordedModule].self) }
  }
}

/// `[name, dtype, shape]` of a parameter, and with a persistence at the end of a buffer.
struct RecordedTensor: Decodable, Sendable {
  var name: String
  var dtype: DType
  var count: Int
  var kind = TensorKind.parameter

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    name = try list.decode(String.self)
    dtype = Self.dtypes[try list.decode(String.self)]!
    count = try list.decode([Int].self).reduce(1, *)
    if !list.isAtEnd { kind = try list.decode(Bool.self) ? .persistentBuffer : .transientBuffer }
  }

  private static let dtypes: [String: DType] = [
    "float32": .f32, "bfloat16": .bf16, "float16": .f16, "int8": .i8, "uint8": .u8, "int64": .i64, "bool": .bool,
    "float8_e4m3fn": .f8E4M3, "float64": .f64, "int32": .i32,
  ]
}

/// An integer or a name.
struct RecordedDevice: Decodable, Sendable {
  var device: Device

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let id = try? value.decode(Int.self) {
      device = .gpu(id)
    } else {
      device = Device(parsing: try value.decode(String.self))!
    }
  }
}
