extension NvidiaSMI {
  /// The arguments whose output ``parseList(_:)`` reads.
  public static let listArguments = ["-L"]

  /// The GPUs and their MIG parts as `nvidia-smi -L` lists them:
  ///
  ///     GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-5d5ba0d6-...)
  ///       MIG 3g.20gb     Device  0: (UUID: MIG-c6d4f1ef-...)
  ///
  /// A GPU in MIG mode cannot be used as a whole; a process sees its parts by their UUIDs, one at a time. The memory
  /// of a part is the figure in its profile in GB (`3g.20gb`), which is rounded up by the driver: an upper bound.
  ///
  /// - Throws: ``NvidiaSMIError`` when a line is neither.
  public static func parseList(_ text: String) throws(NvidiaSMIError) -> [ListedGPU] {
    if let error = NvidiaSMIError(message: text, exitCode: 0) { throw error }
    var gpus: [ListedGPU] = []
    for (number, line) in TextLines(text).enumerated() where !line.isEmpty {
      let words = line.split { $0 == " " || $0 == ":" || $0 == "(" || $0 == ")" }.map(String.init)
      if words.first == "GPU", words.count >= 5, let index = Int(words[1]), words[words.count - 2] == "UUID" {
        let name = words[2..<words.count - 2].joined(separator: " ")
        gpus.append(ListedGPU(index: index, name: name, uuid: words[words.count - 1], parts: []))
      } else if words.first == "MIG", words.count == 6, words[2] == "Device", let index = Int(words[3]), !gpus.isEmpty {
        let bytes = profileBytes(words[1])
        let part = ReportedGPU(index: index, name: "MIG " + words[1], uuid: words[5], total: bytes, free: bytes)
        gpus[gpus.count - 1].parts.append(part)
      } else {
        throw .unexpected(line: number + 1, text: line, problem: .columns(words.count))
      }
    }
    guard !gpus.isEmpty else { throw .noDevices }
    return gpus
  }

  /// The bytes of a profile such as `1g.5gb`, `3g.40gb+me` or `1c.3g.20gb`.
  private static func profileBytes(_ profile: String) -> Int? {
    let size = profile.split(separator: "+").first?.split(separator: ".").last ?? ""
    guard size.hasSuffix("gb"), let gigabytes = Int(size.dropLast(2)), gigabytes > 0, gigabytes < 1 << 20 else {
      return nil
    }
    return gigabytes << 30
  }
}

/// A GPU of `nvidia-smi -L`.
public struct ListedGPU: Hashable, Sendable {
  public var index: Int
  public var name: String
  public var uuid: String
  /// Its MIG parts; none when it is not in MIG mode.
  public var parts: [ReportedGPU]
}
