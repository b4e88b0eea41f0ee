/// What a `model.safetensors.index.json` says: which file each tensor is in.
package struct ShardIndex: Sendable {
  /// What errors call it.
  let path: String
  /// What stands before the names of its files where others name them by longer paths, with its slash.
  var folder = ""
  /// The names of the files, in the order of their first tensor.
  package let shards: [String]
  /// `metadata.total_size`: the bytes of all tensors, nil where it is absent. Not always right in published files.
  package let totalSize: Int?
  /// `metadata.dtype`, as it is written: what a checkpoint whose config.json names no dtype is loaded in.
  package let dtypeName: String?
  /// The number of tensors.
  package var count: Int { entries.count }

  /// A tensor: its name, as the range of `text`, or, behind its end, of `unescaped`; and its shard.
  struct Entry: Sendable {
    var start: UInt32
    var length: UInt32
    var shard: Int32
  }

  let text: ContiguousArray<UInt8>
  let unescaped: ContiguousArray<UInt8>
  let entries: ContiguousArray<Entry>

  /// The largest index that is read, in bytes.
  static let maximumLength = 1 << 30

  /// Reads the index at `path`. O(n).
  package init(path: String) throws(CheckpointError) { try self.init(path: path, accepting: .anything) }

  /// - Parameter acceptance: whether it may be a pipe.
  package init(path: String, accepting acceptance: OpenFile.Acceptance) throws(CheckpointError) {
    let text = try CheckpointError.wrap { () throws(FileError) in
      try Files.read(path, limit: Self.maximumLength, accepting: acceptance)
    }
    try self.init(text, path: path)
  }

  /// Reads an index from its bytes.
  package init(_ text: ContiguousArray<UInt8>, path: String) throws(CheckpointError) {
    var scanner = ShardIndexScanner(text.span)
    do throws(JSONFault) {
      try scanner.scan()
    } catch {
      throw .json(file: path, error.located(in: text.span))
    }
    if let problem = scanner.problem {
      throw .index(IndexError(file: path, offset: problem.offset, reason: problem.reason))
    }
    (self.path, self.text) = (path, text)
    shards = (0..<Int32(scanner.shards.count)).map { scanner.shards.string($0) }
    totalSize = scanner.totalSize
    dtypeName = scanner.dtypeName
    unescaped = scanner.unescaped
    entries = scanner.entries
  }

  /// The bytes of the name of `entry`.
  @_lifetime(borrow self)
  @inline(__always)
  func name(of entry: Entry) -> Span<UInt8> {
    let start = Int(entry.start)
    if start < text.count { return text.span.extracting(start..<start &+ Int(entry.length)) }
    return unescaped.span.extracting(start &- text.count..<start &- text.count &+ Int(entry.length))
  }

  /// The name and the file of each tensor, in the order of the index. O(n).
  package var tensors: [(name: String, shard: String)] {
    entries.map { (name(of: $0).string(in: 0..<Int($0.length)), shards[Int($0.shard)]) }
  }
}

/// Why an index that is JSON says nothing usable.
public struct IndexError: Error, Hashable, Sendable {
  /// The index.
  public var file: String
  /// Bytes from the start of the index to the place of the fault.
  public var offset: Int
  /// The rule that was broken.
  public var reason: Reason

  /// The rule that was broken.
  public enum Reason: Hashable, Sendable {
    /// The text is not an object.
    case notAnObject
    /// It names more tensors or files than are read.
    case tooMany(String, limit: Int)
    /// There is no `weight_map`, or it is not an object.
    case noWeightMap
    /// `weight_map` is empty.
    case empty
    /// The value of this tensor is not a string.
    case shardNotString(tensor: String)
    /// The file of this tensor is not a plain name of a file beside the index.
    case shardOutside(tensor: String, shard: String)
  }
}
