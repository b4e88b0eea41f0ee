extension DeviceInventory {
  /// Seconds that a program has to list the GPUs; a driver that hangs takes for ever.
  static let patienceSeconds = 10

  /// What this machine has: GPUs by `nvidia-smi` or, where that is not installed, by `rocm-smi`, as far as
  /// `CUDA_VISIBLE_DEVICES` (`HIP_VISIBLE_DEVICES`) shows them; on a Mac the working set of Metal; and the RAM.
  ///
  /// A program that is missing, hangs or prints something else leaves a note and no GPUs.
  ///
  /// - Complexity: programs are started and waited for, 10 seconds each at most.
  public static func thisMachine() -> DeviceInventory {
    var source = Source()
    var notes: [Note] = []
    #if os(macOS)
      source.metalWorkingSetBytes = GPUModel.macWorkingSet(ram: Platform.physicalMemory)
    #elseif os(Linux)
      addGPUs(&source, &notes) { ChildProcess.run($0, $1, seconds: patienceSeconds) }
    #endif
    addHost(&source, &notes)
    var inventory = DeviceInventory(source)
    inventory.notes = notes + inventory.notes
    return inventory
  }

  private static func addHost(_ source: inout Source, _ notes: inout [Note]) {
    source.hostTotalBytes = Platform.physicalMemory
    #if os(Linux)
      do {
        let text = String(decoding: try Files.read("/proc/meminfo"), as: UTF8.self)
        source.hostAvailableBytes = try HostMemory.availableBytes(meminfo: text)
        source.hostTotalBytes = try HostMemory.totalBytes(meminfo: text)
      } catch {
        notes.append(Note(.warning, code: "no-meminfo", "/proc/meminfo cannot be read: the cpu is left out (\(error))"))
      }
    #else
      source.hostAvailableBytes = Platform.physicalMemory
    #endif
  }
}

#if os(macOS) || os(Linux)
  extension DeviceInventory {
    /// Asks the programs of the vendors, one after the other.
    static func addGPUs(
      _ source: inout Source, _ notes: inout [Note], run: (String, [String]) -> ChildProcess.Outcome
    ) {
      do throws(NvidiaSMIError) {
        source.gpus = try NvidiaSMI.gpus(run("nvidia-smi", NvidiaSMI.arguments))
        source.visibleDevices = Platform.variable("CUDA_VISIBLE_DEVICES")
      } catch {
        if error == .notInstalled, addROCm(&source, &notes, run: run) { return }
        notes.append(Note(error == .notInstalled ? .note : .warning, code: "no-gpus", error.description))
      }
    }

    /// Whether there is a `rocm-smi`.
    private static func addROCm(
      _ source: inout Source, _ notes: inout [Note], run: (String, [String]) -> ChildProcess.Outcome
    ) -> Bool {
      switch run("rocm-smi", RocmSMI.arguments) {
      case .notFound: return false
      case .ended(_, let output, _):
        do throws(RocmSMIError) {
          source.gpus = try RocmSMI.parse(String(decoding: output, as: UTF8.self))
          source.visibleDevices =
            Platform.variable("HIP_VISIBLE_DEVICES") ?? Platform.variable("CUDA_VISIBLE_DEVICES")
        } catch { notes.append(Note(.warning, code: "no-gpus", error.description)) }
      case .timedOut:
        notes.append(
          Note(
            .warning, code: "no-gpus",
            "rocm-smi did not answer within \(patienceSeconds) seconds; no GPU is assumed"))
      case .wroteTooMuch:
        notes.append(Note(.warning, code: "no-gpus", "rocm-smi wrote more than a list of GPUs; no GPU is assumed"))
      case .failed(let code):
        notes.append(Note(.warning, code: "no-gpus", "rocm-smi could not be run (error \(code)); no GPU is assumed"))
      }
      return true
    }
  }

  extension NvidiaSMI {
    /// The GPUs of a finished run.
    static func gpus(_ outcome: ChildProcess.Outcome) throws(NvidiaSMIError) -> [ReportedGPU] {
      switch outcome {
      case .ended(let code, let output, let errors):
        let text = code == 0 && !output.isEmpty ? output : output + errors
        return try parse(String(decoding: text, as: UTF8.self), exitCode: code)
      case .notFound: throw .notInstalled
      case .timedOut: throw .timedOut(seconds: DeviceInventory.patienceSeconds)
      case .wroteTooMuch: throw .failed(exitCode: 0, text: "it wrote more than a list of GPUs")
      case .failed(let code): throw .failed(exitCode: Int(code), text: "it could not be started")
      }
    }
  }
#endif
