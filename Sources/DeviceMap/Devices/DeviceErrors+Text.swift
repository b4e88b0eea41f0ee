extension NvidiaSMIError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noDevices: "nvidia-smi found no GPU"
    case .driver(let message): "nvidia-smi cannot reach the GPUs: \(message)"
    case .unexpected(let line, let text, let problem):
      "line \(line) of nvidia-smi's output, \"\(text)\", \(problem.text); give the GPUs with --max-memory"
    case .failed(let exitCode, let text):
      "nvidia-smi ended with status \(exitCode)" + (text.isEmpty ? "" : ": \(text)")
    case .notInstalled: "nvidia-smi is not installed: no NVIDIA GPU is assumed"
    case .timedOut(let seconds):
      "nvidia-smi did not answer within \(seconds) seconds and was stopped; give the GPUs with --max-memory"
    }
  }
}

extension NvidiaSMIError.Problem {
  fileprivate var text: String {
    switch self {
    case .columns(let count): "has \(count) columns instead of index, name, uuid, total and free memory"
    case .index: "does not begin with the number of a GPU"
    case .memory: "has no number of MiB where a memory size should be"
    case .freeAboveTotal: "has more memory free than there is"
    case .repeatedIndex: "repeats the number of a GPU"
    }
  }
}

extension RocmSMIError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noDevices: "rocm-smi found no GPU"
    case .noTable: "rocm-smi printed no table of GPUs with their VRAM; give the GPUs with --max-memory"
    case .unexpected(let text): "rocm-smi printed \"\(text)\" where a GPU should be; give the GPUs with --max-memory"
    }
  }
}

extension HostMemoryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let field): "/proc/meminfo has no \(field)"
    case .malformed(let line): "/proc/meminfo has the line \"\(line)\", which is not a number of kB"
    }
  }
}

extension GPUNameError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknown(let name, let suggestions) where suggestions.isEmpty:
      "no GPU is called \"\(name)\"; give its memory instead, for example 24GiB, or a name of 'device-map devices --list'"
    case .unknown(let name, let suggestions):
      "no GPU is called \"\(name)\"; known are \(suggestions.joined(separator: ", ")); or give its memory, for example 24GiB"
    case .ambiguous(let name, let candidates):
      "\"\(name)\" comes with different memory: \(candidates.joined(separator: ", ")); name one of them, or give its "
        + "memory, for example 24GiB"
    }
  }
}
