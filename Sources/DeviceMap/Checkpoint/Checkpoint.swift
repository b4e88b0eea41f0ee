/// What the files of a checkpoint say: its config and its tensors. Only headers are read, never weights.
///
/// ```swift
/// let checkpoint = try Checkpoint(at: "Qwen2.5-72B-Instruct")
/// for tensor in checkpoint.tensors { print(tensor.name, tensor.dtype, tensor.shape) }
/// ```
///
/// Copying is cheap. The headers are kept in memory, the files are not held open.
public struct Checkpoint: Sendable {
  /// How to read.
  public struct Options: Hashable, Sendable {
    /// Accept files whose data is missing or cut off behind a true header, as `--headers-only` does.
    public var allowMissingData: Bool
    /// On how many threads headers are read; nil for one on each core.
    public var threads: Int?

    /// - Parameters:
    ///   - allowMissingData: files that end after their header are read too.
    ///   - threads: how many read headers at the same time; nil for one a processor.
    public init(allowMissingData: Bool = false, threads: Int? = nil) {
      self.allowMissingData = allowMissingData
      self.threads = threads
    }

    var threadCount: Int { max(1, threads ?? Workers.cores) }
  }

  /// A safetensors file of the checkpoint.
  public struct Shard: Sendable {
    /// The name of the file, as the index gives it.
    public let name: String
    /// The path of the file.
    public let path: String
    /// What its header says.
    public internal(set) var header: SafetensorsHeader
    /// The number of its first tensor in `tensors`.
    package internal(set) var firstTensor: Int
  }

  /// The path as it was given.
  public let path: String
  /// The config.json; nil if there is none.
  public let config: ModelConfig?
  /// What is odd, in a fixed order.
  public let notes: [CheckpointNote]
  package let storage: Storage
  /// `metadata.dtype` of the index, as it is written.
  package let indexDType: String?

  /// Whether files with weights are missing, so that there are more tensors than these.
  public let isPartial: Bool

  /// The files in the order of their names; empty for a config alone.
  public var shards: [Shard] { storage.shards }

  /// Whether there are tensors to go by; false for a config alone.
  public var hasTensors: Bool { !storage.shards.isEmpty }

  /// The tensors of all shards and the way to find them by name.
  package final class Storage: Sendable {
    package let shards: [Shard]
    package let count: Int
    /// Name -> number in `tensors`.
    let table: HashSlots
    /// Tensors that two files have; the later one counts.
    let repeated: Repeated?

    /// How many tensors more than one file has, with the name of the first and the files that it is in.
    struct Repeated: Hashable {
      var count: Int
      var name: String
      var passedOver: String
      var counted: String
    }

    init(shards: [Shard], count: Int, table: HashSlots, repeated: Repeated? = nil) {
      self.shards = shards
      self.count = count
      self.table = table
      self.repeated = repeated
    }
  }

  init(
    path: String, config: ModelConfig?, storage: Storage, notes: [CheckpointNote], indexDType: String? = nil,
    isPartial: Bool = false
  ) {
    self.isPartial = isPartial
    self.indexDType = indexDType
    self.path = path
    self.config = config
    self.storage = storage
    self.notes = notes
  }
}
