import Testing

@testable import DeviceMap

/// CUDA_VISIBLE_DEVICES against torch's own reading of it (`Fixtures/devices/visible.json`).
@Suite struct VisibleDevicesTests {
  struct Recording: Decodable, Sendable {
    struct Row: Decodable, Sendable {
      var value: String?
      var visible: [Int]
    }

    var uuids: [String]
    var rows: [Row]

    static let all: Recording? = try? DeviceTexts.json("visible.json")
  }

  @Test("the same GPUs in the same order as torch", arguments: Recording.all?.rows ?? [])
  func recorded(_ row: Recording.Row) throws {
    let uuids = try #require(Recording.all).uuids
    let gpus = uuids.enumerated().map { ReportedGPU(index: $0, name: "GPU", uuid: $1, total: 1 << 34, free: 1 << 34) }
    #expect(VisibleDevices.select(from: gpus, value: row.value).map(\.index) == row.visible, "\(row)")
  }

  @Test func recordingsAreThere() { #expect((Recording.all?.rows.count ?? 0) > 150) }

  @Test func aPartOfAGPUIsFoundByItsPrefix() throws {
    let parts = try NvidiaSMI.parseList(DeviceTexts.text("smi-list-mig.txt"))[0].parts
    #expect(VisibleDevices.select(from: parts, value: "MIG-cba663e8").map(\.name) == ["MIG 2g.10gb"])
    #expect(VisibleDevices.select(from: parts, value: "MIG-c").isEmpty, "two parts begin like that")
  }
}
