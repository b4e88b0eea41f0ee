extension GPUTable {
  private static func amd(
    _ name: String, gibibytes: Int, _ gigabytes: Double, _ teraflops: Double?
  ) -> GPUModel {
    GPUModel(
      name, .amd, mebibytes: gibibytes << 10, .nominal, gigabytesPerSecond: gigabytes, teraflops: teraflops,
      source: "AMD data sheet (matrix, dense)")
  }

  private static func intel(
    _ name: String, gibibytes: Int, _ gigabytes: Double, _ teraflops: Double?
  ) -> GPUModel {
    GPUModel(
      name, .intel, mebibytes: gibibytes << 10, .nominal, gigabytesPerSecond: gigabytes, teraflops: teraflops,
      source: "Intel data sheet (XMX, dense)")
  }

  static let amd: [GPUModel] = [
    amd("MI355X", gibibytes: 288, 8000, 2516.6),
    amd("MI350X", gibibytes: 288, 8000, 2309.6),
    amd("MI325X", gibibytes: 256, 6000, 1307.4),
    amd("MI300X", gibibytes: 192, 5300, 1307.4),
    amd("MI300A", gibibytes: 128, 5300, 980.6),
    amd("MI250X", gibibytes: 128, 3276.8, 383),
    amd("MI250", gibibytes: 128, 3276.8, 362.1),
    amd("MI210", gibibytes: 64, 1638.4, 181),
    amd("MI100", gibibytes: 32, 1228.8, 92.3),
    amd("RX 9070 XT", gibibytes: 16, 640, 195),
    amd("RX 9070", gibibytes: 16, 640, 145),
    amd("RX 9060 XT 16GB", gibibytes: 16, 320, 103),
    amd("RX 9060 XT 8GB", gibibytes: 8, 320, 103),
    amd("Radeon AI PRO R9700", gibibytes: 32, 640, 191),
    amd("Strix Halo", gibibytes: 96, 256, 59.4),
    amd("RX 7900 XTX", gibibytes: 24, 960, 122.8),
    amd("RX 7900 XT", gibibytes: 20, 800, 103),
    amd("RX 7800 XT", gibibytes: 16, 624.1, 74.6),
    amd("RX 6900 XT", gibibytes: 16, 512, 46.1),
    amd("Radeon PRO W7900", gibibytes: 48, 864, 122.6),
    amd("Radeon PRO W7800", gibibytes: 32, 576, 90.5),
  ]

  static let intel: [GPUModel] = [
    intel("Max 1550", gibibytes: 128, 3276.8, 832),
    intel("Max 1100", gibibytes: 48, 1228.8, 352),
    intel("Gaudi 3", gibibytes: 128, 3700, 1835),
    intel("Gaudi 2", gibibytes: 96, 2460, 432),
    intel("Arc Pro B60", gibibytes: 24, 456, 98.5),
    intel("Arc Pro B50", gibibytes: 16, 224, nil),
    intel("Arc B580", gibibytes: 12, 456, 116.5),
    intel("Arc B570", gibibytes: 10, 380, 101.5),
    intel("Arc A770 16GB", gibibytes: 16, 560, 137.6),
    intel("Arc A770 8GB", gibibytes: 8, 512, 137.6),
    intel("Arc A750", gibibytes: 8, 512, 114.7),
  ]

  static let huawei: [GPUModel] = [
    GPUModel(
      "Ascend 910C", .huawei, mebibytes: 128 << 10, .nominal, gigabytesPerSecond: 3200, teraflops: 780,
      source: huaweiSource),
    GPUModel(
      "Ascend 910B", .huawei, mebibytes: 64 << 10, .nominal, gigabytesPerSecond: 1600, teraflops: 376,
      source: huaweiSource),
  ]

  private static let huaweiSource = "CloudMatrix384 paper (arXiv 2506.12708) and Ascend 910B server specifications"

  static let appleChips: [AppleChip] = [
    AppleChip("M1", 68.25, 2.6, [8, 16]),
    AppleChip("M1 Pro", 200, 5.3, [16, 32]),
    AppleChip("M1 Max", 400, 10.6, [32, 64]),
    AppleChip("M1 Ultra", 800, 21.2, [64, 128]),
    AppleChip("M2", 100, 3.6, [8, 16, 24]),
    AppleChip("M2 Pro", 200, 6.8, [16, 32]),
    AppleChip("M2 Max", 400, 13.6, [32, 64, 96]),
    AppleChip("M2 Ultra", 800, 27.2, [64, 128, 192]),
    AppleChip("M3", 100, 3.5, [8, 16, 24]),
    AppleChip("M3 Pro", 150, 6.4, [18, 36]),
    AppleChip("M3 Max", 400, 14.1, [36, 48, 64, 96, 128]),
    AppleChip("M3 Ultra", 819, 28.2, [96, 256, 512]),
    AppleChip("M4", 120, 4.3, [16, 24, 32]),
    AppleChip("M4 Pro", 273, 8.5, [24, 48, 64]),
    AppleChip("M4 Max", 546, 17.0, [36, 48, 64, 128]),
    AppleChip("M5", 153, 4.2, [16, 24, 32]),
    AppleChip("M5 Pro", 307, 8.4, [24, 48, 64]),
    AppleChip("M5 Max", 614, 16.8, [36, 48, 64, 128]),
  ]
}
