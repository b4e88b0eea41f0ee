import DeviceMap
import Foundation
import Testing

/// `--output` and `--svg`.
@Suite("Files that are written") struct OutputFileTests {
  private func checkpoint() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try SparseCheckpoint.write(
      directory: directory.url, configJSON: "{}",
      tensors: (0..<3).map { (name: "h.\($0).w", dtype: DType.f32, shape: [4]) }, shardBytes: 32)
    try directory.write("", "modeling_x.py")
    return directory
  }

  private func plan(_ directory: TemporaryDirectory, _ words: String...) -> ProgramOutput {
    Program.run(["plan", directory.path, "--max-memory", "0=1GiB"] + words, ProgramEnvironment())
  }

  @Test("No file of the checkpoint is overwritten", arguments: ["-o", "--svg"]) func inputs(_ option: String) throws {
    let directory = try checkpoint()
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(names.count == 5)
    for name in names {
      let path = directory.path + "/" + name
      let before = try Data(contentsOf: URL(filePath: path))
      let output = plan(directory, option, path)
      #expect(output.status == 2 && output.result.count == 0, "\(name)")
      #expect(
        output.messages.string.hasSuffix(
          "cannot write '\(path)': it is one of the files that the answer comes from; choose another name\n"))
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  @Test("The map itself is not, the answer of an earlier run is") func others() throws {
    let directory = try checkpoint()
    let map = directory.path + "/device_map.json"
    for _ in 0..<2 { #expect(plan(directory, "-o", map).status == 0) }
    let words = ["check", directory.path, map, "-o", map]
    #expect(Program.run(words, ProgramEnvironment()).status == 2)
    #expect(try Data(contentsOf: URL(filePath: map)).first == UInt8(ascii: "{"))
  }
}
