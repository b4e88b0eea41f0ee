import DeviceMap
import Foundation
import Testing

extension Catalog {
  /// The release with which the recordings were made that name none.
  static let recorded = Catalog(Release(known: "5.23") ?? .newest)
}

extension TreeOptions {
  /// As the recordings of the tests were made.
  static var recorded: TreeOptions {
    var options = TreeOptions()
    options.catalog = .recorded
    return options
  }
}

/// A real model as `Fixtures/oracle/record_plans.py` recorded it: config.json, tensors of the checkpoint, module tree.
struct ModelRecording {
  let name: String
  let json: JSONValue

  /// The names of all recordings, sorted.
  static func names() throws -> [String] {
    try FixtureFiles.namesOfJSON(in: "plans", count: 93)
      + FixtureFiles.namesOfJSON(in: "plans/remote", count: 20).map { "remote/\($0)" }
  }

  /// The recordings of 5.23.0 of models that 5.24.0 builds in another way.
  static func earlierNames() throws -> [String] {
    try FixtureFiles.namesOfJSON(in: "plans/5.23", count: 6).map { "5.23/\($0)" }
  }

  /// - Parameter folder: of `Fixtures`.
  init(_ name: String, in folder: String = "plans") throws {
    self.name = name
    json = try JSONDocument(parsing: [UInt8](FixtureFiles.data("\(folder)/\(name).json")), dialect: .python).root
  }

  var config: JSONValue { json["config"]! }

  /// The release of transformers that recorded it.
  var release: Release { json["release"]?.string.flatMap { Release(known: $0) } ?? Catalog.recorded.release }

  /// Of the release that recorded it.
  var options: TreeOptions {
    var options = TreeOptions()
    options.catalog = release == .newest ? .builtIn : .recorded
    return options
  }
  var dtype: DType { DType(torchName: json["dtype"]?.string ?? "")! }

  /// One line a module: path, class, bytes.
  var modules: [String] {
    var lines: [String] = []
    func add(_ node: JSONValue, _ prefix: String) {
      for name in Self.expanded(node[0]!.string!) {
        lines.append("\(prefix)\(name) \(node[1]!.string!) \(node[2]!.int!)")
        for child in node[3]?.elements ?? JSONDocument.emptyArray.elements { add(child, "\(prefix)\(name).") }
      }
    }
    for node in json["tree"]!.elements { add(node, "") }
    return lines
  }

  var noSplit: [String] { json["no_split"]!.elements.map { $0.string! } }

  var ties: [String] { json["ties"]!.members.map { "\($0.key) = \($0.value.string!)" }.sorted() }

  /// The tensors under their names in the checkpoint.
  var tensors: [(name: String, dtype: DType, shape: [Int])] {
    var result: [(name: String, dtype: DType, shape: [Int])] = []
    // Few different texts stand for many tensors.
    var read: [String: (dtype: DType, shape: [Int])] = [:]
    func add(_ value: JSONValue, _ path: String) {
      if let text = value.string {
        let tensor = read[text] ?? Self.tensor(text)
        read[text] = tensor
        result.append((path, tensor.dtype, tensor.shape))
        return
      }
      for member in value.members {
        for key in Self.expanded(member.key) {
          add(member.value, key.isEmpty ? path : path.isEmpty ? key : "\(path).\(key)")
        }
      }
    }
    add(json["tensors"]!, "")
    return result
  }

  private static func tensor(_ text: String) -> (dtype: DType, shape: [Int]) {
    let parts = text.dropLast().split(separator: "[", omittingEmptySubsequences: false)
    return (DType(name: String(parts[0]))!, parts[1].split(separator: ",").map { Int($0)! })
  }

  /// `{a-b}` in a name stands for all numbers from a to b.
  static func expanded(_ text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "{")), let open = text.firstIndex(of: "{"),
      let dash = text[open...].firstIndex(of: "-"),
      let close = text[dash...].firstIndex(of: "}"), let low = Int(text[text.index(after: open)..<dash]),
      let high = Int(text[text.index(after: dash)..<close])
    else { return [text] }
    return (low...high).map { text[..<open] + String($0) + text[text.index(after: close)...] }
  }
}

extension JSONDocument {
  /// Stands for an absent list.
  static let emptyArray: JSONValue = {
    guard let document = try? JSONDocument(parsing: "[]") else { fatalError("an empty array is JSON") }
    return document.root
  }()
}

extension ModuleTree {
  /// One line a module but the root: path, class, bytes as the transformers engine counts them.
  var lines: [String] {
    var sums = [0]
    for tensor in tensors {
      let bits = tensor.tiedTo >= 0 ? 0 : tensor.storedBits >= 0 ? tensor.storedBits : tensor.count * tensor.dtype.bits
      sums.append(sums[sums.count - 1] + bits)
    }
    var lines: [String] = []
    for module in 1..<count where !records[module].isRepeated {
      let range = allTensors(of: module)
      let bytes = (sums[range.upperBound] - sums[range.lowerBound]) / 8
      lines.append("\(path(of: module)) \(className(of: module)) \(bytes)")
    }
    return lines
  }

  var tieLines: [String] {
    tensors.indices.filter { tensors[$0].tiedTo >= 0 }
      .map { "\(path(ofTensor: $0)) = \(path(ofTensor: Int(tensors[$0].tiedTo)))" }.sorted()
  }
}

/// The first difference between two lists, for a message that can be read.
func firstDifference(_ found: [String], _ expected: [String]) -> String? {
  for (index, pair) in zip(found, expected).enumerated() where pair.0 != pair.1 {
    return "line \(index): found \(pair.0), expected \(pair.1)"
  }
  if found.count == expected.count { return nil }
  let rest = found.count > expected.count ? found[expected.count] : expected[found.count]
  return "\(found.count) lines, expected \(expected.count); the first beyond: \(rest)"
}
