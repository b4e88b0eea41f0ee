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

  /// No cell but the last text is wider: one endless name would pad every row to its width.
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
  ///
  /// - Parameter width: columns of the screen, nil for any number. Texts that are too long for it are shortened in the
  ///   middle; if numbers alone are, columns that find no room follow below, each time with the first one before them.
  package func text(width: Int? = nil) -> String {
    let widths = fitted(to: width)
    return groups(widths, width).map { columns in
      ([header] + rows).map { line($0, columns, widths) + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// A text is not shortened below this many columns.
  private static let narrowest = 16

  private static let gap = 2

  /// The width of each column: as its widest cell, less for texts where the screen is narrow.
  private func fitted(to width: Int?) -> [Int] {
    var widths = header.map(\.count)
    for row in rows { for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) } }
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - width
    // Where shortening is not enough, columns follow below, and texts have room again.
    let most = widths.indices.reduce(0) { sum, column in
      sum + (alignments[column] == .left ? max(0, widths[column] - Self.narrowest) : 0)
    }
    if excess > most {
      // The first column, which is in each group, leaves room for the widest of the others, or takes a half.
      let widest = min(widths.dropFirst().max() ?? 0, width / 2)
      if alignments[0] == .left { widths[0] = min(widths[0], max(Self.narrowest, width - Self.gap - widest)) }
      let room = max(Self.narrowest, width - Self.gap - widths[0])
      for column in widths.indices.dropFirst() where alignments[column] == .left {
        widths[column] = min(widths[column], room)
      }
      return widths
    }
    while excess > 0 {
      let texts = widths.indices.filter { alignments[$0] == .left && widths[$0] > Self.narrowest }
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = texts.filter { widths[$0] < widths[widest] }.map { widths[$0] }.max() ?? Self.narrowest
      let cut = min(excess, max(1, widths[widest] - next))
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }

  /// Columns that find room beside each other.
  private func groups(_ widths: [Int], _ width: Int?) -> [[Int]] {
    guard let width, let first = widths.first else { return [Array(widths.indices)] }
    var groups: [[Int]] = [[0]]
    var taken = first
    for column in widths.indices.dropFirst() {
      if taken + Self.gap + widths[column] > width, groups[groups.count - 1].count > 1 {
        groups.append([0])
        taken = first
      }
      groups[groups.count - 1].append(column)
      taken += Self.gap + widths[column]
    }
    return groups
  }

  private func line(_ cells: [String], _ columns: [Int], _ widths: [Int]) -> String {
    var text = ""
    for column in columns {
      if column > 0 { text += String(repeating: " ", count: Self.gap) }
      let cell = cells[column].count > widths[column] ? cells[column].shortened(to: widths[column]) : cells[column]
      if isOpen(column) {
        text += cell
        continue
      }
      let padding = String(repeating: " ", count: widths[column] - min(widths[column], cell.count))
      text += alignments[column] == .left ? cell + padding : padding + cell
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
