import DeviceMap

/// A model that the app reads with its own client: config.json, the index, and of each shard no more than its header.
public struct FetchedModel {
  /// Fetches the first bytes of a file, or all of it where `count` is nil; nil if there is no such file.
  public typealias Fetch = (_ file: String, _ count: Int?) async throws -> [UInt8]?

  private let checkpoint: Checkpoint

  public init(_ fetch: Fetch) async throws {
    let config = try await fetch("config.json", nil).map { String(decoding: $0, as: UTF8.self) }
    let index = try await fetch("model.safetensors.index.json", nil).map { String(decoding: $0, as: UTF8.self) }
    var headers: [String: [UInt8]] = [:]
    for shard in try index.map(Self.shards) ?? ["model.safetensors"] {
      // A safetensors file begins with the length of its header in eight bytes, the lowest first.
      guard let length = try await fetch(shard, 8) else { continue }
      let count = length.reversed().reduce(0) { $0 << 8 | Int($1) }
      headers[shard] = try await fetch(shard, 8 + count)
    }
    checkpoint = try Checkpoint(config: config, headers: headers, index: index)
  }

  /// The plan for these limits.
  public func plan(_ limits: MaxMemory) throws -> Plan {
    try ModuleTree(checkpoint).plan(.auto, maxMemory: limits)
  }

  /// The files that an index names.
  private static func shards(_ index: String) throws -> [String] {
    let map = try JSONDocument(parsing: index).root["weight_map"]
    return Set(map?.members.compactMap { $0.value.string } ?? []).sorted()
  }
}
