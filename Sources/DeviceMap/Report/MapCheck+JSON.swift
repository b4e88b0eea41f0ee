extension MapCheck {
  /// The findings, the likely renames and the devices, for people.
  ///
  /// - Parameter width: columns of the screen, nil for any number.
  package func text(width: Int? = nil) -> String {
    var text = ""
    let shown = 20
    let byCode = Dictionary(grouping: findings, by: \.code)
    let others = byCode.keys.filter { !Self.order.contains($0) }.sorted()
    for code in Self.order + others {
      let group = AlikeText.grouped((byCode[code] ?? []).map { "\($0.severity.rawValue): \(code): \($0)" })
      for finding in group.prefix(shown) { text += finding.printable.wrapped(to: width, hanging: 2) + "\n" }
      if group.count > shown { text += "\(code): ... and \(group.count - shown) more\n" }
    }
    for rename in renames {
      text += "likely rename: \(rename.from) -> \(rename.to)".printable.wrapped(to: width, hanging: 2) + "\n"
    }
    return text + LedgerTable.text(ledger, width: width) + (isValid ? "the map is valid\n" : "the map is not valid\n")
  }

  /// Findings are grouped by what they are, the most telling first; any other stands behind these.
  private static let order = [
    "unknown-device", "dead-key", "repeated-key", "uncovered", "left-to-cpu", "block-cut", "ties-apart",
    "stranded-tensor", "first-offloaded", "absent-on-disk", "read-outside", "rounded-on-disk", "over-budget",
    "host-refused", "training-offloaded", "activations-unknown",
    "running-unknown",
  ]

  /// `{"valid", "findings": [{"code", "severity", ...}], "renames": [{"from", "to"}], "devices": [...]}`, the
  /// devices as in the JSON of a plan.
  ///
  /// - Parameter notes: remarks about the checkpoint and the tree.
  /// - Complexity: O(devices + findings + notes).
  public func json(notes: [Note] = []) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.schemaVersion()
      writer.member("valid", isValid)
      writer.key("findings")
      writer.array { for finding in findings { $0.finding(finding) } }
      writer.key("renames")
      writer.array {
        for rename in renames {
          $0.object {
            $0.member("from", rename.from)
            $0.member("to", rename.to)
          }
        }
      }
      writer.accounts(ledger)
      writer.notes(notes)
    }
    return writer.output.string + "\n"
  }
}
