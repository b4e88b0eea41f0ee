import Foundation

/// The directory `Fixtures` of the repository.
///
/// What reads recordings says how many there must be, and throws when there are not: a suite over nothing would pass.
enum FixtureFiles {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  static func data(_ path: String) throws -> Data { try Data(contentsOf: directory.appending(path: path)) }

  static func text(_ path: String) throws -> String { String(decoding: try data(path), as: UTF8.self) }

  static func json<Content: Decodable>(_ path: String) throws -> Content {
    try JSONDecoder().decode(Content.self, from: data(path))
  }

  /// The lines of a file, which must be `count`.
  static func lines(_ path: String, count: Int) throws -> [Data] {
    try counted(try data(path).split(separator: UInt8(ascii: "\n")), count, of: "lines in Fixtures/\(path)")
  }

  /// The names of the files of a folder that end in `.json`, without that and sorted; they must be `count`.
  static func namesOfJSON(in folder: String, count: Int) throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.appending(path: folder).path)
    let names = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    return try counted(names, count, of: "files *.json in Fixtures/\(folder)")
  }

  /// - Throws: ``RecordingCountError`` when there are not `count` elements.
  static func counted<Element>(_ elements: [Element], _ count: Int, of what: String) throws -> [Element] {
    guard elements.count == count else { throw RecordingCountError(what: what, found: elements.count, expected: count) }
    return elements
  }
}

/// Recordings were lost, or some were added and the tests that read them were not told.
struct RecordingCountError: Error, CustomStringConvertible {
  let what: String
  let found: Int
  let expected: Int

  var description: String { "\(found) \(what), expected \(expected)" }
}
