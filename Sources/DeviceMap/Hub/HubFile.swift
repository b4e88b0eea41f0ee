/// A file of a repository.
struct HubFile: Hashable, Sendable {
  /// The path in the repository.
  let path: String
  /// Bytes; nil if it is not known.
  let size: Int?

  /// The folder of the file, with its slash; empty for the root.
  var folder: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  /// The name without the folder.
  var name: String { String(path.utf8.dropFirst(folder.utf8.count)) ?? path }

  var isSafetensors: Bool { path.hasSuffix(".safetensors") }
  var isIndex: Bool { path.hasSuffix(".safetensors.index.json") }

  /// Whether it holds what PEFT and its kin add to a model, where an adapter_config.json is beside it.
  var isOfAdapter: Bool { CheckpointFiles.isOfAdapter(name) }

  /// Whether it holds weights in a format that is not read.
  var isOtherWeights: Bool { CheckpointFiles.isOtherWeights(name) }
}
