/// Device bars as text: a table and one bar a device, fitting a width.
package enum BarText {
  /// - Parameter width: columns of the screen; bars take what the numbers leave, at least 10.
  package static func text(_ bars: [DeviceBar], width: Int) -> String {
    var rows: [(label: String, numbers: String)] = []
    for bar in bars {
      let budget = bar.budget.map(ByteText.size) ?? "no limit"
      var numbers = "\(ByteText.size(bar.used)) / \(budget)"
      if let budget = bar.budget, budget > 0 { numbers += "  " + ByteText.percent(Double(bar.used) / Double(budget)) }
      rows.append((bar.device.description, numbers))
    }
    let labelWidth = rows.map(\.label.count).max() ?? 0
    let numberWidth = rows.map(\.numbers.count).max() ?? 0
    let length = max(10, width - labelWidth - numberWidth - 6)
    var text = ""
    for (bar, row) in zip(bars, rows) {
      let padding = String(repeating: " ", count: labelWidth - row.label.count)
      text += row.label + padding + "  [" + cells(of: bar, length: length) + "]  " + row.numbers + "\n"
    }
    return text
  }

  /// `#` blocks, `=` other modules, `~` cache and activations, `:` reserve, `.` free, `!` beyond the budget.
  private static func cells(of bar: DeviceBar, length: Int) -> String {
    var marks: [Character] = []
    var bytes = 0
    let extent = Double(bar.extent)
    for segment in bar.segments {
      bytes += segment.bytes
      let end = min(length, Int((Double(bytes) / extent * Double(length)).rounded()))
      while marks.count < end { marks.append(mark(segment.filling)) }
    }
    if let most = bar.limit, most < bar.used + bar.reserve {
      let limit = Int(Double(most) / extent * Double(length))
      for index in marks.indices where index >= limit { marks[index] = "!" }
    }
    return String(marks) + String(repeating: ".", count: length - marks.count)
  }

  private static func mark(_ filling: BarSegment.Filling) -> Character {
    switch filling {
    case .block: "#"
    case .other: "="
    case .state: "~"
    case .reserve: ":"
    }
  }
}
