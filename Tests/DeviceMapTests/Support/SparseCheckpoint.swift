import DeviceMap
import Foundation

/// Full-size checkpoints that take almost no room on the disk: each file has a true safetensors header and is then
/// extended to its declared length without writing data.
enum SparseCheckpoint {
  typealias Tensor = (name: String, dtype: DType, shape: [Int])

  /// Writes config.json and the tensors, in files of at most `shardBytes` bytes of data (a larger tensor has a file of
  /// its own). One file is called `model.safetensors`; several get the names and the index that the reference writes.
  @discardableResult
  static func write(
    directory: URL, configJSON: String?, tensors: [Tensor], shardBytes: Int = .max
  ) throws -> [String] {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    if let configJSON {
      try configJSON.write(to: directory.appending(path: "config.json"), atomically: false, encoding: .utf8)
    }
    let parts = split(tensors, shardBytes)
    guard parts.count != 1 else {
      try write(parts[0], to: directory.appending(path: "model.safetensors"))
      return ["model.safetensors"]
    }
    var names: [String] = []
    var map: [String] = []
    for (index, part) in parts.enumerated() {
      let name = "model-\(padded(index + 1))-of-\(padded(parts.count)).safetensors"
      try write(part, to: directory.appending(path: name))
      names.append(name)
      map += part.map { "    \(quoted($0.name)): \(quoted(name))" }
    }
    let total = tensors.reduce(0) { $0 + byteCount($1) }
    let index =
      "{\n  \"metadata\": {\"total_size\": \(total)},\n  \"weight_map\": {\n"
      + map.sorted().joined(separator: ",\n") + "\n  }\n}\n"
    try index.write(to: directory.appending(path: "model.safetensors.index.json"), atomically: false, encoding: .utf8)
    return names
  }

  /// Writes one file with these tensors in this order.
  static func write(_ tensors: [Tensor], to file: URL) throws {
    let (bytes, length) = header(tensors)
    try bytes.write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: UInt64(bytes.count + length))
    try handle.close()
  }

  /// The length field and the header of these tensors, padded to 8 bytes, and the length of the data.
  static func header(_ tensors: [Tensor]) -> (bytes: Data, dataLength: Int) {
    var text = #"{"__metadata__":{"format":"pt"}"#
    var end = 0
    for tensor in tensors {
      let begin = end
      end += byteCount(tensor)
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      text += ",\(quoted(tensor.name)):"
      text += "{\"dtype\":\"\(tensor.dtype.name)\",\"shape\":[\(shape)],\"data_offsets\":[\(begin),\(end)]}"
    }
    text += "}"
    text += String(repeating: " ", count: (8 - text.utf8.count % 8) % 8)
    var bytes = Data()
    for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: text.utf8.count >> (8 * byte))) }
    bytes.append(contentsOf: text.utf8)
    return (bytes, end)
  }

  static func byteCount(_ tensor: Tensor) -> Int { tensor.shape.reduce(tensor.dtype.bits, *) / 8 }

  private static func split(_ tensors: [Tensor], _ limit: Int) -> [[Tensor]] {
    var parts: [[Tensor]] = [[]]
    var used = 0
    for tensor in tensors {
      let bytes = byteCount(tensor)
      if used + bytes > limit, !parts[parts.count - 1].isEmpty {
        parts.append([])
        used = 0
      }
      parts[parts.count - 1].append(tensor)
      used += bytes
    }
    return parts
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return writer.output.string
  }
}
