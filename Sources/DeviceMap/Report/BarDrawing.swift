/// Draws device bars as SVG: one bar a device, true to one scale with an axis, for light and dark screens.
///
///     Llama-3-8B                                    title
///     LlamaForCausalLM · 15.0 GiB bfloat16 · ...    subtitle
///                0    2 GiB   4 GiB   6 GiB         axis
///     GPU 0      █▓▓▓▓▓▓▓▓▓▓▓░░░▒▒......            parts of the model, state, reserve, free
///     5.4 of 7.5 GiB   model.embed_tokens … model.layers.10
///
/// The same bars give the same bytes.
package struct BarDrawing: Sendable {
  static let width = 960
  static let left = 150
  static let right = 20
  private static let barHeight = 34
  private static let rowHeight = 70
  private static let top = 96

  private let title: String
  private let subtitle: String
  private let bars: [DeviceBar]
  /// Bytes that the axis ends with.
  private let longest: Int
  private let scale: Double

  package init(title: String, subtitle: String = "", bars: [DeviceBar]) {
    self.title = title
    self.subtitle = subtitle
    self.bars = bars
    // A host with far more room than any accelerator would press the others flat: it counts with what it holds, and a
    // mark shows that its bar is cut.
    longest = max(1, bars.map { $0.device.isAccelerator ? $0.extent : max($0.used, 1) }.max() ?? 1)
    scale = Double(Self.width - Self.left - Self.right) / Double(longest)
  }

  package func svg() -> String {
    let legend = legend(y: Self.top + bars.count * Self.rowHeight + 12)
    let height = legend.end + 14
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" role="img" font-family="system-ui, sans-serif">
      <title>\(MarkupText.escaped(title))</title>
      \(Self.style)
      <rect class="page" width="\(Self.width)" height="\(height)"/>
      <text class="head" x="16" y="30">\(MarkupText.escaped(title.shortened(to: 100)))</text>
      <text class="faint" x="16" y="50">\(MarkupText.escaped(subtitle.shortened(to: 140)))</text>

      """
    text += axis(bottom: Self.top + bars.count * Self.rowHeight - 8)
    for (row, bar) in bars.enumerated() { text += draw(bar, y: Self.top + row * Self.rowHeight) }
    return text + legend.text + "</svg>\n"
  }

  // MARK: - Bars

  private func draw(_ bar: DeviceBar, y: Int) -> String {
    let name = bar.device.isAccelerator && bar.device != .mps ? "GPU \(bar.device)" : "\(bar.device)"
    let budget = bar.budget.map { " of " + ByteText.size($0) } ?? ""
    var text = "<text x=\"16\" y=\"\(y + 15)\">\(name)</text>\n"
    text += "<text class=\"faint\" x=\"16\" y=\"\(y + 31)\">\(ByteText.size(bar.used))\(budget)</text>\n"
    text += rect("free", from: 0, to: bar.extent, y: y, tip: free(bar))
    var bytes = 0
    var blocks = 0
    for segment in bar.segments where segment.bytes > 0 {
      if segment.filling == .block { blocks += 1 }
      let shade = blocks % 2 == 0 && (segment.filling == .block || segment.filling == .experts) ? " second" : ""
      let tip = segment.label + ", " + ByteText.size(segment.bytes)
      text += rect(segment.filling.rawValue + shade, from: bytes, to: bytes + segment.bytes, y: y, tip: tip)
      text += value(of: segment, from: bytes, y: y)
      bytes += segment.bytes
    }
    return text + limit(of: bar, y: y) + cut(bar, y: y) + ends(of: bar, y: y)
  }

  /// What a segment is or holds, where there is room to write it.
  private func value(of segment: BarSegment, from bytes: Int, y: Int) -> String {
    let room = x(bytes + segment.bytes) - x(bytes)
    guard let word = segment.words.first(where: { Double($0.count) * 6.6 + 6 <= room }) else { return "" }
    let middle = ByteText.decimal(x(bytes) + room / 2, digits: 1)
    let ink = segment.filling.isDark ? "light" : "dark"
    return "<text class=\"\(ink)\" x=\"\(middle)\" y=\"\(y + 22)\">\(MarkupText.escaped(word))</text>\n"
  }

  /// First and last module under the bar, and what is free.
  private func ends(of bar: DeviceBar, y: Int) -> String {
    let modules = bar.segments.filter(\.filling.isWeights)
    var text = ""
    if let first = modules.first, let last = modules.last {
      let label = first == last ? first.label : first.label + " \u{2026} " + last.label
      text +=
        "<text class=\"faint\" x=\"\(Self.left)\" y=\"\(y + Self.barHeight + 16)\">"
        + "\(MarkupText.escaped(label.shortened(to: 100)))</text>\n"
    }
    return text + "<text class=\"faint end\" x=\"\(Self.width - Self.right)\" y=\"\(y + Self.barHeight + 16)\">"
      + "\(free(bar))</text>\n"
  }

  private func free(_ bar: DeviceBar) -> String {
    guard let budget = bar.budget else { return "no limit" }
    return bar.used <= budget
      ? ByteText.size(budget - bar.used) + " free" : ByteText.size(bar.used - budget) + " over budget"
  }

  /// A line where the limit of a device is, when more than that is on it.
  private func limit(of bar: DeviceBar, y: Int) -> String {
    guard let limit = bar.limit, bar.used + bar.reserve > limit else { return "" }
    let x = ByteText.decimal(x(limit), digits: 2)
    return "<path class=\"limit\" d=\"M\(x) \(y - 5)V\(y + Self.barHeight + 5)\"/>\n"
  }

  /// A jagged edge where a bar is longer than the axis.
  private func cut(_ bar: DeviceBar, y: Int) -> String {
    guard bar.extent > longest else { return "" }
    let x = Self.width - Self.right - 10
    var path = "M\(x) \(y)"
    for step in 1...6 { path += "L\(step % 2 == 1 ? x + 6 : x) \(y + step * Self.barHeight / 6)" }
    return "<path class=\"cut\" d=\"\(path)\"/>\n"
  }

  private func rect(_ kind: String, from: Int, to: Int, y: Int, tip: String) -> String {
    "<rect class=\"\(kind)\" x=\"\(ByteText.decimal(x(from), digits: 2))\" y=\"\(y)\" "
      + "width=\"\(ByteText.decimal(max(0, x(to) - x(from)), digits: 2))\" height=\"\(Self.barHeight)\">"
      + "<title>\(MarkupText.escaped(tip))</title></rect>\n"
  }

  /// Where a number of bytes ends on the axis; the end of the axis for more.
  private func x(_ bytes: Int) -> Double { Double(Self.left) + Double(min(bytes, longest)) * scale }

  // MARK: - Axis and legend

  /// Lines at powers of two, at most nine.
  private func axis(bottom: Int) -> String {
    var step = 1
    while longest / step > 8, step < 1 << 60 { step *= 2 }
    var text = ""
    for tick in 0...(longest / step) {
      let x = ByteText.decimal(x(tick * step), digits: 2)
      text += "<path class=\"tick\" d=\"M\(x) \(Self.top - 12)V\(bottom)\"/>"
      text += "<text class=\"faint middle\" x=\"\(x)\" y=\"\(Self.top - 18)\">\(Self.short(tick * step))</text>\n"
    }
    return text
  }

  /// A size without zeros behind the point: `2 GiB`, `1.5 GiB`.
  private static func short(_ bytes: Int) -> String {
    guard bytes > 0 else { return "0" }
    let words = ByteText.size(bytes).split(separator: " ")
    guard words.count == 2, words[0].contains(".") else { return ByteText.size(bytes) }
    var number = words[0]
    while number.last == "0" { number.removeLast() }
    if number.last == "." { number.removeLast() }
    return number + " " + words[1]
  }

  /// The fillings that occur.
  private func legend(y: Int) -> (text: String, end: Int) {
    let present = Set(bars.lazy.flatMap(\.segments).filter { $0.bytes > 0 }.map(\.filling))
    let items =
      BarSegment.Filling.allCases.filter(present.contains).map { ($0.rawValue, $0.title) } + [("free", "free")]
    var text = ""
    var (x, line) = (Self.left, y)
    for (kind, title) in items {
      let length = 40 + title.count * 7
      if x + length > Self.width { (x, line) = (Self.left, line + 22) }
      text += "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(line - 10)\" width=\"12\" height=\"12\"/>"
      text += "<text class=\"faint\" x=\"\(x + 18)\" y=\"\(line)\">\(title)</text>\n"
      x += length
    }
    return (text, line)
  }

  // MARK: - Style

  /// Fillings differ in lightness too, so that they can be told apart in grey; the reserve is hatched.
  private static let style = """
    <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#cfc3e6"/><rect width="2" height="6" fill="#8f7bbd"/></pattern></defs>
    <style>
    rect { shape-rendering: crispEdges } text { fill: #1b1f24; font-size: 13px } .faint { fill: #57606a; font-size: 12px } .head { font-size: 17px; font-weight: 600 }
    .end { text-anchor: end } .middle { text-anchor: middle } .light, .dark { font-size: 11px; text-anchor: middle; pointer-events: none }
    .light { fill: #ffffff } .dark { fill: #1b1f24 }
    .page { fill: #ffffff } .free { fill: #e6eaef } .tick { stroke: #d0d7de; stroke-width: 1; fill: none }
    .embedding { fill: #064d38 } .block { fill: #2860ba } .block.second { fill: #3b76d2 } .experts { fill: #8db4ee } .experts.second { fill: #a5c4f3 }
    rect.head { fill: #4b2a8c } .other { fill: #4b7d69 } .state { fill: #d99a2b } .transient { fill: #f2d08d } .reserve { fill: url(#hatch) }
    .limit { stroke: #c62828; stroke-width: 2.5; fill: none } .cut { stroke: #ffffff; stroke-width: 4; fill: none }
    @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .faint { fill: #9aa4af } .light { fill: #ffffff } .dark { fill: #1b1f24 }
    .page { fill: #0d1117 } .free { fill: #2b323b } .tick { stroke: #30363d } .embedding { fill: #14795a } rect.head { fill: #7350c4 } .limit { stroke: #ff6b6b } .cut { stroke: #0d1117 }
    }
    </style>
    """
}

extension BarSegment {
  /// What may stand in the segment, the longest first.
  fileprivate var words: [String] {
    let size = ByteText.size(bytes)
    guard filling == .block else { return ["\(filling.title), \(size)", size] }
    let number = label.split(separator: ".").last { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard let number else { return [size] }
    return ["\(number): \(size)", String(number)]
  }
}

extension BarSegment.Filling {
  /// Whether text on it must be light.
  fileprivate var isDark: Bool {
    switch self {
    case .embedding, .block, .head, .other: true
    case .experts, .state, .transient, .reserve: false
    }
  }
}
