/// GPUs as `--gpu` names them: `NAME`, `NAMExN`, `24GiB` or `24GiBxN`.
struct GPURequest {
  /// The name in the table, or the size as it was written.
  let name: String
  /// Bytes of one GPU.
  let bytes: Int
  /// How many; nil when only the kind was named.
  private(set) var count: Int?
  private let isMac: Bool

  init(_ text: String) throws {
    guard let x = text.lastIndex(where: { $0 == "x" || $0 == "X" || $0 == "*" }), x != text.startIndex,
      let number = Int(text[text.index(after: x)...]), (try? GPURequest(kind: text)) == nil
    else {
      try self.init(kind: text)
      return
    }
    guard (1...MaxMemory.mostGPUs).contains(number) else { throw UsageError.numberOfGPUs(option: "--gpu", text) }
    try self.init(kind: trimmed(text[..<x]))
    count = number
  }

  /// A size, or the name of a kind of GPU.
  init(kind text: String) throws {
    if let size = try? MemorySize(parsing: SizeText.spelledOut(text)), text.contains(where: \.isLetter) {
      (name, bytes, isMac) = (text, size.bytes, false)
      return
    }
    let model = try GPUTable.find(text)
    (name, bytes, isMac) = (model.name, model.memoryBytes, model.vendor == .apple)
  }

  /// The GPUs with the ids from `first` on; none when only the kind was named.
  func devices(after first: Int) -> [DeviceBudget] {
    (0..<(count ?? 0)).map { DeviceBudget(isMac ? .mps : .gpu(first + $0), bytes: bytes) }
  }

  /// The limits of all `--gpu`, a kind without a number being one GPU.
  static func limits(_ arguments: Arguments) throws -> [(device: Device, limit: MaxMemory.Limit)] {
    var devices: [DeviceBudget] = []
    for text in arguments.list("gpu") {
      var request = try GPURequest(text)
      request.count = request.count ?? 1
      devices += request.devices(after: devices.count)
    }
    return devices.map { ($0.device, .bytes($0.bytes ?? 0)) }
  }
}
