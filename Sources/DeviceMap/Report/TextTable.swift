/// Columns of text, aligned: the first to the left, the others as said.
package struct TextTable: Sendable {
  package enum Alignment: Sendable { case left, right }

  private let header: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  package init(_ columns: [(title: String, alignment: Alignment)]) {
    header = columns.map(\.title.printable)
    alignments = columns.map(\.alignment)
  }

  /// No cell but the last is wider: one endless name would pad every row to its width.
  private static let widest = 200

  /// Adds a row; what a screen would not show as it is is written out.
  package mutating func add(_ cells: [String]) {
    rows.append(
      cells.enumerated().map { column, cell in
        isOpen(column) ? cell.printable : cell.printable.shortened(to: Self.widest)
      })
  }

  /// Whether nothing follows in the line, so that it needs no padding.
  private func isOpen(_ column: Int) -> Bool { column == header.count - 1 && alignments[column] == .left }

  /// The table with a header line; no trailing spaces.
  package func text() -> String {
    var widths = header.map(\.count)
    for row in rows { for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) } }
    return ([header] + rows).map { line($0, widths) + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { text += "  " }
      if isOpen(column) {
        text += cell
        continue
      }
      let padding = String(repeating: " ", count: widths[column] - cell.count)
      text += alignments[column] == .left ? cell + padding : padding + cell
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
