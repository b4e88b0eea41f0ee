import DeviceMap
import Foundation
import Testing

/// Models that the reference exports and lists for no task: heads of retrieval, time series, double heads.
@Suite struct ExportedModelTests {
  @Test(arguments: try RecordedModel.all()) func fromConfigAlone(_ recorded: RecordedModel) throws {
    let tree = try ModuleTree(config: recorded.json["config"], tensors: nil, options: TreeOptions())
    let held = tree.tensors.reduce(0) { $1.kind == .parameter ? $0 + $1.count : $0 }
    #expect(tree.count == recorded.number("modules"))
    #expect(tree.parameterCount == recorded.number("parameters"))
    #expect(held == recorded.number("held"))
    #expect(tree.noSplitClasses.sorted() == recorded.json["no_split"]?.elements.compactMap(\.string))
    let warnings = tree.notes.filter { $0.severity == .warning }.map(\.code)
    #expect(warnings == (recorded.json["config"]?["dtype"] == nil ? ["dtype-assumed"] : []))
  }
}

/// A model with its counts, as `Fixtures/oracle/record_exported.py` writes it.
struct RecordedModel: CustomTestStringConvertible, Sendable {
  let json: JSONValue

  static func all() throws -> [RecordedModel] {
    try FixtureFiles.lines("catalog/exported.jsonl", count: 42).map {
      RecordedModel(json: try JSONDocument(parsing: [UInt8]($0), dialect: .python).root)
    }
  }

  var testDescription: String { json["config"]?["architectures"]?[0]?.string ?? "" }

  func number(_ key: String) -> Int { json[key]?.int ?? -1 }
}
