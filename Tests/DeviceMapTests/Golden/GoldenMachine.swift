import DeviceMap
import Foundation

/// The machines that recorded commands run on; what this one has must not matter.
enum GoldenMachine: String, CaseIterable {
  /// Nothing at all.
  case bare
  /// 100 GB of RAM and no GPU.
  case hostOnly = "host-only"
  /// One idle GPU and RAM.
  case oneGPU = "one-gpu"
  /// A 3090 and a 3060 that is in use, and RAM.
  case twoGPUs = "two-gpus"
  /// Eight H100, of which `CUDA_VISIBLE_DEVICES` shows two in another order.
  case someOfEight = "some-of-eight"
  /// One GPU in MIG mode, whose size is not reported, and one that is not.
  case mig
  /// A Mac with 64 GiB.
  case mac

  init(named name: some StringProtocol) throws {
    guard name.hasPrefix("["), name.hasSuffix("]"), let machine = Self(rawValue: String(name.dropFirst().dropLast()))
    else { throw GoldenCaseError(line: "no machine is called \(name)") }
    self = machine
  }

  func inventory() throws -> DeviceInventory {
    var source = DeviceInventory.Source()
    if self != .bare { (source.hostAvailableBytes, source.hostTotalBytes) = (100_663_820_288, 135_087_656_960) }
    switch self {
    case .bare, .hostOnly: break
    case .oneGPU: source.gpus = Array(try Self.gpus("smi-2").prefix(1))
    case .twoGPUs: source.gpus = try Self.gpus("smi-2")
    case .mig: source.gpus = try Self.gpus("smi-mig")
    case .someOfEight:
      source.gpus = try Self.gpus("smi-8")
      source.visibleDevices = "5,2"
    case .mac:
      (source.hostAvailableBytes, source.hostTotalBytes) = (64 << 30, 64 << 30)
      source.metalWorkingSetBytes = 48 << 30
    }
    return DeviceInventory(source)
  }

  private static func gpus(_ name: String) throws -> [ReportedGPU] {
    let file = FixtureFiles.directory.appending(path: "devices/\(name).csv")
    return try NvidiaSMI.parse(try String(contentsOf: file, encoding: .utf8))
  }
}
