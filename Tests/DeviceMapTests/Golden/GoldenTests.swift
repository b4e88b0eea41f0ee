import DeviceMap
import Foundation
import Testing

/// Whole outputs of the command, byte for byte, against recordings of this project itself: nothing that a reader of
/// the output sees can change unnoticed. What is right is said by the other tests; these say what is.
///
/// After a change that is meant, `REWRITE_GOLDEN=1 swift test --filter Golden` writes the recordings anew, and fails
/// to say so; read the difference before it is committed.
@Suite("Golden files")
struct GoldenTests {
  static let rewrites = ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] != nil

  @Test("the whole output is as recorded", arguments: try GoldenCase.all())
  func output(_ golden: GoldenCase) throws {
    let found = try golden.run()
    if Self.rewrites {
      try found.write(to: golden.file, atomically: true, encoding: .utf8)
      Issue.record("REWRITE_GOLDEN is set: golden/\(golden.name).txt was written, nothing was tested")
      return
    }
    let expected = try String(contentsOf: golden.file, encoding: .utf8)
    guard found != expected else { return }
    let lines = [found, expected].map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    Issue.record("golden/\(golden.name).txt: \(firstDifference(lines[0], lines[1]) ?? "bytes differ within lines")")
  }

  @Test("no case is lost: as many as were written, and a recording for each of them alone", .disabled(if: rewrites))
  func count() throws {
    let cases = try GoldenCase.all()
    #expect(cases.count >= 146)
    let files = try FileManager.default.contentsOfDirectory(atPath: GoldenCase.directory.path)
    let recordings = Set(files.filter { $0.hasSuffix(".txt") && $0 != "cases.txt" })
    #expect(recordings.symmetricDifference(cases.map { $0.name + ".txt" }).sorted() == [])
  }

  @Test("every command has its help recorded, and every machine runs a case")
  func coverage() throws {
    let cases = try GoldenCase.all()
    for command in CommandSpec.all {
      #expect(cases.contains { $0.words == [command.name, "--help"] }, "\(command.name)")
    }
    for machine in GoldenMachine.allCases { #expect(cases.contains { $0.machine == machine }, "\(machine)") }
  }
}
