import DeviceMap
import Testing

@Suite("Sizes as text")
struct ByteTextTests {
  @Test(
    "three digits, at and around the units",
    arguments: [
      (0, "0 B"), (1023, "1023 B"), (1024, "1.00 KiB"), (10_240, "10.0 KiB"), (102_400, "100 KiB"),
      (1_048_575, "1024 KiB"), (1_048_576, "1.00 MiB"), (436_207_616, "416 MiB"), (16_060_523_008, "15.0 GiB"),
      (Int.max, "8192 PiB"), (-1_048_576, "-1.00 MiB"), (Int.min, "-8192 PiB"),
    ])
  func size(bytes: Int, text: String) {
    #expect(ByteText.size(bytes) == text)
  }

  @Test(
    "every byte, where that says more, and counts",
    arguments: [
      (1023, "1023 B", "1023"), (1024, "1.00 KiB (1024 bytes)", "1024"), (999_999, "977 KiB (999999 bytes)", "999999"),
      (1_000_000, "977 KiB (1000000 bytes)", "1.00 million"),
      (8_030_261_248, "7.48 GiB (8030261248 bytes)", "8.03 billion"),
      (-2048, "-2.00 KiB (-2048 bytes)", "-2048"),
    ])
  func exact(number: Int, bytes: String, count: String) {
    #expect(ByteText.exact(number) == bytes && ByteText.count(number) == count)
  }

  @Test(
    "decimals",
    arguments: [(0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-1.25, 1, "-1.3"), (2, 2, "2.00"), (1.005e3, 0, "1005")])
  func decimal(value: Double, digits: Int, text: String) {
    #expect(ByteText.decimal(value, digits: digits) == text)
  }

  @Test("values that are no numbers do not crash", arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func extremes(value: Double) {
    #expect(!ByteText.decimal(value, digits: 2).isEmpty)
  }
}

@Suite("Tables and bars")
struct BarTests {
  static let bars = [
    DeviceBar(
      device: .gpu(0), limit: 100,
      segments: [
        .init(label: "embed", bytes: 20, filling: .embedding), .init(label: "layers.0", bytes: 30, filling: .block),
      ]),
    DeviceBar(
      device: .cpu, limit: 40,
      segments: [
        .init(label: "layers.1", bytes: 30, filling: .block), .init(label: "<head>", bytes: 30, filling: .head),
      ]),
    DeviceBar(device: .disk, limit: nil, segments: []),
  ]

  @Test("a table aligns its columns")
  func table() {
    var table = TextTable([("device", .left), ("bytes", .right)])
    table.add(["0", "1024"])
    table.add(["cpu", "5"])
    #expect(table.text() == "device  bytes\n0        1024\ncpu         5\n")
  }

  /// A table of texts and numbers, wider than a screen.
  static var wide: TextTable {
    var table = TextTable([("module", .left), ("weights", .right), ("free", .right), ("first", .left)])
    table.add(["0", "15.5 GiB", "1.20 GiB", "model.language_model.layers.0.self_attn"])
    table.add(["cpu", "1.00 GiB", "63.0 GiB", "model.language_model.layers.30.self_attn"])
    return table
  }

  @Test("the list of architectures keeps within the screen", arguments: [60, 80, 120])
  func architectures(width: Int) throws {
    let configs = (1...40).map { "config C\($0) : a_type_of_a_model_\($0)" }.joined(separator: "\n")
    let catalog = try Catalog("").added("unit test\n\(configs)\nmodel TestForCausalLM : C1\n  head: Linear[8, 8]")
    let listing = ArchitectureListing(catalog)
    #expect(listing.text().contains("TestForCausalLM") && listing.text().contains("a_type_of_a_model_1"))
    let text = listing.text(width: width)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test("a table keeps within the screen: texts are shortened, then columns follow below", arguments: 24...90)
  func narrowTable(width: Int) {
    let lines = Self.wide.text(width: width).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width }, "\(width)")
    let whole = Self.wide.text()
    if width >= 71 { #expect(Self.wide.text(width: width) == whole) }
    for cell in ["15.5 GiB", "63.0 GiB", "weights", "free", "cpu"] { #expect(lines.contains { $0.contains(cell) }) }
  }

  @Test("texts are shortened in the middle, so that their numbers stay")
  func shortened() {
    #expect(
      Self.wide.text(width: 60) == """
        module   weights      free  first
        0       15.5 GiB  1.20 GiB  model.language_m...s.0.self_attn
        cpu     1.00 GiB  63.0 GiB  model.language_m....30.self_attn

        """)
    #expect(
      Self.wide.text(width: 30) == """
        module   weights      free
        0       15.5 GiB  1.20 GiB
        cpu     1.00 GiB  63.0 GiB

        module  first
        0       model.langu...elf_attn
        cpu     model.langu...elf_attn

        """)
  }

  @Test("colours stand around the marks and are ended in the line")
  func colors() {
    let text = BarText.text(Self.bars, width: 60, isColored: true)
    #expect(text.contains("\u{1B}[34m#"))
    for line in text.split(separator: "\n") where line.contains("\u{1B}[") {
      let last = line.split(separator: "\u{1B}[").last ?? ""
      #expect(last.hasPrefix("0m"), "\(line)")
    }
    let plain = text.replacing(#/\u{1B}\[[0-9]+m/#, with: "")
    #expect(plain == BarText.text(Self.bars, width: 60))
  }

  @Test("bars fit the width and mark what is over budget")
  func text() {
    #expect(
      BarText.text(Self.bars, width: 52) == """
        0     [eeee#######...........]  50 B / 100 B  50.0 %
        cpu   [###########hhh!!!!!!!!]  60 B / 40 B  150.0 %
        disk  [......................]  0 B / no limit
        e embedding  # blocks  h head  . free
        ! beyond the budget

        """)
    for width in [1, 40, 80, 300] {
      for line in BarText.text(Self.bars, width: width).split(separator: "\n") {
        #expect(line.count <= max(width, 50))
      }
    }
  }

  @Test("bars have their true length; what is longer than the axis is cut, and marked")
  func lengths() {
    let bars = [
      DeviceBar(device: .gpu(0), limit: 1000, segments: [.init(label: "a", bytes: 500, filling: .block)]),
      DeviceBar(device: .gpu(1), limit: 250, segments: [.init(label: "b", bytes: 300, filling: .block)]),
      DeviceBar(device: .cpu, limit: 4000, segments: [.init(label: "c", bytes: 100, filling: .block)]),
    ]
    let svg = BarDrawing(title: "t", bars: bars).svg()
    #expect(svg.contains("<rect class=\"free\" x=\"150.00\" y=\"96\" width=\"790.00\""))
    #expect(svg.contains("<rect class=\"block\" x=\"150.00\" y=\"96\" width=\"395.00\""))
    #expect(svg.contains("<rect class=\"free\" x=\"150.00\" y=\"166\" width=\"237.00\""))
    #expect(svg.contains("<path class=\"limit\" d=\"M347.50 161V205\"/>"), "the limit of GPU 1 is exceeded")
    #expect(svg.components(of: "class=\"cut\"") == 1, "the cpu's bar is longer than the axis")
    #expect(BarDrawing(title: "t", bars: Array(bars.prefix(1))).svg().components(of: "class=\"cut\"") == 0)
  }

  @Test("the drawing is well formed, escaped, and the same every time")
  func drawing() {
    let svg = BarDrawing(title: "a & b", bars: Self.bars).svg()
    #expect(svg == BarDrawing(title: "a & b", bars: Self.bars).svg())
    #expect(svg.contains("a &amp; b"))
    #expect(svg.contains("&lt;head&gt;, 30 B"))
    #expect(svg.contains("20 B over budget"))
    #expect(svg.contains("50 B free"))
    #expect(svg.components(of: "<rect class=\"block\" x=") == 3, "two blocks and the legend")
    #expect(!svg.contains("http://www.w3.org/1999/xlink") && !svg.contains("<script"))
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
  }
}

extension String {
  fileprivate func components(of needle: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: needle) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
