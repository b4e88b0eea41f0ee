import DeviceMap
import Foundation
import Testing

/// One run of the command whose whole output is recorded: a line of `Fixtures/golden/cases.txt`.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  /// The name of the recording, `Fixtures/golden/NAME.txt`.
  let name: String
  let machine: GoldenMachine
  /// Columns of the terminal that stdout and stderr go to; nil for a file and 100 columns.
  let columns: Int?
  /// As written in the list: `Fixtures/`, `Config/` and `Out/` stand for directories.
  let words: [String]

  static let directory = FixtureFiles.directory.appending(path: "golden")

  var file: URL { Self.directory.appending(path: name + ".txt") }
  var testDescription: String { name }

  /// Every case, in the order of the list.
  ///
  /// - Throws: when the list cannot be read, or has a line of another form or a repeated name.
  static func all() throws -> [GoldenCase] {
    let text = try String(contentsOf: directory.appending(path: "cases.txt"), encoding: .utf8)
    var cases: [GoldenCase] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") { cases.append(try GoldenCase(String(line))) }
    let names = cases.map(\.name)
    guard Set(names).count == names.count else { throw GoldenCaseError(line: "a name is there twice") }
    return cases
  }

  /// `NAME: WORDS`, `NAME [MACHINE]: WORDS` or `NAME [columns-N]: WORDS`.
  private init(_ line: String) throws {
    guard let colon = line.firstRange(of: ": ") else { throw GoldenCaseError(line: line) }
    var head = line[..<colon.lowerBound].split(separator: " ")
    let place = head.count == 2 ? head.removeLast() : nil
    let columns = place.flatMap { $0.hasPrefix("[columns-") ? Int($0.dropFirst(9).dropLast()) : nil }
    self.columns = columns
    machine = if let place, columns == nil { try GoldenMachine(named: place) } else { .bare }
    guard head.count == 1 else { throw GoldenCaseError(line: line) }
    name = String(head[0])
    words = line[colon.upperBound...].split(separator: " ").map(String.init)
  }

  // MARK: - Running

  /// Everything that the command wrote: status, stdout, stderr and files.
  func run() throws -> String {
    let output = try TemporaryDirectory()
    let configs = try TemporaryDirectory()
    let places = [
      (word: "Out/", path: output.path + "/"), (word: "Config/", path: configs.path + "/"),
      (word: "Fixtures/", path: FixtureFiles.directory.path + "/"),
    ]
    let paths = try words.map { word in
      guard let place = places.first(where: { word.hasPrefix($0.word) }) else { return word }
      let name = String(word.dropFirst(place.word.count))
      guard place.word == "Config/" else { return place.path + name }
      let recording = try ModelRecording(String(name.dropLast(5)))
      return try configs.write(recording.config.source, name.replacing("/", with: "-"))
    }
    let inventory = try machine.inventory()
    var environment = ProgramEnvironment(screenWidth: columns, devices: { inventory })
    environment.resultWidth = columns
    let result = Program.run(paths, environment)
    var text = "$ device-map \(words.joined(separator: " "))\nexit status \(result.status)\n"
    text += Self.section("stdout", result.result.string) + Self.section("stderr", result.messages.string)
    for name in try FileManager.default.contentsOfDirectory(atPath: output.path).sorted() {
      text += Self.section("file \(name)", try String(contentsOfFile: "\(output.path)/\(name)", encoding: .utf8))
    }
    for place in places { text = text.replacing(place.path, with: place.word) }
    return text
  }

  private static func section(_ title: String, _ text: String) -> String {
    guard !text.isEmpty else { return "--- no \(title)\n" }
    return "--- \(title)\n" + text + (text.hasSuffix("\n") ? "" : "\n--- (no newline at the end)\n")
  }
}

/// A line of the list that is no case.
struct GoldenCaseError: Error, CustomStringConvertible {
  let line: String
  var description: String { "Fixtures/golden/cases.txt: \(line)" }
}
