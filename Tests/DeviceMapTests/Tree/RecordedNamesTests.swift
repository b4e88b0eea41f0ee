import DeviceMap
import Foundation
import Testing

/// Names in files become the names of the model that the reference gives them.
@Suite struct RecordedNamesTests {
  @Test(arguments: try RecordedNames.all().ofThisRun)
  func filesToModel(_ recorded: RecordedNames) throws {
    let session = CatalogSession(.recorded)
    let tree = try ModuleTree(
      config: nil, tensors: StoredTensors(recorded.own.map { ($0, .bf16, [1]) }), options: TreeOptions())
    let models = recorded.models.compactMap { path, className, type in
      tree.module(at: path).map {
        NameRules.PlacedModel(
          module: $0, path: path, end: tree.end(of: $0), className: className, modelType: type)
      }
    }
    let rules = try NameRules(models, base: recorded.base, session: session)
    var differences: [String] = []
    for file in recorded.files {
      var builder = NameTemplateBuilder()
      for (source, _) in file { builder.append(ContiguousArray(source.utf8).span, dtype: .bf16, count: 1, bits: 16) }
      let binding = TensorBinding(builder.names.keeping(rules.literals), rules: rules, tree: tree)
      for (index, entry) in file.enumerated() {
        let place = binding.placeOfStored[index]
        let found = place < 0 ? [] : binding.places[Int(place)].map { tree.path(ofTensor: $0) }
        if found != entry.targets { differences.append("\(entry.source): \(found), expected \(entry.targets)") }
      }
    }
    #expect(differences.isEmpty, "\(recorded.className): \(differences.count), \(differences.first ?? "")")
  }
}

/// A model class with names of tensors in files, as `Fixtures/oracle/record_names.py` writes it.
struct RecordedNames: CustomTestStringConvertible, Sendable {
  let json: JSONValue

  static func all() throws -> [RecordedNames] {
    try FixtureFiles.lines("plans/names.jsonl", count: 136).map {
      RecordedNames(json: try JSONDocument(parsing: [UInt8]($0), dialect: .python).root)
    }
  }

  var testDescription: String { className }
  var className: String { json["class"]!.string! }

  var base: String { json["base"]!.string! }

  /// The tensors of the model under its own names.
  var own: [String] { json["own"]!.elements.flatMap { Self.all($0.string!) } }

  /// The pretrained models in it: path, class, model type.
  var models: [(path: String, className: String, type: String)] {
    json["models"]!.elements.map { ($0[0]!.string!, $0[1]!.string!, $0[2]!.string ?? "") }
  }

  /// The ways in which the tensors are named in files: each name with the names that it has in the model.
  var files: [[(source: String, targets: [String])]] {
    json["files"]!.elements.map { file in
      file.elements.flatMap { entry in
        let parts = entry.elements.map { $0.string! }
        return Self.expanded(parts[0]).map { source in
          let numbers = source.split(separator: ".").filter { Int($0) != nil }
          return (source, parts.dropFirst().map { Self.filled($0, numbers) })
        }
      }
    }
  }

  private static func all(_ text: String) -> [String] {
    let once = ModelRecording.expanded(text)
    return once == [text] ? once : once.flatMap { all($0) }
  }

  /// The names that a template stands for; of each range the first two numbers and the last.
  private static func expanded(_ text: String) -> [String] {
    let once = ModelRecording.expanded(text)
    if once.count == 1 { return once[0] == text ? once : expanded(once[0]) }
    return (once.count > 3 ? [once[0], once[1], once[once.count - 1]] : once).flatMap { expanded($0) }
  }

  private static func filled(_ template: String, _ numbers: [Substring]) -> String {
    var result = template
    for (index, number) in numbers.enumerated().reversed() {
      result = result.replacingOccurrences(of: "#\(index + 1)", with: number)
    }
    return result
  }
}
