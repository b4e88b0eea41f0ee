/// Several plans of one model on the same devices, side by side.
public struct PolicyComparison: Sendable {
  /// The figures, one plan each.
  public let rows: [PolicyFigures]

  /// - Parameter rows: the figures, one plan each.
  public init(_ rows: [PolicyFigures]) { self.rows = rows }

  /// A table for people.
  ///
  /// - Parameter width: columns of the screen, nil for any number.
  /// - Complexity: O(policies x devices).
  public func text(width: Int? = nil) -> String {
    var table = TextTable([
      ("policy", .left), ("offloaded", .right), ("peak use", .right), ("on", .left), ("GPUs", .right),
      ("per token", .right), ("boundaries", .left),
    ])
    for row in rows {
      table.add([
        row.policy + (row.isValid ? "" : " !"), ByteText.size(row.offloaded),
        row.peakShare.map(ByteText.percent) ?? "-",
        row.peakDevice?.description ?? "", String(row.devicesInUse),
        row.timeText ?? "-",
        row.boundaries.joined(separator: " | "),
      ])
    }
    return table.text(width: width) + legend.wrapped(to: width, hanging: 2) + "\n"
  }

  /// What the columns say.
  private var legend: String {
    "offloaded: weights on the cpu and on disk; peak use: of the fullest GPU, and which that is; boundaries: what each device "
      + "after the first begins with"
      + (rows.contains { !$0.isValid } ? "; !: exceeds its limits, or cannot run" : "")
  }

  /// `{"policies": [{"policy", "offloaded_bytes", "peak_share", ...}]}`.
  ///
  /// - Complexity: O(policies x devices).
  public func json() -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.schemaVersion()
      writer.key("policies")
      writer.array { writer in
        for row in rows { Self.write(row, to: &writer) }
      }
    }
    return writer.output.string + "\n"
  }

  private static func write(_ row: PolicyFigures, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("policy")
      writer.string(row.policy)
      writer.key("offloaded_bytes")
      writer.integer(row.offloaded)
      writer.member("valid", row.isValid)
      writer.key("peak_share")
      if let share = row.peakShare { writer.number(share) } else { writer.null() }
      writer.key("devices_in_use")
      writer.integer(row.devicesInUse)
      writer.key("seconds_per_token")
      if let seconds = row.secondsPerToken { writer.number(seconds) } else { writer.null() }
      writer.range("seconds_per_token_estimate", row.secondsRange)
      writer.key("boundaries")
      writer.array { for boundary in row.boundaries { $0.string(boundary) } }
    }
  }
}

extension PolicyFigures {
  /// The time of a token in words; nil where it is not known.
  var timeText: String? {
    if let secondsPerToken { return ByteText.decimal(secondsPerToken * 1000, digits: 2) + " ms" }
    return secondsRange.map(ByteText.milliseconds)
  }

  /// The least gain that is worth a sentence, in bytes: a hundredth of the weights, and 100 MiB where the model is not so
  /// small that a tenth of it is less.
  private var leastGain: Int { max(weights / 100, min(100 << 20, weights / 10)) }

  /// What another plan does better, in one sentence; nil when that is less than a hundredth of the weights or of the
  /// fullest device, or less than 100 MiB (of models below 1 GiB, a tenth of the weights).
  public func advantage(of other: Self) -> String? {
    if other.offloaded < offloaded {
      guard offloaded - other.offloaded >= leastGain else { return nil }
      let kept = ByteText.size(offloaded - other.offloaded)
      return "policy \(other.policy) would keep \(kept) more on the accelerators (offloaded: "
        + "\(ByteText.size(other.offloaded)) instead of \(ByteText.size(offloaded)))"
    }
    guard other.offloaded == offloaded, let mine = peakShare, let its = other.peakShare, its < mine * 0.99,
      (mine - its) * Double(peakBudget ?? 0) >= Double(leastGain)
    else { return nil }
    return "policy \(other.policy) would fill the fullest accelerator to \(ByteText.percent(its)) instead of "
      + ByteText.percent(mine)
  }
}
