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
        .init(label: "embed", bytes: 20, filling: .other), .init(label: "layers.0", bytes: 30, filling: .block),
      ]),
    DeviceBar(
      device: .cpu, limit: 40,
      segments: [
        .init(label: "layers.1", bytes: 30, filling: .block), .init(label: "<head>", bytes: 30, filling: .other),
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

  @Test("bars fit the width and mark what is over budget")
  func text() {
    #expect(
      BarText.text(Self.bars, width: 52) == """
        0     [====#######...........]  50 B / 100 B  50.0 %
        cpu   [###########===!!!!!!!!]  60 B / 40 B  150.0 %
        disk  [......................]  0 B / no limit

        """)
    for width in [1, 40, 80, 300] {
      for line in BarText.text(Self.bars, width: width).split(separator: "\n") {
        #expect(line.count <= max(width, 50))
      }
    }
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
