import DeviceMap
import Foundation

/// Repositories of the tests: the small checkpoints of the fixtures, whole or cut into files.
enum HubModels {
  static let llama = FixtureFiles.directory.appending(path: "checkpoints/tiny-llama")

  static func config() throws -> [UInt8] { [UInt8](try Data(contentsOf: llama.appending(path: "config.json"))) }

  private static func tensors() throws -> [SparseCheckpoint.Tensor] {
    try Checkpoint(at: llama.path).tensors.map { ($0.name, $0.dtype, $0.shape) }
  }

  /// The checkpoint in one file, of which only the header is there.
  static func single() throws -> HubStandIn.Repository {
    let (header, length) = SparseCheckpoint.header(try tensors())
    return HubStandIn.Repository(
      files: [(".gitattributes", []), ("config.json", try config()), ("model.safetensors", [UInt8](header))],
      lengths: ["model.safetensors": header.count + length])
  }

  /// The same tensors in several files with an index; only the headers are there.
  static func sharded(_ count: Int = 3, more: [(path: String, bytes: [UInt8])] = []) throws -> HubStandIn.Repository {
    let checkpoint = try Checkpoint(at: llama.path)
    let tensors = try tensors()
    var repository = HubStandIn.Repository(files: [("config.json", try config())])
    var map: [String] = []
    for shard in 0..<count {
      let part = tensors.enumerated().filter { $0.offset % count == shard }.map(\.element)
      let name = "model-0000\(shard + 1)-of-0000\(count).safetensors"
      let (header, length) = SparseCheckpoint.header(part)
      repository.files.append((name, [UInt8](header)))
      repository.lengths[name] = header.count + length
      map += part.map { "\"\($0.name)\":\"\(name)\"" }
    }
    let index = "{\"metadata\":{\"total_size\":\(checkpoint.byteCount)},\"weight_map\":{\(map.joined(separator: ","))}}"
    repository.files.append(("model.safetensors.index.json", Array(index.utf8)))
    repository.files += more
    return repository
  }

  /// A safetensors file of which the header has exactly this length, and one tensor.
  static func file(headerLength: Int) -> (bytes: [UInt8], length: Int) {
    let tensor = #""weight":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}"#
    let frame = #"{"__metadata__":{"x":""},"# + tensor + "}"
    let padding = String(repeating: "y", count: headerLength - frame.utf8.count)
    let text = #"{"__metadata__":{"x":""# + padding + #""},"# + tensor + "}"
    let length = (0..<8).map { UInt8(truncatingIfNeeded: text.utf8.count >> (8 * $0)) }
    return (length + Array(text.utf8), 8 + headerLength + 16)
  }
}

/// Names of tensors with dtypes and shapes, for comparisons.
func tensorList(_ checkpoint: Checkpoint) -> [String] {
  checkpoint.tensors.map { "\($0.name) \($0.dtype.name) \($0.shape) \($0.byteCount)" }.sorted()
}
