extension Checkpoint {
  /// The tensors: shard after shard in the order of their names, within a shard in the order of its header.
  public var tensors: Tensors { Tensors(storage: storage) }

  /// The sum of the bytes of all tensors.
  ///
  /// - Complexity: O(shards).
  public var byteCount: Int { storage.shards.reduce(0) { $0 + $1.header.dataLength } }

  /// The tensor called `name`; names are compared as bytes.
  ///
  /// - Complexity: Expected O(length).
  public func tensor(named name: String) -> Tensor? {
    let number = name.withSpan { storage.find($0) }
    return number.map { tensors[$0] }
  }

  /// A tensor in a file.
  public struct Tensor: Sendable {
    /// The shard it is in: a position in `Checkpoint.shards`.
    public let shard: Int
    package let entry: SafetensorsHeader.Entry
    package let storage: Storage

    private var header: SafetensorsHeader { storage.shards[shard].header }

    /// The name.
    ///
    /// - Complexity: O(length).
    public var name: String {
      let header = header
      return header.name(of: entry).string(in: 0..<entry.nameLength)
    }

    /// The element type.
    public var dtype: DType { entry.dtype }

    /// The dimensions; empty for a scalar.
    ///
    /// - Complexity: O(rank).
    public var shape: [Int] { Array(header.dimensions[entry.shapeRange]) }

    /// The number of elements.
    ///
    /// - Complexity: O(rank).
    public var elementCount: Int { entry.rank == 0 ? 1 : header.dimensions[entry.shapeRange].reduce(1, &*) }

    /// Bytes in the file.
    public var byteCount: Int { entry.end - entry.begin }

    /// Bytes from the start of the file to the data.
    public var offset: Int { header.dataStart + entry.begin }
  }

  /// The tensors of a checkpoint by number. Access is O(log shards).
  public struct Tensors: RandomAccessCollection, Sendable {
    package let storage: Storage

    public var startIndex: Int { 0 }
    public var endIndex: Int { storage.count }

    public subscript(_ number: Int) -> Tensor {
      let shard = storage.shard(of: number)
      let file = storage.shards[shard]
      return Tensor(shard: shard, entry: file.header.entries[number - file.firstTensor], storage: storage)
    }
  }
}

extension Checkpoint.Storage {
  /// The shard of the tensor `number`. O(log shards).
  func shard(of number: Int) -> Int {
    precondition(number >= 0 && number < count, "there is no such tensor")
    var low = 0
    var high = shards.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if shards[middle].firstTensor <= number { low = middle } else { high = middle }
    }
    // Shards without tensors begin where the next one does; the last of them that begins at or before is the one.
    return low
  }

  /// The number of the tensor with the name `name`. Expected O(length).
  package func find(_ name: Span<UInt8>) -> Int? {
    table.find(ByteHash.process(name)) { number in hasName(name, Int(number)) }.map { Int($0) }
  }

  /// Whether the tensor `number` is called `name`.
  @inline(__always)
  func hasName(_ name: Span<UInt8>, _ number: Int) -> Bool {
    let shard = shard(of: number)
    return hasName(name, shard: shard, entry: number - shards[shard].firstTensor)
  }

  @inline(__always)
  func hasName(_ name: Span<UInt8>, shard: Int, entry: Int) -> Bool {
    let header = shards[shard].header
    let entry = header.entries[entry]
    return entry.nameLength == name.count && header.name(of: entry).equals(name)
  }
}
