import DeviceMap
import Testing

/// CUDA_VISIBLE_DEVICES against torch's own reading of it (`Fixtures/devices/visible.json`).
@Suite struct VisibleDevicesTests {
  struct Recording: Decodable, Sendable {
    struct Row: Decodable, Sendable {
      var value: String?
      var visible: [Int]
    }

    var uuids: [String]
    var rows: [Row]

    static func rows() throws -> [(row: Row, uuids: [String])] {
      let all: Recording = try FixtureFiles.json("devices/visible.json")
      return try FixtureFiles.counted(all.rows, 186, of: "rows in visible.json").map { ($0, all.uuids) }
    }
  }

  @Test("the same GPUs in the same order as torch", arguments: try Recording.rows())
  func recorded(_ row: Recording.Row, uuids: [String]) {
    let gpus = uuids.enumerated().map {
      ReportedGPU(index: $0, name: "GPU", uuid: $1, totalBytes: 1 << 34, freeBytes: 1 << 34)
    }
    #expect(VisibleDevices.select(from: gpus, value: row.value).map(\.index) == row.visible, "\(row)")
  }

  @Test func aPartOfAGPUIsFoundByItsPrefix() {
    let parts = ["MIG-c6d4f1ef-42e4-5de3-91c7-45d71c87eb3f", "MIG-cba663e8-9bed-5b25-b243-5985ef7c9beb"].enumerated()
      .map { ReportedGPU(index: $0, name: "MIG \($0)", uuid: $1, totalBytes: 1 << 34, freeBytes: 1 << 34) }
    #expect(VisibleDevices.select(from: parts, value: "MIG-cba663e8").map(\.name) == ["MIG 1"])
    #expect(VisibleDevices.select(from: parts, value: "MIG-c").isEmpty, "two parts begin like that")
  }
}
