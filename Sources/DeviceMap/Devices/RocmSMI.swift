/// Reads what `rocm-smi` prints for AMD GPUs.
package enum RocmSMI {
  /// The arguments whose output ``parse(_:)`` reads.
  package static let arguments = ["--showproductname", "--showuniqueid", "--showmeminfo", "vram", "--csv"]

  /// The GPUs of a table with one line per card and the columns `device`, `VRAM Total Memory (B)`,
  /// `VRAM Total Used Memory (B)`, and, where they are printed, `Card Series` and `Unique ID`.
  ///
  /// - Throws: ``RocmSMIError`` when there is no such table or a number is not one.
  package static func parse(_ text: String) throws(RocmSMIError) -> [ReportedGPU] {
    let lines = Array(TextLines(text))
    guard let start = lines.firstIndex(where: { $0.lowercased().hasPrefix("device,") }) else { throw .noTable }
    let header = columns(lines[start]).map { $0.lowercased() }
    guard let total = header.firstIndex(of: "vram total memory (b)"),
      let used = header.firstIndex(of: "vram total used memory (b)")
    else { throw .noTable }
    var gpus: [ReportedGPU] = []
    for line in lines[(start + 1)...] where !line.isEmpty {
      let fields = columns(line)
      guard fields.count == header.count, fields[0].hasPrefix("card"), let index = Int(fields[0].dropFirst(4)),
        index >= 0,
        let size = Int(fields[total]), let taken = Int(fields[used]), taken >= 0, taken <= size
      else { throw .unexpected(text: line) }
      gpus.append(
        ReportedGPU(
          index: index, name: header.firstIndex(of: "card series").map { fields[$0] } ?? "AMD GPU",
          uuid: header.firstIndex(of: "unique id").map { fields[$0] } ?? "", totalBytes: size, freeBytes: size - taken))
    }
    guard !gpus.isEmpty else { throw .noDevices }
    return gpus
  }

  private static func columns(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
  }
}

/// Why the text of `rocm-smi` gives no GPUs.
package enum RocmSMIError: Error, Hashable, Sendable {
  case noDevices
  case noTable
  case unexpected(text: String)
}
