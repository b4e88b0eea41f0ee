import Foundation
import Testing

@testable import DeviceMap

/// The tensors that huggingface_hub reads of the recorded repositories.
@Suite("The same tensors as huggingface_hub") struct HubTensorTests {
  private static func recorded(_ name: String) throws -> [String] {
    let file = FixtureFiles.directory.appending(path: "hub/tensors.json")
    let rows = try #require(try JSONDocument(parsing: [UInt8](try Data(contentsOf: file))).root[name])
    return rows.elements.map { row in
      "\(row[0]?.string ?? "") \(row[1]?.string ?? "") \(row[2]?.elements.compactMap(\.int) ?? [])"
    }
  }

  private static func found(_ checkpoint: Checkpoint) -> [String] {
    checkpoint.tensors.map { "\($0.name) \($0.dtype.name) \($0.shape)" }.sorted()
  }

  @Test("from the cache and from the hub", arguments: ["acme/single", "acme/sharded"], [true, false])
  func tensors(name: String, hasBulk: Bool) throws {
    let expected = try Self.recorded(name)
    #expect(expected.count == 21)
    let cache = try RecordedCache("snapshot")
    guard case .complete(let snapshot) = HubCaches(cache.settings).find(try HubReference(name)) else {
      Issue.record("not in the cache")
      return
    }
    #expect(try Self.found(snapshot.checkpoint()) == expected)
    guard case .cache(let folder) = snapshot.origin else { return }
    var repository = HubStandIn.Repository(hasBulk: hasBulk)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.contains(".") {
      repository.files.append((file, [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + file)))))
    }
    let standIn = try HubStandIn([name: repository])
    #expect(try Self.found(HubNetworkTests.read(standIn, name).checkpoint()) == expected)
    #expect(standIn.data.requests.isEmpty == (hasBulk && name == "acme/sharded"))
  }
}
