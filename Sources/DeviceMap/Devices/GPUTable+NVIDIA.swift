extension GPUTable {
  private static let geforceSource = "NVIDIA architecture white papers (tensor, FP16 with FP32 accumulate, dense)"
  private static let dataSource = "NVIDIA data sheet (tensor, dense; half of the figure with sparsity)"

  private static func geforce(
    _ name: String, _ mebibytes: Int, _ gigabytes: Double, _ teraflops: Double?, bfloat16: Bool = true
  ) -> GPUModel {
    GPUModel(
      name, .nvidia, mebibytes: mebibytes, .driver, gigabytesPerSecond: gigabytes, teraflops: teraflops,
      bfloat16: bfloat16, source: geforceSource)
  }

  private static let alteredSource = "the card as built, with more memory soldered on by others (size as sold)"

  /// A card as it is sold with other memory than its maker gives it.
  private static func altered(
    _ name: String, gibibytes: Int, _ gigabytes: Double, _ teraflops: Double?, bfloat16: Bool = true
  ) -> GPUModel {
    GPUModel(
      name, .nvidia, mebibytes: gibibytes << 10, .nominal, gigabytesPerSecond: gigabytes, teraflops: teraflops,
      bfloat16: bfloat16, source: alteredSource)
  }

  private static let laptopSource =
    "NVIDIA GeForce laptop specifications (size as sold; operations depend on its power)"

  private static func laptop(_ name: String, gibibytes: Int, _ gigabytes: Double) -> GPUModel {
    GPUModel(
      name + " Laptop", .nvidia, mebibytes: gibibytes << 10, .nominal, gigabytesPerSecond: gigabytes, teraflops: nil,
      source: laptopSource)
  }

  private static func data(
    _ name: String, _ mebibytes: Int, _ gigabytes: Double, _ teraflops: Double?, bfloat16: Bool = true,
    memory: GPUModel.MemorySource = .driver
  ) -> GPUModel {
    GPUModel(
      name, .nvidia, mebibytes: mebibytes, memory, gigabytesPerSecond: gigabytes, teraflops: teraflops,
      bfloat16: bfloat16, source: dataSource)
  }

  static let nvidiaConsumer: [GPUModel] = [
    geforce("RTX 5090", 32607, 1792, 209.5),
    geforce("RTX 5090 D", 32607, 1792, 148.2),
    geforce("RTX 5080", 16303, 960, 112.6),
    geforce("RTX 5070 Ti", 16303, 896, 87.9),
    geforce("RTX 5070", 12227, 672, 61.7),
    geforce("RTX 5060 Ti 16GB", 16311, 448, 47.4),
    geforce("RTX 5060 Ti 8GB", 8151, 448, 47.4),
    geforce("RTX 5060", 8151, 448, 38.4),
    geforce("RTX 5050", 8151, 320, nil),
    geforce("RTX 4090", 24564, 1008, 165.2),
    altered("RTX 4090 48GB", gibibytes: 48, 1008, 165.2),
    geforce("RTX 4090 D", 24564, 1008, 147.1),
    altered("RTX 4090 D 48GB", gibibytes: 48, 1008, 147.1),
    geforce("RTX 4080 SUPER", 16376, 736.3, 104.4),
    geforce("RTX 4080", 16376, 716.8, 97.5),
    geforce("RTX 4070 Ti SUPER", 16376, 672.3, 88.2),
    geforce("RTX 4070 Ti", 12282, 504.2, 80.2),
    geforce("RTX 4070 SUPER", 12282, 504.2, 71.0),
    geforce("RTX 4070", 12282, 504.2, 58.3),
    geforce("RTX 4060 Ti 16GB", 16380, 288, 44.1),
    geforce("RTX 4060 Ti 8GB", 8188, 288, 44.1),
    geforce("RTX 4060", 8188, 272, 30.2),
    geforce("RTX 3090 Ti", 24564, 1008, 80.0),
    geforce("RTX 3090", 24576, 936.2, 71.2),
    geforce("RTX 3080 Ti", 12288, 912.4, 68.2),
    altered("RTX 3080 20GB", gibibytes: 20, 760.3, 59.5),
    geforce("RTX 3080 12GB", 12288, 912.4, 61.3),
    geforce("RTX 3080 10GB", 10240, 760.3, 59.5),
    geforce("RTX 3070 Ti", 8192, 608.3, 43.5),
    geforce("RTX 3070", 8192, 448, 40.6),
    geforce("RTX 3060 Ti", 8192, 448, 32.4),
    geforce("RTX 3060 12GB", 12288, 360, 25.5),
    geforce("RTX 3060 8GB", 8192, 240, 25.5),
    geforce("RTX 3050 8GB", 8192, 224, 18.2),
    geforce("RTX 3050 6GB", 6144, 168, 13.5),
    geforce("RTX 2080 Ti", 11264, 616, 53.8, bfloat16: false),
    altered("RTX 2080 Ti 22GB", gibibytes: 22, 616, 53.8, bfloat16: false),
    geforce("RTX 2080 SUPER", 8192, 495.9, 44.6, bfloat16: false),
    geforce("RTX 2080", 8192, 448, 40.3, bfloat16: false),
    geforce("RTX 2070", 8192, 448, 29.9, bfloat16: false),
    geforce("RTX 2060 SUPER", 8192, 448, 28.7, bfloat16: false),
    geforce("RTX 2060 12GB", 12288, 336, 28.7, bfloat16: false),
    geforce("RTX 2060 6GB", 6144, 336, 25.8, bfloat16: false),
    geforce("TITAN RTX", 24576, 672, 130.5, bfloat16: false),
    geforce("GTX 1080 Ti", 11264, 484.4, nil, bfloat16: false),
  ]

  static let nvidiaLaptop: [GPUModel] = [
    laptop("RTX 5090", gibibytes: 24, 896),
    laptop("RTX 5080", gibibytes: 16, 896),
    laptop("RTX 5070 Ti", gibibytes: 12, 672),
    laptop("RTX 5070", gibibytes: 8, 384),
    laptop("RTX 5060", gibibytes: 8, 384),
    laptop("RTX 4090", gibibytes: 16, 576),
    laptop("RTX 4080", gibibytes: 12, 432),
    laptop("RTX 4070", gibibytes: 8, 256),
    laptop("RTX 4060", gibibytes: 8, 256),
    laptop("RTX 3080 Ti", gibibytes: 16, 512),
    laptop("RTX 3070 Ti", gibibytes: 8, 448),
    laptop("RTX 3070", gibibytes: 8, 448),
    laptop("RTX 3060", gibibytes: 6, 336),
  ]

  static let nvidiaWorkstation: [GPUModel] = [
    data("RTX PRO 6000 Blackwell", 97887, 1792, 503.8),
    data("RTX PRO 6000 Blackwell Max-Q", 97887, 1792, 438.9),
    data("RTX PRO 5000 Blackwell 72GB", 73728, 1344, nil, memory: .nominal),
    data("RTX PRO 5000 Blackwell", 48935, 1344, nil),
    data("RTX PRO 4500 Blackwell", 32623, 896, nil),
    data("RTX PRO 4000 Blackwell", 24467, 672, nil),
    data("RTX 6000 Ada", 49140, 960, 364.2),
    data("RTX 5000 Ada", 32760, 576, 261.1),
    data("RTX 4500 Ada", 24570, 432, 158.5),
    data("RTX 4000 Ada", 20475, 360, 106.9),
    data("RTX A6000", 49140, 768, 154.8),
    data("RTX A5500", 24564, 768, 136.5),
    data("RTX A5000", 24564, 768, 111.1),
    data("RTX A4500", 20470, 640, 94.6),
    data("RTX A4000", 16376, 448, 76.7),
    data("Quadro RTX 8000", 49152, 672, 130.5, bfloat16: false),
    data("Quadro RTX 6000", 24576, 672, 130.5, bfloat16: false),
  ]

  static let nvidiaDataCenter: [GPUModel] = [
    data("GB300", 284208, 8000, 2500),
    data("GB200", 189471, 8000, 2500),
    data("B300 SXM", 275040, 8000, 2250),
    data("B200 SXM", 183359, 8000, 2250),
    data("GH200 96GB", 97871, 4000, 989.4),
    data("GH200 144GB", 147456, 4900, 989.4, memory: .nominal),
    data("H200 SXM", 143771, 4800, 989.4),
    data("H200 NVL", 143771, 4800, 835.5),
    data("H100 SXM", 81559, 3350, 989.4),
    data("H100 PCIe", 81559, 2039, 756.5),
    data("H100 NVL", 95830, 3938, 835.5),
    data("H100 SXM 64GB", 65536, 2020, 989.4, memory: .nominal),
    data("H800 SXM", 81559, 3350, 989.4),
    data("H20", 97871, 4000, 148),
    data("H20 141GB", 143771, 4800, 148),
    data("A100 SXM 64GB", 65536, 1640, 312, memory: .nominal),
    data("A100 SXM 80GB", 81920, 2039, 312),
    data("A100 PCIe 80GB", 81920, 1935, 312),
    data("A100 SXM 40GB", 40960, 1555, 312),
    data("A100 PCIe 40GB", 40960, 1555, 312),
    data("A800 80GB", 81920, 2039, 312),
    data("A40", 46068, 696, 149.7),
    data("A30", 24576, 933.1, 165),
    data("A10G", 23028, 600, 70),
    data("A10", 23028, 600, 125),
    data("A16", 15356, 200, 17.9),
    data("A2", 15356, 200, 18),
    data("L40S", 46068, 864, 362.05),
    data("L40", 46068, 864, 181.05),
    data("L20", 46068, 864, 119.5),
    data("L4", 23034, 300, 121),
    data("T4", 15360, 320, 65, bfloat16: false),
    data("V100 SXM 32GB", 32768, 900, 125, bfloat16: false),
    data("V100 PCIe 32GB", 32768, 900, 112, bfloat16: false),
    data("V100 SXM 16GB", 16384, 900, 125, bfloat16: false),
    data("V100 PCIe 16GB", 16384, 900, 112, bfloat16: false),
    data("P100 16GB", 16384, 732, 18.7, bfloat16: false),
    data("GB10", 121856, 273, 125, memory: .nominal),
    data("P40", 24576, 346, nil, bfloat16: false),
  ]
}
