import DeviceMap
import Foundation
import Testing

@Suite("What is shown on a screen") struct PrintableTextTests {
  @Test(
    "Control characters, marks of direction and what is no character are written out",
    arguments: [
      ("model.layers.0", "model.layers.0"), ("é \u{1F600} 漢字", "é \u{1F600} 漢字"),
      ("a\u{1B}[31mb", #"a\u{1B}[31mb"#), ("a\nb\r\tc\0", #"a\nb\r\tc\u{0}"#), ("\u{7F}\u{9B}2J", #"\u{7F}\u{9B}2J"#),
      ("\u{202E}abc\u{2066}", #"\u{202E}abc\u{2066}"#), ("a\u{200B}b\u{FEFF}", #"a\u{200B}b\u{FEFF}"#),
      ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#), ("\u{E000}\u{10FFFE}", #"\u{E000}\xFE"#),
      ("\u{E0041}", #"\u{E0041}"#),
    ])
  func writtenOut(_ text: String, _ expected: String) {
    #expect(text.printable == expected)
    #expect(text.printable.printable == expected)
  }

  @Test("Every scalar that is shown is shown as itself, or in ASCII") func scalars() {
    for value in 0..<UInt32(0x11_0000) {
      guard let scalar = Unicode.Scalar(value), value < 0x3000 || value % 97 == 0 || value > 0x10_FF00 else { continue }
      let text = String(scalar).printable
      #expect(text == String(scalar) || text.utf8.allSatisfy { (0x21..<0x7F).contains($0) })
      if value < 0x20 || (0x7F..<0xA0).contains(value) { #expect(text != String(scalar)) }
    }
  }

  @Test("Lines stay where a text has several") func lines() {
    #expect("a\n\u{1B}b\n".printableLines == "a\n\\u{1B}b\n")
  }

  @Test("Only the ends of an endless name are shown") func shortened() {
    #expect("abcdefghij".shortened(to: 10) == "abcdefghij")
    #expect("abcdefghijk".shortened(to: 10) == "abcde...jk")
    #expect(String(repeating: "é", count: 10).shortened(to: 10) == String(repeating: "é", count: 10))
  }

  @Test("A table is as wide as its cells are allowed to be, and has one line a row") func table() {
    var table = TextTable([("a", .left), ("b", .right), ("c", .left)])
    table.add([String(repeating: "x", count: 100_000), "1\n2", String(repeating: "y", count: 1000)])
    for _ in 0..<100 { table.add(["\u{1B}[2J", "", ""]) }
    let lines = table.text().split(separator: "\n")
    #expect(lines.count == 102 && lines[1].utf8.count == 200 + 2 + 4 + 2 + 1000 && lines[2] == "\\u{1B}[2J")
  }
}

/// Whole commands on names that try to reach the terminal.
@Suite("Nothing raw reaches a terminal") struct RawOutputTests {
  private static let evil = #"a\u001b[31m\u009b\u202e\u0007\r\n\u007fz"#

  private func isClean(_ output: OutputBuffer) -> Bool {
    output.string.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x202E
    }
  }

  private func checkpoint() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try directory.write(
      #"{"architectures": ["\#(Self.evil)"], "hidden_act": "\#(Self.evil)"}"#, "config.json")
    try directory.write(#"{"architectures": ["A"], "torch_dtype": "\#(Self.evil)"}"#, "dtype.json")
    let header = #"{"m.\#(Self.evil).weight":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
    var bytes = Data()
    for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: header.utf8.count >> (8 * byte))) }
    try directory.write(bytes + Data(header.utf8) + Data(count: 4), "model.safetensors")
    try directory.write(#"{"\#(Self.evil)": 0, "m": "\#(Self.evil)"}"#, "map.txt")
    try directory.write("class \u{1B}[31m\n  x \u{202E}\n", "bad.catalog")
    return directory
  }

  @Test(
    "Messages, tables and listings",
    arguments: [
      ["tree", "@"], ["plan", "@", "--max-memory", "0=1GiB", "--report"], ["check", "@", "@/map.txt"],
      ["explain", "@", "--max-memory", "0=4,cpu=0"],
      ["explain", "@", "m\u{1B}[2J"], ["plan", "@", "--compare", "--max-memory", "0=1GiB,1=1GiB"],
      ["plan", "@/\u{1B}[31m\u{9B}"], ["plan", "@/dtype.json", "--max-memory", "0=1GiB"], ["\u{1B}]0;x\u{7}"], ["plan", "--\u{202E}"], ["architectures", "\u{9B}x"],
      ["tree", "@", "--catalog", "@/bad.catalog"], ["tree", "@", "--architecture", "\u{1B}c"],
      ["plan", "@", "--no-split", "\u{1B}c", "--max-memory", "0=\u{1B}"],
    ])
  func commands(_ words: [String]) throws {
    let directory = try checkpoint()
    let output = Program.run(
      words.map { $0.replacingOccurrences(of: "@", with: directory.path) },
      ProgramEnvironment(devices: { DeviceInventory(DeviceInventory.Source()) }))
    #expect(isClean(output.messages), "\(output.messages.string.debugDescription)")
    if words[0] != "plan" || words.contains("--compare") { #expect(isClean(output.result)) }
    #expect(output.result.count + output.messages.count > 0)
    #expect(output.messages.string.contains("\\u{") || output.result.string.contains("\\u{"), "the name is shown")
  }

  @Test("JSON stays as it is") func json() throws {
    let directory = try checkpoint()
    let output = Program.run(["tree", directory.path, "--json"], ProgramEnvironment())
    #expect(output.result.string.contains("\u{202E}") && !output.result.string.contains("\u{1B}"))
  }
}
