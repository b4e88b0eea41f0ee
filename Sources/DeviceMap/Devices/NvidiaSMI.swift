/// Reads what `nvidia-smi` prints. The program is run by whoever needs it; here are only its arguments and its texts.
package enum NvidiaSMI {
  /// The arguments whose output ``parse(_:exitCode:)`` reads.
  package static let arguments = [
    "--query-gpu=index,name,uuid,memory.total,memory.free", "--format=csv,noheader,nounits",
  ]

  /// The GPUs that the program lists, in the order in which it does (by PCI bus).
  ///
  /// Columns are `index, name, uuid, memory.total, memory.free`; the uuid may be missing, a header line and units
  /// (` MiB`) are skipped. A total of `[N/A]` (MIG, unified memory) gives a GPU without sizes.
  ///
  /// - Parameters:
  ///   - text: standard output, or what was printed instead of it.
  ///   - exitCode: of the program, 0 where it is not known.
  /// - Throws: ``NvidiaSMIError`` when the text is a message of the driver or anything else but such lines.
  /// - Complexity: O(length of the text).
  package static func parse(_ text: String, exitCode: Int = 0) throws(NvidiaSMIError) -> [ReportedGPU] {
    if let error = NvidiaSMIError(message: text, exitCode: exitCode) { throw error }
    var gpus: [ReportedGPU] = []
    var indices: Set<Int> = []
    for (number, line) in TextLines(text).enumerated() where !line.isEmpty {
      if number == 0, line.lowercased().hasPrefix("index") { continue }
      let gpu = try gpu(line, number: number + 1)
      guard indices.insert(gpu.index).inserted else {
        throw .unexpected(line: number + 1, text: line, problem: .repeatedIndex)
      }
      gpus.append(gpu)
    }
    guard !gpus.isEmpty else { throw .noDevices }
    return gpus
  }

  private static func gpu(_ line: String, number: Int) throws(NvidiaSMIError) -> ReportedGPU {
    let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    guard columns.count == 4 || columns.count == 5 else {
      throw .unexpected(line: number, text: line, problem: .columns(columns.count))
    }
    guard let index = Int(columns[0]), index >= 0 else {
      throw .unexpected(line: number, text: line, problem: .index)
    }
    let sizes = columns.suffix(2)
    let total = try bytes(sizes.first ?? "", line: number, text: line)
    let free = try bytes(sizes.last ?? "", line: number, text: line)
    if let total, let free, free > total { throw .unexpected(line: number, text: line, problem: .freeAboveTotal) }
    return ReportedGPU(
      index: index, name: columns[1], uuid: columns.count == 5 ? columns[2] : "", totalBytes: total, freeBytes: free)
  }

  /// MiB as the program prints them, nil for what it has no number for.
  private static func bytes(_ column: String, line: Int, text: String) throws(NvidiaSMIError) -> Int? {
    let word = column.split(separator: " ").first.map(String.init) ?? ""
    if column.hasPrefix("[") || word == "N/A" { return nil }
    guard let mebibytes = Int(word), mebibytes >= 0, mebibytes < 1 << 40 else {
      throw .unexpected(line: line, text: text, problem: .memory)
    }
    return mebibytes << 20
  }
}

/// A GPU as a program of its vendor reports it.
package struct ReportedGPU: Hashable, Sendable {
  /// The id that the program gives it; CUDA counts anew those that it may see.
  package var index: Int
  package var name: String
  /// `GPU-...` or `MIG-...`, empty where it was not reported.
  package var uuid: String
  /// Bytes, nil where the program has no number.
  package var totalBytes: Int?
  /// Bytes that are not in use, nil where the program has no number.
  package var freeBytes: Int?

  package init(index: Int, name: String, uuid: String = "", totalBytes: Int?, freeBytes: Int?) {
    self.index = index
    self.name = name
    self.uuid = uuid
    self.totalBytes = totalBytes
    self.freeBytes = freeBytes
  }

  /// Whether somebody else uses it: more than 1 GiB or a tenth of it is taken.
  ///
  /// A driver and a desktop take a few hundred MiB of an idle GPU.
  package var isBusy: Bool {
    guard let totalBytes, let freeBytes else { return false }
    return totalBytes - freeBytes > min(1 << 30, totalBytes / 10)
  }
}

/// Why the text of `nvidia-smi` gives no GPUs.
package enum NvidiaSMIError: Error, Hashable, Sendable {
  /// It ran, and there is no GPU.
  case noDevices
  /// The driver is missing, does not answer, or does not fit the library; its own words.
  case driver(String)
  /// A line that is not a line of the table.
  case unexpected(line: Int, text: String, problem: Problem)
  /// It ended with this code, and its words explain nothing.
  case failed(exitCode: Int, text: String)
  /// The program is not there.
  case notInstalled
  /// It did not end in time and was stopped.
  case timedOut(seconds: Int)

  package enum Problem: Hashable, Sendable {
    case columns(Int)
    case index
    case memory
    case freeAboveTotal
    case repeatedIndex
  }

  /// The error that a message of the program stands for, nil when the text can be a table.
  init?(message text: String, exitCode: Int) {
    let first = TextLines(text).first { !$0.isEmpty } ?? ""
    if first.hasPrefix("No devices were found") {
      self = .noDevices
    } else if Self.driverMessages.contains(where: first.hasPrefix) {
      self = .driver(first)
    } else if exitCode != 0 {
      self = .failed(exitCode: exitCode, text: first)
    } else {
      return nil
    }
  }

  private static let driverMessages = [
    "NVIDIA-SMI has failed", "NVIDIA-SMI couldn't", "Failed to initialize NVML",
    "Unable to determine the device handle",
    "Unable to initialize NVML", "NVML",
  ]
}
