/// Draws device bars as SVG: one bar a device, one block a segment, free space visible, for light and dark screens.
///
/// The same bars give the same bytes.
package struct BarDrawing: Sendable {
  private static let width = 960
  private static let left = 150
  private static let barHeight = 34
  private static let rowHeight = 66
  private static let top = 56

  private let title: String
  private let bars: [DeviceBar]
  private let longest: Int
  private let scale: Double

  package init(title: String, bars: [DeviceBar]) {
    self.title = title
    self.bars = bars
    // One common scale. A host with far more room than any accelerator would press the others flat: it counts with what
    // it holds, and its bar is cut at the end of the drawing.
    longest = bars.map { $0.device.isAccelerator ? $0.extent : max($0.used, 1) }.max() ?? 1
    scale = Double(Self.width - Self.left - 20) / Double(longest)
  }

  package func svg() -> String {
    let height = Self.top + bars.count * Self.rowHeight + 30
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" role="img" font-family="system-ui, sans-serif">
      <title>\(Self.escaped(title))</title>
      <style>
      text { fill: #1b1f24; font-size: 13px } .faint { fill: #57606a; font-size: 12px } .head { font-size: 16px; font-weight: 600 }
      rect { stroke: #ffffff; stroke-width: 0.6 } .page { fill: #ffffff } .free { fill: #eaeef2 } .block { fill: #2f6fd0 } .other { fill: #2a9d76 } .state { fill: #d08a1d } .reserve { fill: #b9a7d8 }
      @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 } .faint { fill: #9aa4af }
      rect { stroke: #0d1117 } .page { fill: #0d1117 } .free { fill: #262c34 } .block { fill: #5b95ea } .other { fill: #46b991 } .state { fill: #e0a546 } .reserve { fill: #75639c }
      }
      </style>
      <rect class="page" width="\(Self.width)" height="\(height)"/>
      <text class="head" x="16" y="28">\(Self.escaped(title))</text>

      """
    for (row, bar) in bars.enumerated() { text += draw(bar, y: Self.top + row * Self.rowHeight) }
    text += legend(y: height - 12) + "</svg>\n"
    return text
  }

  private func draw(_ bar: DeviceBar, y: Int) -> String {
    let name = bar.device.isAccelerator && bar.device != .mps ? "GPU \(bar.device)" : "\(bar.device)"
    let budget = bar.budget.map { " of " + ByteText.size($0) } ?? ""
    var text = "<text x=\"16\" y=\"\(y + 15)\">\(name)</text>\n"
    text += "<text class=\"faint\" x=\"16\" y=\"\(y + 31)\">\(ByteText.size(bar.used))\(budget)</text>\n"
    text += rect("free", x: Double(Self.left), y: y, width: Double(min(bar.extent, longest)) * scale, tip: free(bar))
    var bytes = 0
    for segment in bar.segments where segment.bytes > 0 {
      text += rect(
        segment.filling.rawValue, x: Double(Self.left) + Double(bytes) * scale, y: y,
        width: Double(segment.bytes) * scale, tip: segment.label + ", " + ByteText.size(segment.bytes))
      bytes += segment.bytes
    }
    return text + ends(of: bar, y: y)
  }

  /// First and last module under the bar.
  private func ends(of bar: DeviceBar, y: Int) -> String {
    let modules = bar.segments.filter { $0.filling == .block || $0.filling == .other }
    guard let first = modules.first, let last = modules.last else { return "" }
    let label = first == last ? first.label : first.label + " \u{2026} " + last.label
    return "<text class=\"faint\" x=\"\(Self.left)\" y=\"\(y + Self.barHeight + 15)\">\(Self.escaped(label))</text>\n"
  }

  private func free(_ bar: DeviceBar) -> String {
    guard let budget = bar.budget else { return "no limit" }
    return bar.used <= budget
      ? ByteText.size(budget - bar.used) + " free" : ByteText.size(bar.used - budget) + " over budget"
  }

  private func rect(_ kind: String, x: Double, y: Int, width: Double, tip: String) -> String {
    "<rect class=\"\(kind)\" x=\"\(ByteText.decimal(x, digits: 2))\" y=\"\(y)\" "
      + "width=\"\(ByteText.decimal(max(width, 0.1), digits: 2))\" height=\"\(Self.barHeight)\">"
      + "<title>\(Self.escaped(tip))</title></rect>\n"
  }

  private func legend(y: Int) -> String {
    let names: [(kind: String, text: String)] = [
      ("block", "blocks"), ("other", "other modules"), ("state", "cache and activations"), ("reserve", "reserve"),
      ("free", "free"),
    ]
    var text = ""
    for (index, item) in names.enumerated() {
      let x = Self.left + index * 160
      text += "<rect class=\"\(item.kind)\" x=\"\(x)\" y=\"\(y - 10)\" width=\"12\" height=\"12\"/>"
      text += "<text class=\"faint\" x=\"\(x + 18)\" y=\"\(y)\">\(item.text)</text>\n"
    }
    return text
  }

  /// Text as it may stand in XML; control characters, which XML forbids, become spaces.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
