extension MaxMemory {
  /// Reads `0=24GiB,1=24GiB,cpu=64GiB`. Empty parts (a comma at the end) are skipped.
  ///
  /// - Throws: ``MaxMemoryError`` naming the part that cannot be read, at once for sizes too.
  /// - Complexity: O(length).
  public init(parsing text: String) throws(MaxMemoryError) {
    self.init([])
    for part in text.split(separator: ",") where part.contains(where: { $0 != " " }) {
      guard let equals = part.firstIndex(of: "=") else { throw .notAPair(String(part)) }
      let device = try Self.device(String(part[..<equals]))
      append(device, .text(String(part[part.index(after: equals)...])))
    }
    _ = try budgets()
  }

  /// Makes limits of the members of a JSON object, in file order; numbers are bytes.
  ///
  /// - Throws: ``MaxMemoryError`` naming the member that cannot be read.
  /// - Complexity: O(members).
  public init(members: [(name: String, limit: Limit)]) throws(MaxMemoryError) {
    self.init([])
    for (name, limit) in members { append(try Self.device(name), limit) }
    _ = try budgets()
  }

  /// The limits of both, for options that are given several times.
  ///
  /// - Complexity: O(limits appended).
  public mutating func append(contentsOf other: MaxMemory) {
    for (device, limit) in other.limits { append(device, limit) }
  }

  private static func device(_ text: String) throws(MaxMemoryError) -> Device {
    guard let device = Device(parsing: text) else { throw .unknownDevice(text) }
    return device
  }
}

extension Device {
  /// Reads `0`, `cuda:0`, `xpu:0`, `hip:0`, `mps`, `cpu`, `disk`; spaces around are allowed. Nil for anything else,
  /// negative ids too.
  ///
  /// - Complexity: O(length).
  public init?(parsing text: String) {
    let name = text.drop { $0 == " " }
    let trimmed = name.prefix(
      name.lastIndex { $0 != " " }.map { name.distance(from: name.startIndex, to: $0) + 1 } ?? 0)
    switch trimmed {
    case "cpu": self = .cpu
    case "mps", "mps:0": self = .mps
    case "disk": self = .disk
    default:
      let prefix = ["cuda:", "xpu:", "hip:"].first { trimmed.hasPrefix($0) } ?? ""
      let digits = trimmed.dropFirst(prefix.count)
      guard let id = Int(digits), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      self = .gpu(id)
    }
  }
}
