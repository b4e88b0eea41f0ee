import DeviceMap
import Foundation
import Testing

/// Inputs that once took minutes, gigabytes or the process itself, through the whole program: each is answered or refused
/// with one message, soon.
@Suite("Hostile input, through the whole program") struct HostileInputTests {
  private static let llama = ProgramTests.checkpoint("tiny-llama")

  private static func run(_ words: [String]) -> (out: String, err: String, status: Int32) {
    var output = ProgramOutput()
    #expect(threadSeconds { output = Program.run(words, ProgramEnvironment()) } < 20)
    return (output.result.string, output.messages.string, output.status)
  }

  private static func gpus(_ count: Int, kibibytes: Int) -> String {
    (0..<count).map { "\($0)=\(kibibytes)KiB" }.joined(separator: ",")
  }

  // MARK: - Words

  @Test("counting accelerators in the given order is for as many as it is made for", arguments: [12, 129])
  func fewestOfMany(_ count: Int) {
    let words = ["plan", Self.llama, "--policy", "optimal", "--objective", "fewest-gpus", "--max-memory"]
    let result = Self.run(words + [Self.gpus(count, kibibytes: 300)])
    #expect(result.status == (count > 128 ? 2 : 0), "\(result)")
    #expect(result.err.contains("129 accelerators are too many to count") == (count > 128))
    let unlike = (0..<count).map { "\($0)=\(300 + $0)KiB" }.joined(separator: ",")
    #expect(Self.run(words + [unlike, "--any-order"]).status == (count > 128 ? 2 : 0))
  }

  @Test("a tied head is planned over as many GPUs as another one") func tiedOverMany() {
    let limits = Self.gpus(150, kibibytes: 1000)
    let result = Self.run(
      ["plan", ProgramTests.checkpoint("tiny-gemma2"), "--policy", "optimal", "--max-memory", limits])
    #expect(result.status == 0 && result.err.isEmpty, "\(result)")
  }

  @Test("GPUs that are too small are explained") func explainMany() {
    let result = Self.run(["explain", Self.llama, "--max-memory", Self.gpus(150, kibibytes: 1) + ",cpu=1GiB"])
    #expect(result.status == 0 && result.out.contains("everything would fit"), "\(result.err)")
  }

  @Test("a table of GPUs has an end", arguments: ["fit", "plan"]) func manyKinds(_ command: String) {
    let one = Self.run([command, Self.llama, "--gpu", Array(repeating: "H100x1024", count: 2).joined(separator: ",")])
    #expect(one.status == 2 && one.err.contains("GPUs"), "\(one)")
    let many = Self.run([command, Self.llama, "--gpu", Array(repeating: "H100", count: 2000).joined(separator: ",")])
    #expect(many.status == 2 && many.err.contains("GPUs"), "\(many.err)")
  }

  @Test("patterns by the thousand") func manyPatterns() {
    let words = ["plan", Self.llama, "--policy", "optimal", "--max-memory", "0=1GiB,1=1GiB", "--together"]
    let many = Self.run(words + [Array(repeating: "**", count: 1000).joined(separator: ",")])
    #expect(many.status == 0, "\(many.err)")
    let more = Self.run(words + [Array(repeating: "**", count: 1 << 19).joined(separator: ",")])
    #expect(more.status == 2 && more.err.contains("524288 patterns over"), "\(more.err.prefix(300))")
  }

  // MARK: - Files

  @Test("a map or a catalog beyond its limit is refused before it is read") func largeFiles() throws {
    let directory = try TemporaryDirectory()
    for (name, limit) in [("map.json", DeviceMapFile.mostBytes), ("x.catalog", Catalog.mostBytesOfFile)] {
      let path = try directory.write("", name)
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.truncate(atOffset: UInt64(limit + 1))
      try handle.close()
      let words = name == "map.json" ? ["check", Self.llama, path] : ["tree", Self.llama, "--catalog", path]
      let result = Self.run(words)
      #expect(result.status == 2 && result.err.contains("more than \(limit) bytes"), "\(result)")
    }
  }

  @Test("a map of more entries than modules is refused") func longMap() {
    let text = "{" + (0...DeviceMapFile.mostEntries).map { _ in "\"\":0" }.joined(separator: ",") + "}"
    let error = #expect(throws: DeviceMapFileError.self) { try DeviceMapFile(json: text) }
    #expect(error == .tooManyEntries(path: "device_map"))
    #expect(PythonDict.members("{'a': 0, 'b': 0, 'c': 0, 'd': 0, 'e': 0}", most: 2)?.count == 3)
  }

  @Test("keys of maps are no longer than names", arguments: [(0, true), (1, false)], ["\"", "'"])
  func longKeys(more: (Int, Bool), quote: String) {
    let key = String(repeating: "x.", count: TreeLimits.nameBytes / 2) + String(repeating: "x", count: more.0)
    let map = try? DeviceMapFile(json: "{" + quote + key + quote + ": 0}")
    #expect((map != nil) == more.1)
  }

  // MARK: - Texts for other programs

  @Test(
    "the class of a config.json comes into a Python text only if it is a name",
    arguments: ["A\nimport os", "os; import os", "A B", "1A", "Ä", "a-b", ""])
  func className(_ name: String) throws {
    let directory = try TemporaryDirectory()
    var writer = JSONWriter()
    writer.string(name)
    try SparseCheckpoint.write(
      directory: directory.url, configJSON: "{\"architectures\": [\(writer.output.string)]}",
      tensors: (0..<2).map { (name: "model.layers.\($0).mlp.weight", dtype: DType.f16, shape: [8, 8]) })
    for target in ["transformers", "accelerate"] {
      let result = Self.run(["export", directory.path, "--to", target, "--max-memory", "0=1GiB"])
      #expect(result.status == 2 || result.out.contains(" AutoModelForCausalLM\n"), "\(result)")
      #expect(!result.out.contains("import os"))
    }
  }

  @Test(
    "a path that a terminal would act on is written out in a shell command",
    arguments: [("\u{1B}[31m", "$'\\033[31m'"), ("a'\u{202E}", "$'a\\'\\342\\200\\256'"), ("a b'c", "'a b'\\''c'")])
  func shellWord(_ word: String, _ quoted: String) {
    let words = ["export", Self.llama, "--to", "vllm", "--max-memory", "0=1GiB", "--as", word]
    let result = Self.run(words)
    #expect(result.status == 0 && result.out.hasSuffix("vllm serve \(quoted)\n"), "\(result)")
  }
}

@Suite("Filling of the cpu, with many parts") struct ManyHostedPartsTests {
  @Test("many equal parts, and few of different sizes")
  func many() throws {
    let items = (0..<10_000).map { _ in HostFilling.Item(bits: 64, mayBeOnCPU: true, mayBeOnDisk: true) }
    var filled: [Bool]?
    #expect(threadSeconds { filled = HostFilling.fill(items, cpu: 64 * 5000 + 63) } < 20)
    #expect(filled?.count { $0 } == 5000)
    let sizes = [50, 40, 30].map { HostFilling.Item(bits: $0, mayBeOnCPU: true, mayBeOnDisk: true) }
    #expect(HostFilling.fill(sizes, cpu: 70) == [false, true, true])
  }
}
