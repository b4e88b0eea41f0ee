/// A place where a module can live, as accelerate and transformers name it.
///
/// Devices are ordered as modules are placed: GPUs by ascending id, then `mps`, `cpu`, `disk`.
public enum Device: Hashable, Sendable {
  /// A GPU (CUDA, ROCm or XPU) by its id; written as an integer in a device_map.
  case gpu(Int)
  /// The GPU of a Mac.
  case mps
  /// The memory of the machine.
  case cpu
  /// Offloaded to files; has no limit.
  case disk

  /// Whether modules run on it without being moved first.
  public var isAccelerator: Bool {
    switch self {
    case .gpu, .mps: true
    case .cpu, .disk: false
    }
  }
}

extension Device: Comparable {
  private var rank: (Int, Int) {
    switch self {
    case .gpu(let id): (0, id)
    case .mps: (1, 0)
    case .cpu: (2, 0)
    case .disk: (3, 0)
    }
  }

  public static func < (left: Device, right: Device) -> Bool { left.rank < right.rank }
}

extension Device: CustomStringConvertible {
  /// The key of the device in max_memory and its value in a device_map: `0`, `mps`, `cpu`, `disk`.
  public var description: String {
    switch self {
    case .gpu(let id): String(id)
    case .mps: "mps"
    case .cpu: "cpu"
    case .disk: "disk"
    }
  }
}

extension Device {
  /// The device in a sentence: `GPU 0`, `cpu`.
  package var title: String {
    if case .gpu(let id) = self { "GPU \(id)" } else { description }
  }
}
