/// A kind of GPU as it is sold, with what a planner must know of it.
public struct GPUModel: Hashable, Sendable {
  /// Who makes it.
  public enum Vendor: String, Hashable, Sendable, CaseIterable {
    /// NVIDIA.
    case nvidia = "NVIDIA"
    /// AMD.
    case amd = "AMD"
    /// Intel.
    case intel = "Intel"
    /// Apple.
    case apple = "Apple"
    /// Huawei.
    case huawei = "Huawei"
  }

  /// Where a memory size comes from.
  public enum MemorySource: String, Hashable, Sendable {
    /// What the driver reports as total, a little less than what is on the box.
    case driver
    /// The size on the box.
    case nominal
    /// The share of a Mac's RAM that its GPU may use by default.
    case workingSet = "working set"
  }

  /// The name under which it is listed (`A100 SXM 80GB`).
  public var name: String
  /// Who makes it.
  public var vendor: Vendor
  /// Memory that a process can see.
  public var memoryBytes: Int
  /// Where the size of its memory is from.
  public var memorySource: MemorySource
  /// Memory bandwidth.
  public var bytesPerSecond: Double
  /// Peak dense 16-bit floating point operations per second with 32-bit accumulation, nil where the vendor gives none.
  public var flops: Double?
  /// The 16-bit format that `flops` is for: float16 where the GPU has no bfloat16.
  public var hasBFloat16: Bool
  /// Where bandwidth and operations come from.
  public var source: String

  /// - Parameters:
  ///   - name: the name under which it is listed.
  ///   - vendor: who makes it.
  ///   - mebibytes: memory in MiB.
  ///   - memorySource: where that figure comes from.
  ///   - gigabytesPerSecond: memory bandwidth in 10^9 bytes per second.
  ///   - teraflops: dense 16-bit operations in 10^12 per second.
  ///   - bfloat16: whether it computes in bfloat16.
  ///   - source: where bandwidth and operations come from.
  public init(
    _ name: String, _ vendor: Vendor, mebibytes: Int, _ memorySource: MemorySource, gigabytesPerSecond: Double,
    teraflops: Double?, bfloat16: Bool = true, source: String
  ) {
    self.name = name
    self.vendor = vendor
    memoryBytes = mebibytes << 20
    self.memorySource = memorySource
    bytesPerSecond = gigabytesPerSecond * 1e9
    flops = teraflops.map { $0 * 1e12 }
    hasBFloat16 = bfloat16
    self.source = source
  }
}

extension GPUModel {
  /// The share of a Mac's RAM that Metal lets its GPU use by default (`recommendedMaxWorkingSetSize`).
  ///
  /// Two thirds up to 32 GiB, three quarters above: 16 GiB -> 10.67, 48 GiB -> 36, 128 GiB -> 96 GiB, as Metal
  /// reports it on M1 to M4 machines. Raising `iogpu.wired_limit_mb` changes it.
  ///
  /// - Parameter ram: bytes of unified memory.
  /// - Returns: bytes.
  public static func macWorkingSet(ram: Int) -> Int {
    guard ram > 0 else { return 0 }
    return ram <= 32 << 30 ? ram / 3 * 2 + ram % 3 * 2 / 3 : ram / 4 * 3 + ram % 4 * 3 / 4
  }

  /// A Mac with the given chip and RAM.
  ///
  /// - Parameter ramGiB: unified memory in GiB, as the machine is sold.
  static func mac(_ chip: AppleChip, ramGiB: Int) -> GPUModel {
    var model = GPUModel(
      "\(chip.name) \(ramGiB)GB", .apple, mebibytes: 0, .workingSet, gigabytesPerSecond: chip.gigabytesPerSecond,
      teraflops: chip.teraflops, source: AppleChip.source)
    model.memoryBytes = macWorkingSet(ram: ramGiB << 30)
    return model
  }
}

/// A chip of a Mac; how much memory comes with it is the machine's, not the chip's.
struct AppleChip: Sendable {
  var name: String
  var gigabytesPerSecond: Double
  /// 32-bit operations, derived from cores x 256 x clock; 16-bit ones run at the same rate.
  var teraflops: Double
  var ramGiB: [Int]

  init(_ name: String, _ gigabytesPerSecond: Double, _ teraflops: Double, _ ramGiB: [Int]) {
    self.name = name
    self.gigabytesPerSecond = gigabytesPerSecond
    self.teraflops = teraflops
    self.ramGiB = ramGiB
  }

  static let source = "Apple technical specifications; FLOPS derived from cores x clock"
}
