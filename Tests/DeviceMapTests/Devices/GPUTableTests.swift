import DeviceMap
import Testing

@Suite struct GPUTableTests {
  @Test(
    "names as people and drivers write them",
    arguments: [
      ("RTX 4090", "RTX 4090"), ("rtx4090", "RTX 4090"), ("4090", "RTX 4090"),
      ("NVIDIA GeForce RTX 4090", "RTX 4090"), ("RTX 4070 Ti SUPER", "RTX 4070 Ti SUPER"),
      ("4070ti", "RTX 4070 Ti"), ("A100-80GB", "A100 SXM 80GB"), ("NVIDIA A100-SXM4-40GB", "A100 SXM 40GB"),
      ("NVIDIA A100 80GB PCIe", "A100 PCIe 80GB"), ("H100 SXM", "H100 SXM"), ("H100", "H100 SXM"),
      ("NVIDIA H100 80GB HBM3", "H100 SXM"), ("NVIDIA H100 PCIe", "H100 PCIe"), ("NVIDIA H100 NVL", "H100 NVL"),
      ("H200", "H200 SXM"), ("Tesla T4", "T4"), ("Tesla V100-SXM2-32GB", "V100 SXM 32GB"), ("L40S", "L40S"),
      ("NVIDIA RTX 6000 Ada Generation", "RTX 6000 Ada"), ("A6000", "RTX A6000"),
      ("NVIDIA RTX PRO 6000 Blackwell Server Edition", "RTX PRO 6000 Blackwell"), ("NVIDIA A10G", "A10G"),
      ("AMD Instinct MI300X", "MI300X"), ("7900 XTX", "RX 7900 XTX"), ("RX7900XTX", "RX 7900 XTX"),
      ("Intel Arc B580 Graphics", "Arc B580"), ("M3 Max 48GB", "M3 Max 48GB"),
      ("Apple M2 Ultra 192 GB", "M2 Ultra 192GB"), ("MacBook Pro M3 Pro 36GB", "M3 Pro 36GB"),
      ("MacBook Air M2 16GB", "M2 16GB"), ("RTX PRO 6000", "RTX PRO 6000 Blackwell"),
      ("NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition", "RTX PRO 6000 Blackwell Max-Q"),
      ("Quadro RTX 6000", "Quadro RTX 6000"), ("RTX 4090 48GB", "RTX 4090 48GB"), ("4090 48G", "RTX 4090 48GB"),
      ("4090 24GB", "RTX 4090"), ("RTX 4090 D", "RTX 4090 D"), ("RTX 4090 Laptop GPU", "RTX 4090 Laptop"),
      ("H20", "H20"), ("H20 141GB", "H20 141GB"), ("H20 96GB", "H20"), ("H100 64GB", "H100 SXM 64GB"),
      ("H100 80GB", "H100 SXM"), ("5090 D", "RTX 5090 D"), ("RTX 5050", "RTX 5050"), ("GB200", "GB200"),
      ("GB300", "GB300"), ("DGX Spark", "GB10"), ("NVIDIA GB10", "GB10"), ("Ascend 910B", "Ascend 910B"),
      ("910C", "Ascend 910C"), ("R9700", "Radeon AI PRO R9700"), ("RX 9070", "RX 9070"), ("Arc Pro B50", "Arc Pro B50"),
      ("M5 Max 128GB", "M5 Max 128GB"), ("RTX 3050 6GB", "RTX 3050 6GB"),
      ("RTX PRO 5000 72GB", "RTX PRO 5000 Blackwell 72GB"),
      ("RTX PRO 5000", "RTX PRO 5000 Blackwell"), ("RTX 2060 12GB", "RTX 2060 12GB"), ("Strix Halo", "Strix Halo"),
    ])
  func names(_ name: String, _ found: String) throws {
    #expect(try GPUTable.find(name).name == found)
  }

  @Test func everyEntryIsFoundByItsOwnName() throws {
    for model in GPUTable.all { #expect(try GPUTable.find(model.name) == model, "\(model.name)") }
  }

  @Test func namesAreUniqueAndFiguresPlausible() {
    #expect(Set(GPUTable.all.map(\.name)).count == GPUTable.all.count)
    for model in GPUTable.all {
      #expect((5 << 30...300 << 30).contains(model.memoryBytes) || model.vendor == .apple, "\(model.name)")
      #expect((50e9...10e12).contains(model.bytesPerSecond), "\(model.name)")
      #expect(model.flops.map { (2e12...3e15).contains($0) } ?? true, "\(model.name)")
      #expect(!model.source.isEmpty)
    }
  }

  @Test func whatIsAmbiguousIsNotGuessed() {
    #expect(
      throws: GPUNameError.ambiguous(
        "A100", candidates: ["A100 SXM 64GB", "A100 SXM 80GB", "A100 PCIe 80GB", "A100 SXM 40GB", "A100 PCIe 40GB"])
    ) { try GPUTable.find("A100") }
    #expect(throws: GPUNameError.ambiguous("RTX 3060", candidates: ["RTX 3060 12GB", "RTX 3060 8GB"])) {
      try GPUTable.find("RTX 3060")
    }
  }

  @Test("a number that cards of several generations bear", arguments: ["RTX 6000", "RTX 5000", "RTX 4500", "RTX 4000"])
  func severalGenerations(name: String) {
    #expect(throws: GPUNameError.self) { try GPUTable.find(name) }
    do throws(GPUNameError) { _ = try GPUTable.find(name) } catch {
      guard case .ambiguous(_, let candidates) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(candidates.count > 1)
    }
  }

  @Test("a memory that the GPU does not have", arguments: ["RTX 4090 40GB", "H100 40GB", "L4 48GB", "RTX 4090 20GB"])
  func otherMemory(name: String) throws {
    #expect(throws: GPUNameError.self) { try GPUTable.find(name) }
  }

  @Test(
    "the memory that is on the box", arguments: ["RTX 4090 24GB", "H100 SXM 80GB", "L4 24GB", "T4 16GB", "L40S 48GB"])
  func memoryAsSold(name: String) throws { _ = try GPUTable.find(name) }

  @Test func whatIsUnknownGetsSuggestions() {
    #expect(throws: GPUNameError.unknown("RTX 4091", suggestions: [])) { try GPUTable.find("RTX 4091") }
    #expect(
      throws: GPUNameError.unknown("RTX 4080 Ti", suggestions: ["RTX 4080 SUPER", "RTX 4080", "RTX 4080 Laptop"])
    ) {
      try GPUTable.find("RTX 4080 Ti")
    }
    #expect(throws: GPUNameError.unknown("", suggestions: [])) { try GPUTable.find("") }
  }

  @Test func sixAreSuggestedAtMost() {
    let names = GPUTable.all.map(\.name).filter { $0.split(separator: " ").contains("RTX") }
    #expect(names.count > 6)
    #expect(throws: GPUNameError.unknown("RTX", suggestions: Array(names.prefix(6)))) { try GPUTable.find("RTX") }
  }

  @Test(
    "the working set of a Mac",
    arguments: [
      (8, 5_726_623_061), (16, 11_453_246_122), (32, 22_906_492_245), (36, 27 << 30), (48, 36 << 30), (64, 48 << 30),
      (128, 96 << 30), (0, 0),
    ])
  func workingSet(_ ramGiB: Int, _ bytes: Int) {
    #expect(GPUModel.macWorkingSet(ram: ramGiB << 30) == bytes)
  }
}
