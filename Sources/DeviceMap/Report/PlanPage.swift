/// A plan as one self-contained HTML page: the drawing, the ledger as a table that sorts, why each boundary is where
/// it is, and the map to copy. It loads nothing from anywhere; without scripts it is read all the same.
///
/// The same plan gives the same bytes.
struct PlanPage {
  private let plan: Plan
  private let name: String

  /// - Parameter name: what the model is called; its class where nil.
  init(_ plan: Plan, name: String?) {
    self.plan = plan
    self.name = name ?? plan.tree.architecture ?? "model"
  }

  func html() -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(MarkupText.escaped(name)): device_map</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    \(plan.drawing(name: name).svg())
    <h2>Devices</h2>
    \(ledger())
    <h2>Boundaries</h2>
    \(boundaries())
    \(remarks())
    <h2>device_map</h2>
    <button id="copy" type="button">Copy</button>
    <pre id="map">\(MarkupText.escapedLines(plan.deviceMapJSON()))</pre>
    </main>
    <script>
    \(Self.script)
    </script>
    </body>
    </html>

    """
  }

  // MARK: - Ledger

  private static let columns: [(title: String, value: @Sendable (DeviceAccount) -> Int?)] = [
    ("limit", { $0.limit }), ("reserve", { $0.reserve }), ("budget", { $0.budget }), ("cap", { $0.cap }),
    ("weights", { $0.weights }), ("state", { $0.state }), ("transient", { $0.transient }), ("used", { $0.used }),
    ("free", { $0.free }),
  ]

  private func ledger() -> String {
    var text = "<div class=\"wide\"><table id=\"ledger\"><thead><tr><th>device</th>"
    for column in Self.columns { text += "<th class=\"number\">\(column.title)</th>" }
    text += "<th>first</th><th>last</th></tr></thead><tbody>\n"
    for (index, account) in plan.ledger.accounts.enumerated() {
      text += "<tr><td data-value=\"\(index)\">\(MarkupText.escaped(account.device.title))</td>"
      for column in Self.columns { text += Self.cell(column.value(account)) }
      let ends = account.ends
      text += "<td>\(MarkupText.escaped(ends.first))</td><td>\(MarkupText.escaped(ends.last))</td></tr>\n"
    }
    return text + "</tbody></table></div>"
  }

  private static func cell(_ bytes: Int?) -> String {
    guard let bytes else { return "<td class=\"number\" data-value=\"\(Int.max)\">no limit</td>" }
    return "<td class=\"number\" data-value=\"\(bytes)\" title=\"\(bytes) bytes\">\(ByteText.size(bytes))</td>"
  }

  // MARK: - Text

  private func boundaries() -> String {
    let sentences = Explanation(plan).sentences()
    guard !sentences.isEmpty else { return "<p>There is none.</p>" }
    return sentences.map { sentence in
      "<details><summary>\(MarkupText.escaped(sentence.title ?? ""))</summary>"
        + "<p>\(MarkupText.escaped(sentence.text))</p></details>"
    }.joined(separator: "\n")
  }

  private func remarks() -> String {
    let lines = plan.ledger.findings.map { ($0.severity.rawValue, "\($0)") }
    let notes = plan.notes.map { ($0.severity.rawValue, $0.text) }.filter { note in !lines.contains { $0.1 == note.1 } }
    guard !(lines + notes).isEmpty else { return "" }
    return "<h2>Notes</h2>\n<ul>"
      + (lines + notes).map { "<li><b>\($0.0)</b> \(MarkupText.escaped($0.1))</li>" }.joined(separator: "\n") + "</ul>"
  }

  // MARK: - Style and behaviour

  private static let style = """
    :root { color-scheme: light dark; --page: #ffffff; --ink: #1b1f24; --faint: #57606a; --line: #d0d7de; --field: #f4f6f8 }
    @media (prefers-color-scheme: dark) { :root { --page: #0d1117; --ink: #e6edf3; --faint: #9aa4af; --line: #30363d; --field: #161b22 } }
    body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
    main { max-width: 1000px; margin: 0 auto; padding: 20px }
    h2 { font-size: 17px; margin: 28px 0 8px } svg { width: 100%; height: auto }
    .wide { overflow-x: auto } table { border-collapse: collapse; font-size: 13px; white-space: nowrap }
    th, td { padding: 4px 10px; border-bottom: 1px solid var(--line); text-align: left }
    .number { text-align: right; font-variant-numeric: tabular-nums } th { color: var(--faint); font-weight: 600; cursor: pointer }
    summary { cursor: pointer } details p { margin: 4px 0 8px 18px; color: var(--faint) }
    pre { background: var(--field); padding: 12px; overflow: auto; max-height: 420px; font-size: 12px; white-space: pre-wrap; overflow-wrap: anywhere }
    button { font: inherit; padding: 3px 14px }
    """

  private static let script = """
    const table = document.getElementById("ledger");
    const key = cell => cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
    const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
    table.tHead.addEventListener("click", event => {
      const head = event.target.closest("th");
      if (!head) return;
      const sign = head.dataset.order === "up" ? -1 : 1;
      for (const other of table.tHead.rows[0].cells) delete other.dataset.order;
      head.dataset.order = sign > 0 ? "up" : "down";
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => sign * compare(key(a.cells[head.cellIndex]), key(b.cells[head.cellIndex])));
      table.tBodies[0].append(...rows);
    });
    const button = document.getElementById("copy");
    button.addEventListener("click", async () => {
      const map = document.getElementById("map");
      try {
        await navigator.clipboard.writeText(map.textContent);
      } catch {
        getSelection().selectAllChildren(map);
        document.execCommand("copy");
      }
      button.textContent = "Copied";
    });
    """
}
