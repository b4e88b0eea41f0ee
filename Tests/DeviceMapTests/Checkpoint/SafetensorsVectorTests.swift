import DeviceMap
import Foundation
import Testing

/// A file of Fixtures/safetensors with the verdict of safetensors 0.8.0, recorded by
/// Fixtures/oracle/make_safetensors_vectors.py.
struct SafetensorsVector: Sendable, CustomTestStringConvertible {
  var file: String
  var isAccepted: Bool
  /// Whether this project refuses on purpose what the reference accepts.
  var isStricter: Bool
  /// `name dtype [shape]`, sorted.
  var tensors: [String]

  var testDescription: String { file }
  var path: String { FixtureFiles.directory.appending(path: "safetensors/\(file)").path }

  static func all() throws -> [SafetensorsVector] {
    try FixtureFiles.lines("safetensors/vectors.jsonl", count: 185).map { line in
      let json = try JSONDocument(parsing: [UInt8](line), dialect: .python).root
      return SafetensorsVector(
        file: json["file"]?.string ?? "", isAccepted: json["verdict"]?.isString("accept") ?? false,
        isStricter: json["stricter"]?.bool ?? false,
        tensors: (json["tensors"].map { Array($0.elements) } ?? []).map { tensor in
          "\(tensor[0]?.string ?? "") \(tensor[1]?.string ?? "") "
            + "[\(tensor[2].map { $0.elements.map(\.source).joined(separator: ", ") } ?? "")]"
        }.sorted())
    }
  }
}

@Suite("Safetensors: the verdicts of the reference") struct SafetensorsVectorTests {
  @Test("What is refused on purpose beyond the reference") func stricter() throws {
    #expect(
      try SafetensorsVector.all().filter(\.isStricter).map(\.file) == [
        "name_twice.safetensors", "name_twice_escaped.safetensors", "name_twice_empty.safetensors",
        "zero_0_9223372036854775808.safetensors", "zero_0_18446744073709551615.safetensors",
      ])
  }

  @Test("The verdict is that of the reference, or stricter where it says so", arguments: try SafetensorsVector.all())
  func verdict(_ vector: SafetensorsVector) throws {
    guard vector.isAccepted && !vector.isStricter else {
      let error = #expect(throws: CheckpointError.self) { try Checkpoint(at: vector.path) }
      #expect(error?.description.hasPrefix("'\(vector.path)': ") == true)
      return
    }
    let tensors = try Checkpoint(at: vector.path).tensors.map { "\($0.name) \($0.dtype.name) \($0.shape)" }
    #expect(tensors.sorted() == vector.tensors)
  }

  @Test("Every rejection says file, place, reason and what to do, in these words") func messages() throws {
    var lines: [String] = []
    for vector in try SafetensorsVector.all() where !vector.isAccepted || vector.isStricter {
      let error = #expect(throws: CheckpointError.self) { try Checkpoint(at: vector.path) }
      let text = error.map { "\($0)" } ?? ""
      lines.append(text.replacingOccurrences(of: vector.path, with: vector.file))
    }
    let expected = try String(
      contentsOf: FixtureFiles.directory.appending(path: "safetensors/messages.txt"), encoding: .utf8)
    #expect(lines == expected.split(separator: "\n").map(String.init))
  }

  @Test("With the header alone, missing data is accepted, and nothing else", arguments: try SafetensorsVector.all())
  func headerOnly(_ vector: SafetensorsVector) throws {
    let lacksData = ["data_one_short.safetensors", "data_missing.safetensors"].contains(vector.file)
    let checkpoint = try? Checkpoint(at: vector.path, options: .init(allowMissingData: true))
    #expect((checkpoint != nil) == (lacksData || (vector.isAccepted && !vector.isStricter)))
    #expect(checkpoint?.shards[0].header.hasData != lacksData)
  }
}
