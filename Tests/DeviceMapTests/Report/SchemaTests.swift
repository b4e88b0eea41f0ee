import DeviceMap
import Testing

/// The schemas of the objects that the command prints, against every object that a golden file holds.
@Suite("JSON schemas") struct SchemaTests {
  private static let schemas = Result { try JSONSchema(count: 16) }
  private static let objects = Result { try GoldenJSON.all() }

  @Test("every recorded object is as its schema says") func objects() throws {
    let schemas = try Self.schemas.get()
    for golden in try Self.objects.get() {
      let faults = schemas.faults(in: try JSONDocument(parsing: golden.text).root, by: golden.schema)
      #expect(faults == [], "golden/\(golden.name).txt, \(golden.schema)")
    }
  }

  @Test("every schema has its recordings, and no recording is lost") func coverage() throws {
    let objects = try Self.objects.get()
    #expect(objects.count >= 90)
    // What doctor finds is another thing on each machine; its own test reads the schema.
    #expect(try (Set(objects.map(\.schema)).union(["doctor"])).sorted() == Self.schemas.get().names)
  }

  @Test("an object with a member that its schema does not have is refused, wherever that stands")
  func unknownMembers() throws {
    let schemas = try Self.schemas.get()
    for name in schemas.names where name != "doctor" {
      let golden = try #require(
        try Self.objects.get().filter { $0.schema == name }.min { $0.text.utf8.count < $1.text.utf8.count })
      let places = Self.objectOffsets(try JSONDocument(parsing: golden.text).root)
      #expect(!places.isEmpty)
      for place in places.ofThisRun {
        var bytes = Array(golden.text.utf8)
        let isEmpty = bytes[(place + 1)...].first { $0 > 32 } == UInt8(ascii: "}")
        bytes.insert(contentsOf: Array((isEmpty ? #""new": []"# : #""new": [],"#).utf8), at: place + 1)
        let faults = schemas.faults(in: try JSONDocument(parsing: bytes).root, by: name)
        #expect(faults.count == 1 && faults[0].contains(".new: "), "\(name) at byte \(place): \(faults)")
      }
    }
  }

  @Test("an object without one of its members, or with another type for one, is refused") func otherMembers() throws {
    let schemas = try Self.schemas.get()
    for name in [
      "plan", "check", "explain", "tree", "fit", "devices", "comparison", "ranks", "stages", "gpus", "entries",
      "architectures", "doctor",
    ] {
      #expect(!schemas.faults(in: try JSONDocument(parsing: "{}").root, by: name).isEmpty, "\(name)")
      let wrong = try JSONDocument(parsing: #"{"schema_version": "1"}"#).root
      #expect(schemas.faults(in: wrong, by: name).contains { $0.hasPrefix(".schema_version: is not 2") }, "\(name)")
    }
  }

  /// Where the objects of a text begin.
  private static func objectOffsets(_ value: JSONValue) -> [Int] {
    switch value.kind {
    case .object: [value.offset] + value.members.flatMap { objectOffsets($0.value) }
    case .array: value.elements.flatMap { objectOffsets($0) }
    default: []
    }
  }
}
