/// Device bars as text: one bar a device and a legend, fitting a width.
package enum BarText {
  /// - Parameters:
  ///   - width: columns of the screen; bars take what the numbers leave, at least 10.
  ///   - isColored: whether marks stand in the colours of a terminal.
  package static func text(_ bars: [DeviceBar], width: Int, isColored: Bool = false) -> String {
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
    var marks: Set<Mark> = []
    var text = ""
    for (bar, row) in zip(bars, rows) {
      let padding = String(repeating: " ", count: labelWidth - row.label.count)
      let cells = cells(of: bar, length: length)
      marks.formUnion(cells)
      text += row.label + padding + "  [" + painted(cells, isColored) + "]  " + row.numbers + "\n"
    }
    return text + legend(Mark.all.filter(marks.contains), width: width, isColored)
  }

  /// What one column of a bar stands for.
  private enum Mark: Hashable {
    case filled(BarSegment.Filling)
    case free
    case beyond

    static let all = BarSegment.Filling.allCases.map(Mark.filled) + [.free, .beyond]

    var character: String {
      switch self {
      case .filled(.embedding): "e"
      case .filled(.block): "#"
      case .filled(.experts): "x"
      case .filled(.head): "h"
      case .filled(.other): "="
      case .filled(.state): "~"
      case .filled(.transient): "-"
      case .filled(.reserve): ":"
      case .free: "."
      case .beyond: "!"
      }
    }

    var title: String {
      switch self {
      case .filled(let filling): filling.title
      case .free: "free"
      case .beyond: "beyond the budget"
      }
    }

    /// The foreground colour of a terminal (ECMA-48, SGR), nil for its own.
    var color: Int? {
      switch self {
      case .filled(.embedding), .filled(.head): 36
      case .filled(.block): 34
      case .filled(.experts): 94
      case .filled(.other): 32
      case .filled(.state), .filled(.transient): 33
      case .filled(.reserve): 35
      case .free: nil
      case .beyond: 31
      }
    }
  }

  private static func cells(of bar: DeviceBar, length: Int) -> [Mark] {
    var marks: [Mark] = []
    var bytes = 0
    let extent = Double(bar.extent)
    for segment in bar.segments {
      bytes += segment.bytes
      let end = min(length, Int((Double(bytes) / extent * Double(length)).rounded()))
      while marks.count < end { marks.append(.filled(segment.filling)) }
    }
    if let most = bar.limit, most < bar.used + bar.reserve {
      let limit = Int(Double(most) / extent * Double(length))
      for index in marks.indices where index >= limit { marks[index] = .beyond }
    }
    return marks + [Mark](repeating: .free, count: length - marks.count)
  }

  private static func painted(_ cells: [Mark], _ isColored: Bool) -> String {
    var text = ""
    var color: Int?
    for cell in cells {
      if isColored, cell.color != color {
        color = cell.color
        text += escape(color)
      }
      text += cell.character
    }
    return color == nil ? text : text + escape(nil)
  }

  private static func escape(_ color: Int?) -> String { "\u{1B}[\(color ?? 0)m" }

  /// The marks that occur, with their meaning, in lines of the width.
  private static func legend(_ marks: [Mark], width: Int, _ isColored: Bool) -> String {
    var lines = ""
    var length = 0
    for mark in marks {
      let word = 2 + mark.title.count
      if length > 0, length + 2 + word > width {
        lines += "\n"
        length = 0
      }
      lines += (length > 0 ? "  " : "") + painted([mark], isColored) + " " + mark.title
      length += word + (length > 0 ? 2 : 0)
    }
    return lines.isEmpty ? "" : lines + "\n"
  }
}
